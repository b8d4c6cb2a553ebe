// HumanSecurityIndex: an index on disk, read and written. Knows no option and no terminal.

import Diagnostics
import IndexModel
import Scoring
import Tabular

/// Figures and judgements, read and found free of errors.
package struct Workspace {
  package let catalogue: Catalogue
  package let cube: ObservationCube
  package let texts: [String: SourceText]
  package let lenses: LensFolder
  package let lens: Lens
  /// What the lens was chosen by: its name or its file.
  let lensChoice: String
  /// What the figures were chosen by.
  let choice: FigureChoice
  package let year: Year
  /// What becomes of findings that stop nothing.
  package let warn: (Findings) -> Void

  /// The score table of a year; throws the data errors that only scoring shows.
  package func score(_ year: Year? = nil) throws -> ScoreTable {
    let table = cube.score(year ?? self.year, by: lens)
    var findings = table.findings
    try findings.located(in: texts).throwErrors()
    if !table.scoresAnything { throw YearDoubts.ofNothing([table.year], cube, lens) }
    findings.append(contentsOf: YearDoubts.ofFigures([table.year], cube, lens))
    try report(findings)
    return table
  }

  /// Shows what was noticed while scoring; throws it where there are errors.
  package func report(_ scoring: Findings) throws {
    let findings = scoring.located(in: texts)
    try findings.throwErrors()
    warn(findings)
  }

  /// The places of countries in a table, by any of their names; throws what is wrong with all of them.
  package func places(_ names: [String], in table: ScoreTable) throws -> [RowIndex] {
    try Failure.gathering(names) { try place($0, in: table) }
  }

  /// The place of a country in a table, by any of its names.
  package func place(_ name: String, in table: ScoreTable) throws(Failure) -> RowIndex {
    let index = try catalogue.country(name)
    guard let place = table.row(of: index) else {
      throw Failure.one(
        .scores.outOfScope, "\(cube.countries[index].name) is not among the countries scored",
        remedy: "the lens scores \(lens.scope.rawValue); add --scope all", status: 2)
    }
    return place
  }
}

extension ScoreTable {
  /// Throws where a country is not ranked, with the reason.
  /// - Parameter remedy: nil for the one of the finding.
  package func requireRank(of place: RowIndex, remedy: String? = nil) throws(Failure) {
    guard case .withheld(let reason) = standings[place] else { return }
    throw Failure.one(
      .commands.notRanked, "\(country(place).name) is not ranked: \(reason)", remedy: remedy, status: 2)
  }
}
