import Diagnostics
import IndexModel
import Tabular

/// Reads indicators.csv: which indicators there are, where they hang, where their figures stand.
package enum CatalogueReader {
  package static let columns = [
    "id", "dimension", "name", "unit", "worst", "best", "direction", "transform", "times", "denominator",
    "per", "neighbours", "mean_over", "change_over", "people", "prior", "prior_people", "enough_people",
    "plausible_min", "plausible_max", "threat", "source", "producer", "licence", "reference", "files", "kind",
    "conflict_from", "year",
  ]

  /// Reads the catalogue into a framework; everything wrong with it is noted in `findings`.
  package static func read(_ text: SourceText, into findings: inout Findings) -> Framework {
    var rows: [(record: Record, indicator: Indicator)] = []
    var lineByID: [IndicatorID: Int] = [:]
    var told: Set<String> = []
    let goalposts = text.line(1).contains("direction") ? [] : ["worst", "best"]
    RecordReader.read(text, columns: columns, required: ["id", "dimension"] + goalposts, into: &findings) {
      record, findings in
      var fields = CatalogueFields(record: record)
      if let indicator = fields.indicator() {
        if let first = lineByID[indicator.id] {
          fields.wrong(
            .catalogue.duplicateIndicator, "\"\(indicator.id)\" stands on line \(first) already", at: "id")
        } else {
          lineByID[indicator.id] = record.line
          rows.append((record, indicator))
        }
        if let name = indicator.dimension?.dimension, DimensionPath.reserved.contains(name),
          told.insert(name).inserted
        {
          fields.wrong(
            .catalogue.reservedName,
            "no dimension can be called \"\(name)\": tables have a column of that name", at: "dimension",
            "choose another name, such as \(name)-security")
        }
      }
      findings.append(contentsOf: fields.findings)
    }
    // As one part of a sum it may be: x/(x + y) is a share.
    for (record, indicator) in rows where indicator.derivation.denominators == [indicator.id] {
      findings.append(
        record, .catalogue.ownDenominator, "\"\(indicator.id)\" is divided by itself", at: "denominator",
        remedy: "name another series, or leave the field empty")
    }
    for (record, indicator) in rows where indicator.derivation.prior?.people == indicator.id {
      findings.append(
        record, .catalogue.ownDenominator, "\"\(indicator.id)\" counts its own people", at: "people",
        remedy: "name another series, such as population")
    }
    noteDifferentYears(rows, into: &findings)
    let known = rows.map(\.indicator.id.rawValue)
    let isKnown = Set(known)
    func noteUnknown(_ what: String, _ column: String, _ series: (Derivation) -> [IndicatorID]) {
      for (record, indicator) in rows {
        for id in series(indicator.derivation) where !isKnown.contains(id.rawValue) {
          findings.append(
            record, .framework.unknownIndicator, "the \(what) \"\(id)\" is not in the catalogue", at: column,
            remedy: NearestName.remedy(for: id.rawValue, among: known))
        }
      }
    }
    noteUnknown("denominator", "denominator") { $0.denominators }
    noteUnknown("factor", "times") { $0.factors }
    noteUnknown("series", "people") { $0.prior.map { [$0.people] } ?? [] }
    return Framework(rows.map(\.indicator))
  }
}

extension CatalogueReader {
  /// A table is read once, with one year for all of it.
  private static func noteDifferentYears(
    _ rows: [(record: Record, indicator: Indicator)], into findings: inout Findings
  ) {
    var first: [String: Indicator] = [:]
    for (record, indicator) in rows {
      for file in indicator.files.map(\.path) {
        guard let other = first[file] else {
          first[file] = indicator
          continue
        }
        if other.yearOfAll == indicator.yearOfAll { continue }
        let years = [other, indicator].map { $0.yearOfAll.map(String.init) ?? "none" }
        findings.append(
          record, .catalogue.differentYears,
          "\(other.id) gives \(file) the year \(years[0]), \(indicator.id) gives it \(years[1])", at: "year")
        break
      }
    }
  }
}

/// The fields of one row of the catalogue, read one by one.
struct CatalogueFields {
  let record: Record
  var findings = Findings()

  mutating func indicator() -> Indicator? {
    let id = IndicatorID(record["id"])
    if id == nil {
      wrong(
        .catalogue.badName, "\"\(record["id"])\" is not a name for an indicator", at: "id",
        "use lower-case letters, digits and hyphens, such as homicide-rate")
    }
    let path = dimension()
    let transform = choice("transform", .catalogue.unknownTransform, "transform") ?? Transform.none
    let direction: Direction? = choice("direction", .lenses.unknownMethod, "direction")
    let posts = goalposts(isScored: path != nil && record["direction"].isEmpty, transform)
    let plausible = plausible()
    let derivation = derivation(plausible)
    let folder = path.map { $0.dimension + "/" } ?? ""
    let files = files(defaultPath: "\(folder)\(record["id"]).csv")
    // A row with an error still says which indicator there is: a lens that names it is not to blame.
    guard let id else { return nil }
    return Indicator(
      id: id, dimension: path, name: record["name"].isEmpty ? id.rawValue : record["name"],
      unit: record["unit"], goalposts: posts, direction: direction, transform: transform,
      derivation: derivation, plausible: plausible, threat: record["threat"], source: record["source"],
      producer: record["producer"], licence: Licence(record["licence"]), reference: record["reference"],
      files: files, kind: choice("kind", .lenses.unknownMethod, "kind of figures"),
      conflictFrom: number("conflict_from"), yearOfAll: year(), line: record.line)
  }

