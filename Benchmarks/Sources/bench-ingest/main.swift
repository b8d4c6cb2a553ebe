import HumanSecurityIndex
import Diagnostics
import BenchSupport
import Glibc
import IndexModel
import Ingest
import Tabular

// bench-ingest DATA SERIES: reads series of country figures into one cube, and prints on one line
// the seconds it took, the figures it holds and their sum.
//
// SERIES is a file with one line a series: PATH<tab>COLUMN, the column empty where a file holds one.

/// A file that is read in blocks, as hsi reads it.
func text(_ path: String) throws -> SourceText {
  var status = stat()
  guard stat(path, &status) == 0 else { throw Failure(message: "cannot read \(path)") }
  return try SourceText(name: path, size: Int(status.st_size)) {
    (offset, buffer) throws(SourceText.ReadFailure) in
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
    if count < 0 { throw SourceText.ReadFailure(String(cString: strerror(errno))) }
    return count
  }
}

func table(_ data: String, into findings: inout Findings) throws -> CountryTable {
  let whole = { try SourceText(name: $0, bytes: text($0).bytes) }
  return CountryTable.read(
    try whole(data + "/countries.csv"), areas: try whole(data + "/areas.csv"), into: &findings)
}

func framework(_ path: String) throws -> Framework {
  let lines = String(decoding: try text(path).bytes, as: UTF8.self).split(separator: "\n")
  let indicators = try lines.enumerated().map { index, line in
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == 2, let id = IndicatorID("series-\(index)") else {
      throw Failure(message: "\(path): not PATH<tab>COLUMN: \(line)")
    }
    let file = FigureFile(path: String(parts[0]), column: parts[1].isEmpty ? nil : String(parts[1]))
    return Indicator(id: id, dimension: nil, name: "", unit: "", goalposts: nil, files: [file])
  }
  return Framework(indicators)
}

func run() throws {
  guard CommandLine.arguments.count == 3 else { throw Failure(message: "usage: bench-ingest DATA SERIES") }
  var findings = Findings()
  let countries = try table(CommandLine.arguments[1], into: &findings)
  let framework = try framework(CommandLine.arguments[2])
  let start = seconds()
  var texts: [String: SourceText] = [:]
  for path in CubeReader.paths(of: framework) { texts[path] = try text(path) }
  let cube = CubeReader.read(framework, countries: countries, texts: texts, into: &findings)
  let taken = seconds() - start
  if findings.hasErrors { throw Failure(message: findings.all.prefix(3).map(\.text).joined(separator: "\n")) }
  var count = 0
  var sum = 0.0
  for series in cube.series where !series.isEmpty {
    for country in CountryIndex.all(series.countryCount) {
      for year in series.firstYear...(series.lastYear ?? series.firstYear) {
        guard let value = series.value(country, year) else { continue }
        count += 1
        sum += value
      }
    }
  }
  print(taken, count, sum)
}

main(run)
