import Diagnostics
import IndexModel
import Ingest
import Tabular

package struct DataFolder {
  /// The path as the user gave it.
  package let path: String
  let record = InputRecord()

  package init(_ path: String) throws {
    self.path = path.withoutTrailingSlashes
    guard Self.exists(self.path) else { throw Failure.noDataFolder(self.path) }
  }

  package static func exists(_ path: String) -> Bool { FileReading.isFolder(path) }

  /// The folder above it, in which Weights/ and Reports/ stand.
  package var parent: String { isUnnamed ? path + "/.." : FileReading.parent(of: path) }

  package func sibling(_ name: String) -> String {
    let parent = path == "." ? ".." : parent
    return parent == "." ? name : parent == "/" ? "/" + name : parent + "/" + name
  }

  /// What it is called where it stands.
  var name: String? {
    (isUnnamed ? FileReading.realPath(path) : path)?.split(separator: "/").last.map(String.init)
  }

  /// Whether the path ends without a name, so that nothing can be cut off it to reach the folder above.
  private var isUnnamed: Bool { [".", ".."].contains(path.split(separator: "/").last) }

  /// The folder, of which nothing has been read yet.
  var unread: DataFolder { get throws { try DataFolder(path) } }

  /// A file of the folder; when it cannot be read, or is a link that leaves the folder, that is
  /// noted and the result is nil.
  package func text(_ file: String, into findings: inout Findings) -> SourceText? {
    do { return try contents(file, isWhole: true).text(named: path + "/" + file) } catch {
      findings.append(
        .tables.unreadableFile, "the file cannot be read: \(error.reason)",
        at: .init(file: path + "/" + file), remedy: remedy(forMissing: file))
      return nil
    }
  }

  /// The text of a table of figures of the folder, read in blocks.
  package func table(_ file: String) throws(FileReading.Problem) -> SourceText {
    try FileReading.table(contents(file))
  }

  /// Whether there is something of this name in the folder.
  func has(_ file: String) -> Bool { FileReading.exists(path + "/" + file) }

  private static let leaves = FileReading.Problem("it is a link that leaves the data folder")

  /// Why a file of the folder could not be read, without reading it; nil when it could.
  func obstacle(_ file: String) -> FileReading.Problem? {
    let problem = FileReading.obstacle(path + "/" + file)
    return problem == nil && !holds(file) ? Self.leaves : problem
  }

  private func contents(_ file: String, isWhole: Bool = false) throws(FileReading.Problem) -> FileContents {
    guard holds(file) else { throw Self.leaves }
    return try record.contents(file, at: path + "/" + file, isWhole: isWhole)
  }

  /// The SHA-256 of a file of the folder: of what was read where it was read.
  func digest(_ file: String) throws(FileReading.Problem) -> String { try contents(file).digest() }

  /// Whether a file, there or not, stands below the folder once links are followed.
  package func holds(_ file: String) -> Bool { FileReading.isInside(path + "/" + file, path) }

  /// A file that need not be there.
  package func textIfPresent(_ file: String, into findings: inout Findings) -> SourceText? {
    FileReading.isThere(path + "/" + file) ? text(file, into: &findings) : nil
  }

  /// What to do about a file that cannot be read, with the nearest name in its folder.
  package func remedy(forMissing file: String) -> String {
    let names = FileReading.names(in: FileReading.parent(of: path + "/" + file))
    let base = file.split(separator: "/").last.map(String.init) ?? file
    if names.contains(base) {
      return
        "put a file that may be read there, in place of what has its name: a folder, a link to nothing or out of "
        + "the data folder, or a file that is not open to you"
    }
    if ["countries.csv", "units.csv", "indicators.csv"].contains(file) {
      return "put the file there: no figure can be read without it"
    }
    let near = NearestName.suggestions(for: base, among: names)
    let hint = near.first.map { "did you mean \"\($0)\"? " } ?? ""
    return hint + "put the file there, import it with `hsi import`, or change the files column "
      + "of indicators.csv"
  }
}

