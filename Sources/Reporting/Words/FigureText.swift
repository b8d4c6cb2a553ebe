import IndexModel
import Scoring
import Tabular

/// Where figures stand, for people.
enum FigureText {
  /// Such as `Data/x.csv:12–14 (2019–2021) ÷ Data/y.csv:3–5`.
  static func places(_ figures: [FigureBehind], in folder: String) -> String {
    let times = lines(figures.flatMap(\.factors), in: folder)
    let under = lines(figures.flatMap(\.denominators), in: folder)
    let weights = lines(figures.compactMap(\.people), in: folder)
    return lines(figures.map(\.place), in: folder) + " (\(YearRuns.text(figures.map(\.year))))"
      + (times.isEmpty ? "" : " × " + times) + (under.isEmpty ? "" : " ÷ " + under)
      + (weights.isEmpty ? "" : ", weighted by " + weights)
  }

  /// Lines of one file, such as `12–14, 19`, and the first of them.
  typealias Lines = (file: String, text: String, first: Int)

  /// The lines of each file, files in the order in which they come first.
  static func files(_ places: [Provenance]) -> [Lines] {
    var files: [String] = []
    for place in places where !files.contains(place.file) { files.append(place.file) }
    return files.map { file in
      let lines = Set(places.filter { $0.file == file }.map(\.line)).sorted()
      return (file, YearRuns.text(lines), lines.first ?? 0)
    }
  }

  static func lines(_ places: [Provenance], in folder: String) -> String {
    files(places).map { "\(folder)/\($0.file):\($0.text)" }.joined(separator: ", ")
  }

  private static func places(_ places: [Provenance]) -> JSONText {
    .array(places.map { .object([("file", .string($0.file)), ("line", .integer($0.line))]) })
  }

  /// Year, figure, file and line, and where its factors and denominators stand.
  static func json(_ figure: FigureBehind) -> JSONText {
    .object([
      ("year", .integer(figure.year)), ("figure", .number(figure.figure)),
      ("file", .string(figure.place.file)), ("line", .integer(figure.place.line)),
      ("factors", places(figure.factors)), ("denominators", places(figure.denominators)),
      ("people", figure.people.map { places([$0]) } ?? .null),
    ])
  }
}

extension Cell {
  /// What there is in the place of figures; nil where there are some.
  var substitute: String? {
    switch self {
    case .absent(let absence): absence.reason
    case .imputed(let rule): "imputed: \(rule.replacing("_", with: " "))"
    case .assumed: "assumed"
    case .observed, .carried: nil
    }
  }
}

extension ScoreTable {
  /// How a country comes by its score of a node: the word for its cell, `scored` or `missing`.
  func status(_ node: NodeIndex, _ country: RowIndex) -> String {
    column(of: node)?.cells[country].word ?? (score(node, country) == nil ? "missing" : "scored")
  }
}

extension Framework {
  /// The name of a node, for programs: `index` for the root.
  func named(_ node: NodeIndex) -> String { node == Framework.root ? "index" : nodes[node].name }

  /// What a sentence calls a node: an indicator by its name in quotation marks, a dimension or component by its path.
  func called(_ node: NodeIndex) -> String {
    nodes[node].indicator.map { "“\(indicators[$0].name)”" } ?? nodes[node].name
  }

  /// `index`, `dimension`, `component` or `indicator`.
  func level(of node: NodeIndex) -> String {
    if nodes[node].indicator != nil { return "indicator" }
    return nodes[node].depth == 0 ? "index" : nodes[node].depth == 1 ? "dimension" : "component"
  }

  /// The unit of an indicator; nil for any other node.
  func unit(of node: NodeIndex) -> String? { nodes[node].indicator.map { indicators[$0].unit } }
}
