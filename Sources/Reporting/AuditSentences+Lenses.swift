extension AuditSentences {
  /// Which lenses were not compared; nothing where all were.
  static func leftOut(_ names: [String]) -> [String] {
    if names.isEmpty { return [] }
    let (noun, verb) = names.count == 1 ? ("lens", "is") : ("lenses", "are")
    return [
      "\(names.count) other \(noun) could not be compared and \(verb) left out: "
        + names.joined(separator: ", ") + "."
    ]
  }
}