  private mutating func year() -> Year? {
    let text = record["year"]
    if text.isEmpty { return nil }
    if case .year(let year) = YearText(text) { return year }
    wrong(
      .figures.badYear, "\"\(text)\" is not a year", at: "year",
      "write the year of all figures of its table, or leave the field empty where the table has years")
    return nil
  }

  private mutating func dimension() -> DimensionPath? {
    let text = record["dimension"]
    if text.isEmpty { return nil }
    guard let path = DimensionPath(text) else {
      wrong(
        .catalogue.badName, "\"\(text)\" is not a path of dimensions", at: "dimension",
        "use lower-case names joined by /, such as political/rights")
      return nil
    }
    guard path.segments.count > DimensionPath.mostLevels else { return path }
    wrong(
      .catalogue.tooDeep,
      "the path has \(path.segments.count) levels, and may have \(DimensionPath.mostLevels)", at: "dimension",
      "leave levels out of it")
    return DimensionPath(path.segments.prefix(DimensionPath.mostLevels).joined(separator: "/"))
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: String, _ kind: FindingKind, _ what: String
  ) -> Choice? where Choice.RawValue == String {
    let text = record[column]
    if text.isEmpty { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    wrong(
      kind, "unknown \(what) \"\(text)\"", at: column,
      NearestName.remedy(for: text, among: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// - Parameter isScored: whether the row needs them.
  private mutating func goalposts(isScored: Bool, _ transform: Transform) -> Goalposts? {
    let (worst, best) = (number("worst"), number("best"))
    if worst != nil || best != nil, !record["direction"].isEmpty {
      wrong(
        .framework.goalposts, "a direction and goalposts are both given", at: "direction",
        "leave direction empty: the order of worst and best says it")
    }
    guard let worst, let best else {
      let isIncomplete = (worst == nil) != (best == nil)
      if (isScored || isIncomplete) && !findings.hasErrors {
        wrong(
          .framework.goalposts, "an indicator with a dimension needs both worst and best, or a direction",
          at: worst == nil ? "worst" : "best")
      }
      return nil
    }
    guard let posts = Goalposts(worst: worst, best: best) else {
      wrong(
        .framework.goalposts, "worst and best are both \(CSVText.shortest(worst))", at: "worst",
        "they must differ: their order is the direction")
      return nil
    }
    if transform.accepts(worst), transform.accepts(best), !transform.separates(posts) {
      wrong(
        .framework.goalposts, "worst and best are the same, or too far apart, as numbers", at: "worst",
        "move one of them")
    }
    for (value, column) in [(worst, "worst"), (best, "best")] where !transform.accepts(value) {
      wrong(
        .framework.goalposts, "the transform \(transform) needs \(transform.requirement)", at: column,
        "move the goalpost, or choose another transform")
    }
    return posts
  }

  private mutating func plausible() -> ClosedRange<Double> {
    let least = number("plausible_min") ?? -.infinity
    let most = number("plausible_max") ?? .infinity
    if least <= most { return least...most }
    wrong(.framework.outOfRange, "plausible_min is above plausible_max", at: "plausible_min", "swap the two")
    return -Double.infinity...Double.infinity
  }

  mutating func number(_ column: String) -> Double? {
    switch NumberText(record[column]) {
    case .value(let value): return value
    case .missing: return nil
    case .qualified, .localised, .malformed:
      wrong(
        .figures.notANumber, "\"\(record[column])\" is not a number", at: column,
        "write digits with a decimal point, or leave the field empty")
      return nil
    }
  }

  private mutating func files(defaultPath: String) -> [FigureFile] {
    let text = record["files"]
    if text.isEmpty { return [FigureFile(path: defaultPath)] }
    var files: [FigureFile] = []
    for whole in text.split(separator: ";") {
      // A question mark at its end: the file may be missing.
      let isOptional = whole.trimmingSpaces.hasSuffix("?")
      let entry = isOptional ? whole.trimmingSpaces.dropLast() : whole
      if isOptional, entry.isEmpty {
        files.append(FigureFile(path: defaultPath, isOptional: true))
        continue
      }
      let parts = entry.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
        \.trimmingSpaces)
      let path = parts[0]
      let column = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
      if path.isEmpty {
        if column != nil { noFile("\"\(entry.trimmingSpaces)\" names a column but no file") }
      } else if DataPath.staysInside(path) {
        files.append(FigureFile(path: path, column: column, isOptional: isOptional))
      } else {
        wrong(
          .catalogue.pathOutsideData, "the path \"\(path)\" leaves the data folder", at: "files",
          "name a file below the folder, such as food/undernourishment.csv")
      }
    }
    if files.isEmpty, !findings.hasErrors { noFile("\"\(text)\" names no file") }
    return files
  }

  private mutating func noFile(_ message: String) {
    wrong(
      .catalogue.noFiles, message, at: "files",
      "write path#column, or leave the field empty for the file named after the indicator")
  }

  mutating func wrong(_ kind: FindingKind, _ message: String, at column: String, _ remedy: String? = nil) {
    findings.append(record, kind, message, at: column, remedy: remedy)
  }
}

package enum DataPath {
  /// Whether a path, as written, stays below the folder that it is relative to.
  package static func staysInside(_ path: String) -> Bool {
    if path.isEmpty || path.hasPrefix("/") || path.contains("\\") || path.contains("\0") { return false }
    return !path.split(separator: "/", omittingEmptySubsequences: false).contains {
      $0 == ".." || $0 == "." || $0.isEmpty
    }
  }
}
