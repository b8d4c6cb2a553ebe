#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import HumanSecurity

/// The clock of the machine.
enum Clock {
  /// The present year, in universal time.
  static var year: Year {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return Int(parts.tm_year) + 1900
  }
}
