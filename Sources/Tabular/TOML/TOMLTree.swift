/// The tables, lists and values of a text, each with its places, and what may be added to which.
struct TOMLTree: Sendable {
  /// How a value came about: `a` of `[a.b]` is implied and may have a header of its own later, `a`
  /// of `a.b = 1` is dotted, and `[[a]]` is one of the tables of a.
  enum Form: Equatable { case leaf(TOMLNode), list, tables, implied, header, dotted, inline }

  private struct Entry {
    var form: Form
    let valuePlace: TOMLPlace
    var place: TOMLPlace
    var key = ""
    var children: [Int] = []
  }

  static let root = 0
  private var entries: [Entry] = []
  /// By parent and key: keys are the same if their bytes are, not if they only look the same.
  private var numbers: [[UInt8]: Int] = [:]

  init() { _ = add(.header, TOMLPlace(line: 1, offset: 0)) }

  /// A value that belongs to nothing yet.
  mutating func add(_ form: Form, _ place: TOMLPlace) -> Int {
    entries.append(Entry(form: form, valuePlace: place, place: place))
    return entries.count - 1
  }

  mutating func append(_ item: Int, to list: Int) { entries[list].children.append(item) }

  private func child(_ key: String, of parent: Int) -> Int? { numbers[Array("\(parent).\(key)".utf8)] }

  private mutating func attach(_ child: Int, to parent: Int, _ key: String, _ place: TOMLPlace) {
    numbers[Array("\(parent).\(key)".utf8)] = child
    (entries[child].key, entries[child].place) = (key, place)
    append(child, to: parent)
  }

  /// What a table has under a key; where that is nothing yet, it is made.
  private mutating func child(_ key: String, of parent: Int, orNew form: Form, _ place: TOMLPlace) -> Int {
    if let known = child(key, of: parent) { return known }
    let new = add(form, place)
    attach(new, to: parent, key, place)
    return new
  }

  /// Gives a key of a table its value.
  mutating func insert(_ value: Int, at key: TOMLKey, in table: Int) throws(TOMLMistake) {
    let parent = try parent(of: key, in: table, isHeader: false)
    if let first = child(key.last, of: parent) { throw repeated(key, first) }
    attach(value, to: parent, key.last, key.place)
  }

  /// Opens the table of a header, or one more of a list of tables.
  mutating func open(_ key: TOMLKey, isList: Bool) throws(TOMLMistake) -> Int {
    let parent = try parent(of: key, in: Self.root, isHeader: true)
    let form = isList ? Form.tables : .implied
    let top = child(key.last, of: parent, orNew: form, key.place)
    guard entries[top].form == form else { throw repeated(key, top) }
    if isList {
      append(add(.header, key.place), to: top)
      return entries.count - 1
    }
    (entries[top].form, entries[top].place) = (.header, key.place)
    return top
  }

  /// The table in which the last part of a key stands; tables that are not there yet are made.
  private mutating func parent(of key: TOMLKey, in table: Int, isHeader: Bool) throws(TOMLMistake) -> Int {
    var parent = table
    for part in key.parts.dropLast() {
      let next = child(part, of: parent, orNew: isHeader ? .implied : .dotted, key.place)
      switch (entries[next].form, isHeader) {
      case (.tables, true): parent = entries[next].children.last ?? next
      case (.implied, _), (.header, true), (.dotted, _):
        if !isHeader { entries[next].form = .dotted }
        parent = next
      default:
        throw TOMLMistake(
          message: "\"\(part)\" of line \(entries[next].place.line) takes no more keys", place: key.place,
          remedy: "add the key there, or give it another name here")
      }
    }
    return parent
  }

  private func repeated(_ key: TOMLKey, _ first: Int) -> TOMLMistake {
    TOMLMistake(
      message: "\"\(key.parts.joined(separator: "."))\" stands here again, after line "
        + "\(entries[first].place.line)", place: key.place,
      remedy: "keep one of the two, or give this one another name")
  }

  func node(_ number: Int = root) -> TOMLNode {
    let children = entries[number].children
    switch entries[number].form {
    case .leaf(let node): return node
    case .list, .tables: return .array(children.map(node))
    default:
      return .table(children.map { .init(key: entries[$0].key, value: node($0)) }.sorted { $0.key < $1.key })
    }
  }

  /// Where a key, an item or its value stands, or the nearest above it; nil where there is none.
  func place(of path: [String], isValue: Bool) -> TOMLPlace? {
    var found = Self.root
    for part in path {
      let children = entries[found].children
      let item = Int(part).flatMap { children.indices.contains($0) ? children[$0] : nil }
      guard let next = child(part, of: found) ?? item else { break }
      found = next
    }
    if found == Self.root { return nil }
    return isValue ? entries[found].valuePlace : entries[found].place
  }
}
