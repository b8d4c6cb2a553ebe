import IndexModel

/// The groups within which a lens compares values, each with its members in the order of the table.
struct ComparedGroups {
  /// By name.
  let members: [(name: String, rows: [Int])]
  /// How many belong to none, so that there is nobody to compare them with.
  let ungrouped: Int

  /// - Returns: nil where a lens compares all with all, or nobody.
  init?(_ lens: Lens, _ cube: ObservationCube, _ places: [CountryIndex]) {
    guard lens.normalisation.compares, lens.comparedWithin != .world else { return nil }
    var rows: [String: [Int]] = [:]
    var ungrouped = 0
    for (row, place) in places.enumerated() {
      let name = lens.comparedWithin.group(of: cube.countries[place])
      if name.isEmpty { ungrouped += 1 } else { rows[name, default: []].append(row) }
    }
    members = rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    self.ungrouped = ungrouped
  }
}
