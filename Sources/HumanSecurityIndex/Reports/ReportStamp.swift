import Glibc
import Tabular

/// Tells without reading a figure whether a report would come out as it stands.
///
/// Beside the vintages a stamp is kept of each report: the digest of all that it hangs on (this very program, what it was
/// asked for, figures and lenses byte for byte), that of its manifest, which has those of all its files, and the name of
/// the vintage that the next report is compared with.
package struct ReportStamp {
  private let asked: Asked
  private let target: ReportFolder
  private let store: VintageStore
  /// Of the vintages of the report and of the one before it.
  private let names: (last: String, earlier: String)
  private let key: String

  /// What a report was asked for.
  private struct Asked {
    let choice: FigureChoice
    let lens: String?
    let output: String?
    let language: String
  }

  /// - Parameters:
  ///   - lens: by name or file; nil for the usual one.
  ///   - output: the folder; nil for Reports/ beside the data folder.
  /// - Returns: nil where something of it cannot be read, of which making the report tells.
  package init?(_ choice: FigureChoice, lens: String?, output: String?, language: String) {
    self.init(Asked(choice: choice, lens: lens, output: output, language: language))
  }

  private init?(_ asked: Asked) {
    guard let folder = try? DataFolder(asked.choice.data), let store = try? VintageStore(beside: folder),
      let program = Self.program
    else { return nil }
    let lenses = LensFolder(beside: folder)
    let target = ReportFolder(asked.output ?? folder.sibling("Reports"))
    guard let lens = asked.lens ?? lenses.usualName, let own = try? lenses.digest(of: lens),
      let figures = try? Vintage(of: folder)
    else { return nil }
    var parts = [Release.version, program, FileReading.place(target.shownPath), target.link(to: folder)]
    parts += [asked.language, lens, own]
    parts.append(asked.choice.year.map(String.init) ?? "")
    parts += [asked.choice.scope?.rawValue ?? "", String(asked.choice.openOnly), figures.name]
    for name in lenses.names {
      guard let digest = FileReading.digest("\(lenses.listed)/\(name).toml") else { return nil }
      parts += [name, digest]
    }
    (self.asked, self.target, self.store) = (asked, target, store)
    names = target.vintages(of: folder)
    key = Digest.text(of: Array(parts.joined(separator: "\n").utf8))
  }

  /// This very program: a version that is being worked on changes without another number.
  private static var program: String? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }

  /// The folder and the number of files of the report where it is current; nil where it is to be made.
  package var current: (folder: String, files: Int, year: Int, lens: String)? {
    guard !FolderReplacement.isInterrupted(target.path), let text, store.stamp(names.last) == text,
      let record = ManifestRecord(in: target.path), let making = record.making,
      record.outputs.allSatisfy({ FileReading.digest(target.path + "/" + $0.name) == $0.digest })
    else { return nil }
    return (target.shownPath, record.outputs.count + 1, making.year, making.lens)
  }

  /// Keeps the stamp of a report that was made since, unless its inputs have changed in the meantime.
  package func keep() {
    guard Self(asked)?.key == key, let text else { return }
    store.keepStamp(text, names.last)
  }

  /// The stamp as it has to be; nil where the vintage of the report is not kept.
  private var text: String? {
    guard let last = try? store.vintage(names.last),
      let manifest = FileReading.digest(target.path + "/" + Manifest.fileName)
    else { return nil }
    // A vintage that is damaged is told of when the report is made.
    guard let earlier = try? store.vintage(names.earlier).map(\.contents) ?? "none" else { return nil }
    return "\(key)\n\(manifest)\n\(last.contents)\n\(earlier)\n"
  }
}

extension VintageStore {
  private func place(_ name: String) -> String { "\(path)/stamps/\(name)" }

  func stamp(_ name: String) -> String? {
    (try? FileReading.bytes(place(name))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Keeps a stamp; where that fails the next report is made though it need not be.
  func keepStamp(_ text: String, _ name: String) {
    try? FileWriting.makeFolder(path + "/stamps")
    // A link would be written through, to wherever it leads.
    if FileTraits(place(name))?.isFile == false { unlink(place(name)) }
    try? FileWriting.replace(place(name), with: text)
  }
}
