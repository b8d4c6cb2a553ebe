import IndexModel
import Tabular

/// A column that names the country of a row.
struct CountryColumn: Sendable, Equatable {
  let index: Int
  /// What stands before its keys in the country table: `gw:` for Gleditsch–Ward numbers; empty for names and
  /// codes of ISO and the United Nations.
  var prefix = ""
  /// Whether its header says so: a group or a part of a country that it names is then no other word for it.
  var isSure = true
}

/// Finds the columns that name countries by what they hold: a header may say anything.
struct CountryColumns {
  let header: TableHeader
  let sample: TableSample
  let countries: CountryTable

  /// Codes that another office may mean, by what stands before them in the country table.
  private static let systems = ["", "gw:", "cow:", "fips:", "ioc:"]

  init(_ header: TableHeader, _ sample: TableSample, _ countries: CountryTable) {
    (self.header, self.sample, self.countries) = (header, sample, countries)
  }

  /// What a column holds.
  struct Content {
    let column: CountryColumn
    let isNumeric: Bool
    /// Whether all texts are numbers or short letters; else they are names.
    let isCode: Bool
  }

  /// The columns, the surest first.
  /// - Parameters:
  ///   - named: those by which the form knows countries, the surest first.
  ///   - others: columns that name something else.
  func found(_ named: [CountryColumn], except others: Set<Int>) -> [CountryColumn] {
    let unnamed = header.names.indices.filter { index in
      !others.contains(index) && !named.contains { $0.index == index }
    }
    let all = named + unnamed.map { CountryColumn(index: $0, prefix: header.prefix(ofCodes: $0)) }
    let contents = all.enumerated().compactMap { rank, column in content(column, isNamed: rank < named.count)
    }
    let names = contents.filter { !$0.isCode }
    let letters = contents.filter { $0.isCode && !$0.isNumeric }
    let sure = letters + names
    guard !sure.isEmpty else { return named }
    let first = named.first?.index
    let kept = contents.compactMap { own -> (column: CountryColumn, isCode: Bool)? in
      let column =
        own.isCode ? agreeing(own, with: own.isNumeric ? sure : names, first) : peer(own, of: sure, first)
      return column.map { ($0, own.isCode) }
    }
    if kept.isEmpty { return [sure[0].column] }
    let silent = named.filter { sample.texts($0.index).isEmpty }
    let found = kept.filter(\.isCode).map(\.column) + silent + kept.filter { !$0.isCode }.map(\.column)
    return found.filter { $0.index == first } + found.filter { $0.index != first }
  }

  /// Why the only column that names countries cannot be believed: numbers mean one country to one office and
  /// another to the next; nil where it can.
  func doubt(_ columns: [CountryColumn]) -> (message: String, remedy: String)? {
    guard let first = columns.first else { return nil }
    let texts = sample.texts(first.index)
    guard columns.allSatisfy({ sample.texts($0.index).allSatisfy(Self.isNumber) }) else {
      let isSaid = !header.prefix(ofCodes: first.index).isEmpty
      if columns.count > 1 || first.prefix.isEmpty || isSaid { return nil }
      return (
        "the codes in \"\(header.names[first.index])\" are not all of ISO, and nothing says whose they are",
        "say whose, as --country-column '\(header.names[first.index])=cow' (Correlates of War), =ioc or =fips, or add "
          + "a column of names"
      )
    }
    func known(_ prefix: String) -> Int { texts.count { key($0, prefix) != nil } }
    let name = header.names[first.index]
    let choices =
      "say whose, as --country-column '\(name)=m49' (United Nations and ISO), =gw (Gleditsch and Ward) or "
      + "=cow (Correlates of War)"
    if !ColumnNames.numbers.contains(header.folded[first.index]), !texts.isEmpty {
      return ("the column \"\(name)\" holds numbers, and nothing says whose they are", choices)
    }
    let (own, best) = (known(first.prefix), Self.systems.map(known).max() ?? 0)
    guard own * 10 < texts.count * 8, best > own else { return nil }
    return ("the column \"\(name)\" holds numbers of another office than its name says", choices)
  }