extension String {
  /// The path without slashes at its end; `/` itself stays.
  package var withoutTrailingSlashes: String {
    var path = self[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}

/// The tables that say what there is, before any figure is read.
package struct Catalogue {
  package let folder: DataFolder
  package let countries: CountryTable
  package let framework: Framework
  /// The land neighbours of each country; empty where the folder has no borders.csv.
  package let neighbours: [[CountryIndex]]
  package let text: SourceText?
  /// Whether both tables are there without which no name in figures and lenses is known.
  package let isReadable: Bool

  package init(_ folder: DataFolder, into findings: inout Findings) {
    self.folder = folder
    countries = Self.countries(folder, into: &findings)
    let hasCountries = !countries.countries.isEmpty || !findings.hasErrors
    text = folder.text("indicators.csv", into: &findings)
    isReadable = hasCountries && text != nil
    let listed = text.map { CatalogueReader.read($0, into: &findings) } ?? Framework([])
    var framework = Framework(
      listed.indicators.map { indicator in
        var indicator = indicator
        indicator.isAbsent = indicator.files.allSatisfy { $0.isOptional && !folder.has($0.path) }
        return indicator
      })
    framework.isOfUnits = countries.isOfUnits
    self.framework = framework
    if isReadable, !countries.isOfUnits, let borders = folder.textIfPresent("borders.csv", into: &findings) {
      neighbours = BorderReader.read(borders, countries, into: &findings)
    } else {
      neighbours = []
      if isReadable, let text { DataChecks.missingBorders(framework, text, into: &findings) }
    }
  }

  /// What may be scored: the units of units.csv or, where there is no such table, the countries of countries.csv.
  package static func countries(_ folder: DataFolder, into findings: inout Findings) -> CountryTable {
    if folder.has("units.csv") { return units(folder, into: &findings) }
    let areas = folder.textIfPresent("areas.csv", into: &findings)
    let text = folder.text("countries.csv", into: &findings)
    let elsewhere = folder.textIfPresent("elsewhere.csv", into: &findings)
    return text.map { CountryTable.read($0, elsewhere: elsewhere, areas: areas, into: &findings) }
      ?? CountryTable([])
  }

  private static func units(_ folder: DataFolder, into findings: inout Findings) -> CountryTable {
    if folder.has("countries.csv") {
      findings.append(
        .units.unitsAndCountries, "the folder has both units.csv and countries.csv",
        at: .init(file: folder.path + "/units.csv"), remedy: FindingKind.units.unitsAndCountries.advice)
    }
    let text = folder.text("units.csv", into: &findings)
    return text.map { CountryTable.readUnits($0, into: &findings) } ?? CountryTable([])
  }

  package func cube(into findings: inout Findings) -> (cube: ObservationCube, texts: [String: SourceText]) {
    var texts: [String: SourceText] = [:]
    let optional = Set(framework.indicators.flatMap { $0.files.filter(\.isOptional).map(\.path) })
    for path in isReadable ? CubeReader.paths(of: framework) : [] {
      if optional.contains(path), !folder.has(path) { continue }
      do { texts[path] = try folder.table(path) } catch {
        // Each looks through the catalogue and a folder: those that are only counted must not.
        findings.append(.tables.unreadableFile, inFile: text?.name ?? "") { unreadable(path, error.reason) }
      }
    }
    let cube = CubeReader.read(
      framework, countries: countries, neighbours: neighbours, texts: texts, into: &findings)
    return (cube.withGoalpostsOfFigures(in: text?.name ?? "", into: &findings), texts)
  }

  /// Points at the row of the catalogue that names the file: that is what can be corrected.
  private func unreadable(_ path: String, _ reason: String) -> Diagnostic {
    let remedy = folder.remedy(forMissing: path)
    let message = "the file \(folder.path)/\(path) cannot be read: \(reason)"
    guard let indicator = framework.indicators.first(where: { $0.files.map(\.path).contains(path) }), let text
    else { return Diagnostic(.tables.unreadableFile, message, remedy: remedy) }
    let line = text.line(indicator.line)
    let column = line.firstRange(of: path).map { line.distance(from: line.startIndex, to: $0.lowerBound) + 1 }
    return Diagnostic(
      .tables.unreadableFile, message, in: text, line: indicator.line, column: column ?? 1, remedy: remedy)
  }
}
