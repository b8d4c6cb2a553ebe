import Analysis
import Diagnostics
import Foundation
import HumanSecurityIndex
import IndexModel
import Scoring

/// The shipped figures under every shipped lens, read once.
struct ShippedWorld {
  static let years: [Year] = [2015, 2017, 2019, 2021, 2023]
  /// Countries of few figures, of many, and of war.
  static let countries = ["SMR", "MCO", "PRK", "TUV", "LIE", "AFG", "KEN", "NOR", "SGP", "NRU", "UKR", "USA"]

  /// What reading gave; a failure is thrown to each test that asks.
  private static let read = Result { try ShippedWorld() }
  static func shared() throws -> ShippedWorld { try read.get() }

  /// For each year a table of each lens, the default one first.
  let tables: [Year: [ScoreTable]]
  let cube: ObservationCube
  let lenses: [Lens]
  /// What each dimension and indicator does under each lens, in the first and the last year: it takes the longest.
  let omissions: [String: [NodeOmission]]

  private init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
      .standardizedFileURL.path
    let panel = try Panel(FigureChoice(data: root + "/Data"), lenses: [], warn: { _ in })
    let (cube, lenses) = (panel.workspaces[0].cube, panel.workspaces.map(\.lens))
    (self.cube, self.lenses) = (cube, lenses)
    let tables = Dictionary(
      uniqueKeysWithValues: Self.years.map { year in (year, lenses.map { cube.score(year, by: $0) }) })
    self.tables = tables
    omissions = Dictionary(
      uniqueKeysWithValues: [Self.years.first, Self.years.last].flatMap { $0.flatMap { tables[$0] } ?? [] }
        .map { ($0.title, NodeOmission.all($0)) })
  }

  /// Every table in which anybody is ranked, by year and lens.
  var all: [ScoreTable] { Self.years.flatMap { tables[$0] ?? [] }.filter(\.ranksAnyone) }
}

extension ScoreTable {
  /// What to name a table by where an expectation fails.
  var title: String { "\(lens.name) \(year)" }

  func row(_ code: String) -> RowIndex? { rows.first { country($0).code.description == code } }
  func name(_ row: RowIndex) -> String { country(row).name }
  func name(_ node: NodeIndex) -> String { framework.nodes[node].name }
}

/// Ranks and correlations anew, by definition.
enum Anew {
  /// 1 and how many are greater.
  static func ranks(_ scores: [Double]) -> [Int] { scores.map { own in 1 + scores.count { $0 > own } } }

  static func spearman(_ one: [Double], _ other: [Double]) -> Double {
    func middle(_ values: [Double]) -> [Double] {
      values.map { own in Double(values.count { $0 < own }) + Double(values.count { $0 == own } + 1) / 2 }
    }
    return pearson(middle(one), middle(other))
  }

  static func pearson(_ one: [Double], _ other: [Double]) -> Double {
    let (a, b) = (mean(one), mean(other))
    func sum(_ terms: [Double]) -> Double { terms.reduce(0, +) }
    let both = sum(zip(one, other).map { ($0 - a) * ($1 - b) })
    return both / (sum(one.map { ($0 - a) * ($0 - a) }) * sum(other.map { ($0 - b) * ($0 - b) })).squareRoot()
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}

extension Substring {
  /// A printed number, with the sign that is printed.
  var number: Double { Double(replacing("−", with: "-").replacing("+", with: "")) ?? .nan }
}
