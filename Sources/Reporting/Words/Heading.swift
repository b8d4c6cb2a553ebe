/// Names as headings.
package enum Heading {
  /// The name with a capital first letter.
  package static func capitalised(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
