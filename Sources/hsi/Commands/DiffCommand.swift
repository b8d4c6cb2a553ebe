import ArgumentParser
import Audit
import HumanSecurityIndex
import IndexModel
import Reporting

/// `hsi diff`: what changed between two states of the index, and why ranks moved.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what changed between two vintages, years or lenses, and why ranks moved.",
    discussion: """
      OLD and NEW are each a vintage that was saved, a year, a lens, a folder with figures or a report, a git \
      revision, or now, which NEW is where it is left out. `last-report` is what the last report was made of.

      A change of rank is divided exactly into figures revised, figures of another year, figures that came or went, \
      goalposts, weights, method, and the movement of others; figures by indicator.

      Examples:
        hsi diff last-report
        hsi diff 2015 2023 --country Kenya
        hsi diff HEAD~3 --figures
        hsi diff undp-1994 realist --limit 20
      """)

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The earlier state.", completion: .vintages) var old: String

  @Argument(help: "The later state. Default: now.", completion: .vintages) var new: String?

  @Option(
    help: .of("Only this country, in detail, by code or name; may be repeated.", "name"),
    completion: .countries) var country: [String] = []

  @Flag(help: "List the figures that differ, instead of ranks.") var figures = false

  @Option(
    parsing: .unconditional, help: .of("How many rows to show, as table or md; CSV and JSON have all.", "n"))
  var limit = 10

  func validate() throws {
    _ = try options.lens()
    if limit < 0 { throw ValidationError("--limit must be at least 0") }
  }

  func run() throws {
    let comparison = try StateComparison(
      (old, new), options.figures.choice, lens: try options.lens(), only: country, warn: Terminal.report)
    try Self.write(comparison, country, figures: figures, limit: limit, output)
  }

  static func write(
    _ comparison: StateComparison, _ countries: [String], figures: Bool = false, limit: Int = 10,
    _ output: OutputOptions
  ) throws {
    let catalogue = comparison.after.catalogue
    let codes = try Failure.gathering(countries) {
      comparison.after.cube.countries[try catalogue.country($0)].code
    }
    if figures {
      let all = comparison.revisions.all.filter { codes.isEmpty || codes.contains($0.country) }
      let page = RevisionPage(
        all, comparison.after.cube.framework, folder: catalogue.folder.path, limit: limit)
      return try output.write(page, from: catalogue.folder)
    }
    let page = ChangePage(comparison.change, comparison.revisions, comparison.names, limit: limit)
    if codes.isEmpty { return try output.write(page, from: catalogue.folder) }
    try output.write(CountryChangePage(page, codes, comparison.names, limit: limit), from: catalogue.folder)
  }
}
