/// What identifies an edition of a report beside its figures and judgements.
package struct ReportEdition: Sendable {
  package let toolVersion: String
  /// The vintage: a hexadecimal digest of the files of Data/.
  package let vintage: String
  /// The folder of figures from the report's, such as `../Data`; empty when it does not stand beside it.
  package let dataFolder: String

  package init(toolVersion: String, vintage: String, dataFolder: String) {
    (self.toolVersion, self.vintage, self.dataFolder) = (toolVersion, vintage, dataFolder)
  }

  /// The first twelve digits of the vintage: enough to tell editions apart.
  package var shortVintage: String { String(vintage.prefix(12)) }
}
