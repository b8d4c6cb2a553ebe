import Analysis
import Diagnostics
import IndexModel
import Ingest
import Scoring
import Tabular

/// Which group of countries is asked about.
package enum GroupQuestion: Sendable, Equatable {
  /// One that the table of countries knows, by its name.
  case known(Grouping, String)
  /// One of a file of groups; nil for groups.csv of the data folder.
  case own(String, file: String?)
}

extension Workspace {
  /// The countries that are asked about, among those of a table; throws what is wrong with the question or the file.
  package func group(_ question: GroupQuestion, in table: ScoreTable) throws -> CountryGroup {
    let (name, members) =
      switch question {
      case .known(let grouping, let name): try known(grouping, name)
      case .own(let name, let file): try own(name, file)
      }
    let rows = Set(members.compactMap { table.row(of: $0) })
    guard rows.isEmpty else { return CountryGroup(name, rows, in: table) }
    throw Failure.one(
      .groups.emptyGroup, "no country of \(name) is among the countries scored",
      remedy: "the lens scores \(lens.scope.rawValue); choose another group, or add --scope all", status: 2)
  }

  // MARK: - Regions and income groups

  private func known(_ grouping: Grouping, _ text: String) throws -> (String, [CountryIndex]) {
    let countries = cube.countries
    let names = Set(countries.map { grouping.group(of: $0) }).filter { !$0.isEmpty }.sorted()
    let wanted = Self.folded(text)
    // Income groups are written with and without the word: "low" is "Low income".
    let matching = names.first { Self.folded($0) == wanted || Self.folded($0) == wanted + " income" }
    guard let name = matching else {
      throw Failure.one(
        .groups.unknownGroup, "no \(Self.word(grouping)) is called \"\(text)\"",
        remedy: Self.remedy(text, names), status: 2)
    }
    return (name, CountryIndex.all(countries.count).filter { grouping.group(of: countries[$0]) == name })
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().replacing("-", with: " ").split(separator: " ").joined(separator: " ")
  }

  private static func word(_ grouping: Grouping) -> String {
    switch grouping {
    case .world, .region: "region"
    case .subregion: "sub-region"
    case .income: "income group"
    case .parent: "group"
    }
  }

  private static func remedy(_ text: String, _ names: [String]) -> String {
    names.isEmpty
      ? "countries.csv says none: fill in its column" : NearestName.remedy(for: text, among: names)
  }

  // MARK: - Own groups

  private func own(_ wanted: String, _ file: String?) throws -> (String, [CountryIndex]) {
    var findings = Findings()
    let text = try groups(file, into: &findings)
    let groups = GroupReader.read(text, catalogue.countries, into: &findings)
    try findings.throwErrors()
    warn(findings)
    guard let group = groups.first(where: { Self.folded($0.name) == Self.folded(wanted) }) else {
      throw Failure.one(
        .groups.unknownGroup, "\(text.name) has no group \"\(wanted)\"", at: .init(file: text.name),
        remedy: NearestName.remedy(for: wanted, among: groups.map(\.name)), status: 2)
    }
    return (group.name, group.members)
  }

  private func groups(_ file: String?, into findings: inout Findings) throws -> SourceText {
    let remedy =
      "write it with the columns group,\(catalogue.countries.keyColumn), or name another one with --groups FILE"
    guard let file else {
      if let text = catalogue.folder.textIfPresent("groups.csv", into: &findings) { return text }
      try findings.throwErrors()
      let path = catalogue.folder.path + "/groups.csv"
      throw Failure.one(
        .tables.unreadableFile, "there is no file of groups", at: .init(file: path), remedy: remedy)
    }
    do { return try FileReading.table(file) } catch {
      throw Failure.one(
        .tables.unreadableFile, "the groups cannot be read: \(error.reason)", at: .init(file: file),
        remedy: remedy)
    }
  }
}
