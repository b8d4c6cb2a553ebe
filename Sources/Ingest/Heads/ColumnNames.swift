/// What columns of tables are called, as `TableHeader.fold` writes it.
enum ColumnNames {
  /// Columns of Gleditsch–Ward numbers.
  static let gleditschWard = ["country_id_cy", "gwno", "gwcode", "gw_id"]
  /// Columns of codes that are not ISO's, and what they are called in the country table.
  static let otherCodes: [(prefix: String, columns: [String])] = [
    ("cow:", ["cow", "cowcode", "cow_code", "ccode", "cow_code_n", "stateabb", "cow_code_a"]),
    ("fips:", ["fips", "fips104", "fips_10_4", "fips_code"]), ("ioc:", ["ioc", "fifa"]),
  ]
  /// Columns of codes of countries, the surest first.
  static let countryCodes = [
    "iso3", "iso3c", "iso_a3", "iso_alpha3", "alpha3", "iso_code", "iso", "country_code", "countrycode",
    "country_iso3", "country_text_id", "ref_area", "spatialdimvaluecode", "spatialdim", "geo", "iso2",
    "iso2c", "m49", "m49_code", "area_code_(m49)", "geoareacode", "iso_numeric", "iso_n3", "un_code",
    "un_m49", "ucode", "country_id", "iso2_code", "iso3_code", "iso_2", "iso_3", "isocode",
    "spatialdimensionvaluecode",
  ]
  /// Columns of names of countries, which help where a code is unknown.
  static let countryNames = [
    "country_cy", "country_name", "countryname", "country", "country_territory", "entity", "location", "area",
    "country_or_area", "reference_area", "geoareaname", "economy", "nation", "territory", "land", "staat",
    "ref_area_label", "country_txt", "location_name", "uname", "pays", "país", "pais", "paese", "страна",
    "国家", "البلد", "الدولة",
  ]
  /// Columns of ids of units that are no countries, the surest first. What is called a unit may be one of measure.
  static let unitIDs = ["id", "unit_id", "geoid", "geo_id", "iso3", "code", "unit"]
  /// Columns that say where a unit lies, and divide no figures of it.
  static let places: Set<String> = ["province", "admin1", "admin_1", "adm1", "district", "governorate"]
  /// Columns of years.
  static let years = [
    "year", "year(s)", "years", "anio", "year_cy", "time", "time_period", "timedim", "timeperiod", "period",
    "date", "edition", "année", "annee", "año", "ano", "anno", "jahr", "год", "年份", "年", "السنة",
  ]
  /// Those of them that say nothing else than of which year the figures are.
  static let sureYears = Set(years).subtracting(["edition", "date", "period", "years", "year(s)"])
  /// Words in the name of a column that holds years.
  static let yearWords = Set(years + ["vintage"])
  /// Words beside these that make it the year of a publication or of what it is about, either of which may be
  /// that of the figures.
  static let yearKinds = Set([
    "report", "reporting", "edition", "publication", "published", "vintage", "release", "survey", "data",
    "reference", "ref", "covered", "observation", "information", "calendar", "index", "of", "the",
  ])
  /// Columns that say which series a row belongs to, the surest first.
  static let series = [
    "indicator_code", "indicatorcode", "indicator_id", "series_code", "seriescode", "weo_subject_code",
    "subject_code", "indicator", "series", "variable", "item", "subject_descriptor", "indicator_name",
    "indicatorname", "series_name",
  ]
  /// Columns of values in tables that have a column of series; numbers before texts.
  static let mainValues = ["numericvalue", "numeric_value", "factvaluenumeric", "value", "obs_value"]
  /// Columns by which offices divide figures.
  static let breakdowns = [
    "sex", "gender", "age", "age_group", "agegroup", "age_class", "classif1", "classif2", "urbanisation",
    "urbanization", "urban_rural", "residence", "residence_area", "area_type", "province", "admin1",
    "admin_1", "adm1", "district", "governorate", "variant", "scenario", "month", "quarter", "dim1", "dim2",
    "dim3", "breakdown", "metric", "measure", "age_name", "sex_name", "metric_name", "measure_name",
    "disaggregation", "element", "wealth_quintile", "education_level", "population_group",
  ]
  /// Those of them by which people are told apart.
  static let people: Set<String> = [
    "sex", "gender", "age", "age_group", "agegroup", "age_class", "residence", "residence_area", "province",
    "wealth_quintile", "education_level", "population_group", "age_name", "sex_name",
  ]
  /// Those of them that part a country or a year.
  static let parts: Set<String> = [
    "province", "admin1", "admin_1", "adm1", "district", "governorate", "month", "quarter",
  ]
  /// Columns of the low and the high end of an interval.
  static let bounds = [
    ("low", "high"), ("lower", "upper"), ("lower_bound", "upper_bound"), ("low_estimate", "high_estimate"),
    ("lower_ci", "upper_ci"), ("ci_lower", "ci_upper"), ("factvaluenumericlow", "factvaluenumerichigh"),
    ("value_low", "value_high"), ("lci", "uci"),
  ]
  /// Columns of units, which hold one text in a series that can be compared.
  static let units = [
    "unit", "units", "unit_measure", "unit_of_measure", "unit_of_measurement", "unit_mult", "unit_multiplier",
    "powercode", "powercode_code", "currency", "scale", "multiplier",
  ]
  /// Columns of SDMX-CSV that are no dimensions.
  static let structure = [
    "structure", "structure_id", "structure_name", "action", "dataflow", "ref_area", "time_period",
    "obs_value", "time_format", "freq",
  ]
  /// Columns that accompany figures without being figures.
  static let labels =
    breakdowns + units + [
      "world_region_according_to_owid", "continent", "note", "notes", "flag", "flags", "footnote",
      "footnotes", "source", "indicator_name", "un_code_n", "cow_code_n", "week", "day",
    ]
  /// Columns that hold names of the countries that rows are about and of no others.
  static let sureNames = Set([
    "country", "country_name", "countryname", "entity", "country_or_area", "geoareaname", "nation", "uname",
    "location_name", "name", "label",
  ])
  /// Columns of numbers of which the name says whose they are.
  static let numbers = Set(
    gleditschWard + otherCodes.flatMap(\.columns) + [
      "m49", "m49_code", "area_code_(m49)", "geoareacode", "iso_numeric", "iso_n3", "un_code", "un_m49",
      "iso", "iso_code", "isocode", "iso3", "iso3n", "iso3166",
    ])
  /// Columns whose entries are codes of countries and nothing else.
  static let codes = Set(gleditschWard + countryCodes + otherCodes.flatMap(\.columns))
  /// Columns of letters that are codes of the row's own country and of nothing else.
  static let calledCodes = Set([
    "code", "entity_code", "location_code", "iso_country_code", "country_abbreviation",
  ])
  /// All columns that name country or year.
  static let keys = gleditschWard + countryCodes + countryNames + years + otherCodes.flatMap(\.columns)
}
