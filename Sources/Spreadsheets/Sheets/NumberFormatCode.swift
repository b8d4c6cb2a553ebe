/// What a number stands for, by the format in which a cell shows it (ECMA-376, part 1, 18.8.30 and 18.8.31).
enum NumberMeaning: Equatable {
  case number
  /// A day, counted from the first of the workbook's.
  case date
  /// A day of which the cell shows the year alone.
  case year
  /// A share of 1 that is shown as so many of a hundred.
  case percent

  /// The meaning of a format that has a number and no code; other numbers are those of plain ones and of times.
  init(builtIn number: Int) {
    switch number {
    case 9, 10: self = .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    default: self = .number
    }
  }

  /// The meaning of a code such as `dd/mm/yyyy`, by its first part, which is that of numbers above 0.
  init(code: String) {
    let letters = Self.letters(of: code)
    func has(_ some: String) -> Bool { letters.contains { some.contains($0) } }
    if letters.contains("%") {
      self = .percent
    } else if has("yd") || has("m") && !has("hs0#?") {
      self = letters.allSatisfy { $0 == "y" } ? .year : .date
    } else {
      self = .number
    }
  }

  /// The letters that stand for something, in lower case: without texts in quotation marks, what is behind a mark of
  /// escape, fill or room, and what is in brackets, such as a colour or a language.
  private static func letters(of code: String) -> [Character] {
    if code.lowercased() == "general" { return [] }
    var letters: [Character] = []
    var (isQuoted, isSkipped) = (false, false)
    var bracketed: [Character]?
    for letter in code.lowercased() {
      if isSkipped {
        isSkipped = false
      } else if isQuoted {
        isQuoted = letter != "\""
      } else if let text = bracketed {
        // Hours, minutes or seconds that are counted on, of which `[mm]` is no month.
        let isTime = !text.isEmpty && text.allSatisfy { "hms".contains($0) }
        if letter == "]", isTime { letters.append("h") }
        bracketed = letter == "]" ? nil : text + [letter]
      } else if letter == ";" {
        break
      } else if letter == "\"" {
        isQuoted = true
      } else if letter == "[" {
        bracketed = []
      } else if "\\_*".contains(letter) {
        isSkipped = true
      } else if letter.isLetter || "0#?%".contains(letter) {
        letters.append(letter)
      }
    }
    return letters
  }
}

/// Days as spreadsheets count them.
enum SerialDate {
  /// The day of a number, as `2018-12-31`; nil where the number is that of no day.
  ///
  /// From 1900, the 60th day is 29 February 1900, which never was: Excel keeps a mistake of Lotus 1-2-3.
  static func text(_ serial: Double, from1904: Bool) -> String? {
    guard serial >= (from1904 ? 0 : 1), serial < 2_958_466 else { return nil }
    let day = Int(serial.rounded(.down))
    if !from1904, day == 60 { return "1900-02-29" }
    // Days from 1 January 1970, as the calendar of all days has them.
    let offset = from1904 ? -24_107 : day < 60 ? -25_568 : -25_569
    let (year, month, ofMonth) = civil(day + offset)
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(ofMonth, 2))"
  }

  /// Year, month and day of a number of days since 1 January 1970, in the Gregorian calendar.
  ///
  /// Counted in eras of 400 years, which have 146,097 days each, and in years that begin with March: Howard Hinnant,
  /// chrono-Compatible Low-Level Date Algorithms, `civil_from_days`.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let number = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (number <= 2 ? 1 : 0), number, day)
  }
}
