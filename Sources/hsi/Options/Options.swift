import ArgumentParser
import HumanSecurityIndex
import IndexModel

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  /// What the command line asks for, whether or not the rest of it can be read.
  static var asked: DiagnosticFormat {
    let arguments = CommandLine.arguments
    let pairs = zip(arguments, arguments.dropFirst())
    let isJSON =
      arguments.contains("--diagnostics=json") || pairs.contains { $0 == "--diagnostics" && $1 == "json" }
    return isJSON ? .json : .text
  }
}

extension ArgumentHelp {
  /// Help, and what the value is called in it.
  static func of(_ text: String, _ valueName: String) -> ArgumentHelp {
    ArgumentHelp(text, valueName: valueName)
  }
}

struct DataOptions: ParsableArguments {
  static let usual = "Data"

  @Option(help: .of("The folder of figures.", "dir"), completion: .directory) var data = usual

  @Option(help: "How problems are written to standard error: text or json.") var diagnostics =
    DiagnosticFormat.text
}

struct FigureOptions: ParsableArguments {
  @OptionGroup var data: DataOptions

  @Option(
    parsing: .unconditional,
    help: .of(
      "The reference year. Default: the latest year in which indicators carrying half of the "
        + "weight have figures of that very year for half of the countries.", "year")) var year: Int?

  @Option(
    help:
      "Which countries are scored: all, un-members, or un with the observer states. Default: what the lens says."
  ) var scope: Scope?

  @Flag(help: "Leave out indicators whose licence restricts reuse, or is not known.") var openOnly = false

  func validate() throws {
    if let year, !figureYears.contains(year) {
      throw ValidationError("--year \(year) is not a year from 1500 to 2200")
    }
  }
}

struct ScoringOptions: ParsableArguments {
  @Option(
    name: .customLong("lens"),
    help: .of(
      "The lens: its name in Weights/ beside the data folder, else in Weights/ here, or a file. "
        + "Default: \(LensFolder.defaultName), or the only one beside the data folder. One alone; only hsi score "
        + "takes several.", "name|file"), completion: .lenses) var lenses: [String] = []

  @OptionGroup var figures: FigureOptions

  var data: DataOptions { figures.data }
  var year: Int? { figures.year }

  /// The one lens of commands that take no more; none for the default one.
  func lens() throws -> [String] {
    if lenses.count > 1 {
      throw ValidationError("this command takes one --lens; hsi score and hsi compare take several")
    }
    return lenses
  }
}

extension Scope: ExpressibleByArgument {}

extension FigureOptions {
  var choice: FigureChoice { FigureChoice(data: data.data, year: year, scope: scope, openOnly: openOnly) }

  /// The figures under one lens or several; what is doubtful goes to standard error.
  func panel(lenses: [String], takesDefault: Bool = false) throws -> Panel {
    try Panel(choice, lenses: lenses, takesDefault: takesDefault, warn: Terminal.report)
  }
}

extension ScoringOptions {
  func workspace() throws -> Workspace {
    try figures.panel(lenses: try lens(), takesDefault: true).workspaces[0]
  }

  func others(of workspace: Workspace) throws -> ComparedLenses {
    try ComparedLenses(workspace, figures.choice)
  }
}
