package enum NearestName {
  /// The candidates nearest to a misspelt name, best first, at most three.
  ///
  /// Distance is the number of insertions, deletions, replacements and swaps of neighbours
  /// (optimal string alignment), after folding case; a candidate further away than a third of the
  /// longer name is no suggestion. Ties keep the candidates' order.
  package static func suggestions(for name: String, among candidates: [String]) -> [String] {
    ranked(name, among: candidates).prefix(3).map { candidates[$0] }
  }

  /// The places of the candidates that are near to a name, nearest first; see `suggestions`.
  ///
  /// Takes no more time for a longer name: what stands after its first 64 letters is not looked at.
  package static func ranked(_ name: String, among candidates: some Sequence<String>) -> [Int] {
    let wanted = letters(of: name)
    let found = candidates.enumerated().compactMap { order, candidate -> (distance: Int, order: Int)? in
      let other = letters(of: candidate)
      let allowed = max(1, max(wanted.count, other.count) / 3)
      guard abs(wanted.count - other.count) <= allowed else { return nil }
      let distance = distance(wanted, other)
      return distance <= allowed ? (distance, order) : nil
    }
    return found.sorted { $0 < $1 }.map(\.order)
  }

  private static func letters(of name: String) -> [Unicode.Scalar] {
    Array(String(name.unicodeScalars.prefix(64)).lowercased().unicodeScalars.prefix(64))
  }

  /// A remedy in words: `did you mean "food"?`, or the list of what there is when nothing is near.
  package static func remedy(for name: String, among candidates: [String]) -> String {
    let near = suggestions(for: name, among: candidates)
    if !near.isEmpty { return "did you mean \(near.map { "\"\($0)\"" }.joined(separator: " or "))?" }
    guard !candidates.isEmpty else { return "" }
    let shown = candidates.prefix(12).joined(separator: ", ")
    return "known: \(shown)\(candidates.count > 12 ? ", … (\(candidates.count) in all)" : "")"
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var current = [Int](repeating: i + 1, count: b.count + 1)
      for j in b.indices {
        let cost = a[i] == b[j] ? 0 : 1
        current[j + 1] = min(last[j + 1] + 1, current[j] + 1, last[j] + cost)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          current[j + 1] = min(current[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, current)
    }
    return last[b.count]
  }
}
