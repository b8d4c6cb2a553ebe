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
    if let meaning = Self.meaning(of: name, lenses) {
      throw Failure.one(
        .vintages.vintageName, "\"\(name)\" \(meaning)",
        remedy: "choose another name, such as \(Clock.today)-a", status: 2)
    }
    guard folder.has("indicators.csv"), folder.has("countries.csv") || folder.has("units.csv") else {
      throw Failure.one(
        .folders.noDataFolder,
        "there are no figures in \"\(folder.path)\": countries.csv or indicators.csv is missing",
        at: .init(file: folder.path))
    }
    let vintage = try SavedVintage(name, Vintage(of: folder), lenses, citation: citation)
    return try keep(vintage, folder, replacing: false)
  }

  /// What a name means already; nil for one that is free.
  private static func meaning(of name: String, _ lenses: LensFolder) -> String? {
    if isReserved(name.lowercased()) { return "is the name of what reports keep by themselves" }
    if name == "now" { return "means the figures of today" }
    if Int(name) != nil { return "is a year" }
    return lenses.path(of: name).map { _ in "is the name of a lens" }
  }

  /// Keeps what was read of a folder, and the lenses with it.
  @discardableResult func keep(_ vintage: SavedVintage, _ folder: DataFolder, replacing: Bool) throws
    -> SavedVintage
  {
    try save(
      vintage, from: { vintage.lensFiles[$0] ?? folder.path + $0.drop { $0 != "/" } }, replacing: replacing)
  }

  /// Names of vintages that reports keep begin so.
  static let (lastReport, earlierReport) = ("last-report", "earlier-report")

  static func isReserved(_ name: String) -> Bool {
    name.hasPrefix(lastReport) || name.hasPrefix(earlierReport)
  }
}

extension SavedVintage {
  /// Figures and the lenses beside them as they are now, before they are kept.
  ///
  /// The lens of a report is kept by its name also where it stands elsewhere.
  init(
    _ vintage: String, _ figures: Vintage, _ lenses: LensFolder, citation: String = "",
    report: (lens: String, year: Int)? = nil
  ) throws {
    var lensFiles: [String: String] = [:]
    for lens in lenses.names { lensFiles["Weights/\(lens).toml"] = "\(lenses.listed)/\(lens).toml" }
    let kept = report.map { (lens: LensFolder.name($0.lens), year: $0.year) }
    if let report, let kept, let path = lenses.path(of: report.lens) {
      lensFiles["Weights/\(kept.lens).toml"] = path
    }
    let judgements = try lensFiles.sorted { $0.key < $1.key }.map { file in
      (name: file.key, digest: Digest.text(of: try FileReading.all(file.value)))
    }
    let line = citation.split(whereSeparator: \.isNewline).joined(separator: " ")
    self.init(
      vintage, in: "", saved: Clock.today, citation: Diagnostic.printable(line), report: kept,
      files: (figures.inputs + judgements).sorted { $0.name < $1.name })
    self.lensFiles = lensFiles
  }
}
