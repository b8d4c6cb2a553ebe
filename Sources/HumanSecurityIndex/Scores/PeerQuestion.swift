import Analysis
import Diagnostics
import IndexModel
import Scoring

extension Workspace {
  /// What `--peers` asks for; nil for the usual peers. Throws for what is neither a kind of peers nor countries.
  /// - Parameter text: income, region, subregion, neighbours, or countries apart by commas.
  package func peerChoice(_ text: String?, in table: ScoreTable) throws -> Peers.Choice? {
    guard let text else { return nil }
    if let kind = Peers.Kind(rawValue: text.lowercased()) {
      if kind == .neighbours { try catalogue.requireBorders() }
      return .kind(kind)
    }
    let names = text.split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    if names.count < 2 {
      do { return .countries(try places(names.isEmpty ? [text] : names, in: table)) } catch let failure
        as Failure
      {
        guard failure.findings.all.contains(where: { $0.kind == .countries.unknownCountry }) else {
          throw failure
        }
        let near = NearestName.suggestions(for: text, among: Peers.Kind.allCases.map(\.rawValue))
        let hint = near.first.map { "did you mean \"\($0)\"? " } ?? ""
        throw Failure.one(
          .groups.unknownPeers, "--peers \"\(text)\" is neither a kind of peers nor a country",
          remedy: hint + "write income, region, subregion, neighbours, or countries such as KEN,UGA",
          status: 2)
      }
    }
    return .countries(try places(names, in: table))
  }

  /// The peers of each country; throws for all that have none.
  package func peers(of rows: [RowIndex], _ choice: Peers.Choice?, in table: ScoreTable) throws -> [Peers] {
    try Failure.gathering(rows) { row in
      let peers = Peers(of: row, in: table, choice)
      if !peers.members.isEmpty { return peers }
      let name = table.country(row).name
      let message =
        switch peers.kind {
        case .neighbours: "\(name) has no land neighbour among the countries scored"
        case nil: "\(name) is the only country that --peers names"
        case let kind? where peers.group.isEmpty: "countries.csv names no \(kind.word) of \(name)"
        case .some: "no other country of \(peers.group) is among the countries scored with \(name)"
        }
      throw Failure.one(.groups.noPeers, message, status: 2)
    }
  }
}

extension Peers.Kind {
  /// What it is called in a sentence.
  var word: String {
    switch self {
    case .income: "income group"
    case .region: "region"
    case .subregion: "sub-region"
    case .neighbours: "land neighbours"
    }
  }
}
