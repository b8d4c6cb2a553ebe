import Glibc

/// What can be fuzzed: the environment variable TARGET says which.
let targets: [(name: String, run: @Sendable ([UInt8]) -> Void)] = [
  ("figures", FiguresTarget.run), ("survey", SurveyTarget.run), ("stream", StreamTarget.run),
  ("numbers", NumbersTarget.run), ("lens", TOMLTarget.runLens), ("plan", TOMLTarget.runPlan),
  ("countries", CountriesTarget.run), ("catalogue", TablesTarget.runCatalogue),
  ("outlines", TablesTarget.runOutlines), ("pages", FetchingTarget.runPages),
  ("archive", FetchingTarget.runArchive), ("headers", FetchingTarget.runHeaders),
  ("escaping", EscapingTarget.run), ("audit", AuditTarget.run), ("spreadsheet", SpreadsheetTarget.run),
]

private let chosen: @Sendable ([UInt8]) -> Void = {
  let name = getenv("TARGET").map { String(cString: $0) } ?? ""
  guard let target = targets.first(where: { $0.name == name }) else {
    print("TARGET must be one of", targets.map(\.name).joined(separator: " "))
    exit(2)
  }
  return target.run
}()

/// Called by libFuzzer with every input that it makes.
@_cdecl("LLVMFuzzerTestOneInput") public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int)
  -> Int32
{
  chosen(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
