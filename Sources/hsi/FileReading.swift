#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Tabular

/// Reading from disk.
enum FileReading {
  /// Why a file could not be read.
  struct Problem: Error {
    let reason: String
  }

  /// No file of figures is larger; a sparse or runaway file must not take all memory.
  static let limit = 1 << 31

  /// The bytes of a regular file.
  static func bytes(_ path: String) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Problem(reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw Problem(reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Problem(reason: "not a regular file") }
    guard status.st_size <= limit else { throw Problem(reason: "larger than 2 GiB") }
    return try all(of: descriptor, expecting: Int(status.st_size))
  }

  /// Why a file could not be read as a regular file, without reading it; nil when it could.
  static func obstacle(_ path: String) -> Problem? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return Problem(reason: String(cString: strerror(errno))) }
    close(descriptor)
    return isRegularFile(path) ? nil : Problem(reason: "not a regular file")
  }

  /// The text of a file, under the name by which people know it.
  static func text(_ path: String, named name: String? = nil) throws(Problem) -> SourceText {
    SourceText(name: name ?? path, bytes: try bytes(path))
  }

  /// A table of figures, which may be larger than memory: read in blocks when its turn comes.
  static func table(_ path: String, named name: String? = nil) throws(Problem) -> SourceText {
    let identity = try Identity(path)
    let small = identity.size <= smallSize ? try bytes(path) : nil
    do throws(SourceText.ReadFailure) {
      if let bytes = small {
        return try SourceText(name: name ?? path, size: bytes.count) { offset, buffer in
          let part = bytes[min(offset, bytes.count)..<min(offset + buffer.count, bytes.count)]
          part.withUnsafeBytes { buffer.copyMemory(from: $0) }
          return part.count
        }
      }
      return try SourceText(name: name ?? path, size: identity.size) {
        (offset, buffer) throws(SourceText.ReadFailure) in
        try block(of: path, identity, at: offset, into: buffer)
      }
    } catch {
      throw Problem(reason: error.reason)
    }
  }

  /// Files up to this size are read at once.
  private static let smallSize = 1 << 20

  /// One block of a file. The file is opened for each: a folder may hold more files than a process
  /// may have open.
  private static func block(
    of path: String, _ identity: Identity, at offset: Int,
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SourceText.ReadFailure) -> Int {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw SourceText.ReadFailure(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard Identity(of: descriptor) == identity else {
      throw SourceText.ReadFailure("it changed while it was read")
    }
    var count = 0
    while count < buffer.count {
      let part = pread(
        descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count,
        off_t(offset + count))
      if part < 0, errno == EINTR { continue }
      if part < 0 { throw SourceText.ReadFailure(String(cString: strerror(errno))) }
      if part == 0 { break }
      count += part
    }
    return count
  }

  /// What tells one state of a file from another.
  private struct Identity: Equatable {
    let device: UInt64
    let inode: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    /// Of a regular file; anything else, such as a pipe, cannot be read in blocks.
    init(_ path: String) throws(Problem) {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { throw Problem(reason: String(cString: strerror(errno))) }
      defer { close(descriptor) }
      guard let identity = Identity(of: descriptor) else {
        throw Problem(reason: "not a regular file")
      }
      self = identity
    }

    init?(of descriptor: Int32) {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
      size = Int(status.st_size)
      #if canImport(Glibc)
        seconds = Int(status.st_mtim.tv_sec)
        nanoseconds = Int(status.st_mtim.tv_nsec)
      #else
        seconds = Int(status.st_mtimespec.tv_sec)
        nanoseconds = Int(status.st_mtimespec.tv_nsec)
      #endif
    }
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether an ordinary file is there, links followed.
  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether anything is there.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The path with every symbolic link followed; nil when nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The names in a folder, sorted; empty when it cannot be read.
  static func names(in folder: String) -> [String] {
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
  static func folderObstacle(_ folder: String) -> Problem? {
    var status = stat()
    guard lstat(folder, &status) == 0 else { return nil }
    guard let stream = opendir(folder) else {
      return Problem(reason: String(cString: strerror(errno)))
    }
    closedir(stream)
    return nil
  }

  private static func all(of descriptor: Int32, expecting size: Int) throws(Problem) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if part < 0, errno == EINTR { continue }
        if part < 0 { failure = errno }
        if part <= 0 { return }
        count += part
      }
    }
    if failure != 0 { throw Problem(reason: String(cString: strerror(failure))) }
    return bytes
  }
}
