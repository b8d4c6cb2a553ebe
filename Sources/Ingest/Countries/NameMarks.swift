import Tabular

extension CountryTable {
  /// What a name with the mark of a footnote behind it stands for: `Namibia (1)`, `Niger [a]`, `Chad 2/`, `Norway1`;
  /// nil where no such mark stands, or nobody knows the rest.
  func unmarked(_ bytes: UnsafeBufferPointer<UInt8>) -> Key? {
    guard bytes.count < 100, Self.mayEndMark(bytes) else { return nil }
    let text = TextEncoding.string(bytes).trimmingSpaces
    guard let name = Self.withoutMark(text[...]) else { return nil }
    return key(String(name).trimmingSpaces)
  }

  /// What a name stands for, with the mark of a footnote or without.
  func keyUnmarked(_ name: String) -> Key? {
    var name = name
    return name.withUTF8 { key($0) ?? unmarked($0) }
  }

  /// Whether a text is no number, and ends as a mark may.
  private static func mayEndMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, !isDigit(first) else { return false }
    if isDigit(last) { return !bytes.suffix(3).allSatisfy(isDigit) }
    return last == 32 || last >= 0x80 || ")]/*".utf8.contains(last)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func withoutMark(_ text: Substring) -> Substring? {
    guard let last = text.last else { return nil }
    if let open = [")": "(", "]": "["][String(last)] {
      guard let start = text.lastIndex(of: Character(open)) else { return nil }
      return isMark(text[text.index(after: start)...].dropLast()) ? text[..<start] : nil
    }
    if last == "/" {
      let mark = text.dropLast().suffix { $0.isLetter || $0.isNumber }
      let rest = text.dropLast(mark.count + 1)
      return isMark(mark) && rest.last == " " ? rest : nil
    }
    let digits = text.suffix { $0.isASCII && $0.isNumber }
    let rest = text.dropLast(digits.count)
    // A code with a number behind it is a region's.
    guard (1...2).contains(digits.count), rest.contains(where: \.isLowercase), rest.count > 3 else {
      return nil
    }
    return rest.last.map { $0.isLetter || " ,".contains($0) } == true
      ? rest.drop { $0 == " " }.trimmedEnd : nil
  }

  /// Digits, one of the first letters, or stars; others may be part of a name, as in `Congo (K)`.
  private static func isMark(_ text: Substring) -> Bool {
    if text.isEmpty || text.count > 6 { return false }
    let numbers = text.split { ", ".contains($0) }
    return numbers.allSatisfy { $0.count < 3 && $0.allSatisfy { $0.isASCII && $0.isNumber || $0 == "*" } }
      || text.count == 1 && ("a"..."h").contains(text)
  }
}

extension Substring {
  fileprivate func suffix(while isWanted: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, isWanted(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }

  /// Without commas and spaces at the end.
  fileprivate var trimmedEnd: Substring {
    var text = self
    while let last = text.last, " ,".contains(last) { text = text.dropLast() }
    return text
  }
}
