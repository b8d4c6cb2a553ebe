import Glibc

/// A folder of this run alone, in that of temporary files.
struct ScratchFolder {
  let path: String

  init() throws {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/hsi-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw FileWriting.failure(folder) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes it with all that is in it; processes that have ended may go on writing for a moment.
  func remove() {
    for _ in 0..<20 {
      UserFiles.remove(path)
      if FileTraits(path) == nil { return }
      poll(nil, 0, 50)
    }
  }
}
