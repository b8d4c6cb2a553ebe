import Tabular

/// What may divide the figures of a column: figures of women are none of everybody.
enum Division: Sendable, CaseIterable {
  case sex, age, residence, wealth, education, group, unit, code
  /// Parts of an unknown kind, beside what is called the whole.
  case other

  /// What the texts of a column divide figures by, whatever its header says; nil for nothing that is known.
  /// - Parameter rows: how many rows the texts are from.
  init?(_ texts: [String], rows: Int) {
    guard let text = texts.first else { return nil }
    // Most columns are told by their first text.
    let first = Self.fold(text)
    let may = Self.allCases.filter { $0.holds(first) || Self.totals.contains(first) }
    let folded = may.isEmpty ? [] : texts.map(Self.fold)
    let known = may.first { division in
      folded.allSatisfy { division.holds($0) || Self.totals.contains($0) }
        && division.isSure(of: folded, rows)
    }
    guard let found = known ?? (Self.areBesideWhole(texts) ? .other : nil) else { return nil }
    self = found
  }

  /// Whether a few texts are one for the whole and others, as of towns beside "National".
  private static func areBesideWhole(_ texts: [String]) -> Bool {
    guard (2..<20).contains(texts.count) else { return false }
    // Letters by themselves are flags.
    let wholes = texts.count { $0.utf8.count > 3 && totals.contains($0.lowercased()) }
    return wholes > 0 && wholes < texts.count
  }

  /// Whether a text of such a column stands for the whole.
  static func isTotal(_ text: String) -> Bool { totals.contains(fold(text)) }

  /// Whether a heading by itself says that what stands below it is of a part: women, towns, an age.
  static func isPart(_ heading: String) -> Bool {
    let folded = fold(heading).trimmingSpaces
    let bare = folded.hasSuffix(":") ? String(folded.dropLast()) : folded
    return [Division.sex, .residence, .age, .wealth].contains { division in
      bare.count > 2 && (division != .age || Self.hasAgeWord(bare))
        && (division.holds(bare) || ["", "by ", "total "].contains { division.holds($0 + bare) })
    }
  }

  private static let totals: Set<String> = [
    "_t", "tot", "age_total", "t", "total", "totl", "all", "both", "both sexes", "btsx", "all ages",
    "all areas", "national", "all area", "allarea", "overall", "insgesamt", "zusammen", "gesamt", "ensemble",
    "tous", "les deux sexes", "ambos sexos", "ambos", "todos", "totale", "nacional", "nazionale",
    "national average", "all children", "everyone", "all persons", "all people", "whole country",
    "country total", "total population",
  ]

  private static let words: [Division: Set<String>] = [
    .sex: [
      "male", "female", "males", "females", "men", "women", "man", "woman", "boys", "girls", "m", "f", "mle",
      "fmle", "both sexes", "btsx", "h", "male and female", "all sexes", "both", "hommes", "femmes", "homme",
      "femme", "männlich", "weiblich", "männer", "frauen", "varones", "varón", "mujer", "hombre", "maschi",
      "femmine", "homens", "mulheres", "garçons", "filles", "niños", "niñas", "meninos", "meninas",
      "masculino", "femenino", "feminino", "ensemble", "ambos sexos", "insgesamt", "hombres", "mujeres",
      "masculin", "féminin", "w", "i", "män", "kvinnor", "mannen", "vrouwen", "kobiety", "mężczyźni",
      "мужчины", "женщины", "menn", "kvinner", "mænd", "kvinder", "erkek", "kadın", "мужской", "женский", "男",
      "女", "男性", "女性", "ذكور", "إناث", "ذكر", "أنثى", "muži", "ženy", "miehet", "naiset",
    ],
    .residence: [
      "urban", "rural", "urban areas", "rural areas", "urban area", "rural area", "city", "cities", "urb",
      "rur", "u", "r", "urbain", "urbano", "towns", "countryside", "urbana", "rurale", "ländlich",
      "städtisch", "capital city", "other urban", "urbaine", "urbanas", "rurales", "rurais", "villes",
      "stadt", "land", "städte", "urban population", "rural population", "in urban areas", "in rural areas",
    ],
    .wealth: [
      "q1", "q2", "q3", "q4", "q5", "poorest", "second", "middle", "fourth", "richest", "poorer", "richer",
      "lowest", "highest", "quintile 1", "quintile 2", "quintile 3", "quintile 4", "quintile 5", "bottom 40%",
      "top 60%", "top 10%", "bottom 50%", "decile 1", "decile 10", "d1", "d10", "quartile 1", "quartile 4",
      "richest 20%", "poorest 20%", "richest 40%", "poorest 40%",
    ],
    .education: [
      "primary", "secondary", "tertiary", "no education", "none", "higher", "basic", "intermediate",
      "advanced", "less than basic", "upper secondary", "lower secondary", "primary education",
      "secondary education", "tertiary education", "pre primary", "literate", "illiterate", "no schooling",
    ],
    .group: [
      "married", "single", "widowed", "divorced", "never married", "employed", "unemployed", "inactive",
      "nationals", "non nationals", "citizens", "non citizens", "native born", "foreign born", "natives",
      "migrants", "non migrants", "with disability", "without disability", "persons with disabilities",
      "persons without disabilities", "poor", "non poor", "public", "private", "formal", "informal",
    ],
    .unit: [
      "%", "percent", "per cent", "percentage", "number", "numbers", "rate", "rates", "ratio", "count",
      "index", "share", "years", "persons", "thousands", "millions", "us$", "usd", "ppp", "current us$",
      "constant us$", "per 100,000", "per 100 000", "per 100000", "per 1,000", "per 1000", "deaths", "cases",
      "score", "rank", "dalys", "tonnes", "kg", "kcal", "prozent", "anzahl", "nombre", "pourcentage",
      "milliers", "porcentaje", "número", "units", "mean", "median", "current prices", "constant prices",
      "local currency", "us dollars", "nominal", "real", "crude", "age standardized", "age standardised",
      "crude rate", "age standardized rate", "age standardised rate", "constant 2010 us$",
      "constant 2015 us$", "constant 2017 ppp", "constant 2021 ppp", "current ppp", "current international $",
      "constant international $",
    ],
  ]

