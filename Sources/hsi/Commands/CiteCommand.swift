import ArgumentParser
import HumanSecurityIndex
import Reporting

/// `hsi cite`: how to cite the index.
struct Cite: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, bibtex, cff

    func text(_ citation: Citation, width: Int?) -> String {
      switch self {
      case .text: Prose.wrapped(citation.text + ".", width: width) + "\n"
      case .bibtex: citation.bibTeX
      case .cff: citation.cff
      }
    }
  }

  static let configuration = CommandConfiguration(
    abstract: "Say how to cite the index: its publisher, name, lens, reference year and vintage.",
    discussion: """
      The vintage names the figures to the byte: it is a digest of all files of the data folder. Publisher and \
      name stand in the table [index] of the lens.

      Examples:
        hsi cite
        hsi cite --format bibtex --lens realist
        hsi cite --format cff --output CITATION.cff
      """)

  @Option(help: "text, bibtex, or cff (the Citation File Format).") var format = Format.text

  @Option(help: .of("Write to a file instead of standard output.", "file")) var output: String?

  @OptionGroup var options: ScoringOptions

  func validate() throws {
    if output == "" { throw ValidationError("--output needs the name of a file") }
    _ = try options.lens()
  }

  func run() throws {
    let workspace = try options.workspace()
    let text = format.text(try workspace.citation(), width: output == nil ? Terminal.width : nil)
    try OutputOptions.write(text, to: output, from: workspace.catalogue.folder)
  }
}
