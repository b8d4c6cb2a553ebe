import Diagnostics
import Fetching
import IndexModel
import Ingest
import Reporting
import Scoring
import Spreadsheets
import Tabular
import Warehouse

extension FindingCatalogue {
  /// What hsi can report, put together where all of it is in sight.
  package static let hsi = FindingCatalogue([
    "Text and tables": [FindingKind.tables, FindingKind.shared], "Spreadsheets": [FindingKind.spreadsheets],
    "Figures": [FindingKind.figures], "Checks": [FindingKind.checks],
    "The tables of Data/": [
      FindingKind.framework, FindingKind.countries, FindingKind.units, FindingKind.catalogue,
    ], "Lenses": [FindingKind.lenses],
    "Scores": [FindingKind.scoring, FindingKind.scores, FindingKind.groups],
    "Imports": [FindingKind.imports, FindingKind.replacements], "Fetching": [FindingKind.fetching],
    "Commands": [FindingKind.folders, FindingKind.settings, FindingKind.audits, FindingKind.commands],
    "Printing": [FindingKind.printing], "Watching and serving": [FindingKind.serving],
    "Exports": [FindingKind.exports, FindingKind.warehouse], "Accepted findings": [FindingKind.accepted],
    "Vintages": [FindingKind.vintages],
  ])
}
