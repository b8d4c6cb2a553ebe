/// All that was found while reading, in the order of finding.
///
/// A file in which the same thing is wrong ten thousand times would bury every other finding, so
/// each kind of finding is kept in full for its first `limit` places in a file and then counted.
public struct Findings: Sendable {
  /// How many findings of one kind are kept for one file.
  public static let limit = 20

  private var kept: [Diagnostic] = []
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    let file: String
    let identifier: String
  }

  /// Nothing found.
  public init() {}

  /// Whether anything is wrong enough to stop.
  public var hasErrors: Bool { kept.contains { $0.severity == .error } }

  /// Whether nothing was found at all.
  public var isEmpty: Bool { kept.isEmpty }

  /// How many of the findings kept have this severity.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    kept.count { $0.severity == severity }
  }

  /// Notes a finding.
  public mutating func append(_ finding: Diagnostic) {
    let key = Key(file: finding.place?.file ?? "", identifier: finding.identifier)
    let count = counts[key, default: 0] + 1
    counts[key] = count
    if count <= Self.limit { kept.append(finding) }
  }

  /// Notes the findings of another reader, after one's own.
  public mutating func append(contentsOf other: Findings) {
    kept.append(contentsOf: other.kept)
    counts.merge(other.counts) { $0 + $1 }
  }

  /// The findings that fulfil a condition.
  public func only(_ condition: (Diagnostic) -> Bool) -> Findings {
    var result = Findings()
    result.kept = kept.filter(condition)
    for finding in result.kept {
      let key = Key(file: finding.place?.file ?? "", identifier: finding.identifier)
      result.counts[key] = counts[key]
    }
    return result
  }

  /// Whether another finding of this kind in this file would still be kept: to save the work of
  /// wording one that would not.
  public func wants(_ identifier: String, in file: String) -> Bool {
    counts[Key(file: file, identifier: identifier), default: 0] < Self.limit
  }

  /// Every finding, and after the last one kept of a kind how many more there were like it.
  public var all: [Diagnostic] {
    var result: [Diagnostic] = []
    var seen: [Key: Int] = [:]
    for finding in kept {
      result.append(finding)
      let key = Key(file: finding.place?.file ?? "", identifier: finding.identifier)
      seen[key, default: 0] += 1
      let total = counts[key, default: 0]
      if seen[key] == Self.limit, total > Self.limit {
        result.append(
          Diagnostic(
            finding.severity, finding.identifier,
            "and \(total - Self.limit) more like this in the same file",
            at: finding.place.map { Diagnostic.Place(file: $0.file) }))
      }
    }
    return result
  }
}
