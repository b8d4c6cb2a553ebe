import IndexModel
import Ingest
import Tabular

/// What is known of where figures are from, beside the figures: the lines of their files, and the plan by which they
/// were imported.
package struct TraceSources {
  /// What the folder of figures is called, such as `Data`.
  let dataFolder: String
  private let texts: [String: SourceText]
  private let plan: ImportPlan
  private let planLine: (IndicatorID) -> Int?

  /// - Parameters:
  ///   - texts: the files of figures, by their paths.
  ///   - planLine: the line of an indicator's entry in imports.toml.
  package init(
    dataFolder: String, texts: [String: SourceText], plan: ImportPlan,
    planLine: @escaping (IndicatorID) -> Int?
  ) { (self.dataFolder, self.texts, self.plan, self.planLine) = (dataFolder, texts, plan, planLine) }

  /// Where the figures of a series are from.
  struct Source {
    let definition: Indicator
    /// The files that were imported, each with its column; empty where nobody remembered.
    let files: [String]
    /// Where these stand in public, and where newer ones are fetched; empty where nobody said.
    let addresses: [String]
    /// Where the plan says so, such as `Data/imports.toml:12`.
    let planPlace: String?

    var producer: String { definition.producer }
    var licence: String { definition.licence.text }
  }

  func source(_ indicator: Indicator) -> Source {
    guard let entry = plan.entries.first(where: { $0.indicator == indicator.id }) else {
      return Source(definition: indicator, files: [], addresses: [], planPlace: nil)
    }
    let files = entry.sources.map { source in
      let rows = source.conditions.map { "\($0.column)\($0.isExclusion ? "≠" : "=")\($0.text)" }
      return source.file + (source.column.map { ", column \($0)" } ?? "")
        + (rows.isEmpty ? "" : ", rows with " + rows.joined(separator: ", "))
    }
    let urls = entry.sources.compactMap { source -> String? in
      guard !source.url.isEmpty, let address = try? ImportAddress(source.url) else { return nil }
      return try? address.url(for: entry)
    }
    return Source(
      definition: indicator, files: files,
      addresses: Self.unique(entry.sources.map(\.origin).filter { !$0.isEmpty } + urls),
      planPlace: planLine(indicator.id).map { "\(dataFolder)/imports.toml:\($0)" })
  }

  private static func unique(_ texts: [String]) -> [String] {
    var found: [String] = []
    for text in texts where !found.contains(text) { found.append(text) }
    return found
  }

  /// The line of a file on which a figure stands, as it stands there.
  func text(_ place: Provenance) -> String { texts[place.file]?.line(place.line) ?? "" }
}
