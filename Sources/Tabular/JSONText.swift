import Diagnostics

/// A JSON value whose members keep the order in which they were written.
package enum JSONText: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number in full precision; NaN and infinities become null, which JSON has instead.
  case number(Double)
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  package static func optional(_ value: Double?) -> JSONText { value.map { .number($0) } ?? .null }

  package static func optional(_ value: Int?) -> JSONText { value.map { .integer($0) } ?? .null }

  /// A text, or null where there is none.
  package static func optional(_ value: String?) -> JSONText { value.map { .string($0) } ?? .null }

  /// An array of texts.
  package static func strings(_ values: [String]) -> JSONText { .array(values.map { .string($0) }) }

  /// An array of objects, one an item.
  package static func list<Items: Sequence>(
    _ items: Items, _ members: (Items.Element) -> [(String, JSONText)]
  ) -> JSONText { .array(items.map { .object(members($0)) }) }

  package var compact: String {
    var out = ""
    write(to: &out, indent: nil)
    return out
  }

  /// The text with two spaces of indent a level, ending in a line feed.
  package var pretty: String {
    var out = ""
    write(to: &out, indent: 0)
    return out + "\n"
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .null: out += "null"
    case .boolean(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): out += value.isFinite ? CSVText.shortest(value) : "null"
    case .string(let value): Self.write(value, to: &out)
    case .array(let items):
      Self.write(items, "[", "]", to: &out, indent: indent) { item, out, indent in
        item.write(to: &out, indent: indent)
      }
    case .object(let members):
      Self.write(members, "{", "}", to: &out, indent: indent) { member, out, indent in
        Self.write(member.0, to: &out)
        out += indent == nil ? ":" : ": "
        member.1.write(to: &out, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to out: inout String, indent: Int?,
    item writeItem: (Item, inout String, Int?) -> Void
  ) {
    out += open
    let inner = indent.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      if let inner { out += "\n" + String(repeating: "  ", count: inner) }
      writeItem(item, &out, inner)
    }
    if let indent, !items.isEmpty { out += "\n" + String(repeating: "  ", count: indent) }
    out += close
  }

  /// Also escapes `<`, `>`, `&` and the line separators, so that the text may stand in a script
  /// element of a page, and whatever would steer a terminal or reorder a line.
  private static func write(_ value: String, to out: inout String) {
    out += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where ["<", ">", "&"].contains(scalar) || Diagnostic.isUnprintable(scalar):
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
