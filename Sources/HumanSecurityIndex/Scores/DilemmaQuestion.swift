import Analysis
import Diagnostics
import IndexModel
import Reporting

/// What is asked of the burden of arms: whose, in which years, by which series.
package struct DilemmaQuestion {
  package let folder: DataFolder
  package let page: DilemmaPage

  /// - Parameters:
  ///   - data: the path of the data folder.
  ///   - names: countries, each with its years; empty for all.
  ///   - indicator: nil for the first of indicators.csv that is a mean of neighbours' figures.
  ///   - warn: takes what is found that stops nothing.
  package init(
    data: String, countries names: [String], years: YearSpan?, indicator: String?, scope: Scope,
    warn: (Findings) -> Void
  ) throws {
    folder = try DataFolder(data)
    var findings = Findings()
    let catalogue = Catalogue(folder, into: &findings)
    let (cube, _) = catalogue.cube(into: &findings)
    try findings.throwErrors()
    try catalogue.requireBorders()
    let chosen = try Self.chosen(indicator, catalogue)
    let span = try Self.years(years, cube.series[chosen], of: catalogue.framework.indicators[chosen])
    findings.append(contentsOf: span.findings)
    warn(findings.only { $0.severity == .warning })
    let places = try Failure.gathering(names) { try Self.place($0, catalogue) }
    let inScope = cube.countryIndices.filter { scope.contains(cube.countries[$0]) || places.contains($0) }
    let dilemma = SecurityDilemma(
      cube, indicator: chosen, countries: inScope, years: span.years,
      carryForward: Lens(name: "").carryForward)
    page = DilemmaPage(
      dilemma, cube, Self.named(catalogue.framework, chosen), countries: places.isEmpty ? nil : places)
  }

  private static func chosen(_ indicator: String?, _ catalogue: Catalogue) throws -> IndicatorIndex {
    let indicators = catalogue.framework.indicators
    guard let indicator else {
      if let first = indicators.firstIndex(where: { $0.derivation.neighbours == .mean }) {
        return IndicatorIndex(first)
      }
      throw Failure.one(
        .commands.noNeighbourMean, "no indicator of indicators.csv is a mean of neighbours' figures",
        remedy: "choose one with --indicator", status: 2)
    }
    if let place = IndicatorID(indicator).flatMap(catalogue.framework.indicator) { return place }
    throw Failure.one(
      .framework.unknownIndicator, "the indicator \"\(indicator)\" is not in the catalogue",
      remedy: NearestName.remedy(for: indicator, among: indicators.map(\.id.rawValue)), status: 2)
  }

  /// What the figures are called: an indicator of the same files that has no rule for neighbours.
  private static func named(_ framework: Framework, _ chosen: IndicatorIndex) -> Indicator {
    let own = framework.indicators[chosen]
    var plain = own.derivation
    (plain.neighbours, plain.meanOver, plain.changeOver) = (nil, nil, nil)
    return framework.indicators.first { $0.files == own.files && $0.derivation == plain } ?? own
  }

  private static func years(_ years: YearSpan?, _ series: Series, of indicator: Indicator) throws -> (
    years: ClosedRange<Year>, findings: Findings
  ) {
    guard let last = series.lastYear else {
      throw Failure.one(
        .commands.noSuchYears, "\(indicator.id) has no figures", remedy: "choose another --indicator",
        status: 2)
    }
    let reach = series.firstYear...last
    let wanted = years == nil ? Array(reach) : years?.years(within: reach)
    guard let span = wanted, let from = span.first, let to = span.last, span.contains(where: reach.contains)
    else {
      throw Failure.one(
        .commands.noSuchYears, "--years names no year in which there are figures",
        remedy: "figures reach from \(reach.lowerBound) to \(reach.upperBound)", status: 2)
    }
    let lacking = span.filter { !reach.contains($0) }
    if lacking.isEmpty { return (from...to, Findings()) }
    let doubt = Diagnostic(
      .folders.yearWithoutFigures, "in \(YearRuns.text(lacking)) there are no figures of \(indicator.id)",
      remedy: "figures reach from \(reach.lowerBound) to \(reach.upperBound)")
    return (from...to, Findings(doubt))
  }

  private static func place(_ name: String, _ catalogue: Catalogue) throws -> CountryIndex {
    let place = try catalogue.country(name)
    guard !catalogue.neighbours[place].isEmpty else {
      throw Failure.one(
        .commands.noNeighbour, "\(catalogue.countries.countries[place].name) has no land neighbour", status: 2
      )
    }
    return place
  }
}

extension Catalogue {
  package func requireBorders() throws {
    guard neighbours.isEmpty else { return }
    throw Failure.one(
      .countries.noBorders, "there is no borders.csv, so that no country has a neighbour",
      at: .init(file: folder.path + "/borders.csv"),
      remedy: "add it, with the columns iso3,neighbour and each border in both directions")
  }
}
