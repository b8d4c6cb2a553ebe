import Audit
import Diagnostics
import IndexModel
import Scoring

/// Two states of an index, read and found free of errors, and what changed from one to the other.
package struct StateComparison {
  package let before: Workspace
  package let after: Workspace
  /// What the two are called.
  package let names: (before: String, after: String)
  package let change: IndexChange
  package let revisions: FigureRevisions

  /// - Parameters:
  ///   - names: as a user gives them; the later is that of today where nil.
  ///   - options: figures and year; a year holds for both unless one is named a year.
  ///   - only: countries by any name; empty for all.
  package init(
    _ names: (before: String, after: String?), _ options: FigureChoice, lens: [String], only: [String] = [],
    warn: @escaping (Findings) -> Void
  ) throws {
    let folder = try DataFolder(options.data)
    let store = try VintageStore(beside: folder)
    let lenses = LensFolder(beside: folder)
    let states = try Failure.gathering([names.before, names.after ?? "now"]) {
      try StateName($0, store, lenses, in: folder)
    }
    let both = "\(names.before) and \(names.after ?? "now") are"
    if options.year != nil, states.allSatisfy(\.isYear) {
      throw WrongQuestion("\(both) years: leave the year out that is given beside them")
    }
    if !lens.isEmpty, states.allSatisfy(\.isLens) {
      throw WrongQuestion("\(both) lenses: leave the lens out that is given beside them")
    }
    let read = try Failure.gathering(states) { state in
      let workspace = try Self.workspace(state, options, lens, folder, warn)
      // What scoring finds is told, and stops where it is an error.
      _ = try workspace.score()
      return workspace
    }
    try self.init(read[0], read[1], (states[0].words, states[1].words), only: only)
  }

  /// - Precondition: both can be scored.
  init(_ before: Workspace, _ after: Workspace, _ names: (before: String, after: String), only: [String] = [])
    throws
  {
    (self.before, self.after, self.names) = (before, after, names)
    let places = try Failure.gathering(only) { try after.catalogue.country($0) }
    let codes = only.isEmpty ? nil : Set(places.map { after.cube.countries[$0].code })
    change = IndexChange(
      IndexState(before.cube, before.lens, before.year), IndexState(after.cube, after.lens, after.year),
      only: codes)
    revisions = FigureRevisions(before.cube, after.cube)
    let scored = Set(change.countries.map(\.country.code))
    _ = try Failure.gathering(places) { place in
      let country = after.cube.countries[place]
      if scored.contains(country.code) { return }
      throw Failure.one(
        .scores.outOfScope, "\(country.name) is not among the countries scored in both states",
        remedy: "the lens scores \(after.lens.scope.rawValue); add --scope all", status: 2)
    }
    guard change.countries.isEmpty else { return }
    throw Failure.one(
      .vintages.noCommonCountry, "\(names.before) and \(names.after) score no country in common", status: 2)
  }

  private static func workspace(
    _ state: StateName, _ options: FigureChoice, _ lens: [String], _ folder: DataFolder,
    _ warn: @escaping (Findings) -> Void
  ) throws -> Workspace {
    var (options, lens) = (options, lens)
    switch state {
    case .present: break
    case .vintage(let vintage):
      options.data = vintage.dataFolder
      // A lens that stands elsewhere today was kept by its name.
      lens = lens.map { vintage.hasLens(LensFolder.name($0)) ? LensFolder.name($0) : $0 }
    case .year(let year): options.year = year
    case .lens(let name): lens = [name]
    case .folder(let path): options.data = path
    case .revision(let name):
      let revision = try GitRevision(name, of: folder)
      defer { revision.remove() }
      return try Self.workspace(.folder(revision.dataFolder), options, lens, folder, warn)
    }
    return try Panel(options, lenses: lens, takesDefault: true, warn: warn).workspaces[0]
  }
}
