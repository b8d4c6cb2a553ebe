import Foundation
import Testing

@testable import HumanSecurityIndex

@Suite("Paths of the data folder") struct FolderPathTests {
  @Test(
    "the current folder and the one above find the lenses beside them",
    arguments: [".", "./", "../Data/.", ".."]) func dots(path: String) throws
  {
    let sandbox = try Sandbox()
    var folder = sandbox.folder.appending(path: "Data")
    if path == ".." { folder.append(path: "economic") }
    let run = try Program(folder: folder)("score", "--format", "csv", "--data", path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == (try sandbox.hsi("score", "--format", "csv")).output)
    let report = try Program(folder: folder)("report", "--data", path)
    #expect(report.status == 0, "\(report.errors)")
    #expect(try sandbox.read("Reports/countries/ARC.md").contains("../../Data/economic/income.csv#L3"))
  }

  @Test("a report hashes no file to which a link leads out of the folder") func linkedOut() throws {
    let sandbox = try Sandbox()
    try sandbox.write("secret.txt", "secret")
    let link = sandbox.folder.appending(path: "Data/notes.txt").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../secret.txt")
    let run = try sandbox.hsi("report")
    #expect(run.status == 1 && !sandbox.exists("Reports"))
    #expect(run.errors.contains("Data/notes.txt: error: ") && run.errors.contains("leaves the data folder"))
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "people.csv")
    #expect(try sandbox.hsi("report").status == 0)
  }
}
