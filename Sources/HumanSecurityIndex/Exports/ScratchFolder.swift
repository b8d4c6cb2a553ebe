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

  func remove() { UserFiles.remove(path) }
}
