import IndexModel

/// A header's name that holds a year beside what the figures are of: `cpi_2014`, `2014 cpi`,
/// `CPI score 2014`.
struct YearName: Equatable {
  /// What is left without the year.
  let stem: String
  let year: Year

  init?(_ name: String) {
    guard name.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) else { return nil }
    let name = name.trimmingSpaces
    let text = name.hasSuffix(")") || name.hasSuffix("]") ? String(name.dropLast()) : name
    guard text.utf8.count > 4 else { return nil }
    if let year = TableHeader.year(text.suffix(4)), let stem = Self.stem(text.dropLast(4)) {
      self.init(stem: stem, year: year)
    } else if let year = TableHeader.year(text.prefix(4)), let stem = Self.stem(text.dropFirst(4)) {
      self.init(stem: stem, year: year)
    } else {
      return nil
    }
  }

  private init(stem: String, year: Year) { (self.stem, self.year) = (stem, year) }

  /// A stem and a year are parted by a mark; what runs on is another number or word, as in `2014x`.
  private static func stem(_ rest: Substring) -> String? {
    let marks: Set<Character> = [" ", "_", "-", ".", ",", ":", "/", "(", ")", "[", "]"]
    guard rest.first.map(marks.contains) == true || rest.last.map(marks.contains) == true else { return nil }
    let bare = rest.drop(while: marks.contains)
    let stem = String(bare.reversed().drop(while: marks.contains).reversed())
    // A span of years such as 2013-2014, a month or a day is no stem.
    return stem.first?.isLetter == true && !isPartOfYear(stem) && !endsInYear(stem) ? stem : nil
  }

  /// Whether the last word of a stem is a year too, as in `rate 2018 to 2020`: the figures are of a span.
  private static func endsInYear(_ stem: String) -> Bool {
    let words = stem.split { !$0.isLetter && !$0.isNumber }
    let last = words.last { !["to", "and", "bis", "a", "à", "until", "und", "et"].contains($0.lowercased()) }
    return last.map { TableHeader.year($0) != nil } ?? false
  }
}

extension YearName {
  /// Whether a word beside a year makes it a quarter, a half or a month.
  private static func isPartOfYear(_ stem: String) -> Bool {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let words = stem.lowercased().split { !$0.isLetter && !$0.isNumber }
    return !words.isEmpty
      && words.allSatisfy { word in
        (word.count == 2 && "qh".contains(word.prefix(1))
          && word.dropFirst().allSatisfy { "1234".contains($0) })
          || months.contains { word == $0 || word.count > 4 && word.hasPrefix($0) }
          || ["quarter", "half", "first", "second", "third", "fourth", "june", "july", "sept"].contains(
            String(word))
      }
  }
}

extension TableHeader {
  static func stems(_ names: [String]) -> [(stem: String, columns: [Layout.YearColumn])] {
    var order: [String] = []
    var columns: [String: [Layout.YearColumn]] = [:]
    for (index, name) in names.enumerated() {
      guard let found = YearName(name) else { continue }
      if columns[found.stem] == nil { order.append(found.stem) }
      columns[found.stem, default: []].append(Layout.YearColumn(index: index, year: found.year))
    }
    return order.map { ($0, columns[$0] ?? []) }
  }
}
