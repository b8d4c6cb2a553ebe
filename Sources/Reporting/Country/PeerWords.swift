import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// Peers in words.
enum PeerWords {
  /// Such as `the 50 other countries of Lower middle income`, for a sentence.
  static func phrase(_ peers: Peers, in table: ScoreTable) -> String {
    let count = peers.members.count
    if count == 0 { return "none among the countries scored" }
    switch peers.kind {
    case nil:
      let names = peers.members.map { table.country($0).name }
      return names.count > 4 ? "\(count) countries that were named" : CountWords.list(names)
    case .neighbours: return "its " + CountWords.of(count, "land neighbour")
    case .income, .region, .subregion:
      let others = count == 1 ? "one other country" : "\(count) other countries"
      // Names of regions keep their capital letter within a sentence.
      let group =
        peers.kind == .income ? peers.group.prefix(1).lowercased() + peers.group.dropFirst() : peers.group
      return "the \(others) of \(group)"
    }
  }

  /// The kind and the group of peers, and who they are.
  static func json(_ peers: Peers, in table: ScoreTable) -> JSONText {
    .object([
      ("kind", .string(peers.kind?.rawValue ?? "named")),
      ("group", .optional(peers.group.isEmpty ? nil : peers.group)),
      ("members", .strings(peers.members.map { table.country($0).code.description })),
    ])
  }

  /// The kind of peers, or who they are, for a column of CSV.
  static func field(_ peers: Peers, in table: ScoreTable) -> String {
    peers.kind?.rawValue ?? peers.members.map { table.country($0).code.description }.joined(separator: ";")
  }
}

extension Framework {
  /// What a node is called: an indicator by its name, a dimension by its title.
  func title(of node: NodeIndex) -> String {
    nodes[node].indicator.map { indicators[$0].name } ?? Heading.title(nodes[node].name)
  }

  /// The identifier of an indicator's leaf; the path of any other node.
  func identifier(of node: NodeIndex) -> String {
    nodes[node].indicator.map { indicators[$0].id.rawValue } ?? nodes[node].name
  }
}

extension ScoreTable {
  /// Such as `Kenya (KEN): rank 140 of 186 (rank interval 131–157, tier 8), score 53.35 of 100 – undp-1994, 2023`.
  func headline(_ row: RowIndex, _ interval: RankIntervals.Interval?) -> String {
    let (country, lens) = (country(row), "\(lens.name), \(year)")
    let start = "\(country.name) (\(country.code)): "
    switch standings[row] {
    case .ranked(let rank):
      let beside = interval.map { "rank interval \($0.text), tier \($0.tier)" } ?? "no rank interval computed"
      let bounds = self.lens.normalisation.isBounded ? " of 100" : ""
      return start + "rank \(rank) of \(rankedCount) (\(beside)), score \(NumberFormat.fixed(score(row), 2))"
        + "\(bounds) – \(lens)"
    case .withheld(let reason): return start + "unranked, \(reason) – \(lens)"
    }
  }
}
