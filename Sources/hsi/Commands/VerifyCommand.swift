import ArgumentParser
import Diagnostics
import HumanSecurityIndex
import Reporting
import Tabular

/// `hsi verify`: whether a report is what its figures make.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a report again, and name each file that is not as its manifest says.",
    discussion: """
      Holds every file of figures and of the report against the digests of the manifest, then makes the report \
      again, with the lens, year and options that the manifest names, and compares the bytes. Ends with status 3 \
      where something differs.

      Examples:
        hsi verify
        hsi verify Archive/Reports-2024/manifest.json --data Archive/Data
      """)

  @OptionGroup var data: DataOptions

  @Argument(help: "The manifest, or the folder that it is in.") var manifest = "Reports"

  func run() throws {
    let found = try ReportVerification(manifest, data: data.data, warn: { _ in })
    for doubt in found.doubts { line(doubt) }
    for difference in found.differences.prefix(20) { line("\(difference.file) \(difference.what)") }
    if found.differences.count > 20 { line("… and \(found.differences.count - 20) more") }
    if found.differences.isEmpty {
      return line("\(CountWords.of(found.files, "file")) verified: bytes and manifest agree")
    }
    line("\(CountWords.of(found.differences.count, "difference"))")
    throw ExitCode(3)
  }

  private func line(_ text: String) {
    Terminal.write(Prose.wrapped(Diagnostic.printable(text), width: Terminal.width) + "\n")
  }
}
