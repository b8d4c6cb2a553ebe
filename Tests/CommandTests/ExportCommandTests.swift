import Foundation
import Testing

/// What `hsi export` writes and what it refuses; Tests/Exports reads the files as other programs do.
@Suite("hsi export") struct ExportCommandTests {
  private static let folders = ["datapackage", "ddf", "rocrate"]

  /// A program in place of DuckDB, found on PATH.
  private func install(_ script: String, as name: String, in sandbox: Sandbox) throws -> [String: String] {
    try sandbox.write("bin/\(name)", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: sandbox.folder.appending(path: "bin/\(name)").path)
    return ["PATH": sandbox.folder.appending(path: "bin").path, "TMPDIR": sandbox.folder.path]
  }

  @Test(
    "each form that needs no other program is written, the same bytes each time",
    arguments: ["xlsx", "sdmx", "datapackage", "ddf", "rocrate"]) func twice(form: String) throws
  {
    let sandbox = try Sandbox()
    var texts: [[Data]] = []
    for name in ["one", "two", "one"] {
      let run = try sandbox.hsi("export", "--to", form, "--output", name)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == "3 of 4 countries ranked for 2020 under undp-1994, written to \(name)\n")
      let files = Self.folders.contains(form) ? try sandbox.names(in: name).map { "\(name)/\($0)" } : [name]
      texts.append(try files.map { try Data(contentsOf: sandbox.folder.appending(path: $0)) })
    }
    #expect(texts[0] == texts[1] && texts[1] == texts[2] && !texts[0].isEmpty)
    #expect(try !sandbox.names(in: ".").contains { $0.contains("hsi-") })
  }

  @Test("a row of SDMX-CSV is an observation: Arcadia's index, dimensions, values, rank and its interval")
  func sdmx() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("export", "--to", "sdmx", "--output", "x.csv").status == 0)
    let lines = try sandbox.read("x.csv").split(separator: "\n")
    #expect(lines[0].hasPrefix("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,NODE,MEASURE,TIME_PERIOD,OBS_VALUE,"))
    // Index, three dimensions, four indicators with score and value, rank and the ends of its interval.
    let own = lines.filter { $0.contains(",I,ARC,") }
    #expect(own.count == 1 + 3 + 2 * 4 + 3)
    #expect(own.contains { $0.contains(",ARC,food,SCORE,2020,60,A,") })
    #expect(own.contains { $0.hasSuffix(",ARC,jobless,VALUE,2020,5,A,% of workers,economic/jobless.csv,2") })
    // Lilliput is not ranked: it has neither an index score nor a rank.
    #expect(!lines.contains { $0.contains(",LIL,_T,") })
  }

  @Test("a crate without a date says so, and one with a day states it") func crate() throws {
    let sandbox = try Sandbox()
    let bare = try sandbox.hsi("export", "--to", "rocrate", "--output", "crate")
    #expect(bare.status == 0 && bare.errors.contains("[no-date]"))
    #expect(try !sandbox.read("crate/ro-crate-metadata.json").contains("datePublished"))
    let dated = try sandbox.hsi("export", "--to", "rocrate", "--output", "crate", "--date", "2024-02-29")
    #expect(dated.status == 0 && dated.errors.isEmpty, "\(dated.errors)")
    #expect(try sandbox.read("crate/ro-crate-metadata.json").contains("\"datePublished\": \"2024-02-29\""))
  }

  @Test(
    "a day that the calendar does not have is wrong usage, and so is one for another form",
    arguments: [
      ("rocrate", "2023-02-29"), ("rocrate", "2024-13-01"), ("rocrate", "2024-1-1"), ("sdmx", "2024-01-01"),
    ]) func days(form: String, day: String) throws
  {
    let run = try Sandbox().hsi("export", "--to", form, "--output", "x", "--date", day)
    #expect(run.status == 2 && run.errors.contains("--date"))
  }

  @Test("what formulas do not express is refused, an error a judgement, and the old file stays")
  func refused() throws {
    let sandbox = try Sandbox()
    try sandbox.write("index.xlsx", "old")
    try sandbox.edit("Weights/undp-1994.toml", "carry_forward", "outliers = \"winsorise\"\ncarry_forward")
    try sandbox.edit("Weights/undp-1994.toml", "[aggregation]", "[aggregation]\nfood = \"copeland\"")
    let run = try sandbox.hsi("export", "--to", "xlsx", "--output", "index.xlsx")
    #expect(run.status == 1)
    #expect(run.errors.components(separatedBy: "[not-expressible]").count == 3, "\(run.errors)")
    #expect(run.errors.contains("outliers = \"winsorise\"") && run.errors.contains("copeland for food"))
    #expect(try sandbox.read("index.xlsx") == "old")
    #expect(try sandbox.hsi("export", "--to", "sdmx", "--output", "index.csv").status == 0)
  }

  @Test("nothing is written among figures or lenses", arguments: ["Data", "Weights"]) func inputs(
    folder: String
  ) throws {
    let sandbox = try Sandbox()
    for form in ["sdmx", "xlsx", "ddf"] {
      let run = try sandbox.hsi("export", "--to", form, "--output", "\(folder)/new")
      #expect(run.status == 2 && run.errors.contains("[output-among-inputs]"), "\(run.errors)")
    }
    #expect(try !sandbox.names(in: folder).contains("new"))
  }

  @Test("a file does not go where a folder is, nor a folder where a file or other files are") func places()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("there/mine.txt", "mine")
    try sandbox.write("file", "mine")
    let file = try sandbox.hsi("export", "--to", "xlsx", "--output", "there")
    #expect(file.status == 2 && file.errors.contains("[not-a-file]"))
    let folder = try sandbox.hsi("export", "--to", "ddf", "--output", "file")
    #expect(folder.status == 2 && folder.errors.contains("[not-a-folder]"))
    let others = try sandbox.hsi("export", "--to", "ddf", "--output", "there")
    #expect(others.status == 2 && others.errors.contains("[not-an-export]"))
    #expect(try sandbox.hsi("report").status == 0)
    let report = try sandbox.hsi("export", "--to", "datapackage", "--output", "Reports")
    #expect(report.status == 2 && report.errors.contains("[not-an-export]"))
    #expect(try sandbox.read("there/mine.txt") == "mine" && sandbox.read("file") == "mine")
  }

  @Test("a user's file in an export's folder stays when it is written again") func userFiles() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("export", "--to", "ddf", "--output", "out").status == 0)
    try sandbox.write("out/notes.txt", "mine")
    #expect(try sandbox.hsi("export", "--to", "datapackage", "--output", "out").status == 0)
    #expect(try sandbox.read("out/notes.txt") == "mine")
    #expect(try !sandbox.names(in: "out").contains("ddf--concepts.csv"), "of the other form nothing is left")
  }

  @Test("a file that cannot be written leaves the old one whole") func fullDisk() throws {
    let sandbox = try Sandbox()
    for (form, name) in [("xlsx", "x.xlsx"), ("sdmx", "x.csv")] {
      try sandbox.write(name, "old")
      // No file may have more than a block.
      let run = try sandbox.hsi.run(
        ["export", "--to", form, "--output", name], environment: ["TMPDIR": sandbox.folder.path],
        limit: "-f 1")
      #expect(run.status == 1, "\(run.errors)")
      #expect(try sandbox.read(name) == "old")
    }
    #expect(try !sandbox.names(in: ".").contains { $0.contains("hsi-") })
  }

  @Test(
    "without the program that makes a form this is said, and which form needs none",
    arguments: ["sqlite", "parquet"]) func noProgram(form: String) throws
  {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi.run(
      ["export", "--to", form, "--output", "x"], environment: ["PATH": sandbox.folder.path])
    #expect(run.status == 1 && run.errors.contains("[no-program]"), "\(run.errors)")
    #expect(run.errors.contains("datapackage or sdmx"))
  }

  @Test("a program that fails is quoted, and the old file stays") func failing() throws {
    let sandbox = try Sandbox()
    try sandbox.write("x", "old")
    let environment = try install("echo 'it is Monday' >&2; exit 3", as: "duckdb", in: sandbox)
    let run = try sandbox.hsi.run(["export", "--to", "parquet", "--output", "x"], environment: environment)
    #expect(run.status == 1 && run.errors.contains("[export-failed]"))
    #expect(run.errors.contains("ended with status 3: it is Monday"), "\(run.errors)")
    #expect(try sandbox.read("x") == "old")
  }

  @Test("no text of the data reaches a command line") func commandLine() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/countries.csv", "Arcadia", "Arc'; rm -rf $(x)")
    let environment = try install(
      "for a in \"$@\"; do echo \"$a\"; done > seen; for a in \"$@\"; do case \"$a\" in *made*) ;; esac; done; exit 3",
      as: "duckdb", in: sandbox)
    _ = try sandbox.hsi.run(["export", "--to", "parquet", "--output", "x"], environment: environment)
    let seen = try sandbox.read("seen")
    #expect(seen.contains("script.sql") && !seen.contains("rm -rf") && !seen.contains("Arc"))
  }

  @Test(
    "figures as a statement of SQL reads them are of Parquet alone, and refused where there is no statement")
  func shapes() throws {
    let sandbox = try Sandbox()
    let other = try sandbox.hsi("export", "--to", "sqlite", "--shape", "wide", "--output", "x")
    #expect(
      other.status == 2 && other.errors.contains("--shape is for --to parquet alone"), "\(other.errors)")
    let unknown = try sandbox.hsi("export", "--to", "parquet", "--shape", "tall", "--output", "x")
    #expect(unknown.status == 2 && unknown.errors.contains("--shape"))
    try sandbox.write("Weights/lens.toml", "title = \"Made\"\nweights = \"pca\"\ndimensions_required = 1\n")
    try sandbox.write("x", "old")
    let refused = try sandbox.hsi(
      "export", "--to", "parquet", "--shape", "wide", "--output", "x", "--lens", "lens")
    #expect(refused.status == 1 && refused.errors.contains("[not-in-sql]"), "\(refused.errors)")
    #expect(try sandbox.read("x") == "old")
  }

  @Test("the text that becomes Parquet is the table that hsi sql prints", arguments: ["long", "wide"])
  func sameText(shape: String) throws {
    let sandbox = try Sandbox()
    let environment = try install(
      "while IFS= read -r line; do echo \"$line\"; done < \"${5%/*}/table.csv\" > seen; exit 3", as: "duckdb",
      in: sandbox)
    let run = try sandbox.hsi.run(
      ["export", "--to", "parquet", "--shape", shape, "--output", "x"], environment: environment)
    #expect(run.status == 1, "\(run.errors)")
    #expect(try sandbox.read("seen") == sandbox.hsi("sql", "--table", "figures", "--input", shape).output)
  }
}
