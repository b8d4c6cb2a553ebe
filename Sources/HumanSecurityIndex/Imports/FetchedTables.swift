import Diagnostics
import Fetching
import IndexModel
import Ingest
import Spreadsheets
import Tabular

/// The tables that entries of imports.toml name by url, each fetched once.
package final class FetchedTables {
  package struct Reading {
    /// The entry, each source's `file` being the key of its table.
    package let entry: ImportPlan.Entry
    package let tables: SourceTables
    /// The entry as imports.toml is to remember it: with where the figures are now from.
    package let remembered: ImportPlan.Entry
  }

  private struct Table {
    let content: Content
    let origin: String
    /// The name of a member of an archive; nil for a table that came by itself.
    let name: String?
  }

  private enum Content {
    case text(SourceText)
    case workbook(WorkbookTables)
  }

  private let countries: CountryTable
  private let begin: (_ file: String) -> Void
  private let show: (FetchProgress) -> Void
  private let fetcher: Fetcher
  private let hosts: [String]
  private let bases: ImportAddress.Bases
  private var tables: [String: Result<Table, any Error>] = [:]

  /// - Parameters:
  ///   - hosts: that publishers may redirect to, whatever entries say.
  ///   - bases: where the short forms of an address lead.
  ///   - countries: by whose names a sheet with a table is told from others.
  ///   - begin: takes the name of the file that is asked for next.
  ///   - show: is told when more of it has come.
  package init(
    fetcher: Fetcher, hosts: [String], bases: ImportAddress.Bases, countries: CountryTable,
    begin: @escaping (_ file: String) -> Void, show: @escaping (FetchProgress) -> Void
  ) {
    (self.fetcher, self.hosts, self.bases, self.countries) = (fetcher, hosts, bases, countries)
    (self.begin, self.show) = (begin, show)
  }

  /// Fetches all that an entry needs; nil, with what is wrong noted, when one of it cannot be had.
  package func read(_ entry: ImportPlan.Entry, into findings: inout Findings) throws -> Reading? {
    var (keyed, remembered) = (entry, entry)
    var tables = SourceTables()
    for (place, source) in entry.sources.enumerated() {
      do {
        let table = try table(of: source, entry)
        keyed.sources[place].file = source.url
        let key = keyed.sources[place].table
        switch table.content {
        case .workbook(let workbook):
          tables.add(try workbook.table(source.sheet, FigureSelection(of: source)), as: key)
        case .text(let text):
          if let sheet = source.sheet { throw WorkbookTables.noWorkbook(text.name, sheet) }
          tables.texts[key] = text
        }
        remembered.sources[place].origin = table.origin
        if let name = table.name { remembered.sources[place].file = name }
      } catch let problem as FetchProblem {
        findings.append(problem.kind, "\(entry.indicator): \(problem.message)", remedy: problem.remedy)
      } catch let finding as Diagnostic { findings.append(finding) } catch let mistake
        as ImportAddress.Mistake
      { findings.append(.shared.badURL, mistake.message, remedy: mistake.remedy) }
    }
    return findings.hasErrors ? nil : Reading(entry: keyed, tables: tables, remembered: remembered)
  }

  private func table(of source: ImportPlan.Source, _ entry: ImportPlan.Entry) throws -> Table {
    let address = try ImportAddress(source.url)
    let url = try address.url(for: entry, bases: bases)
    let allowed = source.hosts + hosts
    // What one entry may follow, another may not.
    let key = ([url] + allowed).joined(separator: " ")
    if let known = tables[key] { return try known.get() }
    begin(source.file)
    let result = Result<Table, any Error> { try fetch(address, url, allowed) }
    tables[key] = result
    return try result.get()
  }

  private func fetch(_ address: ImportAddress, _ url: String, _ hosts: [String]) throws -> Table {
    let series = address.isPaged ? address.series : nil
    let fetched =
      if let series {
        try WorldBankPages.table(url, series: series, hosts: hosts, fetcher: fetcher, onProgress: show)
      } else { try fetcher.fetch(url, as: .table, hosts: hosts, onProgress: show) }
    if Workbook.recognises(fetched.bytes) {
      do throws(Diagnostic) {
        let workbook = WorkbookTables(try Workbook(fetched.bytes, file: fetched.url), countries: countries)
        return Table(content: .workbook(workbook), origin: fetched.url, name: nil)
      } catch {
        fetcher.forget(url)
        throw error
      }
    }
    guard Archive.recognises(fetched.bytes) else {
      let text = SourceText(name: fetched.url, bytes: fetched.bytes)
      return Table(content: .text(text), origin: fetched.url, name: nil)
    }
    let table: Archive.Table
    do throws(FetchProblem) { table = try Archive.table(in: fetched.bytes, from: fetched.url) } catch {
      fetcher.forget(url)
      throw error
    }
    return Table(
      content: .text(SourceText(name: "\(fetched.url)#\(table.name)", bytes: table.bytes)),
      origin: fetched.url, name: table.name)
  }
}
