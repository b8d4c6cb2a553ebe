import Tabular

extension TableHeader {
  /// Whether the row below gives the units of columns: it names no country and no year, and holds words alone.
  func isAbove(units below: [String]) -> Bool {
    guard below.count == names.count, names.count > 2 else { return false }
    let years = first(of: ColumnNames.years)
    let filled = below.indices.filter { !below[$0].trimmingSpaces.isEmpty }
    return !filled.isEmpty
      && filled.allSatisfy { index in
        let cell = below[index].trimmingSpaces
        return index > 0 && index != years && !names[index].isEmpty && Self.year(cell) == nil
          && !countryColumns.contains { $0.index == index } && NumberText(cell) == .malformed
          && !Division.isPart(cell)
      }
  }

  /// Whether a year stands above several columns, once above each.
  private var repeatsYears: Bool {
    let years = names.filter { Self.year($0) != nil }
    return years.count > 1 && Set(years).count < years.count
  }

  /// One header of two rows, as where a year stands above columns of men and women: each name is what stands in both;
  /// nil where the row below is none of the header.
  func joined(with below: [String], _ countries: CountryTable) -> TableHeader? {
    let below = below.map(\.trimmingSpaces)
    guard !isTagged, below.count == names.count, names.count > 2, names.contains("") || repeatsYears,
      below.contains(where: { !$0.isEmpty })
    else { return nil }
    // Numbers that are no years are figures, and so is the row of a country.
    let isHead = below.allSatisfy { cell in
      if case .country? = countries.key(cell) { return false }
      return cell.isEmpty || Self.year(cell) != nil
        || NumberText(cell) == .malformed && !cell.contains(where: \.isNumber)
    }
    guard isHead else { return nil }
    var above = ""
    let joined = names.indices.map { index in
      if !names[index].isEmpty { above = names[index] } else if below[index].isEmpty { above = "" }
      if below[index].isEmpty || above.isEmpty || index == 0 { return names[index] + below[index] }
      return Self.year(above) == nil ? "\(above) \(below[index])" : "\(below[index]) \(above)"
    }
    let header = TableHeader(joined, line: line)
    let years = header.stems.reduce(0) { $0 + $1.columns.count }
    return years > 1 && years + 3 > names.count ? header : nil
  }
}
