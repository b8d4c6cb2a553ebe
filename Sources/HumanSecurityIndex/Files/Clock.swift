import Glibc
import IndexModel

package enum Clock {
  /// The present year, in universal time.
  package static var year: Year {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return Int(parts.tm_year) + 1900
  }
}
