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
    let severity: Diagnostic.Severity

    init(_ finding: Diagnostic) {
      file = finding.place?.file ?? ""
      identifier = finding.identifier
      severity = finding.severity
    }
  }

  /// Nothing found.
  public init() {}

  /// Whether anything is wrong enough to stop.
  public var hasErrors: Bool { kept.contains { $0.severity == .error } }

  /// The gravest severity found; nil when nothing was.
  public var worst: Diagnostic.Severity? { kept.map(\.severity).max() }

  /// Whether nothing was found at all.
  public var isEmpty: Bool { kept.isEmpty }

  /// How many findings have this severity, those past the limit included.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    counts.reduce(0) { $1.key.severity == severity ? $0 + $1.value : $0 }
  }

  /// Notes a finding.
  public mutating func append(_ finding: Diagnostic) {
    let key = Key(finding)
    let count = counts[key, default: 0] + 1
    counts[key] = count
    if count <= Self.limit { kept.append(finding) }
  }

  /// Notes the findings of another reader, after one's own.
  public mutating func append(contentsOf other: Findings) {
    var uncounted = other.counts
    for finding in other.kept {
      append(finding)
      uncounted[Key(finding), default: 0] -= 1
    }
    counts.merge(uncounted) { $0 + max(0, $1) }
  }

  /// The findings of a part of a text, with places in the whole of it.
  /// - Parameter lines: how many lines stand before the part.
  public func moved(down lines: Int) -> Findings {
    var moved = self
    if lines > 0 { moved.kept = kept.map { $0.moved(down: lines) } }
    return moved
  }

  /// The findings with other messages.
  public func reworded(_ message: (Diagnostic) -> String) -> Findings {
    var reworded = self
    reworded.kept = kept.map { $0.saying(message($0)) }
    return reworded
  }

  /// The findings that fulfil a condition.
  public func only(_ condition: (Diagnostic) -> Bool) -> Findings {
    var result = Findings()
    result.kept = kept.filter(condition)
    for finding in result.kept {
      let key = Key(finding)
      result.counts[key] = counts[key]
    }
    return result
  }

  /// Notes a finding of a kind that a file may hold a million times: past the limit it is counted
  /// and not worded.
  public mutating func append(
    _ severity: Diagnostic.Severity, _ identifier: String, in text: SourceText,
    _ finding: () -> Diagnostic
  ) {
    append(
      wants(severity, identifier, in: text)
        ? finding() : Diagnostic(severity, identifier, "", at: .init(file: text.name)))
  }

  /// Whether another finding of this kind about this text would still be kept.
  public func wants(_ severity: Diagnostic.Severity, _ identifier: String, in text: SourceText)
    -> Bool
  {
    let kind = Key(Diagnostic(severity, identifier, "", at: .init(file: text.name)))
    return counts[kind, default: 0] < Self.limit
  }

  /// Every finding, and after the last one kept of a kind how many more there were like it.
  public var all: [Diagnostic] {
    var result: [Diagnostic] = []
    var seen: [Key: Int] = [:]
    for finding in kept {
      result.append(finding)
      let key = Key(finding)
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
