import IndexModel
import Scoring
import Tabular

/// What a country's score of one dimension is made of: components and indicators as they hang there.
struct ExplainedParts {
  private let table: ScoreTable
  private let place: RowIndex
  private let dimension: NodeIndex
  private let dataFolder: String
  private let shares: [Contribution]

  init(_ table: ScoreTable, _ place: RowIndex, _ dimension: NodeIndex, _ dataFolder: String) {
    (self.table, self.place, self.dimension, self.dataFolder) = (table, place, dimension, dataFolder)
    shares = table.contributions(to: dimension, place)
  }

  /// Why a node has no score: how much of its weight is there, and how much it takes.
  static func shortfall(_ table: ScoreTable, _ node: NodeIndex, _ country: RowIndex) -> String {
    "\(NumberFormat.percent(table.presentShare(of: node, country))) of its weight is present and "
      + "\(NumberFormat.percent(table.shareRequired(of: node))) needed"
  }

  /// Whose mean stands for the score of a node; nil where it is the country's own.
  static func imputation(_ table: ScoreTable, _ node: NodeIndex, _ country: RowIndex) -> String? {
    guard table.isImputed(node, country) else { return nil }
    let grouping = table.lens.aggregation[table.framework.nodes[node]].rule.imputedFrom ?? .world
    return "imputed: the mean of \(grouping == .world ? "all" : "its \(grouping.inProse)")"
  }

  /// A row a component and indicator.
  /// - Parameter withFigures: whether there is room for where each figure stands.
  func table(withFigures: Bool) -> TextTable {
    let columns: [TextTable.Column] = [
      .text("indicator", shrinksTo: 14), .number("value"), .text("unit", shrinksTo: 8), .number("year"),
      .number("worst"), .number("best"), .text("scale", shrinksTo: 9), .number("score"), .number("weight"),
      .number("points"), .text("figure"),
    ]
    let scale = 6
    let shown = columns.indices.filter {
      ($0 != scale || hasScales) && ($0 != columns.count - 1 || withFigures)
    }
    let rows = table.weighed(below: dimension).map(row)
    return TextTable(shown.map { columns[$0] }, rows.map { row in shown.map { row[$0] } })
  }

  /// Whether the scale between goalposts is other than linear for any indicator here.
  private var hasScales: Bool { columns.contains { scale($0) != "" } }

  private func scale(_ column: IndicatorColumn) -> String {
    table.framework.indicators[column.indicator].transform.scale ?? ""
  }

  /// The columns of the indicators that take part, in framework order.
  private var columns: [IndicatorColumn] {
    table.weighed(below: dimension).compactMap { table.column(of: $0) }
  }

  private func row(_ node: NodeIndex) -> [String] {
    if let column = table.column(of: node) { return row(node, column, shares[node]) }
    let score = table.score(node, place)
    let isCounted = score != nil && shares[node].weight > 0
    return [
      table.framework.indented(node, below: dimension), "", "", "", "", "", "", NumberFormat.fixed(score, 1),
      isCounted ? NumberFormat.fixed(shares[node].weight, 3) : "–",
      isCounted ? NumberFormat.fixed(shares[node].points, 2) : "–",
      score == nil
        ? "not scored: " + Self.shortfall(table, node, place) : Self.imputation(table, node, place) ?? "",
    ]
  }

  private func row(_ node: NodeIndex, _ column: IndicatorColumn, _ share: Contribution) -> [String] {
    let definition = table.framework.indicators[column.indicator]
    let posts = [column.goalposts.worst, column.goalposts.best].map { NumberFormat.value($0) }
    let name = table.framework.indented(node, below: dimension)
    let cell = column.cells[place]
    guard cell.isPresent else {
      return [name, "missing", definition.unit, "–"] + posts + [scale(column), "–", "–", "–", figure(column)]
    }
    return [
      name, NumberFormat.value(column.values[place]), definition.unit,
      cell.isMeasured ? "\(column.years[place])" : cell.word,
    ] + posts + [
      scale(column), NumberFormat.fixed(column.scores[place], 1), NumberFormat.fixed(share.weight, 3),
      NumberFormat.fixed(share.points, 2), figure(column),
    ]
  }

  /// Where the figures of a value stand, or what there is in their place.
  private func figure(_ column: IndicatorColumn) -> String {
    if let substitute = column.cells[place].substitute { return substitute }
    let figures = table.figures(column.indicator, place)
    if figures.isEmpty {
      return "of \(table.neighbourFigures(column.indicator, place).count) land neighbours"
    }
    return FigureText.lines(figures.map(\.place), in: dataFolder)
  }

  /// Where the figures of each indicator stand, or why there is none.
  var figures: [String] { columns.map { "\(table.framework.indicators[$0.indicator].id): \(figure($0))" } }

  /// How each value that is no figure itself was made, from which figures and denominators.
  var derivations: [String] {
    columns.compactMap { column in
      let definition = table.framework.indicators[column.indicator]
      guard column.cells[place].isMeasured, !definition.derivation.isIdentity else { return nil }
      let figures = table.figures(column.indicator, place)
      guard !figures.isEmpty else { return nil }
      return "\(definition.id): " + figures.map { CSVText.shortest($0.figure) }.joined(separator: ", ")
        + " at " + FigureText.places(figures, in: dataFolder) + Self.text(definition.derivation)
    }
  }

  private static func text(_ derivation: Derivation) -> String {
    var text = ""
    if !derivation.factors.isEmpty {
      text += "; times " + derivation.factors.map(\.rawValue).joined(separator: " and ")
    }
    if !derivation.denominators.isEmpty {
      text +=
        "; per \(CSVText.shortest(derivation.per)) of "
        + derivation.denominators.map(\.rawValue).joined(separator: " and ")
    }
    if let rule = derivation.neighbours { text += "; \(rule.rawValue) among land neighbours" }
    if let prior = derivation.prior {
      text +=
        "; mean weighted by \(prior.people.rawValue) and drawn towards \(CSVText.shortest(prior.rate)) as by "
        + "\(CSVText.shortest(prior.exposure)) people more"
    } else if let years = derivation.meanOver {
      text += "; mean of \(years) years up to its year"
    }
    if let years = derivation.changeOver { text += "; change in % over \(years) years" }
    return text
  }

  /// The neighbours' figures behind values, an indicator each.
  var neighbours: [String] {
    columns.compactMap { column in
      let figures = table.neighbourFigures(column.indicator, place)
      guard !figures.isEmpty else { return nil }
      let known = figures.map { figure in
        let others = figure.others.map { " with \(FigureText.lines([$0], in: dataFolder))" }
        return "\(table.cube.countries[figure.country].code) \(NumberFormat.value(figure.value)) in "
          + "\(figure.year) (\(FigureText.lines([figure.place], in: dataFolder))\(others.joined()))"
      }
      let unknown = table.cube.neighbours[table.countries[place]].filter { neighbour in
        !figures.contains { $0.country == neighbour }
      }.map { table.cube.countries[$0].code.description }
      return "\(table.framework.indicators[column.indicator].id): land neighbours "
        + known.joined(separator: ", ")
        + (unknown.isEmpty ? "" : "; no figure of " + unknown.joined(separator: ", "))
    }
  }
}