  func content(_ column: CountryColumn, isNamed: Bool) -> Content? {
    let texts = sample.texts(column.index)
    let name = header.folded[column.index]
    let isKnown = isNamed || ColumnNames.keys.contains(name) || ColumnNames.sureNames.contains(name)
    if texts.isEmpty { return nil }
    if texts.allSatisfy(Self.isNumber) {
      return isKnown ? Content(column: column, isNumeric: true, isCode: true) : nil
    }
    // A column with numbers among its texts holds figures, or numbers with marks.
    if !isNamed, texts.contains(where: Self.isNumber) { return nil }
    var keys = [texts.compactMap { key($0, Self.systems[0]) }]
    // Where each text is a name or a code of ISO, no other office knows more.
    if keys[0].count < texts.count {
      keys += Self.systems.dropFirst().map { prefix in texts.compactMap { key($0, prefix) } }
    }
    guard let best = keys.indices.max(by: { (keys[$0].count, -$0) < (keys[$1].count, -$1) }) else {
      return nil
    }
    let (known, all) = (keys[best].count, texts.count)
    let own = keys[best].count { if case .country = $0 { true } else { false } }
    let isCode = texts.allSatisfy { $0.utf8.count <= 3 }
    // Regions and totals alone name no country, and a few short texts may be flags.
    let isHinted = isKnown || isHinted(column.index)
    let isEnough =
      isNamed
      ? own > 0 || known == all
      : known * 10 >= all * 6 && (isHinted || own * 2 > known)
        && own > (isHinted ? 0 : isCode && (known < all || texts.contains { $0.utf8.count < 3 }) ? 2 : 1)
    guard isEnough else { return nil }
    let prefix = column.prefix.isEmpty ? Self.systems[best] : column.prefix
    return Content(
      column: CountryColumn(index: column.index, prefix: prefix, isSure: isKnown), isNumeric: false,
      isCode: isCode)
  }

  /// The cells of a column beside the countries that another one names in the same rows.
  private func pairs(_ own: Content, _ others: [Content]) -> [(text: String, country: CountryIndex)] {
    guard let other = others.first(where: { $0.column.index != own.column.index }) else { return [] }
    return sample.rows.indices.compactMap { row in
      let text = sample.cell(row, own.column.index)
      guard case .country(let country)? = key(sample.cell(row, other.column.index), other.column.prefix),
        !text.isEmpty
      else { return nil }
      return (text, country)
    }
  }

  /// The column by the codes with which others in the same rows agree; nil for numbers of an office of its own,
  /// and for countries in another part than those of the others.
  /// - Parameter first: the column by which the form knows countries.
  private func agreeing(_ own: Content, with others: [Content], _ first: Int?) -> CountryColumn? {
    let pairs = pairs(own, others)
    let isFirst = own.column.index == first
    // What the header calls a code is one, and what disagrees is an error of the rows.
    let name = header.folded[own.column.index]
    let isCalledCode =
      (own.isNumeric ? ColumnNames.numbers : ColumnNames.codes).contains(name)
      || (!own.isNumeric && ColumnNames.calledCodes.contains(name))
    if pairs.isEmpty { return isFirst || isCalledCode || first == nil ? own.column : nil }
    // Where rows do not tell, what the header says does.
    let systems = [own.column.prefix] + Self.systems
    let agreements = systems.map { prefix in pairs.count { key($0.text, prefix) == .country($0.country) } }
    let best = agreements.indices.max { (agreements[$0], -$0) < (agreements[$1], -$1) } ?? 0
    if agreements[best] * 10 >= pairs.count * 8 {
      return CountryColumn(index: own.column.index, prefix: systems[best])
    }
    return isCalledCode || (isFirst && !own.isNumeric) ? own.column : nil
  }

  /// A column of names that nothing announces: those of the same countries, or moved by some rows; nil for
  /// countries in another part, such as where somebody comes from.
  private func peer(_ own: Content, of others: [Content], _ first: Int?) -> CountryColumn? {
    let pairs = pairs(own, others)
    let isKnown = own.column.index == first || ColumnNames.sureNames.contains(header.folded[own.column.index])
    let agreements = pairs.count { key($0.text, "") == .country($0.country) }
    if isKnown || (agreements > 0 || first == nil) && agreements * 2 >= pairs.count { return own.column }
    let texts = Set(pairs.map(\.text))
    let both = Set(pairs.map { "\($0.country.value) \($0.text)" })
    return both.count == texts.count && both.count == Set(pairs.map(\.country)).count ? own.column : nil
  }

  /// Whether the header has a word for countries in it, as "Country of origin" has.
  private func isHinted(_ index: Int) -> Bool {
    header.folded[index].split(separator: "_").contains {
      ["country", "nation", "economy", "(iso)"].contains($0)
    }
  }

  func key(_ text: String, _ prefix: String) -> CountryTable.Key? {
    var text = text
    return text.withUTF8 {
      countries.key($0, prefix: prefix) ?? (prefix.isEmpty ? countries.unmarked($0) : nil)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { CountryNumber.value($0) != nil }
  }
}
