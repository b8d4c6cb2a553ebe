package enum PageFormat: String, CaseIterable, Sendable { case table, csv, json, md }

/// The form that a result takes: its format, and for people how wide and how emphatic it may be.
package struct PageStyle: Sendable {
  package let format: PageFormat
  /// In columns of a terminal; nil where nothing limits it.
  package let width: Int?
  package let bold: Bool

  package init(_ format: PageFormat, width: Int? = nil, bold: Bool = false) {
    (self.format, self.width, self.bold) = (format, width, bold)
  }

  package func text(_ page: some Page) -> String {
    switch format {
    case .table: page.plain(width: width, bold: bold)
    case .md: page.markdown
    case .csv: page.csv
    case .json: page.json.pretty
    }
  }

  /// A text of several parts for people: title, tables with headings, sentences.
  package func text(_ title: String, _ tables: [(heading: String?, table: TextTable)], _ notes: [String])
    -> String
  {
    var out = PageText(self)
    out.title(title)
    for part in tables {
      if let heading = part.heading { out.heading(heading) }
      out.table(part.table)
    }
    if !notes.isEmpty { out.blank() }
    out.lines(notes, areParagraphs: true)
    return out.text
  }
}
