import CLibXLSXWriter
import Diagnostics
import Glibc
import Reporting

/// A workbook as an .xlsx file, written by libxlsxwriter; the only place that calls it.
///
/// Texts are written as texts, so that no text of the data becomes a formula. The same workbook gives the same bytes:
/// the date in it is fixed.
enum WorkbookFile {
  /// No clock enters an output: 1 January 2000.
  private static let created: time_t = 946_684_800
  /// A cell holds so many characters.
  private static let longest = 32_767

  /// The bytes of the file.
  /// - Parameter target: the file that is meant, for what is said when something fails.
  static func bytes(of workbook: Workbook, for target: String) throws -> [UInt8] {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let path = scratch.path + "/workbook.xlsx"
    try makeRoom(for: workbook, in: scratch.path, target)
    errno = 0
    let error = write(workbook, to: path, scratch.path)
    guard error == LXW_NO_ERROR else { throw failure(error, target) }
    do { return try FileReading.bytes(path) } catch { throw FileWriting.failure(target) }
  }

  /// Throws where there is no room for the sheets: the library does not look whether its temporary files are whole.
  private static func makeRoom(for workbook: Workbook, in folder: String, _ target: String) throws {
    let size = workbook.sheets.flatMap(\.cells).reduce(1 << 16) { $0 + most(of: $1) }
    let path = folder + "/room"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileWriting.failure(target) }
    let error = posix_fallocate(descriptor, 0, off_t(size))
    close(descriptor)
    unlink(path)
    guard error == 0 || error == EOPNOTSUPP || error == EINVAL else {
      errno = error
      throw FileWriting.failure(target)
    }
  }

  /// More bytes than a cell takes in a sheet, its text in the table of texts included.
  private static func most(of cell: Workbook.Cell) -> Int {
    let text =
      switch cell.content {
      case .value(.text(let text)): text.utf8.count
      case .value(.number): 0
      case .formula(let formula, .text(let text)): formula.utf8.count + text.utf8.count
      case .formula(let formula, .number): formula.utf8.count
      }
    return 120 + 2 * text
  }

  private static func failure(_ error: lxw_error, _ target: String) -> Failure {
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
    return Failure.one(
      .exports.exportFailed, "the workbook cannot be made: \(reason)", at: .init(file: target),
      remedy: "make room in the folder of temporary files, or name another in TMPDIR; "
        + "what stood there before is unchanged")
  }

  private static func write(_ workbook: Workbook, to path: String, _ scratch: String) -> lxw_error {
    scratch.withMutableCString { folder in
      var options = lxw_workbook_options(constant_memory: 0, tmpdir: folder, use_zip64: 0)
      guard let book = workbook_new_opt(path, &options) else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
      workbook.title.withMutableCString { title in
        var properties = lxw_doc_properties()
        properties.title = title
        properties.created = created
        workbook_set_properties(book, &properties)
      }
      let formats = Workbook.Look.allCases.map { format($0, in: book) }
      var failed = LXW_NO_ERROR
      for sheet in workbook.sheets {
        guard let own = workbook_add_worksheet(book, sheet.name) else {
          failed = LXW_ERROR_INVALID_SHEETNAME_CHARACTER
          continue
        }
        lay(sheet, on: own)
        for cell in sheet.cells {
          let error = put(cell, on: own, formats[cell.look.rawValue])
          if error != LXW_NO_ERROR { failed = error }
        }
      }
      // Closing writes the file, and gives the memory back.
      let closed = workbook_close(book)
      return closed == LXW_NO_ERROR ? failed : closed
    }
  }

  private static func lay(_ sheet: Workbook.Sheet, on own: UnsafeMutablePointer<lxw_worksheet>) {
    worksheet_freeze_panes(own, lxw_row_t(sheet.frozen.rows), lxw_col_t(sheet.frozen.columns))
    for (column, width) in sheet.widths.enumerated() {
      let isLast = column == sheet.widths.count - 1
      let last = isLast ? max(column, sheet.cells.map(\.column).max() ?? 0) : column
      worksheet_set_column(own, lxw_col_t(clamping: column), lxw_col_t(clamping: last), width, nil)
    }
  }

  private static func put(
    _ cell: Workbook.Cell, on sheet: UnsafeMutablePointer<lxw_worksheet>,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    let (row, column) = (lxw_row_t(clamping: cell.row), lxw_col_t(clamping: cell.column))
    switch cell.content {
    case .value(.number(let number)): return worksheet_write_number(sheet, row, column, number, format)
    case .value(.text(let text)): return worksheet_write_string(sheet, row, column, shown(text), format)
    case .formula(let formula, .number(let number)):
      return worksheet_write_formula_num(sheet, row, column, "=" + formula, format, number)
    case .formula(let formula, .text(let text)):
      return worksheet_write_formula_str(sheet, row, column, "=" + formula, format, shown(text))
    }
  }

  /// A text without control characters, and no longer than a cell holds.
  private static func shown(_ text: String) -> String {
    let printable = Diagnostic.printable(text)
    return printable.utf16.count <= longest ? printable : String(printable.prefix(longest / 4)) + "…"
  }

  // MARK: - Looks

  private static func format(_ look: Workbook.Look, in book: UnsafeMutablePointer<lxw_workbook>)
    -> UnsafeMutablePointer<lxw_format>?
  {
    guard let format = workbook_add_format(book) else { return nil }
    switch look {
    case .plain: break
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 13)
    case .head: format_set_bold(format)
    case .note: format_set_font_color(format, 0x666666)
    case .input: fill(format, 0xFFF2CC)
    case .figure: fill(format, 0xFFFAE6)
    case .estimate:
      fill(format, 0xF8CBAD)
      format_set_num_format(format, "0.00")
    case .engine: fill(format, 0xE7E6E6)
    case .score: format_set_num_format(format, "0.00")
    case .share: format_set_num_format(format, "0.0000")
    case .rank: format_set_num_format(format, "0")
    }
    return format
  }

  private static func fill(_ format: UnsafeMutablePointer<lxw_format>, _ colour: lxw_color_t) {
    format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
    format_set_bg_color(format, colour)
  }
}

extension String {
  /// Lends a copy of the text to C functions that promise nothing of what they are given.
  fileprivate func withMutableCString<Made>(_ body: (UnsafeMutablePointer<CChar>) -> Made) -> Made {
    var bytes = Array(utf8CString)
    return bytes.withUnsafeMutableBufferPointer { buffer in
      // A C string has its end at least.
      var end: CChar = 0
      return buffer.baseAddress.map(body) ?? body(&end)
    }
  }
}
