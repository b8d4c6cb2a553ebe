import Diagnostics
import IndexModel
import Ingest
import Reporting
import Tabular

/// Goes through a data folder and the lenses beside it, and gathers what is wrong or doubtful.
package struct Inspection {
  package let catalogue: Catalogue
  let cube: ObservationCube
  private let texts: [String: SourceText]
  var found = Findings()

  var folder: DataFolder { catalogue.folder }

  /// All figures with their texts; nil where no catalogue says what they are of.
  var figures: CheckedFigures? {
    guard catalogue.isReadable, let text = catalogue.text else { return nil }
    return CheckedFigures(cube, texts: texts, catalogue: text)
  }

  /// What was found so far: what one cause has in many places stands there once.
  package var findings: Findings { found.joined(by: DataChecks.subject(of:)) }

  /// Reads the folder; `findings` holds what reading alone has found.
  package init(of folder: DataFolder) {
    catalogue = Catalogue(folder, into: &found)
    (cube, texts) = catalogue.cube(into: &found)
  }

  /// Checks the figures against each other, the present year and the last report.
  package mutating func checkFigures(present: Year) {
    guard let figures else { return }
    DataChecks.unitBreaks(figures, into: &found)
    DataChecks.unitSlips(figures, into: &found)
    DataChecks.constantRuns(figures, into: &found)
    DataChecks.copiedYears(figures, into: &found)
    DataChecks.coarseChanges(figures, into: &found)
    DataChecks.sameFigures(figures, into: &found)
    checkSmallNumbers(figures)
    DataChecks.futureYears(figures, present: present, into: &found)
    DataChecks.staleSeries(figures, present: present, into: &found)
    let report = folder.sibling("Reports") + "/indicators.csv"
    if let bytes = try? FileReading.bytes(report) {
      DataChecks.coverageFall(figures, since: SourceText(name: report, bytes: bytes), into: &found)
    }
  }

  /// Checks the tables that are no figures, and the folder itself.
  package mutating func checkTables() {
    guard catalogue.isReadable else { return }
    if let text = catalogue.text {
      DataChecks.documentation(catalogue.framework, text, into: &found)
      DataChecks.absence(catalogue.framework, text, into: &found)
      DataChecks.coverage(cube, threshold: CoverageHint.threshold, text, into: &found)
    }
    if let text = folder.textIfPresent("imports.toml", into: &found) {
      _ = ImportPlan.read(text, framework: catalogue.framework, into: &found)
    }
    if let text = folder.textIfPresent("groups.csv", into: &found) {
      _ = GroupReader.read(text, catalogue.countries, into: &found)
    }
    if !catalogue.countries.isOfUnits { checkTablesOfCountries() }
    checkFolder()
  }

  private mutating func checkTablesOfCountries() {
    if let text = folder.textIfPresent("country-names.csv", into: &found) {
      _ = CountryNameReader.read(text, catalogue.countries, into: &found)
    }
    if let text = folder.textIfPresent("boundaries.csv", into: &found) {
      let outlines = OutlineReader.read(text, into: &found)
      DataChecks.outlineRows(text, catalogue.countries, into: &found)
      DataChecks.outlines(outlines, catalogue.countries, file: text.name, into: &found)
    }
  }

  private mutating func checkFolder() {
    let files = FileWriting.files(below: folder.path).filter { folder.obstacle($0) == nil }
    let tables = DataChecks.tables(ofUnits: catalogue.countries.isOfUnits)
    DataChecks.unusedFiles(files, catalogue.framework, tables: tables, folder: folder.path, into: &found)
    // Those that are read have been reported; a report is made of all the others, too.
    let read = Set(CubeReader.paths(of: catalogue.framework) + tables + ["imports.toml"])
    for file in Vintage.files(of: folder) where !read.contains(file) {
      guard let problem = folder.obstacle(file) else { continue }
      let isNamedOddly = file.unicodeScalars.contains("\u{FFFD}")
      found.append(
        .tables.unreadableFile,
        "the file cannot be read: " + (isNamedOddly ? "its name is not UTF-8" : problem.reason),
        at: .init(file: folder.path + "/" + file),
        remedy: isNamedOddly
          ? "rename it, or move it out of the data folder" : "move it out of the data folder")
    }
  }

  package mutating func checkLens(_ choice: String) { if catalogue.isReadable { _ = weighed(by: choice) } }

  /// Checks every lens, and that each indicator has weight in one of them.
  package mutating func checkLenses() {
    guard catalogue.isReadable else { return }
    let lenses = LensFolder(beside: folder)
    guard !lenses.names.isEmpty else {
      found.append(
        .scores.noLens, "there is no lens", at: .init(file: lenses.folders[0]), remedy: lenses.remedyForNone)
      return
    }
    let weighed = lenses.names.map { self.weighed(by: $0) }
    // An indicator may have its weight in a lens that cannot be read.
    guard weighed.allSatisfy({ $0 != nil }) else { return }
    let known = Set(weighed.flatMap { $0 ?? [] })
    for (index, indicator) in zip(catalogue.framework.indicatorIndices, catalogue.framework.indicators)
    where indicator.dimension != nil && !indicator.isAbsent && !known.contains(index) {
      found.append(
        .scores.unweighed, "no lens gives \(indicator.id) any weight",
        at: .init(file: folder.path + "/indicators.csv", line: indicator.line))
    }
  }

  /// The indicators that a lens weighs, once it is checked; nil for a lens with errors.
  private mutating func weighed(by choice: String) -> [IndicatorIndex]? {
    let lenses = LensFolder(beside: folder)
    guard let lens = lenses.lens(choice, catalogue.framework, into: &found) else { return nil }
    if let path = lenses.path(of: choice), let text = try? lenses.text(path) {
      noteNamesWithoutData(lens, text)
    }
    guard let year = cube.referenceYear(for: lens) else { return [] }
    let table = cube.score(year, by: lens)
    found.append(contentsOf: table.findings.located(in: texts))
    return catalogue.framework.indicatorIndices.filter { table.columns[$0] != nil }
  }
}

