import Foundation
import Testing

/// Every seed of every corpus: what a fuzz target finds wrong ends the whole run, as it ends the fuzzer's.
@Suite("fuzz targets") struct CorpusTests {
  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  @Test("each target holds on every seed of its corpus", arguments: targets.map(\.name)) func seeds(
    _ name: String
  ) throws {
    let target = try #require(targets.first { $0.name == name })
    let folder = Self.corpora.appending(path: name)
    let seeds = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(!seeds.isEmpty, "there are seeds to start from")
    for seed in seeds { target.run(Array(try Data(contentsOf: folder.appending(path: seed)))) }
  }

  @Test("each corpus has a target") func corpora() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.corpora.path())
    #expect(folders.sorted() == targets.map(\.name).sorted())
  }
}
