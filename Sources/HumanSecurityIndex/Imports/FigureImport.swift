import Diagnostics
import IndexModel
import Ingest
import Spreadsheets
import Tabular

/// What may happen to the figures that an indicator has already.
package struct ReplacementChoice: Sendable {
  /// Whether figures stay that the new tables do not have.
  package var keep = false
  /// Whether figures are written although they look like others than those that stand there.
  package var force = false

  package init(keep: Bool = false, force: Bool = false) { (self.keep, self.force) = (keep, force) }
}

/// Reading an indicator's figures out of publishers' tables and comparing them with what Data/
/// holds: what `hsi import` and `hsi update` have in common.
package struct FigureImport {
  package let catalogue: Catalogue
  package let choice: ReplacementChoice
  private let arriving: ArrivingFigures

  package init(catalogue: Catalogue, choice: ReplacementChoice) {
    (self.catalogue, self.choice, arriving) = (catalogue, choice, ArrivingFigures(catalogue))
  }

  /// What an entry's tables would change; nil when something is wrong, which is then noted.
  package func change(_ entry: ImportPlan.Entry, _ tables: SourceTables, into findings: inout Findings)
    -> FigureChange?
  {
    guard let place = catalogue.framework.indicator(entry.indicator) else { return nil }
    let indicator = catalogue.framework.indicators[place]
    var own = Findings()
    for sheet in tables.sheets { own.append(contentsOf: sheet.findings) }
    let figures = Importer.figures(
      entry, of: indicator, texts: tables.texts, countries: catalogue.countries, into: &own)
    own = SheetTable.naming(own, in: tables.sheets)
    defer { findings.append(contentsOf: own) }
    guard let figures, let file = indicator.files.first else { return nil }
    let path = catalogue.folder.path + "/" + file.path
    guard let current = current(file, of: indicator, path, into: &own) else { return nil }
    if own.hasErrors { return nil }
    let result = choice.keep ? figures.keeping(current.figures) : figures
    let revision = Revision(from: current.figures, to: result)
    let replacing = Revision(from: current.figures, to: figures)
    if !choice.force {
      own.append(
        contentsOf: ReplacementDoubts(indicator: indicator, path: path).findings(revision, replacing))
    }
    if own.hasErrors { return nil }
    if !revision.isEmpty {
      own.append(contentsOf: arriving.warnings(result, insteadOf: current.figures, of: place, file))
    }
    return FigureChange(
      entry: entry, path: path, isNew: !current.isThere, figures: result, revision: revision,
      kept: choice.keep ? result.rows.count - figures.rows.count : nil,
      notes: own.only { $0.severity == .note })
  }

  /// What the canonical file holds now: nothing when it is not there or cannot be read, in which
  /// case every figure counts as new; nil when the file must not be replaced.
  private func current(
    _ file: FigureFile, of indicator: Indicator, _ path: String, into findings: inout Findings
  ) -> (figures: CanonicalFigures, isThere: Bool)? {
    var reason: String?
    var figures: [CanonicalFigures.Row] = []
    let isThere = FileReading.exists(path)
    if file.column != nil {
      reason = "it holds several series"
    } else if !catalogue.folder.holds(file.path) {
      reason = "it is reached by a link that leaves the data folder"
    } else if isThere {
      var unread = Findings()
      // Read anew: another run may have written it since the catalogue was read.
      let folder = (try? catalogue.folder.unread) ?? catalogue.folder
      if let text = folder.text(file.path, into: &unread) {
        let old = FigureReader.read(text, FigureSelection(), countries: catalogue.countries, into: &unread)
        // What cannot be read could not stay.
        if choice.keep { findings.append(contentsOf: unread.only { $0.severity == .error }) }
        if !text.bytes.isEmpty, old.layout?.kind != .canonical {
          reason = "it is not in the canonical layout iso3,year,value"
        }
        figures = old.figures.map {
          .init(
            country: catalogue.countries.countries[$0.country].code, year: $0.year, value: $0.value,
            bounds: old.bounds[$0])
        }
      }
    }
    guard let reason else { return (CanonicalFigures(figures), isThere) }
    findings.append(
      .replacements.notReplaceable, "\(indicator.id) cannot be imported into this file: \(reason)",
      at: .init(file: path),
      remedy: "give the indicator a file of its own in the files column of indicators.csv")
    return nil
  }
}
