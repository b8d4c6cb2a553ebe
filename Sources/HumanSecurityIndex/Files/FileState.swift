import Glibc

/// What differs between two states of a file: no program can change its bytes and leave all of these.
struct FileState: Equatable {
  let size: Int
  /// Device and inode; when its bytes were last changed; when these, its name or its rights were: programs
  /// can set the time of the last change of bytes back, but not this one.
  private let marks: [Int]

  /// Of a regular file; anything else, such as a pipe, cannot be read in blocks.
  init(_ path: String) throws(FileReading.Problem) {
    let state = try FileReading.withFile(path) { FileState(of: $0) }
    guard let state else { throw FileReading.Problem("not a regular file") }
    self = state
  }

  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    marks =
      [Int(bitPattern: UInt(status.st_dev)), Int(bitPattern: UInt(status.st_ino))]
      + [status.st_mtim, status.st_ctim].flatMap { [$0.tv_sec, $0.tv_nsec] }
  }
}
