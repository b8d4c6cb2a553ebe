import CLibZip
import Diagnostics
import Glibc

/// The parts of a ZIP archive in memory, by libzip. A name in it is looked up, and is never a path.
final class ZipArchive {
  private let archive: OpaquePointer
  private let limits: WorkbookLimits
  /// How many bytes the archive has.
  private let packedSize: Int
  /// The archive's name in messages.
  private let file: String

  /// Opens an archive.
  /// - Throws: a finding where its directory cannot be read.
  init(_ bytes: [UInt8], file: String, limits: WorkbookLimits) throws(Diagnostic) {
    (self.file, self.limits, packedSize) = (file, limits, bytes.count)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let room = malloc(max(1, bytes.count)) else { throw Self.broken(file, "there is no memory for it") }
    bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(room, start, bytes.count) } }
    guard let source = zip_source_buffer_create(room, zip_uint64_t(bytes.count), 1, &error) else {
      free(room)
      throw Self.broken(file, Self.words(&error))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Self.broken(file, Self.words(&error))
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  func has(_ part: String) -> Bool { index(of: part) != nil }

  /// The place of a part, its name in any case, as packages want it; some programs part folders by `\`.
  private func index(of part: String) -> zip_uint64_t? {
    for name in [part, String(part.map { $0 == "/" ? "\\" : $0 })] {
      let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
      if index >= 0 { return zip_uint64_t(index) }
    }
    return nil
  }

  /// Unpacks a part piece by piece, and holds it against its checksum.
  /// - Throws: a finding where it is not there, is damaged, or is larger than it may be; or what `take` throws.
  func read(_ part: String, _ take: (UnsafeRawBufferPointer) throws(Diagnostic) -> Void) throws(Diagnostic) {
    guard let index = index(of: part) else { throw Self.broken(file, "it has no part \"\(part)\"") }
    guard let stream = zip_fopen_index(archive, index, 0) else { throw broken(part, zip_get_error(archive)) }
    defer { zip_fclose(stream) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var size = 0
    while true {
      let count = zip_fread(stream, buffer.baseAddress, zip_uint64_t(buffer.count))
      if count < 0 { throw broken(part, zip_file_get_error(stream)) }
      if count == 0 { return }
      size += Int(count)
      let isBomb = size > limits.ratioFrom && size / max(1, packedSize) >= limits.ratio
      if size > limits.size || isBomb { throw oversized(part, isBomb) }
      try take(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)]))
    }
  }

  /// The first bytes of a part, for a look at what it is; none where it cannot be read.
  func start(of part: String, count: Int) -> [UInt8] {
    guard let index = index(of: part), let stream = zip_fopen_index(archive, index, 0) else { return [] }
    defer { zip_fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = zip_fread(stream, &bytes, zip_uint64_t(count))
    return Array(bytes.prefix(max(0, Int(read))))
  }

  private func broken(_ part: String, _ error: UnsafeMutablePointer<zip_error_t>?) -> Diagnostic {
    let reason = error.map { Self.words($0) } ?? "it cannot be read"
    return Self.broken(file, "its part \"\(part)\" cannot be unpacked: \(reason)")
  }

  static func broken(_ file: String, _ reason: String) -> Diagnostic {
    Diagnostic(.spreadsheets.brokenWorkbook, "the workbook is damaged: \(reason)", at: .init(file: file))
  }

  private func oversized(_ part: String, _ isBomb: Bool) -> Diagnostic {
    let size = isBomb ? "more than \(limits.ratio) times the file" : "more than \(limits.size) bytes"
    return Diagnostic(
      .spreadsheets.oversizedWorkbook, "its part \"\(part)\" unpacks to \(size)", at: .init(file: file))
  }

  private static func words(_ error: UnsafeMutablePointer<zip_error_t>) -> String {
    zip_error_strerror(error).map { String(cString: $0) } ?? "it cannot be read"
  }
}
