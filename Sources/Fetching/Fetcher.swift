// Fetching: an address → bytes in a cache. Knows no country and no figure.

package struct Fetched: Sendable {
  /// Where it was found in the end, redirects followed.
  package let url: String
  package let bytes: [UInt8]
  /// Whether the cache had it and the server said that it is still the same.
  package let isFromCache: Bool
}

/// How far a download is, in bytes; nobody may know how many there will be.
package struct FetchProgress: Sendable {
  package let received: Int
  package let expected: Int?
}

/// Fetches documents over http and https: patiently, in part where a part is there already, and
/// not at all where the cache has what the server still has.
package struct Fetcher: Sendable {
  private let cache: CacheFolder?
  private let limits: FetchLimits
  private let wait: @Sendable (Double) -> Void

  /// Without a cache nothing is kept; `wait` pauses for so many seconds.
  package init(
    cache: CacheFolder?, limits: FetchLimits = FetchLimits(),
    wait: @escaping @Sendable (Double) -> Void = FetchLimits.pause
  ) { (self.cache, self.limits, self.wait) = (cache, limits, wait) }

  /// Fetches a document, trying again where that may help. Its host may redirect to the other
  /// `hosts`; `onProgress` is told about every piece that arrives.
  package func fetch(
    _ url: String, as kind: ContentKind, hosts: [String] = [],
    onProgress: @escaping (FetchProgress) -> Void = { _ in }
  ) throws(FetchProblem) -> Fetched {
    let address = try WebAddress(url)
    var download = Download(
      address: address, kind: kind, hosts: hosts, limits: limits, stored: cache?.stored(address),
      file: try DownloadFile(of: address, in: cache), onProgress: onProgress, place: address)
    var failures = 0
    while true {
      do throws(FetchProblem) { return try download.attempt() } catch {
        failures += 1
        guard error.isTransient, failures <= limits.retries,
          let pause = limits.pause(afterFailures: failures, retryAfter: error.retryAfter)
        else {
          download.giveUp(error)
          throw error.afterTries(failures, limits)
        }
        wait(pause)
      }
    }
  }

  /// Takes a document out of the cache that turned out to be none of use: else the server would only be
  /// asked whether it is still the same.
  package func forget(_ url: String) { if let address = try? WebAddress(url) { cache?.remove(address) } }
}
