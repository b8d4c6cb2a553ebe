/// A line and a column, in characters, both from 1.
struct TOMLPlace: Equatable {
  let line: Int
  let column: Int
}

/// What is wrong with a text, where, and what to do about it.
struct TOMLMistake: Error {
  let message: String
  let place: TOMLPlace
  let remedy: String
}

/// A key as it was written, and where.
struct TOMLKey {
  let parts: [String]
  let place: TOMLPlace

  var last: String { parts.last ?? "" }
  var text: String { parts.joined(separator: ".") }
}
