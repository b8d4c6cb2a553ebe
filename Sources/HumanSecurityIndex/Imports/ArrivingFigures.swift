import Diagnostics
import IndexModel
import Ingest
import Tabular

/// The checks of figures, made of those that are about to be written.
package final class ArrivingFigures {
  private let catalogue: Catalogue
  /// The figures of every indicator, with those that have arrived; read when first needed.
  private var series: [Series] = []

  package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// What is doubtful about an indicator's new figures, as warnings at the lines of the file that
  /// they will stand in; it is said which of them its old figures gave no cause for.
  /// - Parameters:
  ///   - index: the indicator's place in the framework.
  ///   - file: the canonical file.
  package func warnings(
    _ new: CanonicalFigures, insteadOf old: CanonicalFigures, of index: Int, _ file: FigureFile
  ) -> Findings {
    guard let new = checked(new, index, file) else { return Findings() }
    var findings = Findings()
    DataChecks.unitBreaks(new, into: &findings)
    DataChecks.unitSlips(new, into: &findings)
    if !old.rows.isEmpty, !findings.isEmpty, let old = checked(old, index, file) {
      var before = Findings()
      DataChecks.unitBreaks(old, into: &before)
      DataChecks.unitSlips(old, into: &before)
      findings = told(findings, since: before)
    }
    DataChecks.futureYears(new, present: Clock.year, into: &findings)
    compare(new, index, into: &findings)
    return findings.only { $0.severity == .warning }
  }

  /// The figures alone, as they will be read from their file.
  private func checked(_ figures: CanonicalFigures, _ index: Int, _ file: FigureFile) -> CheckedFigures? {
    guard let text = catalogue.text else { return nil }
    let table = SourceText(name: catalogue.folder.path + "/" + file.path, figures.csv)
    var unread = Findings()
    var series = catalogue.framework.indicators.map { _ in noFigures }
    series[index] = CubeReader.series(
      of: catalogue.framework.indicators[index], catalogue.countries, [file.path: table], into: &unread)
    return CheckedFigures(cube(series), texts: [file.path: table], catalogue: text)
  }

  /// Compares them with the figures of all other indicators.
  private func compare(_ new: CheckedFigures, _ index: Int, into findings: inout Findings) {
    var unread = Findings()
    if series.isEmpty { series = catalogue.cube(into: &unread).cube.series }
    series[index] = new.cube.series[index]
    let all = CheckedFigures(cube(series), texts: new.texts, catalogue: new.catalogue)
    DataChecks.sameFigures(as: index, all, into: &findings)
  }

  private func cube(_ series: [Series]) -> ObservationCube {
    ObservationCube(countries: catalogue.countries.countries, framework: catalogue.framework, series: series)
  }

  private var noFigures: Series {
    Series(countryCount: catalogue.countries.countries.count, years: nil, files: [])
  }

  private func told(_ findings: Findings, since before: Findings) -> Findings {
    let known = Set(before.all.map(Cause.init))
    return findings.reworded { finding in
      known.contains(Cause(finding))
        ? finding.message : finding.message + "; the figures there were do not have this"
    }
  }

  /// What a finding is about: a break by its year, since further countries change its wording and
  /// the country that is named first; a slip by country and year.
  private struct Cause: Hashable {
    let kind: FindingKind
    let cell: [Substring]

    init(_ finding: Diagnostic) {
      kind = finding.kind
      // The line of a canonical file: iso3,year,value.
      let fields = finding.excerpt.split(separator: ",").prefix(2)
      cell = kind == .checks.unitBreak ? Array(fields.dropFirst()) : Array(fields)
    }
  }
}
