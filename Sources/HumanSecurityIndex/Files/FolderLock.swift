import Diagnostics
import Glibc

/// Keeps other runs out while this one reads a folder, changes it and writes it again.
///
/// What is locked is a hidden file, which is there only while somebody works; one that a killed run left
/// behind is locked by nobody, and taken over.
package struct FolderLock {
  private let descriptor: Int32
  /// The file, to be removed in the end; nil where the folder itself is locked.
  private let file: String?

  /// Does some work alone among the runs that ask for the same lock.
  /// - Parameters:
  ///   - file: what is locked; where it cannot be made, as in a folder that is read-only, the folder it
  ///     is to stand in.
  ///   - onWait: is called once when another run has been at it for a moment.
  static func alone<Result>(_ file: String, onWait: () -> Void, _ work: () throws -> Result) throws -> Result
  {
    let lock = try FolderLock(file, onWait)
    defer { lock.release() }
    return try work()
  }

  private init(_ file: String, _ onWait: () -> Void) throws {
    var hasSaid = false
    while true {
      let (descriptor, isFile) = try Self.open(file)
      let isLocked = descriptor >= 0 && Self.lock(descriptor, &hasSaid, onWait)
      // Whoever held it has removed the file by now: others lock another one of that name.
      if isLocked, isFile, !Self.isNamed(descriptor, file) {
        close(descriptor)
        continue
      }
      // Without locks, as on some network drives, the work is done all the same.
      (self.descriptor, self.file) = (descriptor, isLocked && isFile ? file : nil)
      return
    }
  }

  private func release() {
    if let file { unlink(file) }
    if descriptor >= 0 { close(descriptor) }
  }

  private static func open(_ file: String) throws -> (descriptor: Int32, isFile: Bool) {
    let flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    for mode in [O_RDWR | O_CREAT, O_RDONLY] {
      let descriptor = Glibc.open(file, mode | flags, 0o644)
      if descriptor >= 0 { return (descriptor, true) }
      if errno == EMFILE || errno == ENFILE { throw FileWriting.failure(file) }
    }
    return (Glibc.open(FileReading.parent(of: file), O_RDONLY | O_DIRECTORY | O_CLOEXEC), false)
  }

  /// Waits for a lock; false where there are none.
  private static func lock(_ descriptor: Int32, _ hasSaid: inout Bool, _ onWait: () -> Void) -> Bool {
    var tries = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      tries += 1
      if tries == 20, !hasSaid {
        hasSaid = true
        onWait()
      }
      poll(nil, 0, 50)
    }
    return true
  }

  private static func isNamed(_ descriptor: Int32, _ file: String) -> Bool {
    var (mine, named) = (stat(), stat())
    return fstat(descriptor, &mine) == 0 && lstat(file, &named) == 0 && mine.st_ino == named.st_ino
      && mine.st_dev == named.st_dev
  }
}

extension DataFolder {
  /// Reads figures, changes them and writes them while no other run does.
  package func alone<Result>(onWait: (Findings) -> Void, _ work: () throws -> Result) throws -> Result {
    try FolderLock.alone(path + "/.hsi-lock", onWait: { onWait(.waiting(for: path)) }, work)
  }
}

extension Findings {
  static func waiting(for folder: String) -> Findings {
    Findings(
      Diagnostic(
        .commands.waiting, "another run of hsi is writing there: this one goes on when that is done",
        at: .init(file: folder), remedy: "nothing has to be done; Ctrl-C ends this run"))
  }
}
