import Glibc
import Synchronization
import Tabular

/// What a file held when it was read, so that these bytes can be named by their digest later, whatever
/// stands in the file by then.
struct FileContents: Sendable {
  let path: String
  let kept: Kept

  enum Kept: Sendable {
    case bytes([UInt8])
    /// Of a file too large to be kept: it is read in blocks, and only as long as its state is this.
    case state(FileState)
  }

  func text(named name: String) throws(FileReading.Problem) -> SourceText {
    switch kept {
    case .bytes(let bytes): SourceText(name: name, bytes: bytes)
    case .state: SourceText(name: name, bytes: try FileReading.bytes(path))
    }
  }

  /// The SHA-256 of what was read.
  /// - Throws: where a file that was read in blocks has changed since, so that its bytes are gone.
  func digest() throws(FileReading.Problem) -> String {
    let state: FileState
    switch kept {
    case .bytes(let bytes): return Digest.text(of: bytes)
    case .state(let before): state = before
    }
    let changed = FileReading.Problem("it changed after it was read")
    return try FileReading.withFile(path) { descriptor throws(FileReading.Problem) in
      guard FileState(of: descriptor) == state else { throw changed }
      var digest = Digest()
      let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 1)
      defer { block.deallocate() }
      for offset in stride(from: 0, to: state.size, by: block.count) {
        let count = try FileReading.fill(block, from: descriptor, at: offset)
        digest.add(UnsafeRawBufferPointer(rebasing: block[..<count]))
      }
      guard FileState(of: descriptor) == state else { throw changed }
      return digest.text()
    }
  }
}

/// All files that were read so far, each with what it held.
final class InputRecord: Sendable {
  private let files = Mutex<[String: FileContents]>([:])

  /// What a file holds: read now, unless it was read before.
  func contents(_ name: String, at path: String, isWhole: Bool = false) throws(FileReading.Problem)
    -> FileContents
  {
    if let known = files.withLock({ $0[name] }) { return known }
    let contents = try FileReading.contents(path, isWhole: isWhole)
    files.withLock { $0[name] = contents }
    return contents
  }

  var names: [String] { files.withLock { $0.keys.sorted() } }
}
