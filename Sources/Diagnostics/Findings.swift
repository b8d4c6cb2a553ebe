/// All that was found while reading, in the order of finding.
///
/// A file in which the same thing is wrong ten thousand times would bury every other finding, so
/// each kind of finding is kept in full for its first `limit` places in a file and then counted.
package struct Findings: Sendable {
  /// How many findings of one kind are kept for one file.
  package static let limit = 20

  private var kept: [Diagnostic] = []
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    let file: String
    let kind: FindingKind
  }

  private static func key(_ finding: Diagnostic) -> Key {
    Key(file: finding.place?.file ?? "", kind: finding.kind)
  }

  package init(_ findings: Diagnostic...) { for finding in findings { append(finding) } }

  package var hasErrors: Bool { kept.contains { $0.severity == .error } }

  /// The gravest severity found; nil when nothing was.
  package var worst: Diagnostic.Severity? { kept.map(\.severity).max() }

  package var isEmpty: Bool { kept.isEmpty }

  /// How many findings have this severity, those past the limit included.
  package func count(_ severity: Diagnostic.Severity) -> Int {
    counts.reduce(0) { $1.key.kind.severity == severity ? $0 + $1.value : $0 }
  }

  package mutating func append(_ finding: Diagnostic) {
    let key = Self.key(finding)
    let count = counts[key, default: 0] + 1
    counts[key] = count
    if count <= Self.limit { kept.append(finding) }
  }

  package mutating func append(
    _ kind: FindingKind, _ message: String, at place: Diagnostic.Place? = nil, remedy: String = ""
  ) { append(Diagnostic(kind, message, at: place, remedy: remedy)) }

  /// Notes the findings of another reader, after one's own.
  package mutating func append(contentsOf other: Findings) {
    var uncounted = other.counts
    for finding in other.kept {
      append(finding)
      uncounted[Self.key(finding), default: 0] -= 1
    }
    counts.merge(uncounted) { $0 + max(0, $1) }
  }

  /// The findings of a part of a text, with places in the whole of it.
  /// - Parameter lines: how many lines stand before the part.
  package func moved(down lines: Int) -> Findings {
    var moved = self
    if lines > 0 { moved.kept = kept.map { $0.moved(down: lines) } }
    return moved
  }

  package func reworded(_ message: (Diagnostic) -> String) -> Findings {
    var reworded = self
    reworded.kept = kept.map { $0.saying(message($0)) }
    return reworded
  }

  package func only(_ condition: (Diagnostic) -> Bool) -> Findings {
    var result = self
    result.kept = []
    var keys: Set<Key> = []
    for finding in kept {
      let key = Self.key(finding)
      if condition(finding) {
        result.kept.append(finding)
        keys.insert(key)
      } else {
        result.counts[key, default: 1] -= 1
      }
    }
    // What is past the limit goes with the last one that is kept of its kind.
    result.counts = result.counts.filter { keys.contains($0.key) }
    return result
  }

  /// The findings, with what one cause has in several places told once, at the first of them.
  /// - Parameter subject: what findings of one kind and cause have in common; nil for those that stand alone.
  package func joined(by subject: (Diagnostic) -> String?) -> Findings {
    var result = self
    var places: [String: Int] = [:]
    var others: [Int: [Diagnostic]] = [:]
    result.kept = []
    for finding in kept {
      let cause = subject(finding).map { finding.identifier + " " + $0 }
      if let cause, let first = places[cause] {
        others[first, default: []].append(finding)
        result.counts[Self.key(finding), default: 1] -= 1
      } else {
        if let cause { places[cause] = result.kept.count }
        result.kept.append(finding)
      }
    }
    for (place, more) in others {
      let first = result.kept[place]
      let files = Set(more.compactMap { $0.place?.file }).subtracting([first.place?.file ?? ""]).count
      let count = files > 0 ? (files, "file") : (more.count, "place")
      result.kept[place] = first.saying(
        "\(first.message); the same in \(count.0) more \(count.1)\(count.0 == 1 ? "" : "s")")
    }
    return result
  }

  /// Notes a finding of a kind that a file may hold a million times: past the limit it is counted
  /// and not worded.
  package mutating func append(_ kind: FindingKind, inFile file: String, _ finding: () -> Diagnostic) {
    append(wants(kind, inFile: file) ? finding() : Diagnostic(kind, "", at: .init(file: file)))
  }

  /// Whether another finding of this kind about this file would still be kept.
  package func wants(_ kind: FindingKind, inFile file: String) -> Bool {
    counts[Key(file: file, kind: kind), default: 0] < Self.limit
  }

  /// Every finding, and after the last one kept of a kind how many more there were like it.
  package var all: [Diagnostic] {
    var seen: [Key: Int] = [:]
    return kept.flatMap { finding in
      let key = Self.key(finding)
      seen[key, default: 0] += 1
      let more = counts[key, default: 0] - Self.limit
      guard seen[key] == Self.limit, more > 0 else { return [finding] }
      let place = finding.place.map { Diagnostic.Place(file: $0.file) }
      return [
        finding, Diagnostic(counting: "and \(more) more like this in the same file", finding.kind, at: place),
      ]
    }
  }
}
