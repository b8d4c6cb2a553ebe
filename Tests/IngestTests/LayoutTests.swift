import IndexModel
import Ingest
import Tabular
import Testing

/// One publisher's way to write the same invented observations.
struct Download: Sendable, CustomTestStringConvertible {
  let name: String
  let kind: Layout.Kind
  var column: String?
  var conditions: [String: String] = [:]
  let text: String
  var testDescription: String { name }

  static let all = [
    Download(
      name: "canonical", kind: .canonical,
      text: "iso3,year,value\nNOR,2001,1.5\nNOR,2002,2.5\nCIV,2001,-3\nROU,2002,0.25\n"),
    Download(
      name: "canonical with bounds, columns in another order", kind: .canonical,
      text: """
        value,year,iso3,low,high,note
        1.5,2001,NOR,1,2,
        2.5,2002,nor,,,a remark
        -3,2001,CIV,-4,-2,"a, b"
        .25,2002,ROU,,,
        """),
    Download(
      name: "canonical with semicolons and CRLF", kind: .canonical,
      text: "iso3;year;value\r\nNOR;2001;1.5\r\nNOR;2002;2.5\r\nCIV;2001;-3\r\nROU;2002;0.25\r\n"),
    Download(
      name: "DDF by geo", kind: .ddf,
      text: "geo,time,some_share\nnor,2001,1.5\nnor,2002,2.5\nciv,2001,-3\nrou,2002,0.25\n"),
    Download(
      name: "DDF by country, two columns", kind: .ddf, column: "b",
      text: "country,time,a,b\nnor,2001,9,1.5\nnor,2002,,2.5\nciv,2001,8,-3\nrou,2002,7,0.25\n"),
    Download(
      name: "OWID", kind: .owid,
      text: """
        Entity,Code,Year,"Rate, per 100,000",World region according to OWID
        Norway,NOR,2001,1.5,Europe
        Norway,NOR,2002,2.5,Europe
        Cote d'Ivoire,CIV,2001,-3,Africa
        Romania,ROU,2002,0.25,Europe
        World,OWID_WRL,2002,77,
        """),
    Download(
      name: "OWID without codes", kind: .owid,
      text: "Entity,Year,x\nNorway,2001,1.5\nNorway,2002,2.5\nIvory Coast,2001,-3\nRomania,2002,0.25"),
    Download(
      name: "OWID in lower case, a code missing", kind: .owid,
      text: "entity,code,year,x\nNorway,NOR,2001,1.5\nNorway,,2002,2.5\nCôte d’Ivoire,CIV,2001,-3\n"
        + "Romania,ROM,2002,0.25\nScotland,,2001,9\n"),
    Download(
      name: "World Bank, with preamble and an empty last column", kind: .worldBank,
      text: """
        \u{FEFF}"Data Source","World Development Indicators",

        "Last Updated Date","2001-01-01",

        "Country Name","Country Code","Indicator Name","Indicator Code","2000","2001","2002",
        "Norway","NOR","Some share","AB.CD","","1.5","2.5",
        "Cote d'Ivoire","CIV","Some share","AB.CD","","-3","",
        "World","WLD","Some share","AB.CD","5","6","7",
        "Romania","ROU","Some share","AB.CD","","","0.25",
        """),
    Download(
      name: "World Bank in bulk, one series of two", kind: .worldBank, column: "AB.CD",
      text: """
        Country Name,Country Code,Indicator Name,Indicator Code,2001,2002
        Norway,NOR,Another,AB.XX,8,9
        Norway,NOR,Some share,AB.CD,1.5,2.5
        Cote d'Ivoire,CIV,Another,AB.XX,8,
        Cote d'Ivoire,CIV,Some share,AB.CD,-3,..
        Romania,ROM,Some share,AB.CD,,0.25
        """),
    Download(
      name: "WGI", kind: .wgi, column: "cc",
      text: """
        codeindyr,code,countryname,year,indicator,estimate,stddev
        NORcc2001,NOR,Norway,2001,cc,1.5,0.1
        NORrl2001,NOR,Norway,2001,rl,9,0.1
        NORcc2002,NOR,Norway,2002,cc,2.5,0.1
        CIVcc2001,CIV,Cote d'Ivoire,2001,cc,-3,0.1
        CIVcc2002,CIV,Cote d'Ivoire,2002,cc,..,..
        ROMcc2002,ROM,Romania,2002,cc,0.25,0.1
        """),
    Download(
      name: "HDR", kind: .hdr, column: "le",
      text: """
        iso3,country,hdicode,rank_2002,hdi_2001,hdi_2002,le_2001,le_2002,pop_total_2001
        NOR,Norway,Very High,1,0.9,0.9,1.5,2.5,4
        CIV,Côte d'Ivoire,Low,2,,,-3,,5
        ROU,Romania,High,3,0.8,,,0.25,6
        WLD,World,,,,,7,8,9
        """),
    Download(
      name: "UCDP by Gleditsch–Ward number", kind: .countryYear, column: "deaths",
      text: """
        country_id_cy,country_cy,year_cy,region_cy,exist,deaths
        385,Norway,2001,Europe,1,1.5
        385,Norway,2002,Europe,1,2.5
        437,Ivory Coast,2001,Africa,1,-3
        345,Serbia (Yugoslavia),2001,Europe,1,9
        360,Rumania,2002,Europe,1,0.25
        """),
    Download(
      name: "PTS", kind: .countryYear, column: "PTS_A",
      text: """
        Country,Country_OLD,Year,COW_Code_N,Region,PTS_A,PTS_S
        Norway,Norway,2001,385,eu,1.5,NA
        Norway,Norway,2002,385,eu,2.5,1
        Côte d'Ivoire,Ivory Coast,2001,437,af,-3,2
        Romania,Rumania,2001,360,eu,NA,3
        Romania,Rumania,2002,360,eu,0.25,NA
        """),
    Download(
      name: "SDMX-CSV 1.0", kind: .sdmx,
      text: """
        DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE
        X:Y(1.0),NOR,2001,1.5
        X:Y(1.0),NOR,2002,2.5
        X:Y(1.0),CIV,2001,-3
        X:Y(1.0),RO,2002,0.25
        X:Y(1.0),WLD,2002,7
        """),
    Download(
      name: "SDMX-CSV 2.0 of which one series is wanted", kind: .sdmx,
      conditions: ["SEX": "_T", "age": "Y15"],
      text: """
        STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS
        dataflow,X:Y(1.0),I,NOR,_T,Y15,2001,1.5,A
        dataflow,X:Y(1.0),I,NOR,F,Y15,2001,9,A
        dataflow,X:Y(1.0),I,NOR,_T,Y25,2001,9,A
        dataflow,X:Y(1.0),I,NOR,_T,Y15,2002,2.5,A
        dataflow,X:Y(1.0),I,CIV,_T,Y15,2001,-3,A
        dataflow,X:Y(1.0),I,ROU,_T,Y15,2002,0.25,A
        """),
    Download(
      name: "SDMX-CSV with labels, parted by semicolons", kind: .sdmx,
      text: """
        DATAFLOW;REF_AREA: Reference area;TIME_PERIOD: Time;OBS_VALUE
        X:Y(1.0);NOR: Norway;2001;1.5
        X:Y(1.0);NOR: Norway;2002;2.5
        X:Y(1.0);CIV: Côte d'Ivoire;2001;-3
        X:Y(1.0);ROU: Romania;2002;0.25
        """),
    Download(
      name: "a DataBank export, with its notes below", kind: .worldBank, column: "AB.CD",
      text: """
        Country Name,Country Code,Series Name,Series Code,2000 [YR2000],2001 [YR2001],2002 [YR2002]
        Norway,NOR,Some share,AB.CD,..,1.5,2.5
        Norway,NOR,Another,AB.XX,..,8,9
        Cote d'Ivoire,CIV,Some share,AB.CD,..,-3,..
        Romania,ROU,Some share,AB.CD,..,..,0.25
        ,,,,,,
        ,,,,,,
        Data from database: World Development Indicators
        Last Updated: 2001-01-01
        """),
    Download(
      name: "any table with one column a year", kind: .countryWide,
      text: "Country;2001;2002\nNorway;1.5;2.5\nIvory Coast;-3;\nRomania;;0.25\n"),
    Download(
      name: "any table that names series, years, values", kind: .countryYear, column: "AB.CD",
      text: """
        Indicator,Country,Year,Value,Unit
        AB.CD,Norway,2001,1.5,%
        AB.CD,Norway,2002,2.5,%
        AB.XX,Norway,2002,9,%
        AB.CD,Ivory Coast,2001,-3,%
        AB.CD,Romania,2002,0.25,%
        """),
    Download(
      name: "a table with decimal commas, thousands points and a minus sign of typography",
      kind: .countryYear,
      text: "Pays;Année;Part\nNorvège;2001;1,5\nNorvège;2002;2,50 %\nIvory Coast;2001;−3\n"
        + "Romania;2002;<0,25*\n"),
    Download(
      name: "years as spreadsheets and offices write them", kind: .ddf,
      text: "country,year,share\nNorway,2001.0,1.5\nNorway,YR2002,2.5\nIvory Coast,2001-12-31,-3\n"
        + "Romania,2002-01-01,0.25\n"),
    Download(
      name: "files put end to end, headers and all", kind: .ddf,
      text: "geo,time,x\nnor,2001,1.5\nnor,2002,2.5\ngeo,time,x\nciv,2001,-3\nrou,2002,0.25\n"),
    Download(
      name: "headings between the rows and footnotes below", kind: .ddf,
      text: """
        country,year,share
        NORTHERN LANDS,,
        Norway,2001,1.5 [a]
        Norway,2002,2.5
        OTHER LANDS,,
        Ivory Coast,2001,-3
        Romania,2002,0.25

        [a] As estimated, by the office.
        Source: the office
        """),
    Download(
      name: "one column of numbers among columns of words", kind: .ddf,
      text: "country,year,part,share\nNorway,2001,north,1.5\nNorway,2002,north,2.5\n"
        + "Ivory Coast,2001,south,-3\nRomania,2002,east,0.25\n"),
    Download(
      name: "HXL", kind: .canonical,
      text: """
        Country,Code of country,Survey year,Figure
        #country+name,#country+code,#date+year,#indicator+value+num
        Norway,NOR,2001,1.5
        Norway,NOR,2002,2.5
        Côte d'Ivoire,CIV,2001,-3
        Romania,ROU,2002,0.25
        """),
    Download(
      name: "hashtags below a header that says as much", kind: .canonical,
      text: "iso3,year,value\n#country+code,#date+year,#indicator+value\nNOR,2001,1.5\n"
        + "NOR,2002,2.5\nCIV,2001,-3\nROU,2002,0.25\n"),
    Download(
      name: "a title with commas above a table with semicolons", kind: .countryYear,
      text: "Some share, by country, 2001 to 2002\n\nCountry;Year;Share\nNorway;2001;1.5\n"
        + "Norway;2002;2.5\nIvory Coast;2001;-3\nRomania;2002;0.25\n"),
    Download(
      name: "a table with codes, names and one column of values", kind: .countryYear,
      text: "iso3,country,year,share\nNOR,Norway,2001,1.5\nNOR,Norway,2002,2.5\n"
        + "CIV,Ivory Coast,2001,-3\nROU,Romania,2002,0.25\n"),
    Download(
      name: "numbers of countries that a spreadsheet made decimal", kind: .countryYear,
      text: "gwno,year,share\n385.0,2001,1.5\n385.0,2002,2.5\n437.0,2001,-3\n360.0,2002,0.25\n"),
  ]
}

