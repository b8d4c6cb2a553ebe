import Foundation
import Testing

@Suite("A folder of lenses that is empty or cannot be read") struct LensFolderTests {
  /// A world whose lens stands outside, and whose Weights/ is what the test makes of it.
  private static func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("own.toml", try sandbox.read("Weights/undp-1994.toml"))
    try sandbox.remove("Weights")
    return sandbox
  }

  private static func folder(_ sandbox: Sandbox) -> String { sandbox.folder.appending(path: "Weights").path }

  @Test("a link to itself is one warning to an audit under a lens from elsewhere, which goes on") func loop()
    throws
  {
    let sandbox = try Self.sandbox()
    try FileManager.default.createSymbolicLink(atPath: Self.folder(sandbox), withDestinationPath: "Weights")
    let warning = """
      Weights: warning: the folder of lenses cannot be read: Too many levels of symbolic links \
      [unreadable-lenses]
        = mend it; until then there is no other lens of it to compare with

      """
    for more in [[], ["--table", "lenses"]] {
      let run = try sandbox.hsi.run(["audit", "--lens", "own.toml", "--samples", "1000"] + more)
      #expect(run.status == 0 && run.errors == warning && !run.output.isEmpty, "\(run.errors)")
    }
    // Where no other lens is looked at, none is spoken of.
    let alone = try sandbox.hsi("audit", "--lens", "own.toml", "--table", "stability")
    #expect(alone.status == 0 && alone.errors.isEmpty, "\(alone.errors)")
    let usual = try sandbox.hsi("audit")
    #expect(usual.status == 1)
    #expect(
      usual.errors.hasSuffix(
        "[unknown-lens]\n  = mend Weights, which cannot be read, or name the file of one with --lens\n"),
      "\(usual.errors)")
    let all = try sandbox.hsi("lenses")
    #expect(all.status == 1 && all.errors.hasSuffix("  = mend Weights, which cannot be read\n"))
  }

  @Test("a file in its place cannot be read as a folder either") func file() throws {
    let sandbox = try Self.sandbox()
    try sandbox.write("Weights", "")
    let run = try sandbox.hsi("audit", "--lens", "own.toml", "--table", "lenses")
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("Weights: warning: the folder of lenses cannot be read: Not a d"))
  }

  @Test("an empty one, or none, is no warning to an audit; a lens that is not there gets a remedy")
  func empty() throws {
    let sandbox = try Self.sandbox()
    for isThere in [false, true] {
      if isThere {
        try FileManager.default.createDirectory(
          atPath: Self.folder(sandbox), withIntermediateDirectories: false)
      }
      let run = try sandbox.hsi("audit", "--lens", "own.toml", "--table", "lenses")
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      for (arguments, name) in [(["audit"], "undp-1994"), (["score", "--lens", "x"], "x")] {
        let usual = try sandbox.hsi.run(arguments)
        #expect(usual.status == 1 && usual.output.isEmpty)
        #expect(
          usual.errors == """
            Weights/\(name).toml: error: there is no lens "\(name)" [unknown-lens]
              = put a lens there, or name the file of one with --lens

            """, "\(usual.errors)")
      }
    }
  }
}
