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
  ///   - file: the canonical file.
  package func warnings(
    _ new: CanonicalFigures, insteadOf old: CanonicalFigures, of index: IndicatorIndex, _ file: FigureFile
  ) -> Findings {
    guard let new = checked(new, index, file) else { return Findings() }
    func units(_ figures: CheckedFigures) -> Findings {
      var findings = Findings()
      DataChecks.unitBreaks(figures, into: &findings)
      DataChecks.unitSlips(figures, into: &findings)
      return findings
    }
    var findings = units(new)
    if !old.rows.isEmpty, !findings.isEmpty, let old = checked(old, index, file) {
      let known = Set(units(old).all.map(Cause.init))
      findings = findings.reworded { finding in
        known.contains(Cause(finding))
          ? finding.message : finding.message + "; the figures there were do not have this"
      }
    }
    DataChecks.futureYears(new, present: Clock.year, into: &findings)
    compare(new, index, into: &findings)
    return findings.only { $0.severity == .warning }
  }

  /// The figures alone, as they will be read from their file.
  private func checked(_ figures: CanonicalFigures, _ index: IndicatorIndex, _ file: FigureFile)
    -> CheckedFigures?
  {
    guard let text = catalogue.text else { return nil }
    let table = SourceText(name: catalogue.folder.path + "/" + file.path, figures.csv)
    var unread = Findings()
    let none = Series(FigureBlock(countryCount: catalogue.countries.countries.count, years: nil, files: []))
    var series = catalogue.framework.indicators.map { _ in none }
    series[index] = CubeReader.series(
      of: catalogue.framework.indicators[index], catalogue.countries, [file.path: table], into: &unread)
    return CheckedFigures(cube(series), texts: [file.path: table], catalogue: text)
  }

  /// Compares them with the figures of all other indicators.
  private func compare(_ new: CheckedFigures, _ index: IndicatorIndex, into findings: inout Findings) {
    var unread = Findings()
    if series.isEmpty { series = catalogue.cube(into: &unread).cube.series }
    series[index] = new.cube.series[index]
    let all = CheckedFigures(cube(series), texts: new.texts, catalogue: new.catalogue)
    DataChecks.sameFigures(as: index, all, into: &findings)
  }

  private func cube(_ series: [Series]) -> ObservationCube {
    ObservationCube(countries: catalogue.countries.countries, framework: catalogue.framework, series: series)
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
