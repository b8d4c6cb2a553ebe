/// One TOML value. Tables are in alphabetical order of their keys.
package indirect enum TOMLNode: Sendable, Equatable {
  case string(String)
  case integer(Int)
  case float(Double)
  case boolean(Bool)
  case array([TOMLNode])
  case table([Member])
  /// A date or a time, which none of our files uses.
  case moment

  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: TOMLNode
  }

  package var members: [Member]? { if case .table(let members) = self { members } else { nil } }

  package subscript(key key: String) -> TOMLNode? { members?.first { $0.key == key }?.value }

  package var string: String? { if case .string(let text) = self { text } else { nil } }

  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  package var kind: String {
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
