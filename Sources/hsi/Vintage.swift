import Crypto
import Tabular

/// What the inputs of a report were, to the byte.
struct Vintage {
  /// One input file and its digest.
  struct Input {
    let name: String
    let digest: String
  }

  /// Every file of the data folder, as `Data/…`, by name.
  let inputs: [Input]

  init(of folder: DataFolder) throws {
    let files = Self.files(of: folder)
    var inputs: [Input] = []
    for file in files {
      do throws(FileReading.Problem) {
        let bytes = try FileReading.bytes(folder.path + "/" + file)
        inputs.append(Input(name: "Data/" + file, digest: Self.digest(bytes)))
      } catch {
        throw Failure.one(
          "unreadable-file", "the file cannot be read: \(error.reason)",
          at: .init(file: folder.path + "/" + file), remedy: "move it out of the data folder")
      }
    }
    self.inputs = inputs
  }

  /// The files that count as inputs: all but hidden ones.
  static func files(of folder: DataFolder) -> [String] {
    FileWriting.files(below: folder.path).filter { !$0.hasPrefix(".") && !$0.contains("/.") }
  }

  /// One name for the state of the folder: the digest of all names and digests.
  var name: String {
    Self.digest(Array(inputs.map { "\($0.name) \($0.digest)\n" }.joined().utf8))
  }

  /// SHA-256 in hexadecimal.
  static func digest(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hex = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hex, as: UTF8.self)
  }
}
