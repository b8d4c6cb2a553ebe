// Ingest: the texts of Data/ → cube. Knows no lens and no weight.

import Diagnostics
import IndexModel
import Tabular

/// Turns the files of Data/ into one cube. The only way from text to figures.
package enum CubeReader {
  /// The paths under Data/ that the catalogue's indicators stand in, sorted.
  package static func paths(of framework: Framework) -> [String] {
    Set(framework.indicators.flatMap { $0.files.map(\.path) }).sorted()
  }

  /// Reads every indicator's files, each file once, on all cores.
  /// - Parameter texts: the files by path under Data/; whoever looked for a file that is not among
  ///   them has reported it.
  /// - Parameter neighbours: the land neighbours of each country, see `BorderReader`.
  package static func read(
    _ framework: Framework, countries: CountryTable, neighbours: [[CountryIndex]] = [],
    texts: [String: SourceText], into findings: inout Findings
  ) -> ObservationCube {
    let tables = Self.tables(framework.indicators, countries, texts)
    let joined = inParallel(framework.indicators.count) { index in
      join(framework.indicators[index], countries, texts, tables)
    }
    var told: Set<String> = []
    for (indicator, result) in zip(framework.indicators, joined) {
      // What was found in a file is told once, with the first indicator that names it.
      for file in indicator.files where told.insert(file.path).inserted {
        findings.append(contentsOf: tables[file.path]?.findings ?? Findings())
      }
      findings.append(contentsOf: result.findings)
    }
    return ObservationCube(
      countries: countries.countries, framework: framework, series: joined.map(\.series),
      neighbours: neighbours)
  }

  /// Reads one indicator's files, in order of precedence.
  package static func series(
    of indicator: Indicator, _ countries: CountryTable, _ texts: [String: SourceText],
    into findings: inout Findings
  ) -> Series { read(Framework([indicator]), countries: countries, texts: texts, into: &findings).series[0] }

  /// What a file holds for each of the indicators that name it.
  private struct Table: Sendable {
    var findings = Findings()
    /// Each is taken once, by the indicator that it is for.
    var figures: [Key: FiguresOnce] = [:]

    struct Key: Hashable {
      let indicator: IndicatorID
      let column: String?
    }
  }

  /// Figures that are handed out once, so that their memory is free again as soon as they are joined. Nobody else
  /// looks at them meanwhile.
  private final class FiguresOnce: @unchecked Sendable {
    private var figures: Figures
    let bounds: FigureBounds

    init(_ reading: FigureReader.Reading) { (figures, bounds) = (reading.figures, reading.bounds) }

    func take() -> Figures {
      defer { figures = Figures() }
      return figures
    }
  }

  private static func tables(
    _ indicators: [Indicator], _ countries: CountryTable, _ texts: [String: SourceText]
  ) -> [String: Table] {
    var wanted: [String: [(key: Table.Key, selection: FigureSelection)]] = [:]
    for indicator in indicators {
      for file in indicator.files where texts[file.path] != nil {
        let key = Table.Key(indicator: indicator.id, column: file.column)
        wanted[file.path, default: []].append((key, FigureSelection(of: indicator, column: file.column)))
      }
    }
    // The largest first, so that no core is left with one at the end.
    let paths = wanted.keys.sorted { (-(texts[$0]?.size ?? 0), $0) < (-(texts[$1]?.size ?? 0), $1) }
    let tables = inParallel(paths.count) { [wanted] index -> Table in
      var table = Table()
      guard let text = texts[paths[index]], let series = wanted[paths[index]] else { return table }
      let readings = FigureReader.read(
        text, series.map(\.selection), countries: countries, into: &table.findings)
      for (key, reading) in zip(series.map(\.key), readings) { table.figures[key] = FiguresOnce(reading) }
      return table
    }
    return Dictionary(uniqueKeysWithValues: zip(paths, tables))
  }

  private static func join(
    _ indicator: Indicator, _ countries: CountryTable, _ texts: [String: SourceText],
    _ tables: [String: Table]
  ) -> (series: Series, findings: Findings) {
    var findings = Findings()
    var parts: [Part] = []
    for file in indicator.files {
      guard let text = texts[file.path], let table = tables[file.path] else { continue }
      let key = Table.Key(indicator: indicator.id, column: file.column)
      let own = table.figures[key]
      parts.append(Part(figures: own?.take() ?? Figures(), bounds: own?.bounds ?? FigureBounds(), text: text))
    }
    let years = parts.compactMap(\.figures.years).reduce(nil as ClosedRange<Year>?) { all, span in
      min(all?.lowerBound ?? .max, span.lowerBound)...max(all?.upperBound ?? .min, span.upperBound)
    }
    var block = FigureBlock(
      countryCount: countries.countries.count, years: years,
      files: indicator.files.map(\.path).filter { texts[$0] != nil })
    for (index, part) in parts.enumerated() {
      fill(&block, with: part, file: index, indicator, countries, &findings)
    }
    return (Series(block), findings)
  }

  /// What one file has of an indicator.
  private struct Part {
    let figures: Figures
    let bounds: FigureBounds
    let text: SourceText
  }

  private static func fill(
    _ block: inout FigureBlock, with part: Part, file: Int, _ indicator: Indicator, _ countries: CountryTable,
    _ findings: inout Findings
  ) {
    let (figures, text, hasBounds) = (part.figures, part.text, !part.bounds.isEmpty)
    // Where a file of higher precedence has a figure, a duplicate in this one leaves no trace in
    // the block.
    var lines = figures.isDistinct ? nil : LineOfCell(block)
    figures.forEach { figure in
      if let first = lines?.update(figure) {
        let code = countries.countries[figure.country].code
        findings.append(
          often: .figures.duplicateFigure, "\(code) \(figure.year) stands on line \(first) already", in: text,
          at: (figure.line, 1), remedy: "keep one of the two rows")
        return
      }
      let kept = block.fill(figure.country, figure.year, with: figure.value, file: file, line: figure.line)
      if hasBounds, kept == figure.value, let bounds = part.bounds[figure] {
        block.bound(figure.country, figure.year, by: bounds)
      }
      guard kept != figure.value, abs(kept - figure.value) > 1e-9 * max(abs(kept), abs(figure.value)),
        let first = block.provenance(figure.country, figure.year)
      else { return }
      let code = countries.countries[figure.country].code
      findings.append(
        often: .figures.conflict,
        "\(indicator.id) of \(code) in \(figure.year) is \(CSVText.shortest(figure.value)) "
          + "here, \(CSVText.shortest(kept)) in \(first.file):\(first.line)", in: text, at: (figure.line, 1),
        remedy: "the catalogue's order of files decides: \(first.file) is used")
    }
  }

  /// The line of a file on which the figure of a country and year stands.
  private struct LineOfCell {
    private let firstYear: Year
    private let yearCount: Int
    private var lines: [UInt32]

    init(_ block: FigureBlock) {
      (firstYear, yearCount) = (block.firstYear, block.yearCount)
      lines = [UInt32](repeating: 0, count: block.countryCount * block.yearCount)
    }

    /// Notes the line of a figure.
    /// - Returns: the line of an earlier one for the same cell; nil when there is none.
    mutating func update(_ figure: Figure) -> Int? {
      let cell = figure.country.value * yearCount + figure.year - firstYear
      if lines[cell] > 0 { return Int(lines[cell]) }
      lines[cell] = UInt32(clamping: figure.line)
      return nil
    }
  }
}
