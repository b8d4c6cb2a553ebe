import Diagnostics
import IndexModel
import Ingest
import Tabular

/// All that stands in a folder of figures, read once, whichever lenses it is scored under.
package struct FiguresRead {
  package let catalogue: Catalogue
  package let cube: ObservationCube
  package let texts: [String: SourceText]
  /// What was found while reading, errors included.
  package let findings: Findings

  package init(_ folder: DataFolder) {
    var findings = Findings()
    catalogue = Catalogue(folder, into: &findings)
    (cube, texts) = catalogue.cube(into: &findings)
    self.findings = findings
  }

  /// Throws the errors found, each cause once.
  package func throwErrors() throws { try findings.joined(by: DataChecks.subject(of:)).throwErrors() }
}
