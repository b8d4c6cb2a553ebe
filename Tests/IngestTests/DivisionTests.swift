import Diagnostics
import Ingest
import Tabular
import Testing

@Suite("What divides figures is known by content") struct DivisionTests {
  @Test(
    "Sexes, ages, places, units and codes divide figures whatever the header says, each country having one row",
    arguments: [
      ("Area", "Urban", "Rural"), ("Location", "Urban", "Total"), ("[Sex]", "MALE", "FEMALE"),
      ("group", "Women", "Men"), ("sex_name", "Both", "Female"), ("[Age]", "15-24", "ALLAGE"),
      ("cohort", "15-24 years", "All ages"), ("bracket", "65+", "Under 5"), ("Metric", "Number", "Percent"),
      ("Unit of measurement", "kg", "t"), ("which", "Poorest", "Richest"), ("level", "Primary", "Tertiary"),
      ("kind", "SEX_FMLE", "SEX_BTSX"), ("[Units]", "PERCENT", "NUMBER"),
      ("Geschlecht", "männlich", "insgesamt"), ("Sexe", "Hommes", "Ensemble"),
      ("Sexo", "Varones", "Ambos sexos"), ("Milieu", "Urbain", "Rural"), ("Einheit", "Prozent", "Anzahl"),
      ("PowerCode", "Millions", "Units"), ("Currency", "NAD", "XOF"), ("Group", "Boys", "All children"),
      ("who", "Adults (15+)", "Children (0-14)"), ("Prices", "Current prices", "Constant prices"),
      ("sex.label", "Sex: Male", "Sex: Female"), ("Genre", "Garçons", "Filles"), ("band", "0-14", "65+"),
      ("Rate type", "Crude", "Age-standardized"), ("basis", "Nominal", "Real"),
      ("marital", "Married", "Single"), ("edu", "ISCED 1", "ISCED 3"),
      ("Locality", "Capital city", "Other urban"), ("origin", "Native-born", "Foreign-born"),
    ]) func divided(header: String, one: String, other: String)
  {
    let text = "Country,\(header),Year,rate\nNorway,\(one),2001,27\nRomania,\(other),2001,30\n"
    let reading = Reading(text, column: "rate")
    #expect(["breakdown", "mixed-units"].contains(reading.found.all.first?.identifier))
    #expect(reading.figures == [])
    let column = header.replacing("[", with: "").replacing("]", with: "")
    #expect(Reading(text, column: "rate", conditions: [(column, one)]).figures == ["NOR 2001 27"])
  }

  @Test(
    "Flags, regions, incomes and notes divide nothing",
    arguments: [
      ("Flag", "E", "M"), ("Region", "Europe", "Asia"), ("income", "High income", "Low income"),
      ("remark", "provisional", "final"), ("Rank range", "12-15", "16-20"),
      ("period", "2013-2015", "2014-2016"),
    ]) func undivided(header: String, one: String, other: String)
  {
    let text = "Country,\(header),Year,rate\nNorway,\(one),2001,27\nRomania,\(other),2001,30\n"
    #expect(Reading(text, column: "rate").figures == ["NOR 2001 27", "ROU 2001 30"])
  }

  @Test("A column called Area that holds towns names no country, however few columns there are") func area() {
    let text = "Country,Year,Area,Value\nNorway,2001,Urban,1\nRomania,2001,Rural,2\n"
    #expect(Reading(text).errors == ["t.csv:1:1 breakdown"])
    #expect(Reading(text, conditions: [("Area", "Urban")]).figures == ["NOR 2001 1"])
  }

  @Test("Codes of series that rows share divide figures; those of each row its own do not") func codes() {
    let series = "Country,what,Year,x\nNorway,SH_DYN,2001,1\nRomania,SH_STA,2001,2\nCanada,SH_DYN,2001,3\n"
    #expect(Reading(series, column: "x").errors == ["t.csv:1:1 breakdown"])
    let ids = "Country,what,Year,x\nNorway,ID_1,2001,1\nRomania,ID_2,2001,2\nCanada,ID_3,2001,3\n"
    #expect(Reading(ids, column: "x").figures.count == 3)
  }
}
