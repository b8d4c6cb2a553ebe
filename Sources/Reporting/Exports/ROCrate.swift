import IndexModel
import Tabular

/// The description of an archive of results as RO-Crate 1.1: its files, what they were made from, by which program,
/// and under which terms.
package enum ROCrate {
  /// What results were made from.
  package struct Origin: Sendable {
    package let edition: ReportEdition
    /// The files of Data/ and the lens, each with its SHA-256.
    package let inputs: [(name: String, digest: String)]
    /// The day of publication, as YYYY-MM-DD; nil where nobody gave one.
    package let published: String?

    package init(edition: ReportEdition, inputs: [(name: String, digest: String)], published: String?) {
      (self.edition, self.inputs, self.published) = (edition, inputs, published)
    }
  }

  private typealias Members = [(String, JSONText)]

  static func render(_ files: [(name: String, text: String)], _ report: Report, _ origin: Origin) -> String {
    let names = files.map(\.name)
    let inputs = origin.inputs.map { (id: "#" + $0.name, name: $0.name, digest: $0.digest) }
    let licences = licences(report)
    let head: [Members] = [
      [
        ("@id", .string(ExportFolderText.crate)), ("@type", .string("CreativeWork")),
        ("conformsTo", reference("https://w3id.org/ro/crate/1.1")), ("about", reference("./")),
      ],
      [
        ("@id", .string("./")), ("@type", .string("Dataset")), ("name", .string(report.name)),
        ("description", .string(DataPackage.termsOfFigures)), ("identifier", .string(origin.edition.vintage)),
        ("temporalCoverage", .string(String(report.year))), ("license", references(licences.map(\.id))),
        ("hasPart", references(names)), ("mentions", reference("#run")),
      ] + (origin.published.map { [("datePublished", .string($0))] } ?? []),
    ]
    let run: Members = [
      ("@id", .string("#run")), ("@type", .string("CreateAction")), ("name", .string("scores computed")),
      ("instrument", reference("#hsi")), ("object", references(inputs.map(\.id))),
      ("result", references(names)),
    ]
    let program: Members = [
      ("@id", .string("#hsi")), ("@type", .string("SoftwareApplication")), ("name", .string("hsi")),
      ("softwareVersion", .string(origin.edition.toolVersion)),
    ]
    let graph =
      head + files.map(file) + [run, program]
      + inputs.map { input -> Members in
        [
          ("@id", .string(input.id)), ("@type", .string("CreativeWork")), ("name", .string(input.name)),
          ("sha256", .string(input.digest)),
        ]
      } + licences.map(\.members)
    return JSONText.object([
      ("@context", .string("https://w3id.org/ro/crate/1.1/context")), ("@graph", .list(graph) { $0 }),
    ]).pretty
  }

  private static func file(_ name: String, _ text: String) -> Members {
    let bytes = Array(text.utf8)
    return [
      ("@id", .string(name)), ("@type", .string("File")), ("name", .string(name)),
      ("encodingFormat", .string(name.hasSuffix(".json") ? "application/json" : "text/csv")),
      ("contentSize", .string(String(bytes.count))), ("sha256", .string(Digest.text(of: bytes))),
    ]
  }

  /// The terms of the figures, each with the indicators that it holds for, in the order in which they come first.
  private static func licences(_ report: Report) -> [(id: String, members: Members)] {
    var texts: [String] = []
    for line in report.indicators where !texts.contains(line.definition.licence.text) {
      texts.append(line.definition.licence.text)
    }
    return texts.enumerated().map { place, text in
      let id = "#licence-\(place + 1)"
      let own = report.indicators.filter { $0.definition.licence.text == text }.map(\.definition.id.rawValue)
      return (
        id,
        [
          ("@id", .string(id)), ("@type", .string("CreativeWork")),
          ("name", .string(text.isEmpty ? "terms not known" : text)),
          ("description", .string("Of the figures of " + own.joined(separator: ", "))),
        ]
      )
    }
  }

  private static func reference(_ id: String) -> JSONText { .object([("@id", .string(id))]) }

  private static func references(_ ids: [String]) -> JSONText { .list(ids) { [("@id", .string($0))] } }
}
