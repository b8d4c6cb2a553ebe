import Diagnostics
import IndexModel
import Tabular

/// Reads boundaries.csv: the outlines that a map is drawn from.
package enum OutlineReader {
  /// Reads outlines in file order; what is wrong is noted in `findings`.
  ///
  /// `path` holds rings separated by `;`, numbers separated by spaces, in tenths of a degree: the
  /// first point of a ring absolute, each further one as the difference from the one before.
  package static func read(_ text: SourceText, into findings: inout Findings) -> [(
    code: CountryCode, outline: Outline
  )] {
    var outlines: [(code: CountryCode, outline: Outline)] = []
    RecordReader.read(
      text, columns: ["iso3", "kind", "path"], required: ["iso3", "kind", "path"], into: &findings
    ) { record, findings in
      guard let code = CountryCode(record["iso3"]) else {
        findings.append(
          record, .framework.badCountryCode, "\"\(record["iso3"])\" is not a country code", at: "iso3",
          remedy: "write three letters")
        return
      }
      guard let outline = outline(kind: record["kind"], path: record["path"]) else {
        findings.append(record, .countries.badOutline, "the outline of \(code) cannot be read", at: "path")
        return
      }
      outlines.append((code, outline))
    }
    return outlines
  }

  private static func outline(kind: String, path: String) -> Outline? {
    let texts = path.split(separator: ";")
    let rings = texts.compactMap(ring)
    guard !rings.isEmpty, rings.count == texts.count else { return nil }
    switch kind {
    case "point": return rings.count == 1 && rings[0].count == 1 ? .point(rings[0][0]) : nil
    case "area": return rings.allSatisfy { $0.count >= 3 } ? .area(rings) : nil
    default: return nil
    }
  }

  private static func ring(_ text: Substring) -> [Outline.MapPoint]? {
    let numbers = text.split(separator: " ").map { Int($0) }
    guard numbers.count >= 2, numbers.count % 2 == 0 else { return nil }
    var points: [Outline.MapPoint] = []
    var (longitude, latitude) = (0, 0)
    for index in stride(from: 0, to: numbers.count, by: 2) {
      guard let east = numbers[index], let north = numbers[index + 1], (-3600...3600).contains(east),
        (-1800...1800).contains(north)
      else { return nil }
      longitude += east
      latitude += north
      guard abs(longitude) <= 1800, abs(latitude) <= 900 else { return nil }
      points.append(.init(longitude: longitude, latitude: latitude))
    }
    return points
  }
}
