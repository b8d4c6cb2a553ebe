import Diagnostics
import IndexModel
import Tabular

extension ObservationCube {
  /// The values of the indicators that a lens weighs, before they are scored: the same for all lenses that differ in
  /// normalisation, goalposts, outliers or aggregation alone, for which `score` takes them.
  package func values(_ year: Year, by lens: Lens) -> [IndicatorColumn?] {
    var findings = Findings()
    return ColumnMaker(self, lens, year, countries(in: lens.scope)).columns(
      SiblingWeights.normalised(lens, framework), into: &findings)
  }
}

/// Takes one indicator's values at the reference year out of the cube.
///
/// Methodology: the latest derived value in [Y − W, Y]; ratio first, then neighbours, then mean or change.
struct ColumnMaker {
  let cube: ObservationCube
  let lens: Lens
  let year: Year
  let countries: [CountryIndex]
  /// The groups by which the lens imputes, one a country (`Imputer.groups`).
  let groups: [String]
  /// Among whom values are compared; nil for all.
  let compared: ComparedGroups?
  let interventions: [Intervention]

  init(
    _ cube: ObservationCube, _ lens: Lens, _ year: Year, _ countries: [CountryIndex],
    _ interventions: [Intervention] = []
  ) {
    (self.cube, self.lens, self.year, self.countries) = (cube, lens, year, countries)
    self.interventions = interventions
    groups = Imputer.groups(lens.impute, cube, countries)
    compared = ComparedGroups(lens, cube, countries)
  }

  /// The columns of the indicators of weight, without their scores; nil for the others.
  func columns(_ weights: [Double], into findings: inout Findings) -> [IndicatorColumn?] {
    var columns = [IndicatorColumn?](repeating: nil, count: cube.framework.indicators.count)
    for (node, weight) in zip(cube.framework.nodes, weights) where weight > 0 {
      guard let indicator = node.indicator else { continue }
      columns[indicator] = column(indicator, into: &findings)
    }
    return columns
  }

  /// The column without its scores; nil for an indicator without goalposts.
  func column(_ indicator: IndicatorIndex, into findings: inout Findings) -> IndicatorColumn? {
    let definition = cube.framework.indicators[indicator]
    guard let posts = lens.goalposts[definition.id] ?? definition.goalposts else { return nil }
    let derived = DerivedSeries(cube, indicator, carryForward: lens.carryForward)
    let isStored = definition.derivation.isIdentity
    var cells: [Cell] = []
    var years: [Year] = []
    var raw: [Double] = []
    var values: [Double] = []
    cells.reserveCapacity(countries.count)
    years.reserveCapacity(countries.count)
    raw.reserveCapacity(countries.count)
    values.reserveCapacity(countries.count)
    for country in countries {
      var latest = latest(derived, country, isStored: isStored)
      if case .figure(let at, _, let value) = latest, !definition.transform.accepts(value) {
        findings.append(transformError(definition, indicator, country, at, value))
        latest = .absent(.notDerivable)
      }
      switch latest {
      case .figure(let at, let figure, let value):
        cells.append(at == year ? .observed : .carried(age: year - at))
        years.append(at)
        raw.append(figure)
        values.append(value)
      case .absent(let absence):
        cells.append(.absent(absence))
        years.append(0)
        raw.append(.nan)
        values.append(.nan)
      }
    }
    var column = IndicatorColumn(
      indicator: indicator, goalposts: posts, cells: cells, years: years, raw: raw, values: values, scores: []
    )
    derived.reportZeroDenominators(countries, year, into: &findings)
    Imputer.impute(&column, lens.impute, groups)
    return column
  }

  /// Makes scores of a column's values: caps, transform, outliers, normalisation; or in place of the last three a cut-off.
  /// The values stay as they are.
  func normalise(_ column: inout IndicatorColumn, into findings: inout Findings) {
    let definition = cube.framework.indicators[column.indicator]
    // Known values may have been taken under another lens.
    column.goalposts = lens.goalposts[definition.id] ?? definition.goalposts ?? column.goalposts
    var values = column.values
    if let cutoff = lens.cutoffs[definition.id] {
      let moreIsSafer = column.goalposts.moreIsSafer
      column.scores = values.map {
        cutoff.score(lens.capped($0, of: definition.id), moreIsSafer: moreIsSafer)
      }
      return
    }
    if lens.caps[definition.id] != nil { values = values.map { lens.capped($0, of: definition.id) } }
    if definition.transform != .none {
      values = values.map { $0.isNaN ? .nan : definition.transform($0) ?? .nan }
    }
    if lens.outliers == .winsorise,
      let treated = Winsoriser.treat(values, underGoalposts: lens.normalisation == .goalposts)
    {
      values = treated.values
      column.treatment = treated.treatment
      if treated.treatment == .left { findings.append(untreated(definition)) }
    }
    let normaliser = Normaliser(
      method: lens.normalisation, posts: column.goalposts, transform: definition.transform)
    let reference = lens.reference.flatMap { code in countries.firstIndex { cube.countries[$0].code == code }
    }.map(RowIndex.init)
    let (scores, doubt) =
      compared.map { normaliser.scores(values, within: $0) }
      ?? normaliser.scores(values, reference: reference)
    column.scores = scores
    if let doubt { findings.append(finding(doubt, definition, column)) }
  }

