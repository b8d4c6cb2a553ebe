import Diagnostics
import Ingest
import Tabular

@testable import Fetching

/// What servers send: pages of JSON, archives, headers.
enum FetchingTarget {
  @Sendable static func runPages(_ bytes: [UInt8]) {
    _ = ContentCheck.problem(bytes, type: "application/json", .json, "u")
    do {
      let page = try WorldBankPages.decode(Fetched(url: "u", bytes: bytes, isFromCache: false))
      let csv = WorldBankPages.csv([page], "S")
      var findings = Findings()
      var rows = 0
      CSVReader(SourceText(name: "u", csv)).read(into: &findings) { row in
        expect(row.count == 5, "a row has five fields")
        rows += 1
        return .next
      }
      expect(findings.isEmpty, "what is written can be read: \(words(findings))")
      expect(rows == page.rows.count + 1, "all rows are written")
    } catch { expect(error.message.utf8.count < 2000, "a problem is short") }
  }

  @Sendable static func runArchive(_ bytes: [UInt8]) {
    _ = Archive.recognises(bytes)
    do throws(FetchProblem) {
      let table = try Archive.table(in: bytes, from: "u", limit: 1 << 20)
      expect(table.bytes.count <= 1 << 20, "the table is within the limit")
      expect(!table.name.contains("/"), "a name is no path")
    } catch {
      expect(error.kind != .fetching.noUnzip, "unzip is installed")
      expect(error.message.utf8.count < 4000, "a problem is short")
    }
  }

  @Sendable static func runHeaders(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    for line in lines.prefix(16) {
      if let pause = FetchLimits.seconds(line, now: 0) {
        expect(pause >= 0, "a pause")
        let problem = FetchProblem(.fetching.httpStatus, "x", remedy: "", retryAfter: pause)
        _ = problem.afterTries(2, FetchLimits())
        _ = FetchLimits().pause(afterFailures: 3, retryAfter: pause)
      }
      _ = ContentCheck.problem(bytes, type: line, .table, "u")
      expect(glimpse(line.utf8).count <= 81, "a glimpse is short")
      _ = try? WebAddress(line)
      _ = try? ImportAddress(line)
    }
    _ = Response(bytes).length
    var rest = bytes[...]
    if let head = Head(Head.ofCache, from: &rest) {
      expect(rest.count < bytes.count, "a document stands below its head")
      var text = Array(head.text.utf8)[...]
      expect(Head(Head.ofCache, from: &text) != nil, "what is noted can be read")
    }
  }
}
