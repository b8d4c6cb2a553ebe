import Diagnostics
import IndexModel
import Tabular

extension ImportPlan {
  /// Reads imports.toml; everything wrong with it is noted in `findings`.
  package static func read(_ text: SourceText, framework: Framework, into findings: inout Findings)
    -> ImportPlan
  {
    guard let document = TOMLDocument(text, into: &findings) else { return ImportPlan() }
    var reader = ImportPlanReader(document: document)
    let plan = reader.plan(framework.indicators.map(\.id.rawValue))
    findings.append(contentsOf: reader.findings)
    return plan
  }
}

private struct ImportPlanReader {
  typealias Years = (first: Year?, last: Year?)

  let document: TOMLDocument
  var findings = Findings()

  mutating func plan(_ known: [String]) -> ImportPlan {
    var plan = ImportPlan()
    plan.defaultYears = years(in: document.root, [], (nil, nil))
    for member in document.root.members ?? [] where !["first_year", "last_year"].contains(member.key) {
      if let id = IndicatorID(member.key), known.contains(member.key) {
        if let entry = entry(id, member.value, plan.defaultYears) { plan.entries.append(entry) }
      } else {
        wrong(
          .framework.unknownIndicator, "no indicator is called \"\(member.key)\"", [member.key],
          NearestName.remedy(for: member.key, among: known))
      }
    }
    return plan
  }

  private static let entryKeys = ["source", "combine", "first_year", "last_year", "zero_is_missing"]
  private static let sourceKeys = [
    "file", "sheet", "column", "where", "where_not", "country_column", "year_column", "year", "decimal",
    "rows", "missing", "low", "high", "standard_error", "origin", "url", "hosts",
  ]

  private mutating func entry(_ id: IndicatorID, _ node: TOMLNode, _ years: Years) -> ImportPlan.Entry? {
    let place = [id.rawValue]
    guard let members = node.members else {
      wrong(.lenses.wrongType, "\(id) is \(node.kind)", place, "write [\(id)]")
      return nil
    }
    findings.append(unknownKeysOf: members, among: Self.entryKeys, at: place, in: document)
    let combination = combination(node, place)
    let sources = sources(node[key: "source"], place + ["source"])
    let ownYears = self.years(in: node, place, years)
    let zero = node[key: "zero_is_missing"] ?? .boolean(false)
    if zero != .boolean(true), zero != .boolean(false) {
      wrongType("zero_is_missing", zero, place, "write true or false")
    }
    if sources.isEmpty { return nil }
    var entry = ImportPlan.Entry(
      indicator: id, sources: sources, combination: combination, firstYear: ownYears.first,
      lastYear: ownYears.last, zeroIsMissing: zero == .boolean(true))
    entry.inheritsFirstYear = years.first != nil && node[key: "first_year"] == nil
    entry.inheritsLastYear = years.last != nil && node[key: "last_year"] == nil
    return entry
  }

  private mutating func combination(_ node: TOMLNode, _ place: [String]) -> ImportPlan.Combination {
    guard let name = string("combine", in: node, place) else { return .sum }
    if let known = ImportPlan.Combination(rawValue: name) { return known }
    wrong(
      .lenses.unknownMethod, "combine knows no \"\(name)\"", place + ["combine"],
      NearestName.remedy(for: name, among: ImportPlan.Combination.allCases.map(\.rawValue)))
    return .sum
  }

  private mutating func sources(_ node: TOMLNode?, _ place: [String]) -> [ImportPlan.Source] {
    guard case .array(let items) = node, !items.isEmpty else {
      wrong(
        .lenses.missingKey, "\(place.first ?? "") names no source", place,
        "write source = [ { file = \"…\", column = \"…\" } ]")
      return []
    }
    return items.enumerated().compactMap { source($1, place + ["\($0)"]) }
  }

  private mutating func source(_ item: TOMLNode, _ place: [String]) -> ImportPlan.Source? {
    findings.append(unknownKeysOf: item.members ?? [], among: Self.sourceKeys, at: place, in: document)
    guard let file = item[key: "file"]?.string, !file.isEmpty, !file.contains("/") else {
      wrong(
        .lenses.missingKey, "a source needs the base name of a file", place + ["file"],
        "write file = \"name-of-the-download.csv\", without a folder")
      return nil
    }
    var result = ImportPlan.Source(
      file: file, column: string("column", in: item, place),
      conditions: conditions("where", in: item, place) + conditions("where_not", in: item, place),
      missing: texts("missing", in: item, place, "texts", "write missing = [ \"-99\" ]") { _ in true },
      origin: string("origin", in: item, place) ?? "", url: address(of: item, place),
      hosts: texts("hosts", in: item, place, "names of hosts", "write hosts = [ \"files.example.org\" ]") {
        !$0.contains { "/:@ ".contains($0) }
      })
    result.sheet = string("sheet", in: item, place)
    result.form = TableChoice(
      country: string("country_column", in: item, place), yearColumn: string("year_column", in: item, place),
      year: year("year", in: item, place))
    result.decimal = word("decimal", in: item, place, ["point": .point, "comma": .comma])
    result.addsRows = word("rows", in: item, place, ["sum": true]) ?? false
    result.bounds = bounds(of: item, place)
    return result
  }