  private func holds(_ text: String) -> Bool {
    switch self {
    case .age: Self.isAge(text)
    case .education: text.hasPrefix("isced") || Self.words[self]?.contains(text) ?? false
    case .code: Self.isCode(text)
    case .other: false
    default: Self.words[self]?.contains(text) ?? false || self == .sex && Self.namesSex(text)
    }
  }

  /// Whether a text says of which sex it is beside other things, as "Female 15-24" or "% of women".
  private static func namesSex(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    return (2...6).contains(words.count + (text.contains(where: \.isNumber) ? 1 : 0))
      && words.contains(where: namesOfSexes.contains)
  }

  private static let namesOfSexes: Set<Substring> = [
    "male", "female", "males", "females", "men", "women", "boys", "girls", "femmes", "mujeres", "frauen",
  ]

  /// Whether the texts cannot well be anything else: letters by themselves are flags as a rule.
  private func isSure(of texts: [String], _ rows: Int) -> Bool {
    let own = texts.filter(holds)
    switch self {
    case .sex, .residence:
      let letters = own.count { $0.count == 1 }
      return own.count > letters || letters > 1
    // Ranges of numbers alone may be of anything.
    case .age: return own.contains(where: Self.hasAgeWord)
    case .wealth, .education, .group: return own.count > 1
    // The rows of one unit are no series; where no two rows share a code, it may be each row's own.
    case .unit: return !own.isEmpty
    case .code: return own.count > 1 && own.count < rows
    case .other: return false
    }
  }

  /// Publishers' codes say what they are of before the last mark: `SEX_FMLE`, `AGE_Y15T24`.
  private static func fold(_ text: String) -> String {
    var text = text.lowercased().trimmingSpaces
    // Labels of ILOSTAT: "Sex: Male", "Age (Youth, adults): 15-24".
    if text.utf8.contains(UInt8(ascii: ":")), let mark = text.firstRange(of: ": ") {
      text = String(text[mark.upperBound...])
    }
    for prefix in ["sex_", "residenceareatype_", "wealthquintile_", "area_", "loc_", "educationlevel_"]
    where text.hasPrefix(prefix) { return String(text.dropFirst(prefix.count)) }
    return text.utf8.contains(UInt8(ascii: "-")) ? text.replacing("-", with: " ") : text
  }

  private static func isAge(_ text: String) -> Bool {
    // A number with a sign or a point is no age.
    if NumberText(text) != .malformed { return false }
    let text =
      text.hasPrefix("age_") || text.hasPrefix("agegroup_") ? text.drop { $0 != "_" }.dropFirst() : text[...]
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard (1...2).contains(numbers.count), numbers.allSatisfy({ $0 <= 120 }) else { return false }
    let letters = text.split { !$0.isLetter }
    if letters.isEmpty { return numbers.count == 2 || hasAgeWord(String(text)) }
    let words: Set<Substring> = [
      "year", "years", "yrs", "yr", "y", "ages", "age", "aged", "under", "over", "and", "to", "older", "t",
      "ge", "lt", "plus", "months", "days", "old", "adults", "children", "unter", "über", "bis", "von", "und",
      "älter", "jahre", "jahren", "ans", "années", "de", "à", "et", "plus", "moins", "años", "anos", "a", "y",
      "más", "menos", "anni",
    ]
    return letters.allSatisfy { words.contains($0) || $0.allSatisfy { "yt".contains($0) } }
      && hasAgeWord(String(text))
  }

  /// Whether a text has a word or a mark that ages have.
  private static func hasAgeWord(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains { !["t", "and", "to"].contains($0) } || text.contains("+")
      || text.contains("<")
  }

  /// `SH.DYN.MORT`, `MH_12`, `WHOSIS_000001`.
  private static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: "_").flatMap { $0.split(separator: ".") }
    return parts.count > 1 && text.count >= 5
      && parts.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
      && parts[0].contains(where: \.isLetter)
  }
}
