import CLibExpat
import Diagnostics
import Glibc

/// What reads a part of a workbook: it is told of each tag and text, in order.
protocol XMLTaker: AnyObject {
  /// Why nothing more is read; nil while all is well.
  var problem: Diagnostic? { get }
  func begin(_ name: XMLName, _ attributes: XMLAttributes)
  func text(_ bytes: UnsafeRawBufferPointer)
  func end(_ name: XMLName)
}

/// The name of a tag or an attribute, without its prefix. Valid until the taker returns.
struct XMLName {
  private let start: UnsafePointer<CChar>

  init(_ qualified: UnsafePointer<CChar>) {
    start = strchr(qualified, 58).map { UnsafePointer($0 + 1) } ?? qualified
  }

  var string: String { String(cString: start) }

  @inline(__always) static func == (name: XMLName, text: StaticString) -> Bool {
    strcmp(name.start, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}

/// The attributes of a tag. Valid until the taker returns.
struct XMLAttributes {
  /// Names and values in turn, up to a null.
  let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of an attribute, whatever its prefix; nil where there is none.
  subscript(_ name: StaticString) -> UnsafePointer<CChar>? {
    var place = 0
    while let own = pairs[place], let value = pairs[place + 1] {
      if XMLName(own) == name { return value }
      place += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

  /// A whole number from 0; nil where there is none.
  func number(_ name: StaticString) -> Int? { string(name).flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 } }

  func isTrue(_ name: StaticString) -> Bool {
    guard let value = string(name) else { return false }
    return value == "1" || value == "true"
  }
}

/// Reads XML piece by piece, by expat. A document type, in which alone entities could be declared, is refused: no
/// workbook has one.
final class XMLScanner {
  private let parser: XML_Parser
  private let taker: any XMLTaker
  private let file: String
  private let part: String
  private var depth = 0
  /// How many bytes came since something was made of them.
  private var pending = 0
  private var problem: String?

  /// No part of a workbook has tags within so many others.
  private static let mostDepth = 256
  /// No tag or comment is longer.
  private static let longestToken = 1 << 24

  /// Reads a part of a workbook.
  /// - Throws: a finding where it is damaged or no XML, or that of the taker.
  static func read(_ part: String, of archive: ZipArchive, file: String, into taker: any XMLTaker)
    throws(Diagnostic)
  { try read(part, file: file, into: taker) { take throws(Diagnostic) in try archive.read(part, take) } }

  /// Reads a part that comes in pieces.
  static func read(
    _ part: String, file: String, into taker: any XMLTaker,
    _ pieces: (_ take: (UnsafeRawBufferPointer) throws(Diagnostic) -> Void) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard let scanner = XMLScanner(part, file, taker) else {
      throw ZipArchive.broken(file, "there is no memory to read it")
    }
    try pieces { piece throws(Diagnostic) in try scanner.feed(piece, isLast: false) }
    try scanner.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private init?(_ part: String, _ file: String, _ taker: any XMLTaker) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    (self.parser, self.taker, self.file, self.part) = (parser, taker, file, part)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { own, name, pairs in
        guard let name, let pairs else { return }
        scanner(own)?.begin(XMLName(name), XMLAttributes(pairs: pairs))
      },
      { own, name in
        guard let name else { return }
        scanner(own)?.end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { own, text, count in
      scanner(own)?.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetDefaultHandlerExpand(parser) { own, _, _ in scanner(own)?.pending = 0 }
    XML_SetStartDoctypeDeclHandler(parser) { own, _, _, _, _ in
      scanner(own)?.stop("it declares a document type, which no workbook does")
    }
  }

  deinit { XML_ParserFree(parser) }

  private func feed(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws(Diagnostic) {
    pending += piece.count
    let text = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, text, Int32(piece.count), isLast ? 1 : 0)
    if let problem = taker.problem { throw problem }
    if pending > Self.longestToken { stop("a tag in it is longer than \(Self.longestToken) bytes") }
    if problem == nil, status != XML_STATUS_OK {
      problem = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "it is no XML"
    }
    guard let problem else { return }
    let line = XML_GetCurrentLineNumber(parser)
    throw ZipArchive.broken(file, "its part \"\(part)\" is no XML as it should be: line \(line): \(problem)")
  }

  private func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    (pending, depth) = (0, depth + 1)
    if depth > Self.mostDepth { return stop("its tags are nested more than \(Self.mostDepth) deep") }
    taker.begin(name, attributes)
    stopIfTakerDoes()
  }

  private func text(_ bytes: UnsafeRawBufferPointer) {
    pending = 0
    taker.text(bytes)
  }

  private func end(_ name: XMLName) {
    (pending, depth) = (0, depth - 1)
    taker.end(name)
    stopIfTakerDoes()
  }

  private func stopIfTakerDoes() { if taker.problem != nil { XML_StopParser(parser, 0) } }

  private func stop(_ reason: String) {
    if problem == nil { problem = reason }
    XML_StopParser(parser, 0)
  }
}

/// The scanner that expat calls back.
private func scanner(_ own: UnsafeMutableRawPointer?) -> XMLScanner? {
  own.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
}
