import IndexModel
import Tabular

/// What a cell holds that should hold a calendar year.
enum YearText: Equatable {
  case year(Year)
  /// A year before those that are kept: Our World in Data goes back to the Stone Age.
  case early
  case partOfYear
  /// Several years, or a year that begins in one and ends in the next.
  case span
  case malformed

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { YearText($0) }
  }

  /// `2023`, and as spreadsheets and statistical offices write it: `2023.0`, `YR2023`,
  /// `2023-01-01`, `2023-12-31`, `2023 est.`.
  @inline(__always) init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count == 4, let year = Self.fourDigits(bytes) {
      self = Self.known(year)
    } else {
      self = Self.other(TextEncoding.string(bytes))
    }
  }

  @inline(__always) private static func fourDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let (a, b, c, d) = (bytes[0] &- 48, bytes[1] &- 48, bytes[2] &- 48, bytes[3] &- 48)
    guard max(a, b, c, d) < 10 else { return nil }
    return Int(a) * 1000 + Int(b) * 100 + Int(c) * 10 + Int(d)
  }

  @inline(__always) private static func known(_ year: Int) -> YearText {
    if figureYears.contains(year) { return .year(year) }
    return year < figureYears.lowerBound ? .early : .malformed
  }

  private static func digits(_ bytes: some Sequence<UInt8>) -> Int? {
    bytes.reduce(0 as Int?) { number, byte in
      byte >= 48 && byte <= 57 ? number.map { $0 * 10 + Int(byte - 48) } : nil
    }
  }

  private static func other(_ text: String) -> YearText {
    guard text.utf8.count <= 32 else { return .malformed }
    if let number = Int(text), number < figureYears.lowerBound { return .early }
    let bare = text.hasPrefix("YR") ? text.dropFirst(2) : text[...]
    if let date = YearDate(text) { return date.isWholeYear ? known(date.year) : .partOfYear }
    guard bare.utf8.count >= 4, let year = digits(bare.utf8.prefix(4)) else { return .malformed }
    let rest = String(bare.utf8.dropFirst(4)) ?? "?"
    let isWhole =
      ["", ".0"].contains(rest) || TableHeader.yearMarks.contains(rest)
      || ["", "T00:00:00", "T00:00:00Z"].contains(rest.dropFirst(6))
        && ["-12-31", "-01-01"].contains(rest.prefix(6))
    return isWhole ? known(year) : kind(ofRest: rest)
  }

  private static func kind(ofRest rest: String) -> YearText {
    guard let mark = rest.first, "-/– QMS".contains(mark) else { return .malformed }
    let tail = rest.dropFirst().drop { $0 == " " || $0 == "-" }
    if "QMS".contains(mark) || (tail.first.map { "QMSqms".contains($0) } ?? false) { return .partOfYear }
    let numbers = tail.split { $0 == "-" || $0 == "/" }.map(String.init)
    guard let first = numbers.first, first.allSatisfy(\.isASCII), let number = Int(first) else {
      return .malformed
    }
    // 2019-12 is a month, 2019-20 and 2019/2020 are spans.
    return mark == "-" && (1...12).contains(number) && first.count <= 2 ? .partOfYear : .span
  }
}
