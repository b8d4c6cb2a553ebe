import Diagnostics
import Glibc
import IndexModel

/// Prints views of a report's page to PDF files in its folder. They are not in the manifest: another Chromium
/// writes other bytes.
package struct ReportPrinter {
  package enum View {
    case ranking
    /// One page on a country.
    case brief(CountryCode)

    /// The view in the address of the page.
    fileprivate var fragment: String {
      switch self {
      case .ranking: "index"
      case .brief(let code): "country?c=\(code)"
      }
    }

    fileprivate var fileName: String {
      switch self {
      case .ranking: "report.pdf"
      case .brief(let code): "\(Self.briefs)/\(code).pdf"
      }
    }

    fileprivate static let briefs = "briefs"
  }

  let folder: ReportFolder
  /// The text of index.html.
  let page: String

  /// Prints a view; the file is replaced as a whole, or stays as it was.
  /// - Parameter warn: is told when another run writes there, for which this one waits.
  /// - Returns: the file, as the user knows it.
  package func print(_ view: View, with chromium: Chromium, warn: (Findings) -> Void) throws -> String {
    let target = folder.path + "/" + view.fileName
    let shown = folder.shownPath + "/" + view.fileName
    do {
      try folder.alone(onWait: warn) {
        try refuseLinks(view)
        if FileReading.isThere(target), PDFBytes.markedDigest(target) == nil {
          throw Failure.one(
            .printing.otherPDF, "a file that hsi did not print stands where the PDF is to go",
            at: .init(file: shown))
        }
        try FileWriting.makeFolder(FileReading.parent(of: target))
        try FileWriting.replace(target, with: try printed(view, chromium))
      }
    } catch let interruption as LimitedProcess.Interruption {
      raise(interruption.signal)
      throw chromium.failure("was ended by signal \(interruption.signal)")
    }
    return shown
  }

  /// What is printed stays in the folder of the report, wherever links there lead.
  private func refuseLinks(_ view: View) throws {
    for name in [view.fileName, View.briefs] {
      var traits = stat()
      guard lstat(folder.path + "/" + name, &traits) == 0, traits.st_mode & S_IFMT == S_IFLNK else {
        continue
      }
      throw Failure.one(
        .printing.otherPDF, "a link stands where the PDF is to go",
        at: .init(file: folder.shownPath + "/" + name))
    }
  }

  /// Prints a copy of the page that nobody else writes to. It stands beside the target, since a Chromium that is
  /// confined, as a snap is, does not see the folder of temporary files.
  private func printed(_ view: View, _ chromium: Chromium) throws -> [UInt8] {
    let name = "print"
    for leftover in FileWriting.leftovers(of: name, in: folder.path) {
      UserFiles.remove(folder.path + "/" + leftover)
    }
    let work = "\(folder.path)/.hsi-\(getpid())-\(name).tmp"
    guard mkdir(work, 0o700) == 0, let path = FileReading.realPath(work) else {
      throw FileWriting.failure(folder.shownPath)
    }
    defer { UserFiles.remove(work) }
    try FileWriting.write(page, to: path + "/index.html", for: folder.shownPath)
    try chromium.print(path + "/index.html", fragment: view.fragment, to: path + "/print.pdf")
    guard let bytes = try? FileReading.bytes(path + "/print.pdf"), var pdf = PDFBytes(bytes) else {
      throw chromium.failure("wrote something else than a PDF")
    }
    pdf.removeClock()
    pdf.mark(digest: PDFBytes.digest(ofPage: page))
    return pdf.bytes
  }

  /// A note on PDF files in the folder that were printed from another page than this one.
  package var stale: Findings {
    let own = PDFBytes.digest(ofPage: page)
    let names = Self.prints(in: folder.path).filter { $0.digest != own }.map(\.name)
    guard let first = names.first else { return Findings() }
    let more = names.count > 1 ? " and \(names.count - 1) more of its PDF files show" : " shows"
    return Findings(
      Diagnostic(
        .printing.stalePDF, "\(first)\(more) other figures, another year or another lens than this report",
        at: .init(file: folder.shownPath),
        remedy: "print \(names.count > 1 ? "them" : "it") again with --pdf or --country, or remove "
          + (names.count > 1 ? "them" : "it")))
  }

  /// The files in a folder that hsi has printed, each with the digest of its page.
  private static func prints(in folder: String) -> [(name: String, digest: String)] {
    let briefs = FileReading.names(in: "\(folder)/\(View.briefs)").map { "\(View.briefs)/\($0)" }
    return ([View.ranking.fileName] + briefs.filter { $0.hasSuffix(".pdf") }).compactMap { name in
      PDFBytes.markedDigest(folder + "/" + name).map { (name, $0) }
    }
  }

  /// Whether a folder holds files that hsi has printed, and no others but what killed runs left.
  static func printsAlone(in folder: String) -> Bool {
    let prints = Set(prints(in: folder).map(\.name))
    let names = FileWriting.files(below: folder).filter { !$0.hasPrefix(".hsi-") }
    return !prints.isEmpty && names.allSatisfy { prints.contains($0) }
  }
}
