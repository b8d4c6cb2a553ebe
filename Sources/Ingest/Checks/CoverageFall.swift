import Diagnostics
import IndexModel
import Tabular

extension DataChecks {
  private static let named = 8

  /// Warns of indicators that have lost countries since the last report: those that had a value
  /// in it, observed or carried, and no figure of that year or later now. One finding an indicator,
  /// however few the countries: a figure that was published once seldom ceases to be known.
  /// - Parameter report: the indicators.csv of the last report.
  package static func coverageFall(
    _ figures: CheckedFigures, since report: SourceText, into findings: inout Findings
  ) {
    guard let lost = lost(figures, since: report) else {
      findings.append(
        .checks.unreadableReport,
        "the last report cannot be read, so that nothing can be " + "compared with it",
        at: .init(file: report.name), remedy: "write it anew with `hsi report`")
      return
    }
    for (index, codes) in zip(figures.cube.framework.indicatorIndices, lost) where !codes.isEmpty {
      let indicator = figures.indicator(index)
      let countries = CountWords.of(codes.count, "country", "countries")
      let more = codes.count > named ? " and \(codes.count - named) more" : ""
      findings.append(
        figures.finding(
          .checks.coverageFell,
          "\(indicator.id) has lost \(countries) since the last report: "
            + codes.prefix(named).joined(separator: ", ") + more, index,
          remedy: "look whether the last import left them out; if the source has withdrawn them, "
            + "write a new report"))
    }
  }

  /// The codes of the countries lost, by indicator; nil for a report that cannot be read.
  private static func lost(_ figures: CheckedFigures, since report: SourceText) -> [[String]]? {
    let columns = [
      "iso3", "indicator", "dimension", "year", "raw", "value", "normalised", "weight", "contribution",
      "status", "file", "line",
    ]
    var lost = [[String]](repeating: [], count: figures.cube.framework.indicators.count)
    let countries = Dictionary(
      uniqueKeysWithValues: figures.cube.countryIndices.map { (figures.code($0).description, $0) })
    var problems = Findings()
    RecordReader.read(
      report, columns: columns, required: ["iso3", "indicator", "year", "status"], into: &problems
    ) { record, _ in
      guard ["observed", "carried"].contains(record["status"]), let year = Year(record["year"]),
        let id = IndicatorID(record["indicator"]), let index = figures.cube.framework.indicator(id),
        let country = countries[record["iso3"]]
      else { return }
      let series = figures.cube.series[index]
      // A file that could not be read at all is an error of its own.
      guard !series.files.isEmpty else { return }
      let latest = series.lastYear.flatMap { series.latestYear(country, upTo: $0) }
      if latest.map({ $0 < year }) ?? true { lost[index].append(record["iso3"]) }
    }
    return problems.hasErrors ? nil : lost.map { $0.sorted() }
  }
}
