import Glibc

/// What differs between two states of a file: no program can change its bytes and leave all of these.
struct FileState: Equatable {
  let device: UInt64
  let inode: UInt64
  let size: Int
  let seconds: Int
  let nanoseconds: Int
  /// When its bytes, name or rights were last changed: programs can set the time of the last change of
  /// bytes back, but not this one.
  let changeSeconds: Int
  let changeNanoseconds: Int

  /// Of a regular file; anything else, such as a pipe, cannot be read in blocks.
  init(_ path: String) throws(FileReading.Problem) {
    let state = try FileReading.withFile(path) { FileState(of: $0) }
    guard let state else { throw FileReading.Problem("not a regular file") }
    self = state
  }

  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = Int(status.st_mtim.tv_sec)
    nanoseconds = Int(status.st_mtim.tv_nsec)
    changeSeconds = Int(status.st_ctim.tv_sec)
    changeNanoseconds = Int(status.st_ctim.tv_nsec)
  }
}
