import Diagnostics
import Glibc

/// A file that is open as long as somebody holds it. All writing goes to its end.
final class OpenFile {
  let descriptor: Int32
  private let path: String

  deinit { close(descriptor) }

  /// Takes over a descriptor; nil, with errno set, when opening it failed.
  init?(_ descriptor: Int32, path: String = "") {
    (self.descriptor, self.path) = (descriptor, path)
    if descriptor < 0 { return nil }
  }

  convenience init?(reading path: String) { self.init(open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) }

  /// Opens and locks a file, or makes it; nil when another run holds it, or has just renamed it.
  convenience init?(locking path: String) {
    let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    self.init(open(path, flags, 0o644), path: path)
    var (mine, named) = (stat(), stat())
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &mine) == 0, stat(path, &named) == 0,
      mine.st_ino == named.st_ino, mine.st_dev == named.st_dev
    else { return nil }
  }

  /// A file without a name, which is gone when it is closed.
  static func unnamed(_ bytes: some Sequence<UInt8> = []) throws(FetchProblem) -> OpenFile {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/hsi-XXXXXX").utf8CString)
    guard let file = OpenFile(mkstemp(&template)) else { throw .cannotWrite }
    unlink(template)
    _ = fcntl(file.descriptor, F_SETFL, O_APPEND)
    try file.append(Array(bytes)[...])
    lseek(file.descriptor, 0, SEEK_SET)
    return file
  }

  /// All that is in it; nothing when that cannot be read.
  func contents() -> [UInt8] {
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = pread(descriptor, &buffer, buffer.count, off_t(bytes.count))
      guard count > 0 else { return count == 0 ? bytes : [] }
      bytes += buffer[..<count]
    }
  }

  func append(_ bytes: ArraySlice<UInt8>) throws(FetchProblem) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .cannotWrite }
      rest = rest.dropFirst(count)
    }
  }

  func clear() throws(FetchProblem) { guard ftruncate(descriptor, 0) == 0 else { throw .cannotWrite } }

  /// Gives it another name. A cache that cannot be written to costs a download next time, no more.
  func move(to other: String) {
    if fsync(descriptor) != 0 || rename(path, other) != 0 { return remove() }
    let folder = open(
      String(other.prefix(upTo: other.lastIndex(of: "/") ?? other.startIndex)), O_RDONLY | O_CLOEXEC)
    if folder >= 0 { fsync(folder) }
    close(folder)
  }

  func remove() { unlink(path) }
}

extension FetchProblem {
  /// A failure to write, with the reason that errno gives.
  static var cannotWrite: FetchProblem {
    FetchProblem(
      .shared.cannotWrite, "a download cannot be written: \(String(cString: strerror(errno)))",
      remedy: "check that the cache folder and the folder of temporary files have room")
  }
}
