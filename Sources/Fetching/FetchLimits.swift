import Glibc

/// How long, how often and how much, as it suits statistical offices. Times are in seconds, sizes
/// in bytes.
package struct FetchLimits: Sendable {
  /// For one request, from first to last byte.
  package var total = 600.0
  /// How often a request is made again after a failure that may pass.
  package var retries = 4
  /// Before the first retry; doubled for each further one. There is no chance in it.
  package var backOff = 1.0
  /// No pause is longer, whatever the server asks for.
  package var longestPause = 60.0
  /// No document is larger, packed or unpacked.
  package var size = 1 << 29
  /// No page of JSON is larger: one of the World Bank's has some 3 million bytes, and what is made
  /// of it takes several times the memory.
  package var pageSize = 1 << 25
  package var redirects = 5
  /// Whether requests go straight to the server, whatever proxy the environment names.
  package var passesProxiesBy = false

  package init() {}

  func size(of kind: ContentKind) -> Int { kind == .json ? min(size, pageSize) : size }

  /// Seconds to wait after the given number of failures; nil when the server asks for more than
  /// the longest pause, so that trying again would only annoy it.
  func pause(afterFailures count: Int, retryAfter: Double?) -> Double? {
    if let retryAfter { return retryAfter <= longestPause ? retryAfter : nil }
    return min(longestPause, backOff * Double(1 << min(count - 1, 20)))
  }

  /// Retry-After: seconds, or a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func seconds(_ text: String, now: Int = time(nil)) -> Double? {
    // Of any length: what no whole number holds is still too long to wait for.
    let isNumber =
      !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isNumber { return Double(text).map { min($0, 1e15) } }
    let (parts, months) = (text.split { " :".contains($0) }, "JanFebMarAprMayJunJulAugSepOctNovDec")
    let numbers = parts.compactMap { Int32($0) }
    guard parts.count == 8, parts[7] == "GMT", numbers.count == 5,
      let month = months.firstRange(of: parts[2])?.lowerBound
    else { return nil }
    var date = tm()
    (date.tm_mday, date.tm_mon) = (numbers[0], Int32(months[..<month].count / 3))
    (date.tm_year, date.tm_hour) = (numbers[1] &- 1900, numbers[2])
    (date.tm_min, date.tm_sec) = (numbers[3], numbers[4])
    return max(0, Double(timegm(&date)) - Double(now))
  }

  package static let pause: @Sendable (Double) -> Void = { _ = poll(nil, 0, Int32($0 * 1000)) }
}
