import Diagnostics
import Glibc

/// Waits for changes of files in folders, by Linux's inotify.
///
/// A change counts once nothing has been written for a while and no file that was written to is still open, so that
/// nobody sees half of what another program writes.
package final class FolderWatch {
  /// How long nothing must change before a change counts, in milliseconds.
  private static let quiet: Int32 = 200
  /// How long a file may stay open after the last write to it, in milliseconds.
  private static let patience: Int32 = 5000

  private let roots: [String]
  private let descriptor: Int32
  /// The folders that are watched, by the numbers that the system gave them.
  private var folders: [Int32: String] = [:]
  /// Files that were written to and not closed since.
  private var unfinished: Set<String> = []

  /// - Parameter folders: each with all that is below; one that is not there yet counts once it is.
  package init(_ folders: [String]) throws {
    roots = folders
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    if descriptor < 0 { throw Self.failure(folders.first ?? ".") }
    try watchAll()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Returns after the next change.
  package func wait() throws {
    var hasChanged = false
    while true {
      let limit = !hasChanged ? -1 : unfinished.isEmpty ? Self.quiet : Self.patience
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&request, 1, limit)
      if ready < 0, errno != EINTR { throw Self.failure(roots.first ?? ".") }
      if ready == 0 { break }
      if ready > 0, takeEvents() { hasChanged = true }
    }
    unfinished = []
    try watchAll()
  }

  /// Watches every folder that is there now; those that are watched already stay so.
  private func watchAll() throws {
    for root in roots {
      // What takes the place of the folder itself is told of the one above it.
      try watch(FileReading.parent(of: root))
      if FileReading.isFolder(root) { try watchTree(root) }
    }
  }

  /// Also folders without a file: one may come.
  private func watchTree(_ folder: String) throws {
    try watch(folder)
    for name in FileReading.names(in: folder) where FileTraits(folder + "/" + name)?.isFolder == true {
      try watchTree(folder + "/" + name)
    }
  }

  private static let events =
    IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB

  private func watch(_ folder: String) throws {
    let number = inotify_add_watch(descriptor, folder, UInt32(Self.events))
    // A folder that has gone in the meantime is told of the one above it.
    if number < 0, errno != ENOENT, errno != ENOTDIR { throw Self.failure(folder) }
    if number >= 0 { folders[number] = folder }
  }

  /// Reads the events that there are.
  /// - Returns: whether any was of a file or folder that is watched.
  private func takeEvents() -> Bool {
    let size = 1 << 16
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    defer { room.deallocate() }
    var isOfOurs = false
    while true {
      let count = read(descriptor, room.baseAddress, size)
      if count <= 0 { return isOfOurs }
      var start = 0
      while start + MemoryLayout<inotify_event>.size <= count {
        let event = room.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
        let text = room[(start + MemoryLayout<inotify_event>.size)...].prefix(Int(event.len)).prefix {
          $0 != 0
        }
        if take(event, String(decoding: text, as: UTF8.self)) { isOfOurs = true }
        start += MemoryLayout<inotify_event>.size + Int(event.len)
      }
    }
  }

  private func take(_ event: inotify_event, _ name: String) -> Bool {
    // Too many events at once: something has changed.
    guard let folder = folders[event.wd] else { return event.wd < 0 }
    let path = folder == "." && !roots.contains(".") ? name : folder + "/" + name
    let isInside = roots.contains { path == $0 || path.hasPrefix($0 + "/") }
    guard isInside, !name.hasPrefix(".") else { return false }
    let mask = Int(event.mask)
    if mask & Int(IN_MODIFY) != 0 { unfinished.insert(path) } else { unfinished.remove(path) }
    return true
  }

  private static func failure(_ folder: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure.one(.serving.cannotWatch, "cannot watch for changes: \(reason)", at: .init(file: folder))
  }
}
