import Diagnostics
import IndexModel

/// A state of an index as a user names it.
package enum StateName {
  /// The figures and lenses of today.
  case present
  case vintage(SavedVintage)
  /// Those of today in another reference year.
  case year(Year)
  /// The figures of today under another lens.
  case lens(String)
  /// A data folder elsewhere.
  case folder(String)
  case revision(String)

  /// Reads a name: a year, a vintage, a lens, a folder with figures or with a report, or else a git revision.
  package init(_ text: String, _ store: VintageStore, _ lenses: LensFolder, in folder: DataFolder) throws {
    if text == "now" {
      self = .present
    } else if let year = Int(text), figureYears.contains(year) {
      self = .year(year)
    } else if let vintage = try store.vintage(text) {
      self = .vintage(vintage)
    } else if lenses.path(of: text).map(FileReading.isRegularFile) == true {
      self = .lens(text)
    } else if FileReading.isFolder(text) {
      self = try Self.inFolder(text.withoutTrailingSlashes, store)
    } else {
      guard GitRevision.isKnown(text, beside: folder) else {
        throw Failure.one(
          .vintages.unknownState, "there is no vintage, year, lens, folder or git revision \"\(text)\"",
          remedy: Self.remedy(text, store, lenses), status: 2)
      }
      self = .revision(text)
    }
  }

  /// Whether it is a year, and so leaves none to be chosen.
  var isYear: Bool { if case .year = self { true } else { false } }

  /// Whether it is a lens, and so leaves none to be chosen.
  var isLens: Bool { if case .lens = self { true } else { false } }

  /// What to do about a name that nothing has.
  private static func remedy(_ text: String, _ store: VintageStore, _ lenses: LensFolder) -> String {
    VintageStore.isReserved(text)
      ? "make a report first: hsi report keeps what it was made of"
      : NearestName.remedy(for: text, among: store.all.map(\.name) + lenses.names)
  }

  private static func inFolder(_ path: String, _ store: VintageStore) throws -> StateName {
    if ["/countries.csv", "/units.csv"].contains(where: { FileReading.exists(path + $0) }) {
      return .folder(path)
    }
    if FileReading.isFolder(path + "/Data") { return .folder(path + "/Data") }
    guard let figures = ManifestRecord(in: path)?.vintage else {
      throw Failure.one(
        .vintages.unknownState, "this folder has neither figures nor a report of hsi", at: .init(file: path),
        status: 2)
    }
    if let vintage = store.all.first(where: { $0.figures == figures }) {
      try vintage.verify()
      return .vintage(vintage)
    }
    throw Failure.one(
      .vintages.unknownState, "no vintage that is kept has the figures of this report", at: .init(file: path),
      remedy: "name a vintage of hsi vintage list, or a git revision", status: 2)
  }

  /// What it is called in a page.
  var words: String {
    switch self {
    case .present: "now"
    case .vintage(let vintage): "vintage \(vintage.name)"
    case .year(let year): String(year)
    case .lens(let lens): "lens \(LensFolder.name(lens))"
    case .folder(let path): path
    case .revision(let name): "git \(name)"
    }
  }
}