extension Findings {
  /// Findings of the scoring floor know paths under Data/ only: gives them path and excerpt.
  package func located(in texts: [String: SourceText]) -> Findings {
    var located = Findings()
    for finding in all {
      guard let place = finding.place, let text = texts[place.file] else {
        located.append(finding)
        continue
      }
      located.append(
        finding.kind, finding.message, in: text, line: place.line,
        column: place.column == 0 ? 1 : place.column, remedy: finding.remedy)
    }
    return located
  }
}

extension Inspection {
  /// Warns of indicators and dimensions that a lens names and weighs, without a figure of any.
  private mutating func noteNamesWithoutData(_ lens: Lens, _ text: SourceText) {
    var broken = Findings()
    guard let document = TOMLDocument(text, into: &broken) else { return }
    let framework = cube.framework
    for (index, indicator) in zip(framework.indicatorIndices, framework.indicators)
    where cube.series[index].isEmpty {
      let weight = lens.indicatorWeights[indicator.id]
      guard lens.goalposts[indicator.id] != nil || weight ?? 0 > 0 else { continue }
      found.append(
        document, .scores.noData, "there is no figure of \(indicator.id), which this lens names",
        at: [weight == nil ? "goalposts" : "indicator_weights", indicator.id.rawValue],
        remedy: "add its figures, or take it out of the lens")
    }
    for (index, node) in zip(framework.nodeIndices, framework.nodes) where node.indicator == nil {
      guard let path = node.path, lens.weights[path] ?? 0 > 0 else { continue }
      let leaves = framework.leaves(below: index).compactMap { framework.nodes[$0].indicator }
      guard leaves.allSatisfy({ cube.series[$0].isEmpty }) else { continue }
      found.append(
        document, .scores.noData, "there is no figure of anything under \"\(path)\", which this lens weighs",
        at: ["weights", node.name], remedy: "add figures, or give it the weight 0")
    }
  }
}
