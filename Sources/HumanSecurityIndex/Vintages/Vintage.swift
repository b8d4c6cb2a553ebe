import Tabular

/// What the inputs of a report were, to the byte.
struct Vintage {
  /// Every file of the data folder, as `Data/…`, by name, with its digest.
  let inputs: [(name: String, digest: String)]

  /// The digests of what was read; other files of the folder are read now.
  init(of folder: DataFolder) throws {
    let files = Set(Self.files(of: folder)).union(folder.record.names).sorted()
    inputs = try Failure.gathering(files) { file in
      do throws(FileReading.Problem) { return ("Data/" + file, try folder.digest(file)) } catch {
        throw Failure.one(
          .tables.unreadableFile, "the file cannot be read: \(error.reason)",
          at: .init(file: folder.path + "/" + file),
          remedy: folder.record.names.contains(file)
            ? "run it again while nothing else writes there" : "move it out of the data folder")
      }
    }
  }

  /// The files that count as inputs: all but hidden ones.
  static func files(of folder: DataFolder) -> [String] {
    FileWriting.files(below: folder.path).filter { !$0.hasPrefix(".") && !$0.contains("/.") }
  }

  /// One name for the state of the folder: the digest of all names and digests.
  var name: String { Self.name(of: inputs) }

  static func name(of files: [(name: String, digest: String)]) -> String {
    Digest.text(of: Array(files.map { "\($0.name) \($0.digest)\n" }.joined().utf8))
  }
}
