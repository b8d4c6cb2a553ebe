import Foundation
import Testing

@Suite("The README is true")
struct ReadmeTests {
  /// Every line of a shell block of a page that starts with `hsi`.
  static func commands(in page: String = "README.md") throws -> [[String]] {
    let text = try String(contentsOf: repository.appending(path: page), encoding: .utf8)
    var commands: [[String]] = []
    var isShell = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell, line.hasPrefix("hsi ") {
        commands.append(line.split(separator: " ").dropFirst().map(String.init))
      }
    }
    return commands
  }

  @Test("each command of the README runs on the shipped figures")
  func runs() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for part in ["Data", "Weights"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: part), withDestinationURL: repository.appending(path: part))
    }
    let commands = try Self.commands()
    #expect(commands.count >= 4)
    for command in commands {
      let run = try Program(folder: folder).run(command)
      #expect(run.status == 0, "hsi \(command.joined(separator: " ")): \(run.errors)")
    }
  }

  @Test(
    "each command of a tutorial runs in its folder and prints what is quoted",
    arguments: ["Examples/HDI", "Examples/GHI"])
  func tutorials(folder: String) throws {
    let page = folder + "/README.md"
    let program = Program(folder: repository.appending(path: folder))
    var printed = ""
    for command in try Self.commands(in: page) {
      let run = try program.run(command)
      #expect(run.status == 0, "hsi \(command.joined(separator: " ")): \(run.errors)")
      printed += run.output
    }
    let text = try String(contentsOf: repository.appending(path: page), encoding: .utf8)
    for block in text.components(separatedBy: "```text\n").dropFirst() {
      let quoted = block.components(separatedBy: "```").first ?? ""
      for line in quoted.split(separator: "\n") { #expect(printed.contains(line)) }
    }
  }

  /// The commands in the last column of the table of ideas.
  static func ideas() throws -> [String] {
    let text = try String(contentsOf: repository.appending(path: "METHODOLOGY.md"), encoding: .utf8)
    let section = text.components(separatedBy: "## Ideas\n").last?.components(separatedBy: "\n## ")
    return (section?.first ?? "").split(separator: "\n").compactMap { line in
      guard let start = line.range(of: "| `hsi "), line.hasSuffix("` |") else { return nil }
      return String(line[start.upperBound...].dropLast(3))
    }
  }

  @Test("every idea of the methodology has a command that shows it on the shipped figures")
  func ideasRun() throws {
    let program = Program(folder: repository)
    let commands = try Self.ideas()
    #expect(commands.count >= 20)
    for command in commands {
      let run = try program.run(command.split(separator: " ").map(String.init))
      #expect(run.status == 0, "hsi \(command): \(run.errors)")
      #expect(run.output.split(separator: "\n").count > 3, "hsi \(command)")
    }
  }

  @Test("the example of one's own data works as the README shows it")
  func ownData() throws {
    let text = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```toml\n")
    let lens = try #require(blocks.dropFirst().last?.components(separatedBy: "```").first)
    let sandbox = try Sandbox()
    try sandbox.write("MyData/countries.csv", "iso3,name\nKEN,Kenya\nNOR,Norway\n")
    try sandbox.write(
      "MyData/indicators.csv",
      "id,dimension,worst,best\nmalaria,health,200,0\nincome,economic,0,100\n")
    try sandbox.write("MyData/health/malaria.csv", "iso3,year,value\nKEN,2020,50\nNOR,2020,0\n")
    try sandbox.write(
      "MyData/economic/income.csv", "Entity,Code,Year,Income\nKenya,KEN,2020,30\nNorway,,2020,90\n")
    try sandbox.write("my-lens.toml", lens)
    let run = try sandbox.hsi(
      "score", "--data", "MyData", "--lens", "my-lens.toml", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1,NOR,Norway,"))
  }
}
