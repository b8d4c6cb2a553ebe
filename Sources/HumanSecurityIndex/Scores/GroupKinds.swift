import Diagnostics

/// Why countries cannot be set beside a group or beside peers.
package struct GroupKinds: FindingKinds {
  package let emptyGroup = FindingKind(
    "empty-group", .error, "None of a group's countries is within the scope of the lens",
    remedy: "Choose another group, or add --scope all.")
  package let noPeers = FindingKind(
    "no-peers", .error, "A country has no peers of the kind that is asked for among the countries scored",
    remedy: "Choose other --peers: income, region, subregion, neighbours, or countries such as KEN,UGA.")
  package let unknownGroup = FindingKind(
    "unknown-group", .error, "A region, an income group or an own group is named that there is not",
    remedy:
      "Choose one of those that the message gives; own groups stand in Data/groups.csv or in --groups FILE.")
  package let unknownPeers = FindingKind(
    "unknown-peers", .error, "--peers is neither a kind of peers nor a list of countries",
    remedy: "Write income, region, subregion, neighbours, or countries such as KEN,UGA.")
}

extension FindingKind { package static let groups = GroupKinds() }
