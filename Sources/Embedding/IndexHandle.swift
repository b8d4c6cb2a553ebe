import CHSI
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Synchronization
import Tabular

/// Figures, read once; nothing of it changes, so that threads may share it.
final class IndexHandle {
  let data: String
  let figures: FiguresRead

  init(_ data: String) throws {
    self.data = data
    figures = FiguresRead(try DataFolder(data))
    try figures.throwErrors()
  }

  var lenses: [String] { LensFolder(beside: figures.catalogue.folder).namesDefaultFirst }

  func choice(year: Int32, scope: String? = nil, flags: UInt32 = 0) throws -> FigureChoice {
    if year != 0, !figureYears.contains(Int(year)) {
      throw WrongQuestion("\(year) is not a year from \(figureYears.lowerBound) to \(figureYears.upperBound)")
    }
    if flags & ~(HSI_OPEN_ONLY | HSI_INTERVALS) != 0 { throw WrongQuestion("flags \(flags) are not known") }
    let named = try scope.map { text in
      guard let scope = Scope(rawValue: text) else {
        let known = Scope.allCases.map(\.rawValue)
        throw WrongQuestion("scope \"\(text)\" is not known; \(NearestName.remedy(for: text, among: known))")
      }
      return scope
    }
    return FigureChoice(
      data: data, year: year == 0 ? nil : Int(year), scope: named, openOnly: flags & HSI_OPEN_ONLY != 0)
  }

  func table(_ choice: FigureChoice, lens: String?, withIntervals: Bool) throws -> TableHandle {
    let warnings = Warnings()
    let panel = try Panel(
      choice, lenses: lens.map { [$0] } ?? [], takesDefault: true, figures: figures, warn: warnings.take)
    let workspace = panel.workspaces[0]
    let scores = try workspace.score()
    return TableHandle(workspace, scores, choice, warnings.found, withIntervals: withIntervals)
  }
}

/// What is found that stops nothing. Later questions of a table report here too, from any thread.
private final class Warnings: Sendable {
  private let kept = Mutex(Findings())

  var found: Findings { kept.withLock { $0 } }

  func take(_ findings: Findings) { kept.withLock { $0.append(contentsOf: findings) } }
}

@_cdecl("hsi_open") package func openIndex(
  _ data: UnsafePointer<CChar>?, _ index: HandlePlace, _ findings: TextPlace
) -> Int32 { Call.open(index, findings) { try IndexHandle(try Call.required(data, "data")) } }

@_cdecl("hsi_close") package func closeIndex(_ index: UnsafeMutableRawPointer?) {
  Call.release(index, IndexHandle.self)
}

@_cdecl("hsi_lenses") package func lenses(
  _ index: UnsafeRawPointer?, _ json: TextPlace, _ findings: TextPlace
) -> Int32 {
  Call.answer(json, findings) {
    let index: IndexHandle = try Call.object(index, "index")
    return .strings(index.lenses)
  }
}

@_cdecl("hsi_score") package func score(
  _ index: UnsafeRawPointer?, _ lens: UnsafePointer<CChar>?, _ year: Int32, _ scope: UnsafePointer<CChar>?,
  _ flags: UInt32, _ table: HandlePlace, _ findings: TextPlace
) -> Int32 {
  Call.open(table, findings) {
    let index: IndexHandle = try Call.object(index, "index")
    let choice = try index.choice(year: year, scope: try Call.text(scope, "scope"), flags: flags)
    return try index.table(
      choice, lens: try Call.text(lens, "lens"), withIntervals: flags & HSI_INTERVALS != 0)
  }
}
