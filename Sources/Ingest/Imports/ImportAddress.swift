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
    guard parts.count == 2, Self.isName(parts[1]) else { throw Self.mistake(text) }
    let name = String(parts[1])
    switch parts[0] {
    case "worldbank": self = .worldBank(series: name)
    case "worldbank-csv": self = .worldBankArchive(series: name)
    case "owid": self = .owid(slug: name)
    default: throw Self.mistake(text)
    }
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
    var rest = template[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let inner = rest[rest.index(after: open)...].prefix { $0 != "}" && $0 != "{" }
      guard rest[open] == "{", inner.endIndex < rest.endIndex, rest[inner.endIndex] == "}",
        placeholders.contains(String(inner))
      else {
        throw Mistake(
          message: "the url has a placeholder that nobody knows: \"\(rest[open...].prefix(30))\"",
          remedy: "write {indicator}, {first_year} or {last_year}")
      }
      rest = rest[rest.index(after: inner.endIndex)...]
    }
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 200
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || "._-".utf8.contains($0)
      }
  }

  private static func mistake(_ text: String) -> Mistake {
    Mistake(
      message: "\"\(text)\" is no url",
      remedy: "write https://…, worldbank:CODE, worldbank-csv:CODE or owid:SLUG")
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
