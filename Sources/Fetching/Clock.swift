#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time of day, which only a server's own dates are held against.
enum Clock {
  /// Seconds since 1970.
  static var seconds: Int { time(nil) }
}
