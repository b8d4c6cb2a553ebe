import Diagnostics
import Tabular

/// Picks the series that is wanted out of a table whose form is known.
struct LayoutRecogniser {
  let form: TableForm
  let text: SourceText
  /// Which of the form's value columns hold numbers in the first rows.
  let numeric: [Int]

  private var header: TableHeader { form.header }

  /// The layout; what is thrown says what is missing or ambiguous.
  func layout(_ selection: FigureSelection) throws(Diagnostic) -> Layout {
    var layout = try layout(wanted: selection.column)
    for condition in selection.conditions {
      guard let index = header.index(TableHeader.fold(condition.column)) else {
        throw Diagnostic(
          .tables.unknownColumn, "no column is called \"\(condition.column)\"", in: text, line: header.line,
          column: 1, remedy: NearestName.remedy(for: condition.column, among: header.names))
      }
      if condition.text == "*", !condition.isExclusion {
        layout.free.append(index)
        continue
      }
      layout.filters.append(
        Layout.Filter(index: index, text: condition.text, isExclusion: condition.isExclusion))
    }
    return layout
  }

  /// The layout of a column beside the values of another one.
  func layout(beside values: Layout, _ column: String) throws(Diagnostic) -> Layout {
    guard case .long(let year, _) = values.shape else {
      throw Diagnostic(
        .tables.unknownColumn,
        "no column \"\(column)\" can stand beside values that have one a year or country", in: text,
        line: header.line, column: 1, remedy: "name no column of bounds, or write one row a country and year")
    }
    var layout = Layout(kind: values.kind, shape: .long(year: year, value: try named(column)))
    (layout.series, layout.filters, layout.free) = (values.series, values.filters, values.free)
    return layout
  }

  private func layout(wanted: String?) throws(Diagnostic) -> Layout {
    if let year = form.yearColumn, !form.across.isEmpty {
      if let wanted { throw unknownColumn(wanted, among: [], "the table has no series, so none is called") }
      return Layout(kind: form.kind, shape: .across(year: year, form.across))
    }
    let year = form.yearColumn
    if year == nil, form.year == nil { return try form.hasStems ? stem(wanted) : wide(wanted) }
    if let series = form.seriesColumn, let main = form.mainValue {
      return try inSeries(wanted, series, year: year, main: main)
    }
    let value = if let wanted { try named(wanted) } else { try onlyValue() }
    return Layout(kind: form.kind, shape: .long(year: year, value: value))
  }

  /// Rows name their series: a name is that of a series unless a column of values is called so.
  private func inSeries(_ wanted: String?, _ series: Int, year: Int?, main: Int) throws(Diagnostic) -> Layout
  {
    if let wanted, form.kind != .wgi,
      let column = form.valueColumns.first(where: { header.names[$0] == wanted })
    {
      return Layout(kind: form.kind, shape: .long(year: year, value: column))
    }
    if wanted == nil, form.kind == .wgi {
      throw ambiguous("the table holds several series", "say which, such as #cc or --column cc")
    }
    return Layout(kind: form.kind, shape: .long(year: year, value: main), series: wanted)
  }

  private func wide(_ wanted: String?) throws(Diagnostic) -> Layout {
    if let wanted, form.seriesColumn == nil, form.kind != .worldBank {
      throw unknownColumn(wanted, among: [], "the table has no series, so none is called")
    }
    // A download of one indicator may be known by its code though it has no column of codes.
    let series = form.seriesColumn == nil ? nil : wanted
    return Layout(kind: form.kind, shape: .wide(try once(header.yearColumns)), series: series)
  }

  /// The columns, of which no two may be of one year.
  private func once(_ columns: [Layout.YearColumn]) throws(Diagnostic) -> [Layout.YearColumn] {
    for (place, column) in columns.enumerated() {
      let same = columns[..<place].first { $0.year == column.year }
      guard let same else { continue }
      throw Diagnostic(
        .tables.duplicateColumn,
        "two columns are of the year \(column.year): \"\(header.names[same.index])\", column \(same.index + 1), and "
          + "\"\(header.names[column.index])\", column \(column.index + 1)", in: text, line: header.line,
        column: 1, remedy: "delete one of the two, or name it by the year that its figures are of")
    }
    return columns
  }

