import ArgumentParser
import Audit
import HumanSecurityIndex
import Scoring

/// What `hsi audit` is asked. Values are kept as they were written, for `check` to report all that is wrong.
struct AuditOptions: ParsableArguments {
  /// The sets of weights there are, as `--weights` takes them.
  static let forms =
    "box:25% (any percentage above 0), simplex, ordinal, cone:0.2 (any share above 0, up to 1)"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The weights that count as possible: \(forms). Box: each within that share of its own, at "
        + "least 0 and at most all weight.", valueName: "set")) var weights = "box:25%"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What the weights are of: dimension or indicator. Bounds and pairs over indicators need a lens "
        + "that joins all levels by one mean.", valueName: "level"),
    completion: .list(AuditLevel.allCases.map(\.rawValue))) var level = AuditLevel.dimension.rawValue

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many weights are drawn, 100 to 100000000.", valueName: "n")) var samples =
    "100000"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The seed of the draws, a whole number from 0.", valueName: "n")) var seed = "1"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many ranks the table stability keeps in their order.", valueName: "n")) var top =
    "10"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many linear programs each end of a country's rank bounds may take. Default: 16000, or "
        + "none with --budget.", valueName: "n")) var limit: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long to search for rank bounds: 500ms, 30s, 2m or 1h. What is open then is shown as inner and "
        + "outer bound; how much that is depends on the machine.", valueName: "time")) var budget: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "On how many threads, 1 to 256; as many as there are cores where not given. The figures are the "
        + "same on any number.", valueName: "n")) var threads: String?

  /// More programs than this nobody waits for.
  private static let mostPrograms = 1 << 40

  /// Notes everything that is wrong.
  func check(into wrong: inout WrongUsage) throws {
    _ = try wrong.gather(kind)
    _ = try wrong.gather(auditLevel)
    _ = try wrong.gather(sampleCount)
    _ = try wrong.gather(seedNumber)
    _ = try wrong.gather(ranksKept)
    _ = try wrong.gather(programs)
    _ = try wrong.gather(duration)
    _ = try wrong.gather(threadCount)
  }

  /// The set of weights.
  func kind() throws -> WeightSet.Kind {
    if let kind = WeightSet.Kind(weights) { return kind }
    let near = [weights + "%", weights.lowercased()].first { WeightSet.Kind($0) != nil }
    let remedy = near.map { "; did you mean \($0)?" } ?? ";"
    throw ValidationError(
      "--weights \(Written.shown(weights)) is no set of weights\(remedy) known: \(Self.forms)")
  }

  /// What the weights are of.
  func auditLevel() throws -> AuditLevel { try Written.choice("--level", level) }

  /// On how many threads; nil for as many as there are cores.
  func threadCount() throws -> Int? { try threads.map { try Written.whole("--threads", $0, 1...256) } }

  /// The budget as a duration; nil for none.
  func duration() throws -> Duration? {
    guard let budget else { return nil }
    for (unit, seconds) in [("ms", 0.001), ("s", 1.0), ("m", 60.0), ("h", 3600.0)]
    where budget.hasSuffix(unit) {
      guard let number = Setting.number(String(budget.dropLast(unit.count))), number > 0 else { continue }
      let time = number * seconds
      if time <= 86400 { return .seconds(time) }
    }
    throw ValidationError(
      "--budget \(Written.shown(budget)) is no time above 0 and up to a day; write 500ms, 30s, 2m or 1h")
  }

  private func sampleCount() throws -> Int { try Written.whole("--samples", samples, 100...100_000_000) }

  private func seedNumber() throws -> UInt64 { try Written.whole("--seed", seed, 0...UInt64.max) }

  private func ranksKept() throws -> Int { try Written.whole("--top", top, 1...1_000_000) }

  private func programs() throws -> Int? {
    try limit.map { try Written.whole("--limit", $0, 0...Self.mostPrograms) }
  }

  /// What the audit is asked.
  func settings() throws -> AuditSettings {
    var settings = AuditSettings()
    settings.level = try auditLevel()
    settings.kind = try kind()
    settings.samples = try sampleCount()
    settings.seed = try seedNumber()
    settings.top = try ranksKept()
    settings.limit = try programs() ?? (budget == nil ? settings.limit : Self.mostPrograms)
    return settings
  }
}
