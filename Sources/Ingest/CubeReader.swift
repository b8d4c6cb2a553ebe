import HumanSecurity
import Tabular

/// Turns the files of Data/ into one cube. The only way from text to figures.
public enum CubeReader {
  /// The paths under Data/ that the catalogue's indicators stand in, sorted.
  public static func paths(of framework: Framework) -> [String] {
    Set(framework.indicators.flatMap { $0.files.map(\.path) }).sorted()
  }

  /// Reads every indicator's files.
  /// - Parameter texts: the files by path under Data/; whoever looked for a file that is not among
  ///   them has reported it.
  public static func read(
    _ framework: Framework, countries: CountryTable, texts: [String: SourceText],
    into findings: inout Findings
  ) -> ObservationCube {
    var series: [Series] = []
    for indicator in framework.indicators {
      series.append(Self.series(of: indicator, countries, texts, into: &findings))
    }
    return ObservationCube(
      countries: countries.countries, framework: framework, series: series)
  }

  /// Reads one indicator's files, in order of precedence.
  public static func series(
    of indicator: Indicator, _ countries: CountryTable, _ texts: [String: SourceText],
    into findings: inout Findings
  ) -> Series {
    var tables: [(figures: [Figure], text: SourceText)] = []
    for file in indicator.files {
      guard let text = texts[file.path] else { continue }
      var found = Findings()
      let selection = FigureSelection(of: indicator, column: file.column)
      let figures = FigureReader.read(text, selection, countries: countries, into: &found).figures
      findings.append(contentsOf: found)
      tables.append((figures, text))
    }
    let years = tables.flatMap { table in table.figures.map(\.year) }
    let span = years.min().flatMap { first in years.max().map { first...$0 } }
    var series = Series(
      countryCount: countries.countries.count, years: span,
      files: indicator.files.map(\.path).filter { texts[$0] != nil })
    for (index, table) in tables.enumerated() {
      fill(&series, with: table.figures, file: index, table.text, indicator, countries, &findings)
    }
    return series
  }

  private static func fill(
    _ series: inout Series, with figures: [Figure], file: Int, _ text: SourceText,
    _ indicator: Indicator, _ countries: CountryTable, _ findings: inout Findings
  ) {
    var ownLines: [Int: Int] = [:]
    for figure in figures {
      let cell = figure.country << 12 | figure.year
      if let first = ownLines[cell] {
        let code = countries.countries[figure.country].code
        report(
          .error, "duplicate-figure",
          "\(code) \(figure.year) stands on line \(first) already", figure, text,
          "keep one of the two rows", &findings)
        continue
      }
      ownLines[cell] = figure.line
      let kept = series.fill(
        figure.country, figure.year, with: figure.value, file: file, line: figure.line)
      if abs(kept - figure.value) > 1e-9 * max(abs(kept), abs(figure.value)),
        let first = series.provenance(figure.country, figure.year)
      {
        let code = countries.countries[figure.country].code
        report(
          .warning, "conflict",
          "\(indicator.id) of \(code) in \(figure.year) is \(CSVText.shortest(figure.value)) "
            + "here, \(CSVText.shortest(kept)) in \(first.file):\(first.line)",
          figure, text, "the catalogue's order of files decides: \(first.file) is used", &findings)
      }
    }
  }

  private static func report(
    _ severity: Diagnostic.Severity, _ identifier: String, _ message: @autoclosure () -> String,
    _ figure: Figure, _ text: SourceText, _ remedy: @autoclosure () -> String,
    _ findings: inout Findings
  ) {
    findings.append(severity, identifier, in: text) {
      Diagnostic(
        severity, identifier, message(), in: text, line: figure.line, column: 1,
        remedy: remedy())
    }
  }
}
