import ArgumentParser
import HumanSecurityIndex
import Reporting

/// `hsi lenses`: the judgements that there are.
struct Lenses: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the lenses, or show the judgements of one.",
    discussion: """
      Examples:
        hsi lenses
        hsi lenses show realist
      """, subcommands: [ListLenses.self, ShowLens.self], defaultSubcommand: ListLenses.self)
}

/// `hsi lenses list`: every lens of Weights/ in a row.
struct ListLenses: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List every lens of Weights/ with its dimensions and how many countries it ranks.",
    discussion: """
      Examples:
        hsi lenses list
        hsi lenses list --format csv > lenses.csv
      """)

  @OptionGroup var options: FigureOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let panel = try options.panel(lenses: [])
    let listing = LensListing(try panel.scores(panel.ownYears))
    try output.write(listing, from: panel.workspaces[0].catalogue.folder)
    try panel.leftOut.throwErrors()
  }
}

/// `hsi lenses show`: one lens, with its reasons.
struct ShowLens: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a lens: its reasons, what it judges otherwise than undp-1994, its references.",
    discussion: """
      Examples:
        hsi lenses show realist
        hsi lenses show my-lens.toml --format md
      """)

  @Argument(help: .of("The lens: its name in Weights/, or a file.", "lens"), completion: .lenses) var lens:
    String

  @OptionGroup var options: FigureOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let weights = LensFolder(beside: try DataFolder(options.data.data))
    let usual = weights.defaultPath
    let shown = weights.path(of: lens).flatMap(FileReading.realPath)
    let hasOther = usual != nil && shown != usual.flatMap(FileReading.realPath)
    let panel = try options.panel(lenses: hasOther ? [lens, weights.usualName ?? lens] : [lens])
    let tables = try panel.scores(panel.ownYears)
    let page = LensPage(tables[0], against: hasOther ? tables[1] : nil)
    try output.write(page, from: panel.workspaces[0].catalogue.folder)
  }
}
