import Diagnostics

/// Tells documents of office programs apart, those that are not read by their names.
enum OfficeFile {
  static let contentTypes = "[Content_Types].xml"

  /// Whether bytes are a compound file, as programs wrote before 2007, and still write what has a password.
  static func isCompound(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  /// Whether a ZIP archive is a package of an office program, or was one before it was damaged.
  static func isPackage(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
    guard let archive = try? ZipArchive(bytes, file: "", limits: WorkbookLimits()) else {
      // The first parts of a package have one of these names.
      return ["[Content_Types].xml", "_rels/.rels", "xl/", "docProps/"].contains { name in
        bytes.dropFirst(30).starts(with: name.utf8)
      }
    }
    return archive.has(contentTypes) || archive.has("xl/workbook.xml") || openDocument(archive) != nil
      || archive.has("Index/Document.iwa")
  }

  static func refusal(ofCompound bytes: [UInt8], _ file: String) -> Diagnostic? {
    guard isCompound(bytes) else { return nil }
    // The names of streams stand in UTF-16.
    func holds(_ name: String) -> Bool { bytes.firstRange(of: name.utf8.flatMap { [$0, 0] }) != nil }
    if holds("EncryptedPackage") {
      return refusal(
        file, "it is protected with a password",
        "open it with the password, and save it without one or the sheet as CSV")
    }
    let isSheet = holds("Workbook") || holds("Book")
    return refusal(
      file, isSheet ? "it is a workbook of Excel before 2007 (.xls)" : "it is an office document before 2007",
      isSheet
        ? "open it in a spreadsheet program, and save it as .xlsx or the sheet as CSV"
        : "look for the figures as .xlsx or CSV")
  }

  static func refusal(of archive: ZipArchive, _ file: String) -> Diagnostic? {
    if let kind = openDocument(archive) {
      let isSheet = kind.hasPrefix("application/vnd.oasis.opendocument.spreadsheet")
      return refusal(
        file, isSheet ? "it is an OpenDocument spreadsheet (.ods)" : "it is an OpenDocument document",
        isSheet ? "save it as .xlsx, or the sheet as CSV" : "look for the figures as .xlsx or CSV")
    }
    if archive.has("Index/Document.iwa") {
      return refusal(file, "it is a document of Apple's programs", "export it as .xlsx or CSV")
    }
    return nil
  }

  static func refusal(_ file: String, _ reason: String, _ remedy: String) -> Diagnostic {
    Diagnostic(
      .spreadsheets.unreadWorkbook, "the workbook cannot be read: \(reason)", at: .init(file: file),
      remedy: remedy)
  }

  /// What an archive says that it is, as OpenDocument wants; nil for others.
  private static func openDocument(_ archive: ZipArchive) -> String? {
    let kind = String(decoding: archive.start(of: "mimetype", count: 100), as: UTF8.self)
    return kind.hasPrefix("application/vnd.oasis.opendocument.") ? kind : nil
  }
}
