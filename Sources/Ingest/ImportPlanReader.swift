import HumanSecurity
import Tabular

extension ImportPlan {
  /// Reads imports.toml; everything wrong with it is noted in `findings`.
  public static func read(
    _ text: SourceText, framework: Framework, into findings: inout Findings
  ) -> ImportPlan {
    var plan = ImportPlan()
    guard let document = TOMLDocument(text, into: &findings) else { return plan }
    plan.defaultYears = document.years(in: document.root, [], (nil, nil), &findings)
    let known = framework.indicators.map(\.id.rawValue)
    for member in document.root.members ?? []
    where !["first_year", "last_year"].contains(member.key) {
      guard let id = IndicatorID(member.key), known.contains(member.key) else {
        findings.append(
          document.finding(
            .error, "unknown-indicator", "no indicator is called \"\(member.key)\"",
            at: [member.key], remedy: NearestName.remedy(for: member.key, among: known)))
        continue
      }
      if let entry = document.entry(id, member.value, plan.defaultYears, &findings) {
        plan.entries.append(entry)
      }
    }
    return plan
  }
}

extension TOMLDocument {
  private static let entryKeys = [
    "source", "combine", "first_year", "last_year", "zero_is_missing",
  ]
  private static let sourceKeys = ["file", "column", "where", "missing", "origin", "url", "hosts"]

  fileprivate func entry(
    _ id: IndicatorID, _ node: TOMLNode, _ years: (first: Year?, last: Year?),
    _ findings: inout Findings
  ) -> ImportPlan.Entry? {
    let place = [id.rawValue]
    guard let members = node.members else {
      findings.append(
        finding(.error, "wrong-type", "\(id) is \(node.kind)", at: place, remedy: "write [\(id)]"))
      return nil
    }
    reportUnknown(members, Self.entryKeys, place, &findings)
    var combination = ImportPlan.Combination.sum
    if let name = string("combine", in: node, place, &findings) {
      if let known = ImportPlan.Combination(rawValue: name) {
        combination = known
      } else {
        let names = ImportPlan.Combination.allCases.map(\.rawValue)
        findings.append(
          finding(
            .error, "unknown-method", "combine knows no \"\(name)\"", at: place + ["combine"],
            remedy: NearestName.remedy(for: name, among: names)))
      }
    }
    let sources = sources(node[key: "source"], place + ["source"], &findings)
    let ownYears = self.years(in: node, place, years, &findings)
    let zero = node[key: "zero_is_missing"] ?? .boolean(false)
    if zero != .boolean(true), zero != .boolean(false) {
      wrongType("zero_is_missing", zero, place, "write true or false", &findings)
    }
    if sources.isEmpty { return nil }
    var entry = ImportPlan.Entry(
      indicator: id, sources: sources, combination: combination, firstYear: ownYears.first,
      lastYear: ownYears.last, zeroIsMissing: zero == .boolean(true))
    entry.inheritsFirstYear = years.first != nil && node[key: "first_year"] == nil
    entry.inheritsLastYear = years.last != nil && node[key: "last_year"] == nil
    return entry
  }

  private func sources(_ node: TOMLNode?, _ place: [String], _ findings: inout Findings)
    -> [ImportPlan.Source]
  {
    guard case .array(let items) = node, !items.isEmpty else {
      findings.append(
        finding(
          .error, "missing-key", "\(place.first ?? "") names no source", at: place,
          remedy: "write source = [ { file = \"…\", column = \"…\" } ]"))
      return []
    }
    return items.compactMap { item in
      reportUnknown(item.members ?? [], Self.sourceKeys, place, &findings)
      guard let file = item[key: "file"]?.string, !file.isEmpty, !file.contains("/") else {
        findings.append(
          finding(
            .error, "missing-key", "a source needs the base name of a file", at: place + ["file"],
            remedy: "write file = \"name-of-the-download.csv\", without a folder"))
        return nil
      }
      return ImportPlan.Source(
        file: file, column: string("column", in: item, place, &findings),
        conditions: conditions(item[key: "where"], place, &findings),
        missing: texts("missing", in: item, place, "write missing = [ \"-99\" ]", &findings) {
          !$0.isEmpty
        },
        origin: string("origin", in: item, place, &findings) ?? "",
        url: address(of: item, place, &findings),
        hosts: texts(
          "hosts", in: item, place, "write hosts = [ \"files.example.org\" ]", &findings
        ) { !$0.isEmpty && !$0.contains(where: { "/:@ ".contains($0) }) }
      )
    }
  }

