import IndexModel

/// Names as headings.
package enum Heading {
  /// The name with a capital first letter.
  package static func capitalised(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

  /// A dimension's name as a title: `mother-and-child` becomes `Mother and child`.
  package static func title(_ name: String) -> String { capitalised(spaced(name)) }

  /// The title of a part of the index, from the dimension down: `Health: mother and child`.
  static func title(_ path: DimensionPath) -> String {
    let below = path.segments.dropFirst().map(spaced)
    return title(path.dimension) + (below.isEmpty ? "" : ": " + below.joined(separator: ", "))
  }

  /// A part of the index within a sentence, from itself up: `war in personal`.
  static func phrase(_ path: DimensionPath) -> String {
    path.segments.reversed().map(spaced).joined(separator: " in ")
  }

  private static func spaced(_ name: String) -> String { name.split(separator: "-").joined(separator: " ") }
}
