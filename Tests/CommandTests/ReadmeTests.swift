import Foundation
import Testing

@Suite("README and the topic pages are true") struct ReadmeTests {
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

  /// README, the overview of the methodology and its topic pages.
  static func pages() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: repository.appending(path: "Documentation").path)
    return ["README.md", "METHODOLOGY.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
  }

  /// The lines that a page quotes as printed: those of its blocks of text.
  static func quotedLines(in page: String) throws -> [Substring] {
    let text = try String(contentsOf: repository.appending(path: page), encoding: .utf8)
    return text.components(separatedBy: "```text\n").dropFirst().flatMap { block in
      block.prefix(upTo: block.range(of: "```")?.lowerBound ?? block.endIndex).split(separator: "\n")
    }
  }

  @Test(
    "each command of a page runs on the shipped figures and prints what the page quotes",
    arguments: try pages()) func runs(page: String) throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for part in ["Data", "Weights"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: part), withDestinationURL: repository.appending(path: part))
    }
    try Self.expectQuotes(of: page, from: Program(folder: folder))
  }

  @Test("README and the topic pages have commands to try") func haveCommands() throws {
    #expect(try Self.commands().count >= 4)
    #expect(try Self.pages().filter { try !Self.commands(in: $0).isEmpty }.count >= 12)
  }

  /// Runs the commands of a page, and looks for the lines that it quotes in what they print.
  static func expectQuotes(of page: String, from program: Program) throws {
    var printed = ""
    for command in try commands(in: page) {
      let run = try program.run(command)
      #expect(run.status == 0, "hsi \(command.joined(separator: " ")): \(run.errors)")
      printed += run.output
    }
    for line in try quotedLines(in: page) { #expect(printed.contains(line), "\(page): \(line)") }
  }

  @Test(
    "each command of a tutorial runs in its folder and prints what is quoted",
    arguments: ["ASEM", "GHI", "GII", "HDI", "INFORM", "MPI", "TAI", "WorldRiskIndex"].map {
      "Examples/\($0)"
    }) func tutorials(folder: String) throws
  {
    try Self.expectQuotes(
      of: folder + "/README.md", from: Program(folder: repository.appending(path: folder)))
  }

  /// The commands in the last column of the table of ideas.
  static func ideas() throws -> [String] {
    let page = repository.appending(path: "Documentation/ideas.md")
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap { line in
      guard let start = line.range(of: "| `hsi "), line.hasSuffix("` |") else { return nil }
      return String(line[start.upperBound...].dropLast(3))
    }
  }

  @Test("every idea of the methodology has a command that shows it on the shipped figures") func ideasRun()
    throws
  {
    let program = Program(folder: repository)
    let commands = try Self.ideas()
    #expect(commands.count >= 20)
    for command in commands {
      let run = try program.run(command.split(separator: " ").map(String.init))
      #expect(run.status == 0, "hsi \(command): \(run.errors)")
      #expect(run.output.split(separator: "\n").count > 3, "hsi \(command)")
    }
  }

  @Test("the example of one's own data works as its page shows it") func ownData() throws {
    let page = repository.appending(path: "Documentation/own-data.md")
    let blocks = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```toml\n")
    let lens = try #require(blocks.dropFirst().first?.components(separatedBy: "```").first)
    let sandbox = try Sandbox()
    try sandbox.write("MyData/countries.csv", "iso3,name\nKEN,Kenya\nNOR,Norway\n")
    try sandbox.write(
      "MyData/indicators.csv", "id,dimension,worst,best\nmalaria,health,200,0\nincome,economic,0,100\n")
    try sandbox.write("MyData/health/malaria.csv", "iso3,year,value\nKEN,2020,50\nNOR,2020,0\n")
    try sandbox.write(
      "MyData/economic/income.csv", "Entity,Code,Year,Income\nKenya,KEN,2020,30\nNorway,,2020,90\n")
    try sandbox.write("my-lens.toml", lens)
    let run = try sandbox.hsi("score", "--data", "MyData", "--lens", "my-lens.toml", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1,NOR,Norway,"))
  }
}
