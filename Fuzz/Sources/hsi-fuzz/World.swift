import Diagnostics
import IndexModel
import Ingest
import Tabular

/// A small world, as the tests have one.
enum World {
  private static let countryText = """
    iso3,iso2,m49,name,un_member,region,subregion,income_group,aliases
    AFG,AF,004,Afghanistan,true,Asia,Southern Asia,Low income,gw:700;fips:AF
    CAN,CA,124,Canada,true,Americas,Northern America,High income,gw:20;cow:20;cow:CAN
    CIV,CI,384,Côte d'Ivoire,true,Africa,Sub-Saharan Africa,Lower middle income,Ivory Coast;gw:437
    KOR,KR,410,Republic of Korea,true,Asia,Eastern Asia,High income,"Korea, Rep.;Südkorea"
    NOR,NO,578,Norway,true,Europe,Northern Europe,High income,Norvège;gw:385;ioc:NOR
    ROU,RO,642,Romania,true,Europe,Eastern Europe,High income,ROM;gw:360
    """
  private static let areaText = """
    name,kind,note,aliases
    World,aggregate,,WLD;001
    Yugoslavia,ended,,gw:345
    Scotland,part,,
    Guiana,ambiguous,Guyana (GUY) or French Guiana (GUF),Guayana
    """
  private static let catalogueText = """
    id,dimension,name,unit,worst,best,plausible_min,plausible_max,transform,files
    gini,economic/income,Gini,points,60,20,0,100,none,gini.csv
    income,economic/income,Income,dollars,100,75000,1,1000000,log,income.csv
    battle-deaths,personal,Deaths,per 100 000,50,0,0,,none,deaths.csv
    undernourishment,food,Hunger,%,50,0,0,100,none,food.csv
    """

  static let countries: CountryTable = {
    var findings = Findings()
    return CountryTable.read(
      SourceText(name: "countries.csv", countryText), areas: SourceText(name: "areas.csv", areaText),
      into: &findings)
  }()

  static let framework: Framework = {
    var findings = Findings()
    let framework = CatalogueReader.read(SourceText(name: "indicators.csv", catalogueText), into: &findings)
    expect(!findings.hasErrors, "the catalogue is right: \(words(findings))")
    return framework
  }()
}