  private mutating func bounds(of item: TOMLNode, _ place: [String]) -> BoundColumns? {
    let (low, high) = (string("low", in: item, place), string("high", in: item, place))
    let error = string("standard_error", in: item, place)
    if let error, low == nil, high == nil { return .standardError(error) }
    if let low, let high, error == nil { return .ends(low: low, high: high) }
    if low != nil || high != nil {
      wrong(
        .lenses.missingKey, "an interval has a low and a high end, or a standard error", place,
        "write low = \"…\", high = \"…\", or standard_error = \"…\" alone")
    }
    return nil
  }

  private mutating func address(of item: TOMLNode, _ place: [String]) -> String {
    guard let url = string("url", in: item, place) else { return "" }
    do throws(ImportAddress.Mistake) {
      _ = try ImportAddress(url)
      return url
    } catch {
      wrong(.shared.badURL, error.message, place + ["url"], error.remedy)
      return ""
    }
  }

  /// The texts of a list, none of which may be empty.
  private mutating func texts(
    _ key: String, in item: TOMLNode, _ place: [String], _ what: String, _ remedy: String,
    where isGood: (String) -> Bool
  ) -> [String] {
    guard let node = item[key: key] else { return [] }
    var own = place + [key]
    if case .array(let items) = node {
      func isText(_ item: TOMLNode) -> Bool { item.string.map { !$0.isEmpty && isGood($0) } ?? false }
      guard let bad = items.firstIndex(where: { !isText($0) }) else { return items.compactMap(\.string) }
      own.append("\(bad)")
    }
    wrong(.lenses.wrongType, "\(key) is not a list of \(what)", own, remedy)
    return []
  }

  /// What one of a few words stands for.
  private mutating func word<Meaning>(
    _ key: String, in item: TOMLNode, _ place: [String], _ known: [String: Meaning]
  ) -> Meaning? {
    guard let text = string(key, in: item, place) else { return nil }
    if known[text] == nil {
      wrong(
        .lenses.unknownMethod, "\(key) knows no \"\(text)\"", place + [key],
        NearestName.remedy(for: text, among: known.keys.sorted()))
    }
    return known[text]
  }

  private mutating func conditions(_ key: String, in item: TOMLNode, _ place: [String]) -> [RowCondition] {
    guard let node = item[key: key] else { return [] }
    let conditions = (node.members ?? []).compactMap { member in
      member.value.string.map { RowCondition(column: member.key, text: $0, isExclusion: key == "where_not") }
    }
    if node.members?.count != conditions.count {
      wrong(
        .lenses.wrongType, "\(key) is not a table of texts", place + [key],
        "write \(key) = { COLUMN = \"text\" }")
    }
    return conditions
  }

  private mutating func string(_ key: String, in node: TOMLNode, _ place: [String]) -> String? {
    guard let value = node[key: key] else { return nil }
    if value.string == nil { wrongType(key, value, place, "write a text in quotation marks") }
    return value.string
  }

  /// The first and the last year, from a table or else from what holds for all.
  private mutating func years(in node: TOMLNode, _ place: [String], _ general: Years) -> Years {
    let first = year("first_year", in: node, place) ?? general.first
    let last = year("last_year", in: node, place) ?? general.last
    if let first, let last, first > last {
      let key = node[key: "last_year"] == nil ? "first_year" : "last_year"
      wrong(
        .figures.badYear, "the first year, \(first), is after the last, \(last)", place + [key],
        "give the table years of its own, in order")
    }
    return (first, last)
  }

  private mutating func year(_ key: String, in node: TOMLNode, _ place: [String]) -> Year? {
    guard let value = node[key: key] else { return nil }
    if case .integer(let year) = value, figureYears.contains(year) { return year }
    wrong(.figures.badYear, "\(key) is not a year", place + [key], "write four digits, such as 1990")
    return nil
  }

  private mutating func wrongType(_ key: String, _ value: TOMLNode, _ place: [String], _ remedy: String) {
    wrong(.lenses.wrongType, "\(key) is \(value.kind)", place + [key], remedy)
  }

  private mutating func wrong(_ kind: FindingKind, _ message: String, _ place: [String], _ remedy: String) {
    findings.append(document, kind, message, at: place, remedy: remedy)
  }
}
