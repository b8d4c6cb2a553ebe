import ArgumentParser
import Audit
import Scoring

extension AuditLevel: ExpressibleByArgument {}

/// What `hsi audit` is asked.
struct AuditOptions: ParsableArguments {
  /// The sets of weights there are, as `--weights` takes them.
  static let forms = "box:25% (any percentage), simplex, ordinal, cone:0.2 (any share up to 1)"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The weights that count as possible: \(forms). Box: each within that share of its own, at "
        + "least 0 and at most all weight.",
      valueName: "set"))
  var weights = "box:25%"

  @Option(
    help: ArgumentHelp(
      "What the weights are of: dimension or indicator. Bounds and pairs over indicators need a lens "
        + "that joins all levels by one mean.",
      valueName: "level"))
  var level = AuditLevel.dimension

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many weights are drawn, 100 to 100000000.", valueName: "n"))
  var samples = 100_000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The seed of the draws, a whole number from 0.", valueName: "n"),
    transform: {
      guard let seed = UInt64($0) else {
        throw ValidationError("a seed is a whole number from 0 to \(UInt64.max)")
      }
      return seed
    })
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many ranks the table stability keeps in their order.", valueName: "n"))
  var top = 10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many linear programs each end of a country's rank bounds may take. Default: 16000, or "
        + "none with --budget.", valueName: "n"))
  var limit: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long the search for rank bounds may go on once it has begun: 500ms, 30s or 2m. What is open then is shown "
        + "as inner and outer bound; how much that is depends on the machine.", valueName: "time"))
  var budget: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "On how many threads, 1 to 256; as many as there are cores where not given. The figures are the "
        + "same on any number.", valueName: "n"))
  var threads: Int?

  /// More programs than this nobody waits for.
  private static let mostPrograms = 1 << 40

  func validate() throws {
    _ = try kind()
    _ = try duration()
    if !(100...100_000_000).contains(samples) {
      throw ValidationError("--samples \(samples) is not a number from 100 to 100000000")
    }
    if top < 1 { throw ValidationError("--top must be at least 1") }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads \(threads) is not a number from 1 to 256")
    }
    if let limit, !(0...Self.mostPrograms).contains(limit) {
      throw ValidationError("--limit \(limit) is not a number from 0 to \(Self.mostPrograms)")
    }
  }

  /// The set of weights.
  func kind() throws -> WeightSet.Kind {
    if let kind = WeightSet.Kind(weights) { return kind }
    throw ValidationError("--weights \(weights) is no set of weights; known: \(Self.forms)")
  }

  /// The budget as a duration; nil for none.
  func duration() throws -> Duration? {
    guard let budget else { return nil }
    for (unit, seconds) in [("ms", 0.001), ("s", 1.0), ("m", 60.0), ("h", 3600.0)]
    where budget.hasSuffix(unit) {
      guard let number = Double(budget.dropLast(unit.count)), number > 0, number.isFinite else {
        continue
      }
      let time = number * seconds
      if time <= 86400 { return .seconds(time) }
    }
    throw ValidationError(
      "--budget \(budget) is no time above 0 and up to a day; write 500ms, 30s or 2m")
  }

  /// What the audit is asked.
  func settings() throws -> AuditSettings {
    var settings = AuditSettings()
    settings.level = level
    settings.kind = try kind()
    settings.samples = samples
    settings.seed = seed
    settings.top = top
    settings.limit = limit ?? (budget == nil ? settings.limit : Self.mostPrograms)
    return settings
  }
}
