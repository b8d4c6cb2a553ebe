import Diagnostics

/// What the numbers of cells stand for, by the number of the cells' style.
struct CellFormats {
  /// Whether days count from 1904, and not from 1900.
  let countsFrom1904: Bool
  /// By style.
  var meanings: [NumberMeaning] = []

  /// Reads the styles of a workbook; where it has none, each number is a number.
  static func read(_ parts: WorkbookParts, _ archive: ZipArchive, file: String) throws(Diagnostic)
    -> CellFormats
  {
    var formats = CellFormats(countsFrom1904: parts.countsFrom1904)
    guard let part = parts.styles, archive.has(part) else { return formats }
    let elements = try XMLElements.read(["numFmt", "xf"], in: part, of: archive, file: file)
    var codes: [Int: NumberMeaning] = [:]
    // Those of differential styles, which have the same tag, hold for no cell.
    for element in elements where element.name == "numFmt" && element.parent == "numFmts" {
      guard let number = element.attributes["numFmtId"].flatMap({ Int($0) }),
        let code = element.attributes["formatCode"]
      else { continue }
      codes[number] = NumberMeaning(code: Diagnostic.cut(code))
    }
    for element in elements where element.name == "xf" && element.parent == "cellXfs" {
      let number = element.attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.meanings.append(codes[number] ?? NumberMeaning(builtIn: number))
    }
    return formats
  }

  func meaning(ofStyle style: Int) -> NumberMeaning {
    meanings.indices.contains(style) ? meanings[style] : .number
  }
}
