import Diagnostics
import IndexModel
import Tabular

/// Reads a file of groups of countries, such as groups.csv: a row a member, with the columns `group` and `iso3`, or of
/// other units `id`.
package enum GroupReader {
  package struct Group: Sendable, Equatable {
    package let name: String
    /// In the order of the rows.
    package var members: [CountryIndex]
  }

  /// What is wrong is noted in `findings`: an unknown code, a row without a group, a country twice in a group.
  /// - Returns: the groups in the order in which they first appear; a country may belong to several.
  package static func read(_ text: SourceText, _ countries: CountryTable, into findings: inout Findings)
    -> [Group]
  {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    var lines: [String: [CountryIndex: Int]] = [:]
    let (key, columns) = (countries.keyColumn, ["group", countries.keyColumn])
    RecordReader.read(text, columns: columns, required: columns, into: &findings) { record, findings in
      let (name, code) = (record["group"].trimmingSpaces, record[key].trimmingSpaces)
      if name.isEmpty {
        findings.append(
          record, .countries.noGroupName, "\(code) stands in a group without a name", at: "group")
      }
      guard let own = countries.index(ofCode: code) else {
        findings.append(
          record, countries.unknown,
          countries.isOfUnits ? countries.unknownMessage(code) : "no country has the code \"\(code)\"",
          at: key, remedy: countries.remedy(for: code))
        return
      }
      if name.isEmpty { return }
      if let first = lines[name]?[own] {
        findings.append(
          record, .countries.duplicateMember, "\(code) belongs to \(name) on line \(first) already", at: key)
        return
      }
      lines[name, default: [:]][own] = record.line
      let place = places[name] ?? groups.count
      if place == groups.count { groups.append(Group(name: name, members: [])) }
      places[name] = place
      groups[place].members.append(own)
    }
    return groups
  }
}
