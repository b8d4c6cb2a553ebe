import ArgumentParser
import HumanSecurityIndex

/// `hsi init`: an index of one's own to begin with.
struct MakeIndex: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a folder with an index of your own that scores at once.",
    discussion: """
      Writes Data/ with countries, three indicators in two dimensions and invented figures, and Weights/ with \
      a lens in which every key is explained. Nothing is overwritten: a folder that holds files is refused.

      Examples:
        hsi init my-index
        hsi init              in the present folder, which is empty
        hsi init --units mine   with districts in two provinces in place of countries
      """)

  @Argument(help: .of("The folder to make, or an empty one. Default: the present folder.", "folder"))
  var folder: String?

  @Flag(help: "Begin with districts in place of countries: with units.csv, whose ids are yours to choose.")
  var units = false

  func validate() throws {
    if folder == "" { throw ValidationError("the name of the folder is empty: leave it out, or write one") }
  }

  func run() throws {
    let index = try NewIndex(at: folder, isOfUnits: units)
    try index.write()
    let step = index.path == "." ? "" : "  cd \(Self.quoted(index.path))\n"
    Terminal.write(
      """
      The index \(index.name) is ready. All of its figures are invented: replace them by yours.

      Next:
      \(step)  hsi score
        hsi report

      """)
  }

  /// The path as a shell reads it back.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      default: byte >= 0x80
      }
    }
    return isPlain && !path.hasPrefix("-") ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
