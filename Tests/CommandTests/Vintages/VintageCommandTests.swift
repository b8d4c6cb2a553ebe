import Foundation
import Testing

@Suite("hsi vintage") struct VintageCommandTests {
  /// Every file below a folder, with its bytes.
  private func contents(_ sandbox: Sandbox, _ folder: String) throws -> [String: Data] {
    let root = sandbox.folder.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return Dictionary(
      uniqueKeysWithValues: names.filter { !root.appending(path: $0).hasDirectoryPath }.compactMap { name in
        (try? Data(contentsOf: root.appending(path: name))).map { (name, $0) }
      })
  }

  @Test("keeps every byte of figures and lenses, and each once") func save() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("vintage", "save", "spring", "--citation", "doi:10.1/x").status == 0)
    for folder in ["Data", "Weights"] {
      #expect(try contents(sandbox, ".hsi/vintages/spring/\(folder)") == contents(sandbox, folder))
    }
    let objects = try contents(sandbox, ".hsi/objects").count
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,1001")
    #expect(try sandbox.hsi("vintage", "save", "autumn").status == 0)
    #expect(try contents(sandbox, ".hsi/objects").count == objects + 1)
    let listed = try sandbox.hsi("vintage", "list", "--format", "csv").output
    #expect(listed.contains("autumn,") && listed.contains("doi:10.1/x"))
  }

  @Test("drops a vintage and the bytes that no other has") func drop() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("vintage", "save", "spring")
    let before = try contents(sandbox, ".hsi/objects")
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,1001")
    _ = try sandbox.hsi("vintage", "save", "autumn")
    #expect(try sandbox.hsi("vintage", "drop", "autumn").status == 0)
    #expect(try contents(sandbox, ".hsi/objects") == before)
    #expect(try sandbox.hsi("diff", "spring").status == 0)
  }

  @Test(
    "a name that could be a year, a path or what reports keep is refused",
    arguments: ["2023", "a/b", "..", "-x", "last-report", "earlier-report-2"]) func names(_ name: String)
    throws
  {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("vintage", "save", "--", name)
    #expect(run.status == 2 && run.errors.contains("[vintage-name]"))
  }

  @Test("a name that is taken is refused, and the old vintage stays") func taken() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("vintage", "save", "spring")
    let before = try contents(sandbox, ".hsi")
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,1001")
    let run = try sandbox.hsi("vintage", "save", "spring")
    #expect(run.status == 2 && run.errors.contains("[vintage-taken]"))
    #expect(try contents(sandbox, ".hsi") == before)
  }

  @Test("an unknown vintage is told with the nearest name") func unknown() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("vintage", "save", "spring")
    let run = try sandbox.hsi("vintage", "show", "sprin")
    #expect(run.status == 2 && run.errors.contains("[unknown-state]") && run.errors.contains("spring"))
  }

  @Test("a vintage with another byte is told, with the file") func damaged() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("vintage", "save", "spring")
    let file = ".hsi/vintages/spring/Data/economic/income.csv"
    let text = try sandbox.read(file)
    try sandbox.remove(file)
    try sandbox.write(file, text + "\n")
    let run = try sandbox.hsi("diff", "spring")
    #expect(run.errors.contains("[damaged-vintage]") && run.errors.contains("income.csv"))
  }

  @Test(
    "a folder .hsi of a newer version, or of somebody else, is left alone",
    arguments: ["hsi vintages 9\n", "x"]) func damagedStore(_ mark: String) throws
  {
    let sandbox = try Sandbox()
    try sandbox.write(".hsi/format", mark)
    let run = try sandbox.hsi("vintage", "save", "spring")
    #expect(run.status == 1 && run.errors.contains("[damaged-store]"))
    #expect(try sandbox.names(in: ".hsi") == ["format"])
    // A report is written all the same, and says why it tells no changes.
    let report = try sandbox.hsi("report")
    #expect(report.status == 0 && report.errors.contains("[not-kept]"))
  }
}
