import Audit
import CHSI
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Reporting
import Scoring
import Tabular

/// What is asked of an audit: all of it, one table, or one country.
struct AuditQuestion {
  private let analysis: AuditAnalysis?
  private let country: String?
  private let settings: AuditSettings

  init(name: String?, country: String?, _ settings: AuditSettings) throws {
    if name != nil, country != nil { throw WrongQuestion("choose the name of a table or a country") }
    analysis = try name.map { name in
      if let known = AuditAnalysis(named: name) { return known }
      let names = AuditAnalysis.tables.map(\.name)
      throw WrongQuestion("there is no table \"\(name)\"; \(NearestName.remedy(for: name, among: names))")
    }
    (self.country, self.settings) = (country, settings)
    if let analysis, analysis.isOfDimensions, settings.level == .indicator {
      throw WrongQuestion("the table \(analysis.name) draws weights of dimensions: leave level out")
    }
  }

  func answer(_ table: TableHandle) throws -> JSONText {
    let (workspace, scores) = (table.workspace, table.scores)
    try scores.requireWeightSet(settings.kind, settings.level)
    if let analysis, let reason = scores.nonLinearity(settings.level), !analysis.canBeHad(reason) {
      throw Failure.one(
        .commands.notLinear,
        "the table \(analysis.name) cannot be had of \(scores.lens.name): its ranking is not linear in the weights",
        status: HSI_WRONG_QUESTION)
    }
    let place = try country.map { try workspace.place($0, in: scores) }
    if let place { try scores.requireRank(of: place) }
    let others =
      analysis?.needsLenses ?? true ? try ComparedLenses(workspace, table.choice) : ComparedLenses()
    let run = AuditRun(scores, lenses: [scores] + others.tables, leftOut: others.leftOut, settings)
    if let place { return CountryAuditPage(run(country: place)).json }
    let found = run(analysis?.parts ?? AuditAnalysis.ofPage)
    return analysis?.table(found).json ?? AuditPage(found).json
  }
}

extension AuditSettings {
  /// - Parameter samples: how many weights are drawn; 0 for as many as the command draws.
  init(weights: String?, level: String?, samples: Int64, seed: UInt64) throws {
    self.init()
    kind = try Self.known(weights ?? "box:25%", "weights", WeightSet.Kind.init, WeightSet.Kind.forms)
    self.level = try Self.known(
      level ?? AuditLevel.dimension.rawValue, "level", AuditLevel.init,
      AuditLevel.allCases.map(\.rawValue).joined(separator: ", "))
    self.samples = samples == 0 ? 100_000 : Int(samples)
    self.seed = seed
    let counts = Self.sampleCounts
    if !counts.contains(self.samples) {
      throw WrongQuestion("\(samples) draws are not from \(counts.lowerBound) to \(counts.upperBound)")
    }
  }

  private static func known<Value>(
    _ text: String, _ name: String, _ read: (String) -> Value?, _ forms: String
  ) throws -> Value {
    if let value = read(text) { return value }
    throw WrongQuestion("\(name) \"\(text)\" is not known; known: \(forms)")
  }
}
