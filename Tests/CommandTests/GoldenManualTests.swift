import Foundation
import Testing

@Suite("The manual page, completions and make install") struct GoldenManualTests {
  /// Runs a program with arguments in the repository, and gives what it writes.
  static func run(_ program: String, _ arguments: [String], in folder: URL = repository) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program) \(arguments)")
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Documentation/hsi.1 is made of the help of the program; see make golden") func manual() throws {
    let page = try Self.run("python3", ["Scripts/manual_page.py", try Program.path])
    let file = repository.appending(path: "Documentation/hsi.1")
    if GoldenTests.isRebaselining { try Data(page.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
    for command in ["score", "lenses show", "init", "cite", "check"] {
      #expect(page.contains("\n.SS hsi \(command)\n"), "\(command)")
    }
    #expect(page.contains("\n.B \\-\\-fail\\-on <severity>\n"))
    #expect(page.split(separator: "\n").allSatisfy { $0.first != "'" })
  }

  @Test("make install puts program, manual page and completions where shells and man look") func install()
    throws
  {
    let root = FileManager.default.temporaryDirectory.appending(path: "hsi-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    _ = try Self.run(
      "make", ["install-files", "HSI=\(try Program.path)", "DESTDIR=\(root.path)", "PREFIX=/usr"])
    for (file, text) in [
      ("share/man/man1/hsi.1", ".TH HSI 1"), ("share/bash-completion/completions/hsi", "complete "),
      ("share/zsh/site-functions/_hsi", "#compdef hsi"),
      ("share/fish/vendor_completions.d/hsi.fish", "complete -c"),
    ] {
      let written = try String(contentsOf: root.appending(path: "usr/\(file)"), encoding: .utf8)
      #expect(written.contains(text), "\(file)")
    }
    let version = try Self.run(root.appending(path: "usr/bin/hsi").path, ["--version"])
    #expect(version == "0.1.0\n")
  }

  /// What bash offers for the last of some words, the completions of the program being loaded.
  static func offered(_ words: String..., in sandbox: Sandbox) throws -> [String] {
    try sandbox.write("completions", try sandbox.hsi("--generate-completion-script", "bash").output)
    let binary = URL(filePath: try Program.path).deletingLastPathComponent().path
    let script = """
      PATH="\(binary):$PATH"
      source ./completions
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
      COMP_CWORD=\(words.count - 1)
      COMP_LINE="\(words.joined(separator: " "))"
      COMP_POINT=${#COMP_LINE}
      _hsi hsi '\(words.last ?? "")' '\(words.dropLast().last ?? "")'
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    return try run("bash", ["-c", script], in: sandbox.folder).split(separator: "\n").map {
      String($0).trimmingCharacters(in: .whitespaces)
    }
  }

  @Test("bash completes commands, lenses, countries and indicators of the data folder") func bash() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Weights/other.toml", "")
    #expect(try Self.offered("hsi", "sco", in: sandbox) == ["score"])
    #expect(try Self.offered("hsi", "score", "--lens", "ot", in: sandbox) == ["other"])
    #expect(try Self.offered("hsi", "explain", "Ut", in: sandbox) == ["Utopia"])
    #expect(try Self.offered("hsi", "score", "--country", "LI", in: sandbox) == ["LIL"])
    #expect(try Self.offered("hsi", "indicators", "fam", in: sandbox) == ["famine-deaths"])
    for command in ["country", "levers", "trace", "history"] {
      #expect(try Self.offered("hsi", command, "Ut", in: sandbox) == ["Utopia"], "\(command)")
    }
    #expect(try sandbox.hsi("vintage", "save", "spring").status == 0)
    #expect(try Self.offered("hsi", "diff", "spr", in: sandbox) == ["spring"])
    #expect(try Self.offered("hsi", "vintage", "drop", "spr", in: sandbox) == ["spring"])
    try sandbox.write("Elsewhere/Data/countries.csv", "iso3,name\nZEM,Zembla\n")
    #expect(
      try Self.offered("hsi", "explain", "--data", "Elsewhere/Data", "Z", in: sandbox).sorted() == [
        "ZEM", "Zembla",
      ])
  }

  @Test(
    "an unknown command is told with the nearest one",
    arguments: [
      (["scroe"], "there is no command \"scroe\"; did you mean \"score\"?", "hsi <subcommand>"),
      (["scor", "--top", "2"], "there is no command \"scor\"; did you mean \"score\"?", "hsi <subcommand>"),
      (["lenses", "shw"], "there is no command \"shw\"; did you mean \"show\"?", "hsi <subcommand>"),
      (["xyzzy"], "there is no command \"xyzzy\"; known: score, country,", "hsi <subcommand>"),
    ]) func unknown(_ words: [String], _ message: String, _ usage: String) throws
  {
    let run = try Sandbox().hsi.run(words)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("Error: " + message), "\(run.errors)")
    #expect(run.errors.contains("\nUsage: \(usage)"), "\(run.errors)")
  }
}
