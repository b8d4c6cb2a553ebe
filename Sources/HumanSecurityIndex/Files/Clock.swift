import Glibc
import IndexModel

package enum Clock {
  /// The present year, in universal time.
  package static var year: Year { Int(parts.tm_year) + 1900 }

  /// The present day in universal time, as `YYYY-MM-DD`.
  package static var today: String {
    let parts = parts
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  private static var parts: tm {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return parts
  }

  /// Whether a text is a day of the calendar, as `YYYY-MM-DD`.
  static func isDate(_ text: String) -> Bool {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false)
    guard numbers.map(\.utf8.count) == [4, 2, 2], let year = UInt(numbers[0]), let month = UInt(numbers[1]),
      let day = UInt(numbers[2]), (1...12).contains(month), day > 0
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days: [UInt] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[Int(month) - 1]
  }
}
