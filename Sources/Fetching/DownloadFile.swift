/// As much of a document as has come, in memory and in a file of the cache.
final class DownloadFile {
  private(set) var head: Head
  private(set) var bytes: [UInt8] = []
  /// What another run can go on with; nil without a cache, or while another run holds it.
  private let file: OpenFile?
  private let whole: String

  init(of address: WebAddress, in cache: CacheFolder?) throws(FetchProblem) {
    file = cache.flatMap { OpenFile(locking: $0.file(address, "part")) }
    whole = cache?.file(address, "http") ?? ""
    head = Head(url: address.shown)
    var rest = file?.contents()[...] ?? []
    if let begun = Head(Head.ofCache, from: &rest), begun["url"] == address.shown,
      !begun.rangeValidator.isEmpty
    {
      (head, bytes) = (begun, Array(rest))
    } else {
      try begin(head)
    }
  }

  func begin(_ head: Head) throws(FetchProblem) {
    (self.head, bytes) = (head, [])
    try file?.clear()
    try file?.append(Array(head.text.utf8)[...])
  }

  func append(_ bytes: ArraySlice<UInt8>) throws(FetchProblem) {
    self.bytes += bytes
    try file?.append(bytes)
  }

  func keep() { file?.move(to: whole) }

  func discard() { file?.remove() }
}
