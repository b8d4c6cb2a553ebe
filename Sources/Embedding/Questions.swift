import Audit
import CHSI
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Reporting
import Scoring
import Tabular

@_cdecl("hsi_explain") package func explain(
  _ table: UnsafeRawPointer?, _ country: UnsafePointer<CChar>?, _ json: TextPlace, _ findings: TextPlace
) -> Int32 {
  Call.answer(json, findings) {
    let table: TableHandle = try Call.object(table, "table")
    let name = try Call.required(country, "country")
    let place = try table.workspace.place(name, in: table.scores)
    return ScoreJSON.indicators(table.scores, [place], withFigures: true)
  }
}

@_cdecl("hsi_whatif") package func whatif(
  _ table: UnsafeRawPointer?, _ assumptions: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int,
  _ json: TextPlace, _ findings: TextPlace
) -> Int32 {
  Call.answer(json, findings) {
    let table: TableHandle = try Call.object(table, "table")
    guard let assumptions, count > 0 else { throw WrongQuestion("nothing is assumed") }
    let texts = try (0..<count).map { try Call.required(assumptions[$0], "an assumption") }
    return try table.workspace.alteration(try Assumptions(written: texts), limit: 0).json
  }
}

extension Assumptions {
  /// Reads `set KEN.physicians=1` and the like.
  fileprivate init(written texts: [String]) throws {
    self.init()
    for text in texts {
      let words = text.split(separator: " ", maxSplits: 1).map(String.init)
      let places: [String: WritableKeyPath<Assumptions, [String]>] = [
        "set": \.set, "shift": \.shift, "weight": \.weight, "scenario": \.scenario,
      ]
      guard words.count == 2, let place = places[words[0]] else {
        throw WrongQuestion("\"\(text)\" begins with none of \(places.keys.sorted().joined(separator: ", "))")
      }
      self[keyPath: place].append(words[1])
    }
  }
}

@_cdecl("hsi_audit") package func audit(
  _ table: UnsafeRawPointer?, _ name: UnsafePointer<CChar>?, _ country: UnsafePointer<CChar>?,
  _ weights: UnsafePointer<CChar>?, _ level: UnsafePointer<CChar>?, _ samples: Int64, _ seed: UInt64,
  _ json: TextPlace, _ findings: TextPlace
) -> Int32 {
  Call.answer(json, findings) {
    let table: TableHandle = try Call.object(table, "table")
    let settings = try AuditSettings(
      weights: try Call.text(weights, "weights"), level: try Call.text(level, "level"), samples: samples,
      seed: seed)
    let question = try AuditQuestion(
      name: try Call.text(name, "name"), country: try Call.text(country, "country"), settings)
    return try question.answer(table)
  }
}

@_cdecl("hsi_diff") package func diff(
  _ index: UnsafeRawPointer?, _ old: UnsafePointer<CChar>?, _ new: UnsafePointer<CChar>?,
  _ lens: UnsafePointer<CChar>?, _ year: Int32, _ json: TextPlace, _ findings: TextPlace
) -> Int32 {
  Call.answer(json, findings) {
    let index: IndexHandle = try Call.object(index, "index")
    let states = (try Call.required(old, "old_state"), try Call.text(new, "new_state"))
    let lens = try Call.text(lens, "lens").map { [$0] } ?? []
    let comparison = try StateComparison(states, try index.choice(year: year), lens: lens) { _ in }
    return ChangePage(comparison.change, comparison.revisions, comparison.names, limit: 0).json
  }
}
