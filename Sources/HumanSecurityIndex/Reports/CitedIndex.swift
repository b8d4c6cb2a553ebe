import Reporting

extension Workspace {
  /// How the index is cited, in the vintage of the present figures.
  package func citation() throws -> Citation {
    Citation(
      lens, year: year,
      ReportEdition(
        toolVersion: Release.version, vintage: try Vintage(of: catalogue.folder).name, dataFolder: ""))
  }
}
