import ArgumentParser
import Audit
import HumanSecurityIndex

/// What `hsi audit` is asked. Values are kept as they were written, for `check` to report all that is wrong.
struct AuditOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .of(
      "The weights that count as possible: \(WeightSet.Kind.forms). Box: each within that share of its own, at "
        + "least 0 and at most all weight.", "set")) var weights = "box:25%"

  @Option(
    parsing: .unconditional,
    help: .of(
      "What the weights are of: dimension or indicator. Bounds and pairs over indicators need a lens "
        + "that joins all levels by one mean.", "level"),
    completion: .list(AuditLevel.allCases.map(\.rawValue))) var level = AuditLevel.dimension.rawValue

  @Option(parsing: .unconditional, help: .of("How many weights are drawn, 100 to 100000000.", "n"))
  var samples = "100000"

  @Option(parsing: .unconditional, help: .of("The seed of the draws, a whole number from 0.", "n")) var seed =
    "1"

  @Option(parsing: .unconditional, help: .of("How many ranks the table stability keeps in their order.", "n"))
  var top = "10"

  @Option(
    name: [.customLong("programs"), .customLong("limit")], parsing: .unconditional,
    help: .of(
      "How many linear programs each end of a country's rank bounds may take. Default: 16000, or "
        + "none with --budget.", "n")) var limit: String?

  @Option(
    parsing: .unconditional,
    help: .of(
      "How long to search for rank bounds: 500ms, 30s, 2m or 1h. What is open then is shown as inner and "
        + "outer bound; how much that is depends on the machine.", "time")) var budget: String?

  @Option(
    parsing: .unconditional,
    help: .of(
      "On how many threads, 1 to 256; as many as there are cores where not given. The figures are the "
        + "same on any number.", "n")) var threads: String?

  /// More programs than this nobody waits for.
  private static let mostPrograms = 1 << 40

  /// Notes everything that is wrong.
  func check(into wrong: inout WrongUsage) throws {
    _ = try settings(into: &wrong)
    _ = try wrong.gather(duration)
    _ = try wrong.gather(threadCount)
  }

  private func kind() throws -> WeightSet.Kind {
    if let kind = WeightSet.Kind(weights) { return kind }
    let near = [weights + "%", weights.lowercased()].first { WeightSet.Kind($0) != nil }
    let remedy = near.map { "; did you mean \($0)?" } ?? ";"
    throw ValidationError(
      "--weights \(Written.shown(weights)) is no set of weights\(remedy) known: \(WeightSet.Kind.forms)")
  }

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

  /// What the audit is asked; what is wrong with it is noted, and is as if it had not been said.
  func settings(into wrong: inout WrongUsage) throws -> AuditSettings {
    var settings = AuditSettings()
    func take<Value>(_ place: WritableKeyPath<AuditSettings, Value>, _ read: () throws -> Value) throws {
      if let value = try wrong.gather(read) { settings[keyPath: place] = value }
    }
    try take(\.kind, kind)
    try take(\.level) { try Written.choice("--level", level) }
    try take(\.samples) { try Written.whole("--samples", samples, AuditSettings.sampleCounts) }
    try take(\.seed) { try Written.whole("--seed", seed, 0...UInt64.max) }
    try take(\.top) { try Written.whole("--top", top, 1...1_000_000) }
    if budget != nil { settings.limit = Self.mostPrograms }
    if let limit { try take(\.limit) { try Written.whole("--programs", limit, 0...Self.mostPrograms) } }
    return settings
  }
}
