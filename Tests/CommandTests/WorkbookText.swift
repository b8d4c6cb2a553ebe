/// An .xlsx workbook whose parts are written by hand.
struct WorkbookText {
  typealias Sheet = (name: String, state: String, xml: String)

  /// Each with what stands within its `worksheet`.
  var sheets: [Sheet]
  /// What stands within the `sst` of shared strings.
  var strings = ""
  /// What stands within the `styleSheet`.
  var styles = ""
  /// Attributes of `workbookPr`.
  var settings = ""
  var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
  /// Parts that take the places of those made here, or stand beside them; nil takes one out.
  var other: [String: String?] = [:]

  init(_ sheets: Sheet...) { self.sheets = sheets }

  /// A workbook of one sheet with these rows.
  init(rows: String) { sheets = [("Data", "visible", "<sheetData>\(rows)</sheetData>")] }

  /// Rows of texts and numbers, as `sheetData`; a cell that a number can be read from is one.
  static func data(_ rows: [[String]]) -> String {
    let lines = rows.map { row in
      let cells = row.map { cell in
        if cell.isEmpty { return "<c/>" }
        return Double(cell) == nil
          ? "<c t=\"inlineStr\"><is><t>\(cell)</t></is></c>" : "<c><v>\(cell)</v></c>"
      }
      return "<row>\(cells.joined())</row>"
    }
    return "<sheetData>\(lines.joined())</sheetData>"
  }

  var parts: [(name: String, text: String)] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
      let items = list.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>"
      }
      return "<Relationships xmlns=\"\(package)/relationships\">\(items.joined())</Relationships>"
    }
    let listed = sheets.enumerated().map { place, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" state=\"\(sheet.state)\" r:id=\"s\(place)\"/>"
    }
    var parts = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)\"/></Types>"
      ), ("_rels/.rels", relations([("r1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr \(settings)/>"
          + "<sheets>\(listed.joined())</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relations(
          sheets.indices.map { ("s\($0)", "worksheet", "worksheets/sheet\($0).xml") } + [
            ("t1", "sharedStrings", "sharedStrings.xml"), ("t2", "styles", "/xl/styles.xml"),
          ])
      ), ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
      ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
    ]
    for (place, sheet) in sheets.enumerated() {
      parts.append(
        ("xl/worksheets/sheet\(place).xml", "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"))
    }
    parts = parts.compactMap { name, text in
      guard let changed = other[name] else { return (name, text) }
      return changed.map { (name, $0) }
    }
    let made = parts.map(\.0)
    parts += other.keys.sorted().filter { !made.contains($0) }.compactMap { name in
      other[name].flatMap { $0 }.map { (name, $0) }
    }
    return parts
  }

  var bytes: [UInt8] { ZIPText.archive(parts) }

  /// A compound file, as programs wrote before 2007, with a stream of a name.
  static func compound(_ stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    for byte in stream.utf8 { bytes += [byte, 0] }
    return bytes
  }
}
