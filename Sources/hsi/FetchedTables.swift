import Fetching
import Ingest
import Tabular

/// The tables that entries of imports.toml name by url, each fetched once.
final class FetchedTables {
  /// An entry's tables.
  struct Reading {
    /// The entry, each source's `file` being the key of its table.
    let entry: ImportPlan.Entry
    let texts: [String: SourceText]
    /// The entry as imports.toml is to remember it: with where the figures are now from.
    let remembered: ImportPlan.Entry
  }

  private struct Table {
    let text: SourceText
    /// Where it was found.
    let origin: String
    /// The name of a member of an archive; nil for a table that came by itself.
    let name: String?
  }

  let progress: ProgressLine
  private let fetcher: Fetcher
  private let hosts: [String]
  private let bases = FetchOptions.bases
  private var tables: [String: Result<Table, FetchProblem>] = [:]

  init(fetcher: Fetcher, options: FetchOptions, count: Int) {
    self.fetcher = fetcher
    hosts = options.allowHost
    progress = ProgressLine(count: count)
  }

  /// Fetches all that an entry needs; nil, with what is wrong noted, when one of it cannot be had.
  func read(_ entry: ImportPlan.Entry, into findings: inout Findings) throws -> Reading? {
    var (keyed, remembered) = (entry, entry)
    var texts: [String: SourceText] = [:]
    for (place, source) in entry.sources.enumerated() {
      do {
        let table = try table(of: source, entry)
        keyed.sources[place].file = source.url
        texts[source.url] = table.text
        remembered.sources[place].origin = table.origin
        if let name = table.name { remembered.sources[place].file = name }
      } catch let problem as FetchProblem {
        findings.append(
          Diagnostic(
            .error, problem.identifier, "\(entry.indicator): \(problem.message)",
            remedy: problem.remedy))
      } catch let mistake as ImportAddress.Mistake {
        findings.append(Diagnostic(.error, "bad-url", mistake.message, remedy: mistake.remedy))
      }
    }
    return findings.hasErrors ? nil : Reading(entry: keyed, texts: texts, remembered: remembered)
  }

  private func table(of source: ImportPlan.Source, _ entry: ImportPlan.Entry) throws -> Table {
    let address = try ImportAddress(source.url)
    let url = try address.url(for: entry, bases: bases)
    let allowed = source.hosts + hosts
    // What one entry may follow, another may not.
    let key = ([url] + allowed).joined(separator: " ")
    if let known = tables[key] { return try known.get() }
    progress.begin(source.file)
    let result = Result<Table, FetchProblem> { () throws(FetchProblem) in
      try fetch(address, url, allowed)
    }
    tables[key] = result
    return try result.get()
  }

  private func fetch(_ address: ImportAddress, _ url: String, _ hosts: [String])
    throws(FetchProblem) -> Table
  {
    if address.isPaged, let series = address.series {
      let fetched = try WorldBankPages.table(
        url, series: series, hosts: hosts, fetcher: fetcher, onProgress: progress.show)
      return Table(
        text: SourceText(name: fetched.url, bytes: fetched.bytes), origin: fetched.url, name: nil)
    }
    let fetched = try fetcher.fetch(url, as: .table, hosts: hosts, onProgress: progress.show)
    guard Archive.recognises(fetched.bytes) else {
      return Table(
        text: SourceText(name: fetched.url, bytes: fetched.bytes), origin: fetched.url, name: nil)
    }
    let table = try Archive.table(in: fetched.bytes, from: fetched.url)
    return Table(
      text: SourceText(name: "\(fetched.url)#\(table.name)", bytes: table.bytes),
      origin: fetched.url, name: table.name)
  }
}
