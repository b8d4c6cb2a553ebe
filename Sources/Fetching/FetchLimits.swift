/// How long, how often and how much.
public struct FetchLimits: Sendable {
  /// Seconds to reach the server.
  public var connect = 20.0
  /// Seconds for one request, from first to last byte.
  public var total = 600.0
  /// A request that brings fewer bytes a second than this…
  public var slowBytes = 100
  /// …over so many seconds is given up.
  public var slowSeconds = 30
  /// How often a request is made again after a failure that may pass.
  public var retries = 4
  /// Seconds before the first retry; doubled for each further one. Always the same: a program that
  /// one person runs by hand needs no chance in it.
  public var backOff = 1.0
  /// No pause is longer, in seconds, whatever the server asks for.
  public var longestPause = 60.0
  /// No document is larger, in bytes, packed or unpacked.
  public var size = 1 << 29
  /// No page of JSON is larger, in bytes: one of the World Bank's has some 3 million, and what is
  /// made of it takes several times the memory.
  public var pageSize = 1 << 25
  /// How many redirects are followed.
  public var redirects = 5
  /// Whether requests go straight to the server, whatever proxy the environment names.
  public var passesProxiesBy = false

  /// The limits that suit statistical offices.
  public init() {}

  /// How large a document of some kind may be.
  func size(of kind: ContentKind) -> Int { kind == .json ? min(size, pageSize) : size }

  /// Seconds to wait after the given number of failures; nil when the server asks for more than
  /// the longest pause, so that trying again would only annoy it.
  func pause(afterFailures count: Int, retryAfter: Double?) -> Double? {
    if let retryAfter { return retryAfter <= longestPause ? retryAfter : nil }
    return min(longestPause, backOff * Double(1 << min(count - 1, 20)))
  }
}
