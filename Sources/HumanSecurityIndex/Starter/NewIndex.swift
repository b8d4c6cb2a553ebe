import Diagnostics
import Glibc
import Tabular

/// A folder that scores at once, as a start for an index of one's own: invented figures and a lens with every key.
package struct NewIndex {
  /// As the user gave it; `.` for the present folder.
  package let path: String
  /// What the folder is called, and with it the index and its lens.
  package let name: String
  /// Whether it is of districts, with a table of units, and not of countries.
  let isOfUnits: Bool

  /// - Parameters:
  ///   - path: a folder that is not there yet, or is empty; nil for the present one.
  ///   - isOfUnits: whether to begin with districts in place of countries.
  package init(at path: String?, isOfUnits: Bool = false) throws {
    self.isOfUnits = isOfUnits
    self.path = (path ?? ".").withoutTrailingSlashes
    let whole = FileReading.realPath(self.path) ?? self.path
    name = FileWriting.split(whole).name
    guard !name.isEmpty, !name.hasPrefix("."), !name.unicodeScalars.contains(where: Diagnostic.isUnprintable)
    else {
      throw WrongQuestion(
        "\"\(Diagnostic.printable(name))\" is no name for an index: write letters and digits")
    }
  }

  /// Makes the folder as a whole, or fills the empty one that is there; what is not empty is not touched.
  package func write() throws {
    guard FileReading.isThere(path) else {
      return try FolderReplacement(of: path, own: nil).replace(with: files)
    }
    guard FileReading.isFolder(path) else {
      throw Failure.one(
        .commands.notAFolder, "\"\(path)\" is not a folder", at: .init(file: path),
        remedy: "name a folder that does not exist yet, or is empty", status: 2)
    }
    let others = FileReading.names(in: path).filter { !$0.hasPrefix(Self.staging) }
    if let first = others.first {
      throw Failure.one(
        .commands.notEmpty, "\"\(path)\" is not empty: it holds \(first)", at: .init(file: path),
        remedy: "name a folder that does not exist yet, or is empty: nothing is overwritten", status: 2)
    }
    try fill()
  }

  /// Hidden, so that what a killed run leaves is no part of an index, and is known to the next run.
  private static let staging = ".hsi-"

  /// An empty folder stays the one that shells stand in: its parts are made inside it and moved up, the figures last,
  /// since a folder without `Data` is no index.
  private func fill() throws {
    let staged = "\(path)/\(Self.staging)new"
    UserFiles.remove(staged)
    defer { UserFiles.remove(staged) }
    try FolderReplacement(of: staged, own: nil).replace(with: files)
    var moved: [String] = []
    for part in ["README.md", "Weights", "Data"] {
      guard rename("\(staged)/\(part)", "\(path)/\(part)") == 0 else {
        let failure = FileWriting.failure("\(path)/\(part)")
        for part in moved { UserFiles.remove("\(path)/\(part)") }
        throw failure
      }
      moved.append(part)
    }
    FileWriting.syncFolder(path)
  }

  private var files: [(name: String, text: String)] {
    let figures = [
      ("health/child-deaths", PackageResources.child_deaths_csv),
      ("health/births-attended", PackageResources.births_attended_csv),
      ("income/poverty", PackageResources.poverty_csv),
    ].map { ("Data/\($0).csv", ofUnits(String(decoding: $1, as: UTF8.self))) }
    let tables = [
      isOfUnits ? ("units", PackageResources.units_csv) : ("countries", PackageResources.countries_csv),
      ("indicators", PackageResources.indicators_csv),
    ].map { ("Data/\($0).csv", String(decoding: $1, as: UTF8.self)) }
    let words = [("README.md", text(PackageResources.README_md) { $0 }), ("Weights/\(name).toml", lens)]
    return words + figures + tables
  }

  /// The text of the lens. TOML reads what JSON writes of a text.
  private var lens: String { text(PackageResources.lens_toml) { JSONText.string($0).compact } }

  /// The countries of the template and the districts that stand for them.
  private static let districts = [
    ("ARC", "N-01"), ("BDG", "N-02"), ("LAP", "N-03"), ("RUR", "N-04"), ("CKG", "S-01"), ("ERE", "S-02"),
    ("LIL", "S-03"), ("UTO", "S-04"),
  ]

  private func ofUnits(_ figures: String) -> String {
    guard isOfUnits else { return figures }
    return Self.districts.reduce(figures.replacing("iso3,", with: "id,")) { text, pair in
      text.replacing("\n\(pair.0),", with: "\n\(pair.1),")
    }
  }

  /// What README and lens say of countries, said of districts.
  private func wordsOfUnits(_ text: String) -> String {
    guard isOfUnits else { return text }
    return [
      (
        "`Data/countries.csv`: your countries, or other units, each with three letters and a name.",
        "`Data/units.csv`: your districts or other units, each with an id, a name, its parent and its weight in a group."
      ),
      (
        "all of countries.csv; un-members, by its column un_member; or un, with un_observer.",
        "all of units.csv that are no group of others."
      ), ("# reference = \"ARC\"", "# reference = \"N-01\""), ("code of the country", "id of the district"),
      ("unit = \"country\"", "unit = \"district\""), ("units = \"countries\"", "units = \"districts\""),
      ("a country", "a district"), ("share of countries", "share of districts"),
    ].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private func text(_ template: [UInt8], _ written: (String) -> String) -> String {
    wordsOfUnits(String(decoding: template, as: UTF8.self)).replacing("{name}", with: written(name))
  }
}