  private func stem(_ wanted: String?) throws(Diagnostic) -> Layout {
    let stems = form.stems
    let known = stems.map(\.stem)
    guard let chosen = wanted ?? (known.count == 1 ? known.first : nil) else {
      throw ambiguous("the table holds \(known.count) series", "say which: \(Self.sample(known))")
    }
    guard let columns = stems.first(where: { $0.stem == chosen })?.columns else {
      throw unknownColumn(chosen, among: known, "no series is called")
    }
    return Layout(kind: form.kind, shape: .wide(try once(columns)))
  }

  /// The names among which one has to be chosen, as far as the header tells them.
  var choices: [String] {
    if form.hasStems { return form.stems.map(\.stem) }
    return form.yearColumn == nil && form.year == nil ? [] : numeric.map { header.names[$0] }
  }

  private func onlyValue() throws(Diagnostic) -> Int {
    if let main = form.mainValue { return try named(header.names[main]) }
    if form.valueColumns.count == 1 { return form.valueColumns[0] }
    if numeric.count == 1 { return numeric[0] }
    let ends = header.bounds.map { [$0.low, $0.high] } ?? []
    let columns = numeric.isEmpty ? form.valueColumns : numeric
    let others = columns.filter { !ends.contains($0) }
    if others.count == 1 { return others[0] }
    let names = columns.map { header.names[$0] }
    throw names.isEmpty
      ? ambiguous("the table has no column of values", "add one")
      : ambiguous("the table has \(names.count) columns of values", "say which: \(Self.sample(names))")
  }

  /// The one column of a name, as it is written or else in any case.
  private func named(_ name: String) throws(Diagnostic) -> Int {
    var found = header.names.indices.filter { header.names[$0] == name }
    if found.isEmpty {
      found = header.names.indices.filter { header.names[$0].lowercased() == name.lowercased() }
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      throw unknownColumn(name, among: form.valueColumns.map { header.names[$0] }, "no column is called")
    }
    throw Diagnostic(
      .tables.duplicateColumn, "\(found.count) columns are called \"\(name)\"", in: text, line: header.line,
      column: 1, remedy: "keep one of them, or give them different names")
  }

  private func unknownColumn(_ name: String, among known: [String], _ what: String) -> Diagnostic {
    let nearest = NearestName.remedy(for: name, among: known)
    let remedy =
      known.isEmpty
      ? "its figures are one series: import with --column '', or name no column in indicators.csv"
      : nearest + (nearest.hasSuffix("?") ? "" : "; say which with --column, or behind # in indicators.csv")
    return Diagnostic(
      .tables.unknownColumn, "\(what) \"\(name)\"", in: text, line: header.line, column: 1, remedy: remedy)
  }

  private func ambiguous(_ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(.figures.columnWanted, message, in: text, line: header.line, column: 1, remedy: remedy)
  }

  /// The columns of bounds beside values, where their names alone say that they are: those that are called after the
  /// values, or the only pair where no other column could be meant.
  func bounds(of values: Layout) -> BoundColumns? {
    guard case .long(_, let value) = values.shape else { return nil }
    let name = header.folded[value]
    for (low, high) in ColumnNames.bounds {
      if let low = header.index("\(name)_\(low)"), let high = header.index("\(name)_\(high)") {
        return .ends(low: header.names[low], high: header.names[high])
      }
    }
    guard let (low, high) = header.bounds, value != low, value != high else { return nil }
    let others = numeric.filter { ![value, low, high].contains($0) && form.valueColumns.contains($0) }
    guard value == form.mainValue || others.isEmpty else { return nil }
    return .ends(low: header.names[low], high: header.names[high])
  }

  static func sample(_ names: [String]) -> String {
    names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }
}
