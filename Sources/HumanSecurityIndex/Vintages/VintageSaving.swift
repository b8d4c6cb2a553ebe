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
    let other =
      Self.isReserved(name.lowercased())
      ? "is the name of what reports keep by themselves"
      : name == "now"
        ? "means the figures of today"
        : Int(name) != nil ? "is a year" : lenses.path(of: name) != nil ? "is the name of a lens" : nil
    if let other {
      throw Failure.one(
        .vintages.vintageName, "\"\(name)\" \(other)",
        remedy: "choose another name, such as \(Clock.today)-a", status: 2)
    }
    guard ["countries.csv", "indicators.csv"].allSatisfy(folder.has) else {
      throw Failure.one(
        .folders.noDataFolder,
        "there are no figures in \"\(folder.path)\": countries.csv or indicators.csv is missing",
        at: .init(file: folder.path))
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
        if let origin = vintage.origins[file] { return origin }
        let (top, rest) = (file.prefix { $0 != "/" }, file.drop { $0 != "/" })
        return (top == "Data" ? folder.path : lenses.listed) + rest
      }, replacing: replacing)
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
    var origins: [String: String] = [:]
    for lens in lenses.names { origins["Weights/\(lens).toml"] = "\(lenses.listed)/\(lens).toml" }
    let name = report.map { LensFolder.name($0.lens) }
    if let report, let name, let path = lenses.path(of: report.lens) {
      origins["Weights/\(name).toml"] = path
    }
    let judgements = try origins.keys.sorted().map { file in
      (name: file, digest: Digest.text(of: try FileReading.all(origins[file] ?? file)))
    }
    let line = citation.split(whereSeparator: \.isNewline).joined(separator: " ")
    self.init(
      vintage, in: "", saved: Clock.today, citation: Diagnostic.printable(line),
      report: report.flatMap { report in name.map { ($0, report.year) } },
      files: (figures.inputs + judgements).sorted { $0.name < $1.name })
    self.origins = origins
  }
}
