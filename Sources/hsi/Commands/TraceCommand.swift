import ArgumentParser
import HumanSecurityIndex
import Reporting

/// `hsi trace`: from a value back to the lines that it was read from.
struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Follow a value back to the lines of its files, their source and licence.",
    discussion: """
      WHAT is a country by code or name, alone or followed by a point and an indicator, a dimension or a \
      component. One indicator is shown in full: value, derivation, each stored figure with its line, the \
      file that it was imported from, its address, producer and licence.

      Examples:
        hsi trace NOR.life-expectancy
        hsi trace NOR.food --year 2015
        hsi trace Kenya --format csv > kenya.csv
      """)

  @Argument(help: .of("COUNTRY, or COUNTRY.indicator or COUNTRY.dimension.", "what"), completion: .countries)
  var what: String

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { _ = try options.lens() }

  func run() throws {
    let workspace = try options.workspace()
    let table = try workspace.score()
    let page = try workspace.trace(TraceTarget(what, workspace, table), in: table)
    try output.write(page, from: workspace.catalogue.folder)
  }
}
