import ArgumentParser
import HumanSecurityIndex

/// `hsi whatif`: scores and ranks if some figures, scores or weights were others.
struct Whatif: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Score again with other figures, scores or weights, and show what moves.",
    discussion: """
      WHO is a country by code or name, a region, a sub-region, an income group, or all. WHAT is an \
      indicator, in its own unit, or a dimension or component, in points of score. Every option may \
      be given several times. --set WHO.WHAT>=VALUE raises only what is below, <= lowers only what is \
      above (quote both for the shell); = sets all. What is assumed is no figure: it never counts as covered.

      Examples:
        hsi whatif --set UKR.homicide-rate=4
        hsi whatif --set KEN.military-expenditure=best-quarter --set Kenya.physicians=1
        hsi whatif --set 'Africa.physicians>=1'
        hsi whatif --shift SDN.personal=+10% --shift Africa.physicians=0.2
        hsi whatif --weight health=2 --limit 20
        hsi whatif --scenario un-sanctions=IRN
      """)

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: .of(
      "A value or score: a number, median, best-quarter, worst-quarter, best, worst or q0 to q100, "
        + "which are taken from the countries scored, in the direction of security. >= and <= instead of = set "
        + "only what is less or more.", "who.what=value")) var set: [String] = []

  @Option(help: .of("By so much more or less, such as -2 or +10%.", "who.what=amount")) var shift: [String] =
    []

  @Option(
    help: .of(
      "What a policy may do to a country: the effects that Data/scenarios.toml lists, each with its source. "
        + "A scenario is no forecast.", "scenario=who")) var scenario: [String] = []

  @Option(help: .of("The weight of a dimension, component or indicator among its siblings.", "what=weight"))
  var weight: [String] = []

  @Option(
    parsing: .unconditional,
    help: .of("How many rows to show of what moves, as table or md; CSV and JSON have all.", "n")) var limit =
    10

  func validate() throws {
    _ = try options.lens()
    if set.isEmpty, shift.isEmpty, weight.isEmpty, scenario.isEmpty {
      throw ValidationError("nothing is assumed: give --set, --shift, --weight or --scenario")
    }
    if limit < 0 { throw ValidationError("--limit must be at least 0") }
  }

  func run() throws {
    let workspace = try options.workspace()
    let assumed = Assumptions(set: set, shift: shift, weight: weight, scenario: scenario)
    try output.write(try workspace.alteration(assumed, limit: limit), from: workspace.catalogue.folder)
  }
}
