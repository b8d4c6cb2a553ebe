import ArgumentParser
import HumanSecurityIndex
import Reporting
import Tabular

/// `hsi vintage`: figures and lenses as they stood.
struct VintageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vintage", abstract: "Keep figures and lenses as they stand, to compare with later.",
    discussion: """
      Vintages are kept in .hsi/ beside the data folder. Each file's bytes are kept once, so that a vintage takes no \
      more room than what changed. `hsi report` keeps what it was made of by itself, as last-report.

      Examples:
        hsi vintage save 2026-autumn --citation 'doi:10.1234/hsi.2026'
        hsi diff 2026-autumn
      """, subcommands: [Save.self, List.self, Show.self, Drop.self], defaultSubcommand: List.self)

  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep the figures and lenses of now under a name.")

    @OptionGroup var data: DataOptions
    @Argument(help: "Letters, digits, dots, hyphens and underscores; no number alone.") var name: String
    @Option(help: .of("How these figures are cited, such as a DOI.", "text")) var citation = ""

    func run() throws {
      let folder = try DataFolder(data.data)
      let lenses = LensFolder(beside: folder)
      let saved = try VintageStore(beside: folder).save(name, folder, lenses, citation: citation)
      let judgements = saved.files.count { $0.name.hasPrefix("Weights/") }
      Terminal.write(
        "saved \(saved.name): \(CountWords.of(saved.files.count - judgements, "file")) of figures, "
          + "\(judgements == 0 ? "no lens" : CountWords.of(judgements, "lens", "lenses")); figures \(saved.figures.prefix(12))\n"
      )
      Terminal.report(lenses.unreadableFolders)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the vintages that are kept.")

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let folder = try DataFolder(data.data)
      let store = try VintageStore(beside: folder)
      try output.write(VintageListing(store.all.map(\.entry)), from: folder)
      Terminal.report(store.damaged)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the files of a vintage, with their digests.")

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The vintage.", completion: .vintages) var name: String

    func run() throws {
      let folder = try DataFolder(data.data)
      let vintage = try VintageStore(beside: folder).named(name)
      try output.write(VintagePage(vintage.entry, vintage.files.map { ($0.name, $0.digest) }), from: folder)
    }
  }

  struct Drop: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a vintage.")

    @OptionGroup var data: DataOptions
    @Argument(help: "The vintage.", completion: .vintages) var name: String

    func run() throws {
      try VintageStore(beside: try DataFolder(data.data)).drop(name)
      Terminal.write("dropped \(name)\n")
    }
  }
}

extension SavedVintage {
  fileprivate var entry: VintageListing.Entry {
    VintageListing.Entry(name: name, saved: saved, figures: figures, citation: citation, files: files.count)
  }
}
