import Diagnostics

/// The tags of some names in a small part of a workbook, with their attributes.
final class XMLElements: XMLTaker {
  struct Element {
    let name: String
    /// The tag that it stands in; empty for the outermost.
    let parent: String
    let attributes: XMLTexts
  }

  private(set) var all: [Element] = []
  private(set) var problem: Diagnostic?
  private let wanted: [String]
  private let file: String
  private var open: [String] = []

  /// No part that says what a workbook is made of has more.
  private static let most = 1_000_000

  private init(_ wanted: [String], _ file: String) { (self.wanted, self.file) = (wanted, file) }

  static func read(_ wanted: [String], in part: String, of archive: ZipArchive, file: String)
    throws(Diagnostic) -> [Element]
  {
    let elements = XMLElements(wanted, file)
    try XMLScanner.read(part, of: archive, file: file, into: elements)
    return elements.all
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    let name = name.string
    if wanted.contains(name) {
      all.append(Element(name: name, parent: open.last ?? "", attributes: XMLTexts(attributes)))
    }
    open.append(name)
    if all.count > Self.most { problem = ZipArchive.broken(file, "it is made of too many parts") }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  func end(_ name: XMLName) { _ = open.popLast() }
}

/// Attributes as texts, by their names without prefixes.
struct XMLTexts {
  private var texts: [String: String] = [:]

  init(_ attributes: XMLAttributes) {
    var place = 0
    while let name = attributes.pairs[place], let value = attributes.pairs[place + 1] {
      texts[XMLName(name).string] = String(cString: value)
      place += 2
    }
  }

  subscript(_ name: String) -> String? { texts[name] }

  func isTrue(_ name: String) -> Bool { texts[name] == "1" || texts[name] == "true" }
}
