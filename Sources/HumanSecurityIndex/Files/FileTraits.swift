import Glibc

/// Whose a file or folder is, and what others may do with it: kept when it is written anew.
struct FileTraits {
  private let owner: uid_t
  private let group: gid_t
  let mode: mode_t
  /// What tells it from every other file that is there.
  let identity: [UInt64]
  let device: UInt64
  private let kind: mode_t

  /// Of what a path names, a link itself included; nil where nothing is there.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    (owner, group, mode) = (status.st_uid, status.st_gid, status.st_mode & 0o7777)
    (device, kind) = (UInt64(status.st_dev), status.st_mode & S_IFMT)
    identity = [device, UInt64(status.st_ino)]
  }

  var isFolder: Bool { kind == S_IFDIR }
  var isFile: Bool { kind == S_IFREG }

  /// Gives them to a file that this run has made.
  /// - Parameter adding: what this run has to be able to do with it.
  func apply(to path: String, adding more: mode_t = 0) {
    guard let now = FileTraits(path) else { return }
    // Only the superuser may give files away; everybody else keeps what he makes.
    if (now.owner, now.group) != (owner, group), chown(path, owner, group) != 0 {
      _ = chown(path, uid_t.max, group)
    }
    chmod(path, mode | more)
  }

  func apply(to descriptor: Int32) {
    if fchown(descriptor, owner, group) != 0 { _ = fchown(descriptor, uid_t.max, group) }
    fchmod(descriptor, mode)
  }
}
