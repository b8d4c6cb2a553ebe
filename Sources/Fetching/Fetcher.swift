import Tabular

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A document that was fetched.
public struct Fetched: Sendable {
  /// Where it was found in the end, redirects followed.
  public let url: String
  /// The document.
  public let bytes: [UInt8]
  /// Whether the cache had it and the server said that it is still the same.
  public let isFromCache: Bool
}

/// How far a download is.
public struct FetchProgress: Sendable {
  /// Bytes that are there.
  public let received: Int
  /// Bytes that there will be; nil when the server did not say.
  public let expected: Int?
}

/// Fetches documents over http and https: patiently, in part where a part is there already, and
/// not at all where the cache has what the server still has.
public struct Fetcher: Sendable {
  private let cache: CacheFolder?
  private let limits: FetchLimits
  private let wait: @Sendable (Double) -> Void

  /// A fetcher.
  /// - Parameters:
  ///   - cache: where documents are kept; nil keeps none.
  ///   - wait: pauses for so many seconds.
  public init(
    cache: CacheFolder?, limits: FetchLimits = FetchLimits(),
    wait: @escaping @Sendable (Double) -> Void = Self.pause
  ) {
    self.cache = cache
    self.limits = limits
    self.wait = wait
  }

  /// Fetches a document, trying again where that may help.
  /// - Parameters:
  ///   - hosts: other hosts to which its own may redirect.
  ///   - onProgress: told about every piece that arrives.
  public func fetch(
    _ url: String, as kind: ContentKind, hosts: [String] = [],
    onProgress: @escaping (FetchProgress) -> Void = { _ in }
  ) throws(FetchProblem) -> Fetched {
    let address = try WebAddress(url)
    let download = Download(
      address: address, kind: kind, hosts: hosts, limits: limits, stored: cache?.stored(url),
      file: try DownloadFile(of: url, in: cache), onProgress: onProgress)
    var failures = 0
    while true {
      do throws(FetchProblem) {
        switch try download.attempt() {
        case .unchanged(let stored):
          download.file.discard()
          return Fetched(url: stored.head.source, bytes: stored.bytes, isFromCache: true)
        case .whole(let bytes):
          let source = download.file.head.source
          if let cache { download.file.keep(as: cache.whole(url)) }
          return Fetched(url: source, bytes: bytes, isFromCache: false)
        }
      } catch {
        failures += 1
        guard error.isTransient, failures <= limits.retries,
          let pause = limits.pause(afterFailures: failures, retryAfter: error.retryAfter)
        else { throw error.afterTries(failures, limits) }
        wait(pause)
      }
    }
  }

  /// Pauses the program.
  public static let pause: @Sendable (Double) -> Void = { seconds in
    var left = timespec(
      tv_sec: Int(seconds), tv_nsec: Int((seconds - seconds.rounded(.down)) * 1e9))
    var rest = left
    while nanosleep(&left, &rest) != 0, errno == EINTR { left = rest }
  }
}

extension FetchProblem {
  /// The problem, with how often it was met where that says something.
  func afterTries(_ count: Int, _ limits: FetchLimits) -> FetchProblem {
    if let retryAfter, retryAfter > limits.longestPause {
      return FetchProblem(
        identifier, message + "; it asks to be left alone for \(CSVText.shortest(retryAfter)) s",
        remedy: remedy)
    }
    return count > 1
      ? FetchProblem(identifier, message + " (\(count) tries)", remedy: remedy) : self
  }
}
