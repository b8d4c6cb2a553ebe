#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that holds a head and as much of a document as has come.
final class DownloadFile {
  private let descriptor: Int32
  private var headSize = 0
  private(set) var head: DownloadHead
  /// How many bytes of the document are there.
  private(set) var count = 0
  /// Where it can be found again; nil for a file without a name, which is gone when it is closed.
  private let path: String?

  deinit { close(descriptor) }

  /// Opens a file that is whole; nil when there is none, or it is none of ours.
  init?(reading path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    self.path = path
    head = DownloadHead(url: "")
    guard descriptor >= 0, readHead() else { return nil }
  }

  /// Opens the download of an address, to be begun or gone on with.
  ///
  /// While another run is at the same download, this one uses a file without a name.
  init(of url: String, in cache: CacheFolder?) throws(FetchProblem) {
    head = DownloadHead(url: url)
    if let path = cache?.partial(url), let locked = Self.lock(path) {
      self.path = path
      descriptor = locked
      if !readHead() || head.url != url || head.rangeValidator == nil {
        try begin(DownloadHead(url: url))
      }
      return
    }
    path = nil
    descriptor = Self.unnamed()
    guard descriptor >= 0 else { throw Self.failure() }
  }

  /// Forgets what has come, and notes what the document that now comes is.
  func begin(_ head: DownloadHead) throws(FetchProblem) {
    self.head = head
    count = 0
    let text = Array(head.text.utf8)
    headSize = text.count
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0,
      text.withUnsafeBufferPointer(write)
    else { throw Self.failure() }
  }

  /// Adds to the document; false, with errno set, when that fails.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard write(bytes) else { return false }
    count += bytes.count
    return true
  }

  /// The document as far as it has come.
  func body() -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let part = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled,
          off_t(headSize + filled))
        if part < 0, errno == EINTR { continue }
        if part <= 0 {
          failed = true
          return
        }
        filled += part
      }
    }
    return failed ? nil : bytes
  }

  /// Gives the download, now whole, its lasting name in the cache.
  func keep(as whole: String) {
    guard let path else { return }
    // A cache that cannot be written to costs a download next time, no more.
    if fsync(descriptor) != 0 || rename(path, whole) != 0 { unlink(path) }
  }

  /// Removes what nobody can use.
  func discard() {
    if let path { unlink(path) }
  }

  private func readHead() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let size = pread(descriptor, &buffer, buffer.count, 0)
    guard size > 0, let end = Self.blankLine(in: buffer[..<size]),
      let head = DownloadHead(String(decoding: buffer[..<end], as: UTF8.self))
    else { return false }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    self.head = head
    headSize = end + 2
    count = Int(status.st_size) - headSize
    return lseek(descriptor, 0, SEEK_END) >= 0
  }

  private static func blankLine(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.dropLast().first { bytes[$0] == 10 && bytes[$0 + 1] == 10 }
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      #if canImport(Glibc)
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #else
        let written = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return true
  }

  /// Opens and locks the file at a path; nil when another run holds it. A run that finishes takes
  /// the file away under its lasting name: then the path is tried anew.
  private static func lock(_ path: String) -> Int32? {
    for _ in 0..<3 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard descriptor >= 0 else { return nil }
      var (mine, named) = (stat(), stat())
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &mine) == 0,
        stat(path, &named) == 0, mine.st_ino == named.st_ino, mine.st_dev == named.st_dev
      {
        return descriptor
      }
      close(descriptor)
    }
    return nil
  }

  private static func unnamed() -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/hsi-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    if descriptor >= 0 { unlink(template) }
    return descriptor
  }

  static func failure() -> FetchProblem {
    FetchProblem(
      "cannot-write", "a download cannot be written: \(String(cString: strerror(errno)))",
      remedy: "check that the cache folder and the folder of temporary files have room")
  }
}
