import TOMLKit

/// A TOML text whose keys have addresses.
///
/// TOMLKit parses; it reports the place of a syntax error but not that of a key, so the places of
/// keys are found by `TOMLKeyPlaces`.
public struct TOMLDocument: Sendable {
  /// The root table.
  public let root: TOMLNode
  /// The text it was read from.
  public let text: SourceText
  private let places: TOMLKeyPlaces

  /// Parses a text; a syntax error is noted in `findings` and gives nil.
  public init?(_ text: SourceText, into findings: inout Findings) {
    if let zero = text.bytes.firstIndex(of: 0) {
      findings.append(
        Self.syntaxError(
          "the text contains a NUL byte", at: zero, in: text,
          remedy: "save the file as plain UTF-8 text"))
      return nil
    }
    if let problem = TOMLPrecheck.problem(in: text.bytes) {
      findings.append(
        Self.syntaxError(
          problem.message, at: problem.offset, in: text,
          remedy: "see https://toml.io for the syntax"))
      return nil
    }
    do {
      let table = try TOMLTable(string: String(decoding: text.bytes, as: UTF8.self))
      root = TOMLNode(table)
    } catch let error as TOMLParseError {
      findings.append(
        Diagnostic(
          .error, "toml-syntax", error.description, in: text, line: error.source.begin.line,
          column: error.source.begin.column, remedy: "see https://toml.io for the syntax"))
      return nil
    } catch {
      findings.append(
        Diagnostic(.error, "toml-syntax", "\(error)", at: .init(file: text.name)))
      return nil
    }
    self.text = text
    places = TOMLKeyPlaces(text)
  }

  private static func syntaxError(
    _ message: String, at offset: Int, in text: SourceText, remedy: String
  ) -> Diagnostic {
    let before = String(decoding: text.bytes[..<offset], as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    return Diagnostic(
      .error, "toml-syntax", message, in: text, line: before.count,
      column: (before.last?.count ?? 0) + 1, remedy: remedy)
  }

  /// A finding about a key, at its place.
  public func finding(
    _ severity: Diagnostic.Severity, _ identifier: String, _ message: String, at path: [String],
    remedy: String = ""
  ) -> Diagnostic {
    let place = places[path]
    return Diagnostic(
      severity, identifier, message, in: text, line: place?.line ?? 0,
      column: place?.column ?? 0, remedy: remedy)
  }
}

/// One TOML value. Tables are in alphabetical order of their keys.
public indirect enum TOMLNode: Sendable, Equatable {
  case string(String)
  case integer(Int)
  case float(Double)
  case boolean(Bool)
  case array([TOMLNode])
  case table([Member])
  /// A date or a time, which none of our files uses.
  case moment

  /// A key and its value.
  public struct Member: Sendable, Equatable {
    /// The key, unquoted.
    public let key: String
    /// What it stands for.
    public let value: TOMLNode
  }

  init(_ value: any TOMLValueConvertible) {
    switch value.type {
    case .string: self = .string(value.string ?? "")
    case .int: self = .integer(value.int ?? 0)
    case .double: self = .float(value.double ?? .nan)
    case .bool: self = .boolean(value.bool ?? false)
    case .array: self = .array((value.array.map { Array($0) } ?? []).map { TOMLNode($0) })
    case .table:
      var members: [Member] = []
      if let table = value.table {
        for (key, inner) in table { members.append(Member(key: key, value: TOMLNode(inner))) }
      }
      self = .table(members.sorted { $0.key < $1.key })
    default: self = .moment
    }
  }

  /// The members of a table; nil for any other value.
  public var members: [Member]? {
    if case .table(let members) = self { members } else { nil }
  }

  /// The value of a key of a table.
  public subscript(key key: String) -> TOMLNode? {
    members?.first { $0.key == key }?.value
  }

  /// The text, for a string.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, for an integer or a float.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  /// What kind of value this is, in words.
  public var kind: String {
    switch self {
    case .string: "a text"
    case .integer: "a whole number"
    case .float: "a number"
    case .boolean: "true or false"
    case .array: "a list"
    case .table: "a table"
    case .moment: "a date or time"
    }
  }
}
