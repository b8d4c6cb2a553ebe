import Glibc
import IndexModel

package enum Clock {
  /// The present year, in universal time.
  package static var year: Year { Int(now.tm_year) + 1900 }

  /// The present day, in universal time, as 2026-11-30.
  static var day: String {
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(year)-\(two(now.tm_mon + 1))-\(two(now.tm_mday))"
  }

  private static var now: tm {
    var (seconds, parts) = (time(nil), tm())
    gmtime_r(&seconds, &parts)
    return parts
  }
}
