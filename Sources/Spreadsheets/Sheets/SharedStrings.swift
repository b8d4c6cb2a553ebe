import Diagnostics

/// The texts that cells refer to by number, end to end.
final class SharedStrings: XMLTaker {
  let problem: Diagnostic? = nil
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  private var rich = RichText()

  var count: Int { ends.count }

  /// The text of a number; nil where there is none.
  subscript(_ index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "si" { rich.clear() }
    rich.begin(name, attributes)
  }

  func text(_ bytes: UnsafeRawBufferPointer) { rich.text(bytes) }

  func end(_ name: XMLName) {
    rich.end(name)
    guard name == "si" else { return }
    bytes += CellText.plain(rich.bytes)
    ends.append(bytes.count)
  }
}