@Suite("Layouts, told apart by their header") struct LayoutTests {
  @Test("The same observations come out, whatever the layout", arguments: Download.all) func sameObservations(
    download: Download
  ) {
    let reading = Reading(
      download.text, column: download.column,
      conditions: download.conditions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    #expect(reading.errors == [])
    #expect(reading.layout == download.kind)
    #expect(reading.figures == ["CIV 2001 -3", "NOR 2001 1.5", "NOR 2002 2.5", "ROU 2002 0.25"])
  }

  @Test("An old file in Windows-1252 is read, and a note says so") func windows1252() {
    let text = "Entity,Year,x\nC\u{F4}te d'Ivoire,2001,-3\n"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let reading = Reading(SourceText(name: "t.csv", bytes: bytes), FigureSelection())
    #expect(reading.figures == ["CIV 2001 -3"])
    #expect(places(reading.found) == ["t.csv encoding"])
    #expect(reading.found.all.first?.severity == .note)
  }

  @Test("The series of an HDR file is the whole stem, not a part of it") func stems() {
    let text = "iso3,country,le_2001,le_f_2001,gdi_le_2001\nNOR,Norway,1,2,3\n"
    #expect(Reading(text, column: "le").figures == ["NOR 2001 1"])
    #expect(Reading(text, column: "le_f").figures == ["NOR 2001 2"])
    #expect(Reading(text, column: "f").errors == ["t.csv:1:1 unknown-column"])
  }
}
