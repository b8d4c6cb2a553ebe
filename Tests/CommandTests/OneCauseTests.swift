import Foundation
import Testing

@Suite("One cause is told once") struct OneCauseTests {
  @Test("A code that countries.csv lacks is one error, however many files use it") func code() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/countries.csv", "ARC,", "ARK,")
    let run = try sandbox.hsi("check", "--only", "unknown-country")
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("errors: 1, warnings: 0, notes: 0\n"), "\(run.output)")
    #expect(run.output.contains("\"ARC\"") && run.output.contains("the same in "))
    #expect(try sandbox.hsi("score").errors.components(separatedBy: ": error: ").count == 2)
  }

  @Test(
    "Without a table of countries or indicators nothing else is told", arguments: ["countries", "indicators"])
  func table(name: String) throws {
    let sandbox = try Sandbox()
    try sandbox.remove("Data/\(name).csv")
    let run = try sandbox.hsi("check")
    #expect(run.status == 1)
    #expect(
      run.output == """
        Data/\(name).csv: error: the file cannot be read: No such file or directory [unreadable-file]
          = put the file there: no figure can be read without it
        errors: 1, warnings: 0, notes: 0

        """)
    for command in ["score", "compare", "lenses"] {
      let run = try sandbox.hsi(command)
      #expect(run.status == 1 && run.errors.components(separatedBy: ": error: ").count == 2, "\(run.errors)")
    }
  }

  @Test("A link to nothing is one error", arguments: ["Data/areas.csv", "Data/zz.csv", "Weights/zz.toml"])
  func dangling(path: String) throws {
    let sandbox = try Sandbox()
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.folder.appending(path: path).path, withDestinationPath: "nothing")
    let run = try sandbox.hsi("check", "--ignore", "undocumented")
    #expect(run.status == 1 && run.output.hasSuffix("errors: 1, warnings: 0, notes: 0\n"), "\(run.output)")
    #expect(run.output.contains("\(path): error: ") && run.output.contains("it is a link to nothing"))
  }

  @Test("A lens that is a link out of the folder of lenses is not read by its name") func linkedOut() throws {
    let sandbox = try Sandbox()
    try sandbox.write("elsewhere/own.toml", try sandbox.read("Weights/undp-1994.toml"))
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.folder.appending(path: "Weights/own.toml").path,
      withDestinationPath: "../elsewhere/own.toml")
    let run = try sandbox.hsi("score", "--lens", "own")
    #expect(run.status == 1 && run.errors.contains("it is a link that leaves Weights"), "\(run.errors)")
    #expect(try sandbox.hsi("score", "--lens", "elsewhere/own.toml").status == 0)
  }

  @Test("A folder without lenses does not pass the check") func noLens() throws {
    let sandbox = try Sandbox()
    try sandbox.remove("Weights/undp-1994.toml")
    let run = try sandbox.hsi("check")
    #expect(run.status == 1 && run.output.contains("Weights: error: there is no lens [no-lens]"))
    #expect(try sandbox.hsi("check", "--ignore", "no-lens").status == 0)
  }

  @Test("A report is not written among lenses or figures", arguments: ["Weights/r", "Weights", "Data/r"])
  func among(path: String) throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("report", "--output", path)
    #expect(run.status == 2 && run.errors.contains("[output-among-inputs]"), "\(run.errors)")
  }

  @Test("One bad lens does not keep the others from being listed and compared") func badLens() throws {
    let sandbox = try Sandbox()
    let good = try sandbox.read("Weights/undp-1994.toml")
    try sandbox.write("Weights/second.toml", good)
    try sandbox.write("Weights/third.toml", good + "\n[weights]\n")
    for arguments in [["lenses"], ["compare"], ["compare", "--years", "2020-2020"]] {
      let run = try sandbox.hsi.run(arguments)
      #expect(run.status == 1 && run.output.contains("second"), "\(arguments) \(run.output) \(run.errors)")
      #expect(run.errors.contains("Weights/third.toml:") && !run.errors.contains("Weights/second.toml"))
    }
    try sandbox.remove("Weights/second.toml")
    let alone = try sandbox.hsi("compare")
    #expect(alone.status == 1 && alone.errors.contains("Weights/third.toml:"))
  }
}
