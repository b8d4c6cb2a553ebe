/// Where newer figures of a source are fetched from: the `url` of imports.toml.
package enum ImportAddress: Sendable, Equatable {
  /// `worldbank:CODE`: a series of the World Bank's API, as JSON.
  case worldBank(series: String)
  /// `worldbank-csv:CODE`: the same as a ZIP archive with a table.
  case worldBankArchive(series: String)
  /// `owid:SLUG`: the table behind a chart of Our World in Data.
  case owid(slug: String)
  /// An http or https address, `{indicator}`, `{first_year}` and `{last_year}` to be filled in.
  case template(String)

  /// What is wrong with a url, and what to write instead.
  package struct Mistake: Error, Equatable {
    /// One sentence without a full stop.
    package let message: String
    package let remedy: String
  }

  /// Where the short forms lead.
  package struct Bases: Sendable {
    package var worldBank = "https://api.worldbank.org/v2"
    package var owid = "https://ourworldindata.org/grapher"

    package init() {}
  }

  private static let placeholders = ["indicator", "first_year", "last_year"]

  package init(_ text: String) throws(Mistake) {
    let lowered = text.lowercased()
    if lowered.hasPrefix("http://") || lowered.hasPrefix("https://") {
      try Self.check(template: text)
      self = .template(text)
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let forms = ["worldbank": Self.worldBank, "worldbank-csv": Self.worldBankArchive, "owid": Self.owid]
    guard parts.count == 2, Self.isName(parts[1]), let form = forms[String(parts[0])] else {
      throw Mistake(
        message: "\"\(text)\" is no url",
        remedy: "write https://…, worldbank:CODE, worldbank-csv:CODE or owid:SLUG")
    }
    self = form(String(parts[1]))
  }

  /// The code of the World Bank's series; nil for any other address.
  package var series: String? {
    switch self {
    case .worldBank(let series), .worldBankArchive(let series): return series
    case .owid: return nil
    case .template(let text):
      guard let mark = text.firstRange(of: "/indicator/") else { return nil }
      let series = text[mark.upperBound...].prefix { $0 != "?" && $0 != "/" }
      return Self.isName(series) ? String(series) : nil
    }
  }

  /// Whether the figures come as the World Bank's pages of JSON.
  package var isPaged: Bool {
    switch self {
    case .worldBank: true
    case .worldBankArchive, .owid: false
    case .template(let text):
      series != nil && (text.contains("?format=json") || text.contains("&format=json"))
    }
  }

  /// The address in full.
  /// - Throws: a mistake when a year is to be filled in that the entry does not have.
  package func url(for entry: ImportPlan.Entry, bases: Bases = Bases()) throws(Mistake) -> String {
    switch self {
    case .worldBank(let series): return "\(bases.worldBank)/country/all/indicator/\(series)?format=json"
    case .worldBankArchive(let series):
      return "\(bases.worldBank)/country/all/indicator/\(series)?downloadformat=csv"
    case .owid(let slug): return "\(bases.owid)/\(slug).csv?v=1&csvType=full&useColumnShortNames=false"
    case .template(let text):
      var url = text
      let values = [
        entry.indicator.rawValue, entry.firstYear.map(String.init), entry.lastYear.map(String.init),
      ]
      for (name, value) in zip(Self.placeholders, values) where url.contains("{\(name)}") {
        guard let value else {
          throw Mistake(
            message: "the url of \(entry.indicator) wants {\(name)}, which is not set",
            remedy: "write \(name) = … beside its source in imports.toml")
        }
        url = url.replacing("{\(name)}", with: value)
      }
      return url
    }
  }

  private static func check(template: String) throws(Mistake) {
    guard template.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }) else {
      throw Mistake(
        message: "the url holds characters that an address cannot have",
        remedy: "write them as %20 and the like")
    }
    // As long as the template, so that what is left of braces has its place there.
    let filled = placeholders.reduce(template) { text, name in
      text.replacing("{\(name)}", with: String(repeating: "0", count: name.count + 2))
    }
    let start = filled.prefix { $0 != "{" && $0 != "}" }.count
    guard start < filled.count else { return }
    throw Mistake(
      message: "the url has a placeholder that nobody knows: \"\(template.dropFirst(start).prefix(30))\"",
      remedy: "write {indicator}, {first_year} or {last_year}")
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 200
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || "._-".contains($0) }
  }
}

extension ImportPlan.Source {
  /// The code of the World Bank's series that the source stands for, told from its url or from the
  /// name of the download: `API_SI.POV.GINI_DS2_en_csv_v2_499.csv`.
  package var series: String? {
    if !url.isEmpty, let address = try? ImportAddress(url), let series = address.series { return series }
    guard file.hasPrefix("API_"), let end = file.firstRange(of: "_DS") else { return nil }
    let series = file[..<end.lowerBound].dropFirst(4)
    return series.isEmpty ? nil : String(series)
  }
}
