import Diagnostics
import Tabular

/// Picks the series that is wanted out of a table whose form is known.
struct LayoutRecogniser {
  let form: TableForm
  let text: SourceText
  /// Which of the form's value columns hold numbers in the first rows.
  var numeric: [Int]

  private var header: TableHeader { form.header }

  /// The layout, or nil with a finding that says what is missing or ambiguous.
  func layout(_ selection: FigureSelection, into findings: inout Findings) -> Layout? {
    guard var layout = layout(wanted: selection.column, into: &findings) else { return nil }
    for condition in selection.conditions {
      guard let index = header.index(TableHeader.fold(condition.column)) else {
        findings.append(unknownColumn(condition.column, among: header.names, "no column is called"))
        return nil
      }
      layout.filters.append(Layout.Filter(index: index, text: condition.text))
    }
    return layout
  }

  private func layout(wanted: String?, into findings: inout Findings) -> Layout? {
    switch form.kind {
    case .worldBank, .countryWide: return wide(wanted, into: &findings)
    case .hdr: return stem(wanted, into: &findings)
    default: break
    }
    guard let year = form.yearColumn else { return nil }
    if let series = form.seriesColumn, let main = form.mainValue {
      return inSeries(wanted, series, year: year, main: main, into: &findings)
    }
    let value = wanted.map { named($0, into: &findings) } ?? onlyValue(into: &findings)
    return value.map { Layout(kind: form.kind, shape: .long(year: year, value: $0)) }
  }

  /// Rows name their series: a name is that of a series unless a column of values is called so.
  private func inSeries(_ wanted: String?, _ series: Int, year: Int, main: Int, into findings: inout Findings)
    -> Layout?
  {
    if let wanted, form.kind != .wgi,
      let column = form.valueColumns.first(where: { header.names[$0] == wanted })
    {
      return Layout(kind: form.kind, shape: .long(year: year, value: column))
    }
    if wanted == nil, form.kind == .wgi {
      findings.append(ambiguous("the table holds several series", "say which, such as #cc or --column cc"))
      return nil
    }
    return Layout(kind: form.kind, shape: .long(year: year, value: main), series: wanted)
  }

  private func wide(_ wanted: String?, into findings: inout Findings) -> Layout? {
    var layout = Layout(kind: form.kind, shape: .wide(header.yearColumns))
    guard let wanted else { return layout }
    if form.seriesColumn == nil {
      // A download of one indicator may be known by its code though it has no column of codes.
      if form.kind == .worldBank { return layout }
      findings.append(unknownColumn(wanted, among: [], "the table has no series, so none is called"))
      return nil
    }
    layout.series = wanted
    return layout
  }

  private func stem(_ wanted: String?, into findings: inout Findings) -> Layout? {
    let stems = header.stems
    let known = stems.map(\.stem)
    guard let chosen = wanted ?? (known.count == 1 ? known.first : nil) else {
      findings.append(ambiguous("the table holds \(known.count) series", "say which: \(Self.sample(known))"))
      return nil
    }
    guard let columns = stems.first(where: { $0.stem == chosen })?.columns else {
      findings.append(unknownColumn(chosen, among: known, "no series is called"))
      return nil
    }
    return Layout(kind: .hdr, shape: .wide(columns))
  }

  private func onlyValue(into findings: inout Findings) -> Int? {
    if let main = form.mainValue { return named(header.names[main], into: &findings) }
    if form.valueColumns.count == 1 { return form.valueColumns[0] }
    if numeric.count == 1 { return numeric[0] }
    let names = (numeric.isEmpty ? form.valueColumns : numeric).map { header.names[$0] }
    findings.append(
      names.isEmpty
        ? ambiguous("the table has no column of values", "add one")
        : ambiguous("the table has \(names.count) columns of values", "say which: \(Self.sample(names))"))
    return nil
  }

  /// The one column of a name, as it is written or else in any case.
  private func named(_ name: String, into findings: inout Findings) -> Int? {
    var found = header.names.indices.filter { header.names[$0] == name }
    if found.isEmpty {
      found = header.names.indices.filter { header.names[$0].lowercased() == name.lowercased() }
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let known = form.valueColumns.map { header.names[$0] }
      findings.append(unknownColumn(name, among: known, "no column is called"))
    } else {
      findings.append(
        .tables.duplicateColumn, "\(found.count) columns are called \"\(name)\"", in: text, line: header.line,
        column: 1, remedy: "keep one of them, or give them different names")
    }
    return nil
  }

  private func unknownColumn(_ name: String, among known: [String], _ what: String) -> Diagnostic {
    Diagnostic(
      .tables.unknownColumn, "\(what) \"\(name)\"", in: text, line: header.line, column: 1,
      remedy: NearestName.remedy(for: name, among: known))
  }

  private func ambiguous(_ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(.figures.columnWanted, message, in: text, line: header.line, column: 1, remedy: remedy)
  }

  static func sample(_ names: [String]) -> String {
    names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }
}