  private func address(of item: TOMLNode, _ place: [String], _ findings: inout Findings) -> String {
    guard let url = string("url", in: item, place, &findings) else { return "" }
    do throws(ImportAddress.Mistake) {
      _ = try ImportAddress(url)
      return url
    } catch {
      findings.append(
        finding(.error, "bad-url", error.message, at: place + ["url"], remedy: error.remedy))
      return ""
    }
  }

  private func texts(
    _ key: String, in item: TOMLNode, _ place: [String], _ remedy: String,
    _ findings: inout Findings, where isGood: (String) -> Bool
  ) -> [String] {
    guard let node = item[key: key] else { return [] }
    if case .array(let items) = node {
      let texts = items.compactMap(\.string).filter(isGood)
      if texts.count == items.count { return texts }
    }
    let what = key == "hosts" ? "names of hosts" : "texts"
    findings.append(
      finding(
        .error, "wrong-type", "\(key) is not a list of \(what)", at: place + [key], remedy: remedy))
    return []
  }

  private func conditions(_ node: TOMLNode?, _ place: [String], _ findings: inout Findings)
    -> [ImportPlan.Condition]
  {
    guard let node else { return [] }
    let conditions = (node.members ?? []).compactMap { member in
      member.value.string.map { ImportPlan.Condition(column: member.key, text: $0) }
    }
    if node.members?.count != conditions.count {
      findings.append(
        finding(
          .error, "wrong-type", "where is not a table of texts", at: place + ["where"],
          remedy: "write where = { COLUMN = \"text\" }"))
    }
    return conditions
  }

  private func string(
    _ key: String, in node: TOMLNode, _ place: [String], _ findings: inout Findings
  ) -> String? {
    guard let value = node[key: key] else { return nil }
    if value.string == nil {
      wrongType(key, value, place, "write a text in quotation marks", &findings)
    }
    return value.string
  }

  private func wrongType(
    _ key: String, _ value: TOMLNode, _ place: [String], _ remedy: String,
    _ findings: inout Findings
  ) {
    findings.append(
      finding(
        .error, "wrong-type", "\(key) is \(value.kind)", at: place + [key], remedy: remedy))
  }

  /// The first and the last year, from a table or else from what holds for all.
  fileprivate func years(
    in node: TOMLNode, _ place: [String], _ general: (first: Year?, last: Year?),
    _ findings: inout Findings
  ) -> (first: Year?, last: Year?) {
    let first = year("first_year", in: node, place, &findings) ?? general.first
    let last = year("last_year", in: node, place, &findings) ?? general.last
    if let first, let last, first > last {
      let key = node[key: "last_year"] == nil ? "first_year" : "last_year"
      findings.append(
        finding(
          .error, "bad-year", "the first year, \(first), is after the last, \(last)",
          at: place + [key], remedy: "give the table years of its own, in order"))
    }
    return (first, last)
  }

  private func year(
    _ key: String, in node: TOMLNode, _ place: [String], _ findings: inout Findings
  ) -> Year? {
    guard let value = node[key: key] else { return nil }
    if case .integer(let year) = value, TableHeader.years.contains(year) { return year }
    findings.append(
      finding(
        .error, "bad-year", "\(key) is not a year", at: place + [key],
        remedy: "write four digits, such as 1990"))
    return nil
  }

  private func reportUnknown(
    _ members: [TOMLNode.Member], _ known: [String], _ place: [String],
    _ findings: inout Findings
  ) {
    for member in members where !known.contains(member.key) {
      findings.append(
        finding(
          .error, "unknown-key", "unknown key \"\(member.key)\"", at: place + [member.key],
          remedy: NearestName.remedy(for: member.key, among: known)))
    }
  }
}
