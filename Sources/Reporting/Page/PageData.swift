import Audit
import IndexModel
import Scoring
import Tabular

/// What the page's script knows: the tree of the index, every score and figure of the year, and the years before.
///
/// Scores stand in full precision, so that the script joins them to what `ScoreTable` has; all else as it is printed.
package struct PageData: Sendable {
  package let report: Report
  package let table: ScoreTable
  package let edition: ReportEdition
  let history: PageHistory?
  let audit: AuditFindings?
  let languages: PageLanguages
  /// What the report says of each row; nil of one that it leaves out.
  private let pages: [Report.CountryPage?]

  package init(
    _ report: Report, _ table: ScoreTable, _ edition: ReportEdition, _ history: PageHistory? = nil,
    audit: AuditFindings? = nil, languages: PageLanguages = PageLanguages()
  ) {
    (self.report, self.table, self.edition, self.history) = (report, table, edition, history)
    (self.audit, self.languages) = (audit, languages)
    let byCode = Dictionary(
      (report.ranked + report.withheld).map { ($0.country.code, $0) }, uniquingKeysWith: { first, _ in first }
    )
    pages = table.rows.map { byCode[table.country($0).code] }
  }

  var json: JSONText {
    .object(
      [
        ("title", .string(report.lens.displayTitle)), ("index", .string(report.lens.index.name)),
        ("published", published), ("lens", .string(report.lens.name)),
        ("tradition", .string(report.lens.tradition)), ("rationale", .string(report.lens.rationale)),
        ("references", .strings(report.lens.references)), ("year", .integer(report.year)),
        ("vintage", .string(edition.shortVintage)), ("version", .string(edition.toolVersion)),
        ("dimensions", .strings(report.dimensions.map(\.name))), ("rules", rules), ("nodes", .array(nodes)),
        ("indicators", .array(report.indicators.map(indicator))), ("countries", .list(table.rows, country)),
        ("cells", .array(report.indicators.indices.map(cells))), ("history", pastAndOthers),
        ("audit", audit.map { PageAudit(findings: $0).json } ?? .null),
      ] + languages.members(of: report.lens.index))
  }

  private var pastAndOthers: JSONText {
    let indicators = report.indicators.compactMap { table.framework.indicator($0.definition.id)?.value }
    return history?.json(table.dimensions, indicators) ?? .null
  }

  private var published: JSONText {
    let own = report.lens.index
    return .object([
      ("unit", .string(own.unit)), ("units", .string(own.units)), ("most", .string(own.most)),
      ("least", .string(own.least)), ("bands", .array(own.bands.map { .number($0) })),
      ("shades", .array((0...own.bands.count).map { .integer(own.shade(of: $0)) })),
      ("work", .string(Citation(report.lens, year: report.year, edition).work)),
      ("citation", .string(own.citation)),
    ])
  }

  // MARK: - Judgements

  private var rules: JSONText {
    .object([
      ("share", .number(report.lens.indicatorShare)), ("dimensions", .integer(report.dimensionsRequired)),
      ("coverage", .number(report.lens.coverageRequired)), ("imputed", .number(report.lens.imputedLimit)),
      ("imputes", .boolean(report.lens.impute != .none)),
      ("estimates", .boolean(report.lens.impute == .components)),
      ("floor", .number(report.lens.aggregation.floor)), ("power", .number(report.lens.aggregation.power)),
      ("fixed", .boolean(table.ownShares != nil || report.lens.weightScheme?.isDerived == true)),
      ("draws", .optional(report.intervalDraws)), ("carried", .integer(report.lens.carryForward)),
    ])
  }

  /// Parents before children, siblings in the order in which `Aggregator` sums them.
  private var nodes: [JSONText] {
    var list: [JSONText] = []
    let isClosed = isClosed
    func add(_ node: NodeIndex, under parent: Int) {
      let place = list.count
      let own = table.framework.nodes[node]
      let leaf = own.indicator.flatMap { id in
        report.indicators.firstIndex { $0.definition.id == table.framework.indicators[id].id }
      }
      list.append(
        .object(
          [
            ("name", .string(parent < 0 ? "" : own.name)), ("parent", .integer(parent)),
            ("weight", .number(table.weights[node])), ("method", .string(method(node))),
            ("leaf", .optional(leaf)),
          ] + (isClosed || leaf != nil ? [] : [("scores", scores(node))]) + ownShare(node)))
      for child in table.childrenInSummationOrder(node) { add(child, under: place) }
    }
    add(Framework.root, under: -1)
    return list
  }

  /// Whether the script can join scores itself: all weights stand beforehand, and it knows the methods
  /// (`closedMethods` of scoring.js). Else the page has the scores of all nodes.
  private var isClosed: Bool {
    let closed: [Aggregation] = [.arithmetic, .geometric, .harmonic, .power, .minimum]
    return !hasCutoffs && table.ownShares == nil && report.lens.weightScheme?.isDerived != true
      && table.framework.nodeIndices.allSatisfy { node in
        let own = table.aggregator(of: node)
        return table.childrenInSummationOrder(node).isEmpty || closed.map(\.rawValue).contains(own.name)
      }
  }

  /// As the script knows it. It brings an indicator to any score, of which a cut-off has but two: then it joins nothing.
  private func method(_ node: NodeIndex) -> String {
    table.aggregator(of: node).name + (node == Framework.root && hasCutoffs ? ", of cut-offs" : "")
  }

  private var hasCutoffs: Bool { report.indicators.contains { report.lens.cutoffs[$0.definition.id] != nil } }

  /// A score a country, null where there is none.
  private func scores(_ node: NodeIndex) -> JSONText {
    .array(table.rows.map { .optional(table.score(node, $0)) })
  }

  /// The share of its weight that has to be there for a score, where the lens gives the node one of its own.
  private func ownShare(_ node: NodeIndex) -> [(String, JSONText)] {
    let share = table.shareRequired(of: node)
    return node == Framework.root || share == report.lens.indicatorShare ? [] : [("share", .number(share))]
  }

  private func indicator(_ line: Report.IndicatorLine) -> JSONText {
    let own = line.definition
    return .object([
      ("id", .string(own.id.rawValue)), ("name", .string(own.displayName)), ("unit", .string(own.unit)),
      ("worst", .number(line.goalposts.worst)), ("best", .number(line.goalposts.best)),
      ("scale", .string(own.transform.scale ?? "")), ("threat", .string(own.threat)),
      ("source", .string(own.source)), ("producer", .string(own.producer)),
      ("licence", .string(own.licence.text)), ("open", .boolean(own.licence.isOpen)),
      ("reference", .string(own.reference)),
    ])
  }

  // MARK: - Countries

  private func country(_ row: RowIndex) -> [(String, JSONText)] {
    let own = table.country(row)
    return [
      ("code", .string(own.code.description)), ("name", .string(own.name)), ("region", .string(own.region)),
      ("subregion", .string(own.subregion)), ("income", .string(own.incomeGroup)),
      ("aliases", .string(aliases(own, names(row)).joined(separator: "|"))), ("names", .strings(names(row))),
      ("neighbours", .array(neighbours(row))),
    ] + standing(row)
  }

  /// In the languages after English; empty where none are known, or the page has no other language.
  private func names(_ row: RowIndex) -> [String] {
    let place = table.countries[row].value
    return report.lens.index.isOfCountries && place < languages.names.count ? languages.names[place] : []
  }

  /// What a reader may search by beside the code, the name and the names in other languages.
  private func aliases(_ own: Country, _ names: [String]) -> [String] {
    [own.alpha2] + own.aliases.filter { !$0.contains(":") && !names.contains($0) }
  }

  private func neighbours(_ row: RowIndex) -> [JSONText] {
    table.cube.neighbours[table.countries[row]].compactMap { table.row(of: $0) }.map { .integer($0.value) }
  }

  private func standing(_ row: RowIndex) -> [(String, JSONText)] {
    guard let page = pages[row.value] else { return [] }
    return [
      ("interval", .array((page.interval.map { [$0.low, $0.high, $0.tier] } ?? []).map { .integer($0) })),
      ("range", .array((page.range.map { [$0.best, $0.worst] } ?? []).map { .integer($0) })),
      ("reliability", .string(ReliabilityText.word(page.reliability))),
    ]
  }

  /// Column by column, a value a country: scores in full, values as they are printed, how each came about by a letter,
  /// and the lines of the indicator's file.
  private func cells(_ place: Int) -> JSONText {
    let file = report.indicators[place].file
    let own = pages.map { $0?.cells[place] }
    let places = own.map { FigureText.files($0?.places ?? []) }
    return .object([
      ("file", .string(file)), ("scores", .array(own.map { .optional($0?.score) })),
      ("values", .array(own.map { cell in .string(cell?.value.map(NumberFormat.value) ?? "") })),
      ("years", .array(own.map { .integer($0?.year ?? 0) })),
      ("kinds", .string(own.map { $0?.cell.letter ?? "m" }.joined())),
      (
        "lines",
        .array(
          places.map { files in
            .string(files.map { $0.file == file ? $0.text : "\($0.file):\($0.text)" }.joined(separator: "; "))
          })
      ),
    ])
  }
}

extension Cell {
  /// Observed, carried forward, imputed or assumed, missing.
  fileprivate var letter: String {
    switch self {
    case .observed: "o"
    case .carried: "c"
    case .imputed, .assumed: "i"
    case .absent: "m"
    }
  }
}
