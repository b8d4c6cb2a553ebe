/// A day in digits: `2018-12-31`, `31/12/2018`.
struct YearDate: Equatable {
  let year: Int
  /// Whether it is the first or the last day, by which offices mean the year.
  let isWholeYear: Bool

  init?(_ text: String) {
    if text.utf8.count != 10 { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, let place = parts.firstIndex(where: { $0.count == 4 }), place != 1,
      let year = TableHeader.year(parts[place])
    else { return nil }
    let numbers = parts.filter { $0.utf8.count == 2 }.compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy({ (1...31).contains($0) }) else { return nil }
    self.year = year
    isWholeYear = numbers == [1, 1] || numbers.sorted() == [12, 31]
  }
}
