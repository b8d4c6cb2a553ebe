import Diagnostics
import IndexModel
import Tabular

extension CountryTable {
  /// Reads units.csv: what is scored in an index that is not of countries, and the groups above.
  ///
  /// A row that others name as their parent is a group and is not scored.
  /// - Parameter most: so many rows can be distinguished.
  package static func readUnits(
    _ text: SourceText, most: Int = Figure.mostUnits, into findings: inout Findings
  ) -> CountryTable {
    var reader = UnitTableReader(text: text, most: most)
    reader.read(into: &findings)
    return reader.table(into: &findings)
  }
}

private struct UnitTableReader {
  let text: SourceText
  let most: Int
  private var rows: [Row] = []

  private struct Row {
    let record: Record
    let id: CountryCode
    let weight: Double?
    var parent: Int?
    /// Whether another row names it as its parent.
    var isGroup = false

    var name: String {
      let name = record["name"].trimmingSpaces
      return name.isEmpty ? id.description : name
    }
  }

  init(text: SourceText, most: Int) { (self.text, self.most) = (text, most) }

  /// More levels of groups than anybody has: what goes further goes in a circle.
  private static let mostLevels = 16

  private static let columns = ["id", "name", "parent", "weight", "region", "subregion", "income_group"]

  mutating func read(into findings: inout Findings) {
    var (rows, most) = ([Row](), most)
    RecordReader.read(text, columns: Self.columns, required: ["id"], into: &findings) { record, findings in
      let id = record["id"].trimmingSpaces
      guard let code = CountryCode(unit: id) else {
        findings.append(
          record, .units.badUnitID,
          "\"\(id)\" is not an id of a unit: \(CountryCode.problem(withID: id) ?? "")", at: "id")
        return
      }
      if rows.count == most {
        findings.append(record, .units.tooManyUnits, "more than \(most) rows of units are not read", at: "id")
        most = -1
      }
      if most < 0 { return }
      rows.append(Row(record: record, id: code, weight: Self.weight(record, into: &findings)))
    }
    self.rows = rows
  }

  private static func weight(_ record: Record, into findings: inout Findings) -> Double? {
    let text = record["weight"]
    switch NumberText(text) {
    case .missing: return nil
    case .value(let weight) where weight >= 0 && weight.isFinite: return weight
    default:
      findings.append(record, .units.badUnitWeight, "\"\(text)\" is not a number of at least 0", at: "weight")
      return nil
    }
  }

  mutating func table(into findings: inout Findings) -> CountryTable {
    removeRepetitions(into: &findings)
    let ids = UnitIndex(rows.map(\.id.description))
    for place in rows.indices {
      let name = rows[place].record["parent"].trimmingSpaces
      if name.isEmpty { continue }
      guard let parent = ids.finder.place(of: name) else {
        findings.append(
          rows[place].record, .units.unknownParent,
          "\(rows[place].id) has the parent \"\(name)\", which is no id of this table", at: "parent",
          remedy: NearUnit.hint(name, among: rows.lazy.map(\.id.description))
            + FindingKind.units.unknownParent.advice)
        continue
      }
      rows[place].parent = parent
      rows[parent].isGroup = true
    }
    withExtendedLifetime(ids) {}
    let units = rows.filter { !$0.isGroup }.map { unit($0) }.sorted { $0.code < $1.code }
    noteCircles(into: &findings)
    return CountryTable(
      units: units,
      groups: rows.filter(\.isGroup).map { ($0.id.description, Area(name: $0.name, kind: .aggregate)) })
  }

  /// Of ids that stand twice the first counts.
  private mutating func removeRepetitions(into findings: inout Findings) {
    guard UnitIndex(rows.map(\.id.description)).repeated != nil else { return }
    var lines: [CountryCode: Int] = [:]
    rows = rows.filter { row in
      guard let first = lines[row.id] else {
        lines[row.id] = row.record.line
        return true
      }
      findings.append(row.record, .units.duplicateUnit, "\(row.id) stands on line \(first) already", at: "id")
      return false
    }
  }

  /// The rows above one, the nearest first, as far as they are looked at.
  private func above(_ row: Row) -> [Row] {
    var found: [Row] = []
    var next = row.parent
    while let place = next, found.count <= Self.mostLevels {
      found.append(rows[place])
      next = rows[place].parent
    }
    return found
  }

  private func noteCircles(into findings: inout Findings) {
    for row in rows where row.parent != nil && above(row).count > Self.mostLevels {
      findings.append(
        row.record, .units.circularParent,
        "more than \(Self.mostLevels) groups stand above \(row.id), or they go in a circle", at: "parent")
    }
  }

  /// What the columns of groups do not say, the groups above say: the topmost is the region, the nearest the sub-region.
  private func unit(_ row: Row) -> Country {
    let (above, record) = (above(row), row.record)
    let (parent, top) = (above.first?.name ?? "", above.last?.name ?? "")
    return Country(
      code: row.id, name: row.name, region: record.has("region") ? record["region"] : top,
      subregion: record.has("subregion") ? record["subregion"] : parent, incomeGroup: record["income_group"],
      parent: parent, weight: row.weight)
  }
}
