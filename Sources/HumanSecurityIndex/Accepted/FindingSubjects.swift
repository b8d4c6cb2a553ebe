import Diagnostics
import IndexModel
import Ingest
import Tabular

/// What findings are about, in words that stay while lines move and figures change.
package struct FindingSubjects {
  private let folder: DataFolder
  private let indicators: Set<String>
  private let names: [String]
  private let codes: [String: String]

  package init(_ catalogue: Catalogue) {
    folder = catalogue.folder
    indicators = Set(catalogue.framework.indicators.map(\.id.rawValue))
    let countries = catalogue.countries.countries
    names = countries.map(\.name)
    codes = Dictionary(countries.map { ($0.code.description, $0.name) }) { first, _ in first }
  }

  /// The file, then the indicators and countries that the message names, or where it names none the message without its
  /// numbers: `Data/food/hunger.csv: hunger, Kenya`. A line is no part of it, nor is a year.
  package func subject(of finding: Diagnostic) -> String {
    let named = named(in: finding.message)
    let words = named.isEmpty ? Self.withoutNumbers(finding.message) : named.joined(separator: ", ")
    // Once written, it has to be read back as the same.
    return Diagnostic.printable([file(of: finding), words].filter { !$0.isEmpty }.joined(separator: ": "))
  }

  /// The file from the folder of the index on, wherever that stands; empty for a finding without a file.
  package func file(of finding: Diagnostic) -> String {
    guard let path = finding.place?.file else { return "" }
    if path.hasPrefix(folder.path + "/") { return "Data/" + path.dropFirst(folder.path.count + 1) }
    for part in ["Weights", "Reports"] {
      let own = folder.sibling(part) + "/"
      if path.hasPrefix(own) { return "\(part)/" + path.dropFirst(own.count) }
    }
    return path
  }

  /// Indicators by their names, then countries by theirs, each sorted and once.
  private func named(in message: String) -> [String] {
    let words = message.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
    let countries = words.compactMap { codes[$0] } + names.filter { Self.stands($0, in: message) }
    // Niger is not meant where Nigeria is; Guinea is not where Guinea-Bissau is.
    let whole = countries.filter { name in !countries.contains { $0 != name && $0.contains(name) } }
    return Set(words.filter(indicators.contains)).sorted() + Set(whole).sorted()
  }

  private static func stands(_ name: String, in message: String) -> Bool {
    message.ranges(of: name).contains { range in
      let before =
        range.lowerBound == message.startIndex ? nil : message[message.index(before: range.lowerBound)]
      let after = range.upperBound == message.endIndex ? nil : message[range.upperBound]
      return ![before, after].contains { $0?.isLetter == true || $0?.isNumber == true }
    }
  }

  /// At most 200 characters of it: a subject is one cell of a table that people read.
  private static func withoutNumbers(_ message: String) -> String {
    let first = message.split(separator: "; the same in ", maxSplits: 1).first.map(String.init) ?? message
    var text = ""
    for character in first.prefix(200) {
      let isNumber = character.isNumber || (text.last == "#" && ".,".contains(character))
      if !isNumber { text.append(character) } else if text.last != "#" { text.append("#") }
    }
    return text.trimmingSpaces
  }
}
