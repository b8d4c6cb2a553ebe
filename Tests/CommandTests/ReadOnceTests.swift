import Diagnostics
import Foundation
import Tabular
import Testing

@testable import HumanSecurityIndex

/// What was hashed is what was read: the manifest names the bytes that were scored.
@Suite("Files that change while a report is made") struct ReadOnceTests {
  /// A copy of the folders of an index, for one test to change.
  private func world() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hsi-once-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["Data", "Weights"] {
      try FileManager.default.copyItem(
        at: repository.appending(path: "Examples/HDI/\(name)"), to: folder.appending(path: name))
    }
    return folder
  }

  private func workspace(_ folder: URL) throws -> Workspace {
    let choice = FigureChoice(data: folder.appending(path: "Data").path)
    return try Panel(choice, lenses: [], warn: { _ in }).workspaces[0]
  }

  @Test("a file of figures that is replaced after it was read counts with the bytes that were read")
  func figures() throws {
    let folder = try world()
    defer { try? FileManager.default.removeItem(at: folder) }
    let workspace = try workspace(folder)
    let before = workspace.catalogue.folder
    let read = try #require(workspace.texts.keys.sorted().first)
    let file = folder.appending(path: "Data/\(read)")
    let bytes = [UInt8](try Data(contentsOf: file))
    try Data("iso3,year,value\nNOR,2022,1\n".utf8).write(to: file)
    let vintage = try Vintage(of: before)
    #expect(vintage.inputs.first { $0.name == "Data/\(read)" }?.digest == Digest.text(of: bytes))
    let fresh = try Vintage(of: try DataFolder(before.path))
    #expect(fresh.inputs.first { $0.name == "Data/\(read)" }?.digest != Digest.text(of: bytes))
  }

  @Test("a file that was read and is gone still counts") func removed() throws {
    let folder = try world()
    defer { try? FileManager.default.removeItem(at: folder) }
    let workspace = try workspace(folder)
    let all = try Vintage(of: workspace.catalogue.folder)
    try FileManager.default.removeItem(at: folder.appending(path: "Data/countries.csv"))
    #expect(try Vintage(of: workspace.catalogue.folder).name == all.name)
  }

  @Test("a lens that is replaced after it was read counts with the bytes that were read") func lens() throws {
    let folder = try world()
    defer { try? FileManager.default.removeItem(at: folder) }
    let workspace = try workspace(folder)
    let path = try #require(workspace.lenses.path(of: workspace.lensChoice))
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    try Data("title = \"another\"\n".utf8).write(to: URL(filePath: path))
    #expect(try workspace.lenses.digest(of: workspace.lensChoice) == Digest.text(of: bytes))
  }

  @Test("a file too large to be kept that changed since is refused, not hashed") func large() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "hsi-large-\(UUID()).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = Data(repeating: UInt8(ascii: "a"), count: 3 << 20)
    try bytes.write(to: URL(filePath: path))
    let contents = try FileReading.contents(path)
    #expect(try contents.digest() == Digest.text(of: [UInt8](bytes)))
    try Data(repeating: UInt8(ascii: "b"), count: 3 << 20).write(to: URL(filePath: path))
    #expect(throws: FileReading.Problem.self) { try contents.digest() }
  }
}
