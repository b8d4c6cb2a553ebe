import Diagnostics
import IndexModel
import Tabular

@testable import Ingest

/// A table looked over says the same whatever the pieces, and nothing that reading contradicts.
enum SurveyTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let text = SourceText(name: "t.csv", bytes: bytes)
    let whole = survey(text, 1 << 20)
    let size = choices.pieceSize(of: bytes)
    expectSame(whole, survey(text, size), "pieces of \(size)")
  }

  private static func survey(_ text: SourceText, _ size: Int) -> [String] {
    var findings = Findings()
    guard let survey = TableSurvey.read(text, countries: World.countries, segmentSize: size, into: &findings)
    else {
      expect(findings.hasErrors, "a table that is not recognised is an error")
      return words(findings)
    }
    for series in survey.series {
      expect(series.figures > 0 && series.countries > 0, "a series has figures")
      expect((series.firstYear ?? 0) <= (series.lastYear ?? -1), "years are in order")
    }
    return [
      "\(survey.kind) \(survey.encoding) \(survey.headerLine) \(survey.countryColumns)", "\(survey.series)",
      "\(survey.decimals)", "\(survey.missing) \(survey.notNumbers)",
      "\(survey.leftOut ?? "") \(survey.unknown) \(survey.countries)",
    ] + words(survey.findings) + words(findings)
  }
}
