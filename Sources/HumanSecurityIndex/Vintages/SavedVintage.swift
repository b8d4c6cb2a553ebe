import Diagnostics
import Tabular

/// Figures and lenses as they stood when they were saved: a folder with Data/, Weights/ and a record of both.
package struct SavedVintage: Sendable {
  package let name: String
  /// Its own folder.
  let path: String
  /// The day it was saved, as 2026-11-30.
  package let saved: String
  /// How its figures are cited, such as a DOI; empty for nothing.
  package let citation: String
  /// What a report was made with: its lens and year; nil for a vintage that was saved by name.
  let report: (lens: String, year: Int)?
  /// Every file, as `Data/…` or `Weights/…`, sorted, with its SHA-256.
  package let files: [(name: String, digest: String)]
  /// Where its lenses stand before they are kept, by their names in `files`.
  var lensFiles: [String: String] = [:]

  static let recordName = "vintage.txt"
  private static let format = "hsi vintage 1"

  package var dataFolder: String { path + "/Data" }

  /// The name of its figures, as `Vintage.name` has it.
  package var figures: String { Vintage.name(of: files.filter { $0.name.hasPrefix("Data/") }) }

  /// The name of its figures and lenses together.
  var contents: String { Vintage.name(of: files) }

  func hasLens(_ name: String) -> Bool { files.contains { $0.name == "Weights/\(name).toml" } }

  /// The record that stands in its folder: a line a file, as sha256sum writes it.
  var record: String {
    let head =
      [Self.format, "saved \(saved)"] + (citation.isEmpty ? [] : ["citation \(citation)"])
      + (report.map { ["year \($0.year)", "lens \($0.lens)"] } ?? [])
    return (head.map { "# \($0)" } + files.map { "\($0.digest)  \($0.name)" }).joined(separator: "\n") + "\n"
  }

  init(
    _ name: String, in path: String, saved: String, citation: String, report: (lens: String, year: Int)?,
    files: [(name: String, digest: String)]
  ) {
    (self.name, self.path, self.saved, self.citation) = (name, path, saved, citation)
    (self.report, self.files) = (report, files)
  }

  /// Reads the record of a folder; nil where there is none of ours.
  init?(_ name: String, at path: String) {
    guard let bytes = try? FileReading.bytes(path + "/" + Self.recordName) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.first == "# \(Self.format)" else { return nil }
    func said(_ key: String) -> String? {
      lines.first { $0.hasPrefix("# \(key) ") }.map { String($0.dropFirst(key.count + 3)) }
    }
    let files = lines.filter { !$0.hasPrefix("#") }.compactMap { line -> (name: String, digest: String)? in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[1].hasPrefix(" ") else { return nil }
      return (String(parts[1].dropFirst()), parts[0])
    }
    let year = said("year").flatMap { Int($0) }
    self.init(
      name, in: path, saved: said("saved") ?? "", citation: said("citation") ?? "",
      report: year.flatMap { year in said("lens").map { ($0, year) } }, files: files)
  }

  /// Throws for every file that is not what was saved.
  func verify() throws {
    _ = try Failure.gathering(files) { file in
      let there = FileReading.digest(path + "/" + file.name)
      guard there != file.digest else { return }
      throw Failure.one(
        .vintages.damagedVintage,
        "the vintage \"\(name)\" is damaged: this file \(there == nil ? "is gone" : "has other bytes")",
        at: .init(file: path + "/" + file.name))
    }
  }
}
