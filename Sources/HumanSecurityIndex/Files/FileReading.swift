import Glibc
import Tabular

package enum FileReading {
  package typealias Problem = SourceText.ReadFailure

  /// Lends a file that is open for reading.
  static func withFile<Made>(_ path: String, _ body: (Int32) throws(Problem) -> Made) throws(Problem) -> Made
  {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT && isThere(path) ? Problem("it is a link to nothing") : Problem.ofSystem
    }
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// Reads from an offset on until the buffer is full or the file ends; gives how many bytes.
  static func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int)
    throws(Problem) -> Int
  {
    var count = 0
    while count < buffer.count {
      let part = pread(
        descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count, off_t(offset + count))
      if part < 0, errno == EINTR { continue }
      if part < 0 { throw Problem.ofSystem }
      if part == 0 { break }
      count += part
    }
    return count
  }

  /// No file of figures is larger; a sparse or runaway file must not take all memory.
  package static let limit = 1 << 31

  package static func bytes(_ path: String) throws(Problem) -> [UInt8] {
    try withFile(path) { descriptor throws(Problem) in
      guard let state = FileState(of: descriptor) else { throw Problem("not a regular file") }
      guard state.size <= limit else { throw Problem("larger than 2 GiB") }
      var failure: Problem?
      let bytes = [UInt8](unsafeUninitializedCapacity: state.size) { buffer, count in
        do throws(Problem) {
          count = try fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, at: 0)
        } catch { failure = error }
      }
      if let failure { throw failure }
      return bytes
    }
  }

  /// Why a file could not be read as a regular file, without reading it; nil when it could.
  package static func obstacle(_ path: String) -> Problem? {
    do throws(Problem) { try withFile(path) { _ in } } catch { return error }
    return isRegularFile(path) ? nil : Problem("not a regular file")
  }

  /// A table of figures, which may be larger than memory: read in blocks when its turn comes.
  package static func table(_ path: String) throws(Problem) -> SourceText { try table(contents(path)) }

  static func table(_ contents: FileContents) throws(Problem) -> SourceText {
    switch contents.kept {
    case .bytes(let bytes):
      return try SourceText(name: contents.path, size: bytes.count) { offset, buffer in
        let part = bytes[min(offset, bytes.count)..<min(offset + buffer.count, bytes.count)]
        part.withUnsafeBytes { buffer.copyMemory(from: $0) }
        return part.count
      }
    case .state(let state):
      return try SourceText(name: contents.path, size: state.size) { (offset, buffer) throws(Problem) in
        try block(of: contents.path, state, at: offset, into: buffer)
      }
    }
  }

  /// What a table of figures holds: its bytes, or the state of a file that is read in blocks.
  /// - Parameter isWhole: whether all of it is kept, however large it is.
  static func contents(_ path: String, isWhole: Bool = false) throws(Problem) -> FileContents {
    let state = isWhole ? nil : try FileState(path)
    if let state, state.size > smallSize { return FileContents(path: path, kept: .state(state)) }
    return FileContents(path: path, kept: .bytes(try bytes(path)))
  }

  /// Files up to this size are read at once.
  private static let smallSize = 1 << 20

  /// One block of a file. The file is opened for each: a folder may hold more files than a process
  /// may have open.
  private static func block(
    of path: String, _ state: FileState, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Problem) -> Int {
    try withFile(path) { descriptor throws(Problem) in
      guard FileState(of: descriptor) == state else { throw Problem("it changed while it was read") }
      return try fill(buffer, from: descriptor, at: offset)
    }
  }

  static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

  /// Whether an ordinary file is there, links followed.
  static func isRegularFile(_ path: String) -> Bool { kind(path) == S_IFREG }

  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether something has the name, be it a link to nothing.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The path with every symbolic link followed; nil when nothing is there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path from the root with every link followed, of something that need not be there.
  static func place(_ path: String) -> String {
    var (existing, rest) = (path, "")
    while !exists(existing), existing != ".", existing != "/" {
      rest = "/" + FileWriting.split(existing).name + rest
      existing = parent(of: existing)
    }
    return (realPath(existing) ?? existing) + rest
  }

  /// Whether a path, there or not, is a folder or stands below it once links are followed.
  package static func isInside(_ path: String, _ folder: String) -> Bool {
    guard let root = realPath(folder) else { return false }
    return (place(path) + "/").hasPrefix(root == "/" ? root : root + "/")
  }

  /// The folder that a path stands in; `.` for a name alone.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The names in a folder, sorted; empty when it cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Why the names in a folder cannot be read; nil when they can, or nothing is there.
  package static func folderObstacle(_ folder: String) -> Problem? {
    var status = stat()
    guard lstat(folder, &status) == 0 else { return nil }
    guard let stream = opendir(folder) else { return Problem.ofSystem }
    closedir(stream)
    return nil
  }
}

extension FileReading.Problem { static var ofSystem: Self { Self(String(cString: strerror(errno))) } }