  /// Notes who is compared with nobody.
  func noteUngrouped(into findings: inout Findings) {
    guard let count = compared?.ungrouped, count > 0 else { return }
    findings.append(
      Diagnostic(
        .scoring.noGroup,
        "\(CountWords.of(count, lens.index.unit, lens.index.units)) \(count == 1 ? "belongs" : "belong") to no "
          + "\(lens.comparedWithin.rawValue): there is nothing to compare them with, and they have no score"))
  }

  private func untreated(_ definition: Indicator) -> Diagnostic {
    Diagnostic(
      .scoring.outliersLeft,
      "moving five points does not draw in the extremes of \(definition.id), and its goalposts "
        + "would lose their meaning under another scale: it is left as it is",
      remedy: "choose a transform in indicators.csv")
  }

  private func finding(_ doubt: Normaliser.Doubt, _ definition: Indicator, _ column: IndicatorColumn)
    -> Diagnostic
  {
    switch doubt {
    case .constant:
      return Diagnostic(
        .scoring.constant, "every country has the same value of \(definition.id): it tells none apart",
        remedy: "give it the weight 0 in the lens")
    case .constantWithin(let groups):
      let (first, count) = (groups.prefix(3).joined(separator: ", "), compared?.members.count ?? 0)
      return Diagnostic(
        .scoring.constant,
        "in \(groups.count) of \(count) groups all have the same value of \(definition.id), and score the same: \(first)"
          + (groups.count > 3 ? ", …" : ""), remedy: "compare within larger groups, or give it the weight 0")
    case .noReference:
      return Diagnostic(
        .scoring.noReference,
        "\(lens.reference?.description ?? "the reference") has no value of \(definition.id) to be "
          + "compared with", remedy: "choose another reference, or give the indicator the weight 0")
    case .notPositive(let place):
      let figure = cube.series[column.indicator].provenance(countries[place], column.years[place])
      var (origin, remedy) = ("", "choose another normalisation")
      if case .imputed(let rule) = column.cells[place] {
        origin = ", imputed by \(rule.replacing("_", with: " ")),"
        remedy += ", or another impute"
      }
      return Diagnostic(
        .scoring.notPositive,
        "\(definition.id) of \(cube.countries[countries[place]].code)\(origin) is not above 0, so "
          + "that a ratio to a reference says nothing",
        at: figure.map { .init(file: $0.file, line: $0.line) }, remedy: remedy)
    }
  }

  /// The latest figure that a value can be derived from.
  private enum Latest {
    case figure(Year, raw: Double, value: Double)
    case absent(Absence)
  }

  /// - Parameter isStored: whether the value is the figure as it is stored.
  @inline(__always) private func latest(_ derived: DerivedSeries, _ country: CountryIndex, isStored: Bool)
    -> Latest
  {
    if derived.rule != nil { return latestAmongNeighbours(derived, country) }
    let latest = derived.series.latestYear(country, upTo: year)
    guard let latest else { return .absent(.neverObserved) }
    let earliest = year - lens.carryForward
    guard latest >= earliest else { return .absent(.tooOld(latest: latest)) }
    var candidate: Year? = latest
    while let at = candidate, at >= earliest {
      if let raw = derived.series.value(country, at), let value = isStored ? raw : derived.value(country, at)
      {
        return .figure(at, raw: raw, value: value)
      }
      candidate = derived.series.latestYear(country, upTo: at - 1)
    }
    return .absent(.notDerivable)
  }

  /// A value that neighbours' figures enter may stand at a year in which the country has none itself.
  private func latestAmongNeighbours(_ derived: DerivedSeries, _ country: CountryIndex) -> Latest {
    var hasFigure = false
    for candidate in stride(from: year, through: year - lens.carryForward, by: -1) {
      guard let raw = derived.figure(country, candidate) else { continue }
      hasFigure = true
      if let value = derived.value(country, candidate) { return .figure(candidate, raw: raw, value: value) }
    }
    if let absence = derived.absence(country, year) { return .absent(absence) }
    let latest = derived.series.latestYear(country, upTo: year)
    return .absent(hasFigure ? .notDerivable : latest.map { .tooOld(latest: $0) } ?? .neverObserved)
  }

  private func transformError(
    _ definition: Indicator, _ indicator: IndicatorIndex, _ country: CountryIndex, _ year: Year,
    _ value: Double
  ) -> Diagnostic {
    let place = cube.series[indicator].provenance(country, year)
    return Diagnostic(
      .framework.transform,
      "\(definition.id) of \(cube.countries[country].code) in \(year) is "
        + "\(CSVText.shortest(value)), but \(definition.transform) needs " + definition.transform.requirement,
      at: place.map { .init(file: $0.file, line: $0.line) },
      remedy: "correct the figure, or choose another transform in indicators.csv")
  }
}
