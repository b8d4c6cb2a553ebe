import Audit
import IndexModel
import Tabular

/// Every figure that differs between two states of an index, for people and for programs.
package struct RevisionPage: WrittenPage, Sendable {
  private let revisions: [FigureRevisions.Revision]
  private let framework: Framework
  private let (folder, limit): (String, Int)

  /// - Parameters:
  ///   - framework: for the names of indicators.
  ///   - folder: what is put before paths under Data/.
  ///   - limit: how many rows people are shown.
  package init(_ revisions: [FigureRevisions.Revision], _ framework: Framework, folder: String, limit: Int) {
    (self.revisions, self.framework) = (revisions, framework)
    (self.folder, self.limit) = (folder, limit)
  }

  package func write(to out: inout PageText) {
    let counts = FigureRevisions.Kind.allCases.map { kind in
      "\(revisions.count { $0.kind == kind }) \(kind.rawValue)"
    }
    out.title("Figures: \(CountWords.list(counts))")
    if revisions.isEmpty { return }
    out.table(
      TextTable(
        [
          .text("indicator", shrinksTo: 16), .text("country"), .number("year"), .number("before"),
          .number("after"), .text("change"), .text("figure in", shrinksTo: 12),
        ],
        revisions.prefix(limit).map { one in
          [
            ChangeWords.name(one.indicator, framework), one.country.description, String(one.year),
            NumberFormat.value(one.before), NumberFormat.value(one.after), one.kind.rawValue,
            one.place.map { "\(folder)/\($0.file):\($0.line)" } ?? "",
          ]
        }))
    out.remainder(of: revisions.count, limit: limit)
  }

  private var fields: Fields<FigureRevisions.Revision> {
    [
      ("indicator", { .string($0.indicator.rawValue) }), ("iso3", { .string($0.country.description) }),
      ("year", { .integer($0.year) }), ("before", { .optional($0.before) }),
      ("after", { .optional($0.after) }), ("change", { .string($0.kind.rawValue) }),
      ("file", { .string($0.place?.file ?? "") }), ("line", { .optional($0.place?.line) }),
    ]
  }

  package var csv: String { CSVText.table(revisions, fields) }
  package var json: JSONText { .list(revisions) { JSONText.members($0, fields) } }
}
