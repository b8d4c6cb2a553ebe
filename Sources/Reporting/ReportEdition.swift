/// What identifies an edition of a report beside its figures and judgements.
public struct ReportEdition: Sendable {
  /// The version of the program.
  public let toolVersion: String
  /// The vintage: a hexadecimal digest of the files of Data/.
  public let vintage: String
  /// The folder of figures as a link from the report's folder, such as `../Data`; empty when the
  /// report does not stand beside it.
  public let dataFolder: String

  /// An edition.
  public init(toolVersion: String, vintage: String, dataFolder: String) {
    self.toolVersion = toolVersion
    self.vintage = vintage
    self.dataFolder = dataFolder
  }

  /// The first twelve digits of the vintage: enough to tell editions apart.
  public var shortVintage: String { String(vintage.prefix(12)) }
}
