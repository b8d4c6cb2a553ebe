import Diagnostics
import Tabular

extension VintageStore {
  /// Keeps the figures of a folder and the lenses beside it.
  /// - Parameters:
  ///   - name: letters, digits, dots, hyphens and underscores, and no number alone.
  ///   - citation: how the figures are cited; one line.
  package func save(_ name: String, _ folder: DataFolder, _ lenses: LensFolder, citation: String = "") throws
    -> SavedVintage
  {
    if Self.isReserved(name) {
      throw Failure.one(
        .vintages.vintageName, "\"\(name)\" is the name of what reports keep by themselves", status: 2)
    }
    let vintage = try SavedVintage(name, Vintage(of: folder), lenses, citation: citation)
    return try keep(vintage, folder, lenses, replacing: false)
  }

  /// Keeps what was read of a folder, and the lenses beside it.
  @discardableResult func keep(
    _ vintage: SavedVintage, _ folder: DataFolder, _ lenses: LensFolder, replacing: Bool
  ) throws -> SavedVintage {
    try save(
      vintage,
      from: { file in
        let (top, rest) = (file.prefix { $0 != "/" }, file.drop { $0 != "/" })
        return (top == "Data" ? folder.path : lenses.listed) + rest
      }, replacing: replacing)
  }

  /// Names of vintages that reports keep begin so.
  static let (lastReport, earlierReport) = ("last-report", "earlier-report")

  private static func isReserved(_ name: String) -> Bool {
    name.hasPrefix(lastReport) || name.hasPrefix(earlierReport)
  }
}

extension SavedVintage {
  /// Figures and the lenses beside them as they are now, before they are kept.
  init(
    _ name: String, _ figures: Vintage, _ lenses: LensFolder, citation: String = "",
    report: (lens: String, year: Int)? = nil
  ) throws {
    let judgements = try lenses.names.map { lens in
      let path = "\(lenses.listed)/\(lens).toml"
      return (name: "Weights/\(lens).toml", digest: Digest.text(of: try FileReading.all(path)))
    }
    let line = citation.split(whereSeparator: \.isNewline).joined(separator: " ")
    self.init(
      name, in: "", saved: Clock.today, citation: Diagnostic.printable(line), report: report,
      files: (figures.inputs + judgements).sorted { $0.name < $1.name })
  }
}
