/// Whose each name is, however it is written.
///
/// An owner is a number that the caller gives out. A name is found as it is folded; where nobody has
/// it so, by its words in any order, when these are one owner's alone.
struct NameIndex: Sendable {
  private var byName: [String: Int32] = [:]
  private var byWords: [String: Int32] = [:]
  /// Words that more than one owner has.
  private static let nobody: Int32 = -1

  init(capacity: Int = 0) {
    byName.reserveCapacity(capacity)
    byWords.reserveCapacity(capacity / 2)
  }

  /// Gives a name to an owner, unless another one has it.
  /// - Returns: the other owner.
  mutating func claim(_ name: String, for owner: Int32) -> Int32? {
    var name = name
    return name.withUTF8 { claim($0, for: owner) }
  }

  private mutating func claim(_ bytes: UnsafeBufferPointer<UInt8>, for owner: Int32) -> Int32? {
    if let number = CountryNumber.digits(bytes) { return Self.claim(&byName, number, owner) }
    guard let name = FoldedName(bytes), let letters = Self.letters(of: name) else { return nil }
    if let other = Self.claim(&byName, letters, owner) { return other }
    if let words = name.words, Self.claim(&byWords, words, owner) != nil { byWords[words] = Self.nobody }
    return nil
  }

  private static func claim(_ names: inout [String: Int32], _ name: String, _ owner: Int32) -> Int32? {
    let holder = value(of: &names[name, default: owner])
    return holder == owner ? nil : holder
  }

  /// Reading through a reference puts the default in, with one search instead of two.
  private static func value(of place: inout Int32) -> Int32 { place }

  func owner(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    if let number = CountryNumber.digits(bytes) { return byName[number] }
    guard let name = FoldedName(bytes), let letters = Self.letters(of: name) else { return nil }
    if let owner = byName[letters] { return owner }
    guard let words = name.words, let owner = byWords[words] ?? byName[words] else { return nil }
    return owner == Self.nobody ? nil : owner
  }

  private static func letters(of name: FoldedName) -> String? {
    let letters = name.letters
    // Without its point, 84.5 would be 845, another country's number.
    return letters.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? nil : letters
  }
}

/// Numbers that stand for countries, as spreadsheets leave them.
enum CountryNumber {
  /// `4`, `004`, `'004` and `4.0` are all `004`; nil for what is no whole number of at most six
  /// digits.
  static func digits(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let number = value(bytes) else { return nil }
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }

  static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var rest = bytes.drop { $0 == 32 }
    while rest.last == 32 { rest = rest.dropLast() }
    // An apostrophe keeps a spreadsheet from reading a number.
    if rest.first == UInt8(ascii: "'") { rest = rest.dropFirst() }
    var number = 0
    let whole = rest.prefix { $0 >= 48 && $0 <= 57 }
    guard !whole.isEmpty, whole.count <= 6 else { return nil }
    for digit in whole { number = number * 10 + Int(digit - 48) }
    let fraction = rest.dropFirst(whole.count)
    guard !fraction.isEmpty else { return number }
    let zeros = fraction.dropFirst()
    guard fraction.first == UInt8(ascii: "."), !zeros.isEmpty, zeros.allSatisfy({ $0 == 48 }) else {
      return nil
    }
    return number
  }
}
