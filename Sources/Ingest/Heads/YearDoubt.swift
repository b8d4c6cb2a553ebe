import Diagnostics
import IndexModel
import Tabular

/// What is doubtful about the years of a table's figures: several columns may say them.
struct YearDoubt {
  let header: TableHeader
  let sample: TableSample
  let text: SourceText

  /// A finding where a second column holds years that differ from those that are read.
  func finding(_ form: TableForm, _ choice: TableChoice) -> Diagnostic? {
    if let year = choice.year { return contradiction(with: year) }
    guard let own = form.yearColumn else { return nil }
    if let namesake = namesake(of: own) { return namesake }
    return choice.yearColumn == nil ? others(than: own) ?? edition(own) : nil
  }

  /// An error where another column of years has the same name: no option could tell the two apart.
  private func namesake(of own: Int) -> Diagnostic? {
    let name = header.names[own]
    let isTwice = header.names.indices.contains { $0 != own && header.names[$0] == name && differs($0, own) }
    guard isTwice else { return nil }
    return Diagnostic(
      .tables.duplicateColumn, "two columns are called \"\(name)\", and their years differ", in: text,
      line: header.line, column: 1, remedy: "give them different names; then --year-column chooses one")
  }

  /// A warning where the only years are those of publications.
  private func edition(_ own: Int) -> Diagnostic? {
    let words = header.folded[own].split(separator: "_").map(String.init)
    let kinds = ["edition", "report", "publication", "published", "vintage", "release"]
    guard let kind = words.first(where: kinds.contains), sample.holdsYears(own) else { return nil }
    let name = header.names[own]
    return Diagnostic(
      .figures.ambiguousYears.as(.warning),
      "the years in \"\(name)\" may be those of the \(kind), not of the figures", in: text, line: header.line,
      column: 1,
      remedy:
        "if they are those of the figures, say --year-column '\(name)'; if not, add a column of the figures' years"
    )
  }

  private func others(than own: Int) -> Diagnostic? {
    let isSure = ColumnNames.sureYears.contains(header.folded[own])
    let others = header.names.indices.filter { index in
      index != own && isNamed(index, isSure: isSure) && sample.holdsYears(index) && differs(index, own)
    }
    guard let other = others.first else { return nil }
    let isDoubt = isSure && !ColumnNames.sureYears.contains(header.folded[other])
    let (name, otherName) = (header.names[own], header.names[other])
    return Diagnostic(
      isDoubt ? .figures.ambiguousYears.as(.warning) : .figures.ambiguousYears,
      isDoubt
        ? "the years are those in \"\(name)\"; \"\(otherName)\" holds others"
        : "\"\(name)\" and \"\(otherName)\" both hold years, and differ", in: text, line: header.line,
      column: 1,
      remedy: isDoubt
        ? "if the figures are of the years in the other, say --year-column '\(otherName)'"
        : "say which has the years of the figures: --year-column '\(name)' or --year-column '\(otherName)'")
  }

  /// A warning where a column says other years than the one that was given for all rows.
  private func contradiction(with year: Year) -> Diagnostic? {
    for index in header.names.indices where isNamed(index, isSure: false) && sample.holdsYears(index) {
      guard let other = sample.texts(index).first(where: { YearText($0) != .year(year) }) else { continue }
      let name = header.names[index]
      return Diagnostic(
        .figures.ambiguousYears.as(.warning),
        "--year says \(year) of all rows, but \"\(name)\" holds \"\(other)\"", in: text, line: header.line,
        column: 1,
        remedy: "if these are the years of the figures, say --year-column '\(name)' in place of --year")
    }
    return nil
  }

  /// Whether a column is called after years.
  /// - Parameter isSure: whether another one is so for sure: then the year of a beginning or of an event is its own.
  private func isNamed(_ index: Int, isSure: Bool) -> Bool {
    let words = header.folded[index].split(separator: "_").map(String.init)
    guard words.contains(where: ColumnNames.yearWords.contains) else {
      return ColumnNames.years.contains(header.folded[index])
    }
    return !isSure
      || words.allSatisfy { ColumnNames.yearWords.contains($0) || ColumnNames.yearKinds.contains($0) }
  }

  private func differs(_ one: Int, _ other: Int) -> Bool {
    sample.rows.indices.contains { row in
      let texts = (sample.cell(row, one), sample.cell(row, other))
      return !texts.0.isEmpty && !texts.1.isEmpty && YearText(texts.0) != YearText(texts.1)
    }
  }
}
