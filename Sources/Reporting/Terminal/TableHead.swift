/// The head of a column, broken into lines where room is scarce: nothing of it is left out.
enum TableHead {
  /// Heads are broken into lines of no fewer letters than these.
  static let least = 5

  /// A title in lines no longer than `width`, where it can be broken so: between words, after a hyphen, else
  /// between syllables with a hyphen.
  static func lines(_ title: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in title.split(separator: " ").map(String.init) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines += broken(word, width)
      }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// A word in as few lines as the width allows, these as even as may be.
  private static func broken(_ word: String, _ width: Int) -> [String] {
    if word.count <= width { return [word] }
    let parts = syllables(word)
    var lines = joined(parts, width)
    for narrower in (1..<max(width, 1)).reversed() {
      let others = joined(parts, narrower)
      if others.count > lines.count { break }
      lines = others
    }
    return lines
  }

  /// Parts of a word in lines no longer than `width`, if the parts are not.
  private static func joined(_ parts: [String], _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for (place, part) in parts.enumerated() {
      let isLast = place == parts.count - 1
      let needed = line.count + part.count + (isLast || part.hasSuffix("-") ? 0 : 1)
      if !line.isEmpty, needed > width {
        lines.append(line.hasSuffix("-") ? line : line + "-")
        line = ""
      }
      line += part
    }
    return lines + [line]
  }

  /// A word in parts of two letters at least: before the consonants that begin a syllable, as most words of English
  /// and of its neighbours can be broken, and after a hyphen.
  private static func syllables(_ word: String) -> [String] {
    let letters = Array(word)
    var parts: [String] = []
    var start = 0
    for place in letters.indices.dropFirst(2) where place - start >= 2 && letters.count - place >= 2 {
      guard letters[place - 1] == "-" || beginsSyllable(letters, place) else { continue }
      parts.append(String(letters[start..<place]))
      start = place
    }
    return parts + [String(letters[start...])]
  }

  /// Whether a vowel follows, after one consonant or after two that are spoken as one, such as `pl` and `th`.
  private static func beginsSyllable(_ letters: [Character], _ place: Int) -> Bool {
    func isPair(_ first: Int) -> Bool {
      guard letters.indices.contains(first), letters.indices.contains(first + 1) else { return false }
      switch letters[first + 1] {
      case "l", "r": return "bcdfgkpt".contains(letters[first])
      case "h": return "cgpstw".contains(letters[first])
      default: return false
      }
    }
    guard isConsonant(letters[place]) else { return false }
    if isVowel(letters[place + 1]) { return !isPair(place - 1) }
    return isPair(place) && letters.indices.contains(place + 2) && isVowel(letters[place + 2])
  }

  private static func isVowel(_ letter: Character) -> Bool {
    "aeiouyäöüéèêáíóú".contains(letter.lowercased())
  }

  private static func isConsonant(_ letter: Character) -> Bool { letter.isLetter && !isVowel(letter) }
}
