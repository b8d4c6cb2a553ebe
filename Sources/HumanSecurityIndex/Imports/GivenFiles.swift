import Diagnostics
import Fetching
import IndexModel
import Ingest
import Spreadsheets
import Tabular

/// The files that were given to `hsi import`, by the names under which imports.toml knows them.
package struct GivenFiles {
  package private(set) var names: [String] = []
  private var texts: [String: SourceText] = [:]
  private var workbooks: [String: WorkbookTables] = [:]
  private var paths: [String: String] = [:]

  /// - Parameter countries: by whose names a sheet with a table is told from others.
  package init(_ files: [String], countries: CountryTable, into findings: inout Findings) {
    for file in files {
      do {
        let (name, content) = try Self.read(file)
        guard paths[name] == nil else {
          findings.append(
            .replacements.sameName, "a file of this name was given already", at: .init(file: file),
            remedy: "files are known by their names: give each once, or rename one")
          continue
        }
        names.append(name)
        paths[name] = file
        switch content {
        case .text(let text): texts[name] = text
        case .workbook(let workbook): workbooks[name] = WorkbookTables(workbook, countries: countries)
        }
      } catch let finding as Diagnostic { findings.append(finding) } catch let problem as FetchProblem {
        findings.append(problem.kind, problem.message, at: .init(file: file), remedy: problem.remedy)
      } catch {
        let reason = (error as? FileReading.Problem)?.reason ?? "\(error)"
        findings.append(
          .tables.unreadableFile, "the file cannot be read: \(reason)", at: .init(file: file),
          remedy: "check the path")
      }
    }
  }

  private enum Content {
    case text(SourceText)
    case workbook(Workbook)
  }

  /// A table, taken out of its ZIP archive where it is in one, or a workbook.
  private static func read(_ file: String) throws -> (name: String, Content) {
    let text = try FileReading.table(file)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    if let workbook = try WorkbookTables.workbook(file, startingWith: text) {
      return (name, .workbook(workbook))
    }
    guard Archive.recognises(text.prefix(4)) else { return (name, .text(text)) }
    let table = try Archive.table(in: try FileReading.bytes(file), from: file)
    return (table.name, .text(SourceText(name: "\(file)/\(table.name)", bytes: table.bytes)))
  }

  /// The tables of an entry's sources; nil, with what is wrong noted, where one of them cannot be had.
  func tables(of entry: ImportPlan.Entry, into findings: inout Findings) -> SourceTables? {
    var tables = SourceTables(texts: texts)
    var isWhole = true
    for source in entry.sources where tables.texts[source.table] == nil {
      do throws(Diagnostic) {
        if let sheet = try sheet(of: source) { tables.add(sheet, as: source.table) }
      } catch {
        findings.append(error)
        isWhole = false
      }
    }
    return isWhole ? tables : nil
  }

  private func sheet(of source: ImportPlan.Source) throws(Diagnostic) -> SheetTable? {
    if let workbook = workbooks[source.file] {
      return try workbook.table(source.sheet, FigureSelection(of: source))
    }
    guard let sheet = source.sheet, let path = paths[source.file] else { return nil }
    throw WorkbookTables.noWorkbook(path, sheet)
  }

  /// The entries of the plan that the files feed. A World Bank file of a new name feeds the entry
  /// of its series. Unknown files beside known ones are left aside, with a warning.
  func entries(of plan: ImportPlan, _ file: String, into findings: inout Findings) -> [ImportPlan.Entry] {
    var entries = plan.entries
    let known = Set(plan.entries.flatMap { $0.sources.map(\.file) })
    let strange = names.filter { !known.contains($0) && !take($0, in: &entries) }
    for name in strange { findings.append(unknown(name, isOnly: strange.count == names.count)) }
    entries = entries.filter { entry in entry.sources.contains { paths[$0.file] != nil } }
    for entry in entries {
      for source in entry.sources where paths[source.file] == nil {
        findings.append(
          .replacements.missingPart, "\(entry.indicator) also needs the file \"\(source.file)\"",
          at: .init(file: file), remedy: "import its files together")
      }
    }
    return entries
  }

  /// Puts a file in the place of the source that has its series.
  private func take(_ name: String, in entries: inout [ImportPlan.Entry]) -> Bool {
    guard let text = texts[name], let series = SeriesCode.read(text) else { return false }
    var isTaken = false
    for index in entries.indices {
      for place in entries[index].sources.indices
      where entries[index].sources[place].series == series && paths[entries[index].sources[place].file] == nil
      {
        entries[index].sources[place].rename(name)
        isTaken = true
      }
    }
    return isTaken
  }

  /// Names of downloads differ by a code or a number: the nearest one is that of another series.
  private func unknown(_ name: String, isOnly: Bool) -> Diagnostic {
    Diagnostic(
      .replacements.unknownFile.as(isOnly ? .error : .warning),
      "imports.toml names no file \"\(name)\"" + (isOnly ? "" : ": it is left aside"),
      at: .init(file: paths[name] ?? name), remedy: "say what it feeds with --indicator ID")
  }
}
