import IndexModel
import Scoring
import Testing

/// Each normalisation on four values worked by hand: 2, 4, 4 and 10.
///
///   mean 5, squares 9 + 1 + 1 + 25 = 36, sample variance 36/3 = 12
///   ranks 1, 2.5, 2.5, 4
@Suite("Normalisations, worked by hand") struct NormalisationTests {
  private func column(
    _ method: String, worst: Int = 0, best: Int = 20, transform: String = "none",
    values: [String] = ["2", "4", "4", "10"], extra: String = ""
  ) throws -> (column: IndicatorColumn, table: ScoreTable) {
    let codes = ["ARC", "BEN", "LIL", "UTO", "ZEM"]
    let rows = zip(codes, values).map { "\($0),2020,\($1)\n" }.joined()
    let world = World(
      countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(),
      indicators: "id,dimension,worst,best,transform\na,one,\(worst),\(best),\(transform)\n",
      files: ["one/a.csv": "iso3,year,value\n" + rows],
      lens: "normalisation = \"\(method)\"\n\(extra)\n[weights]\none = 1\n")
    let table = try world.score()
    return (try table.column("a"), table)
  }

  /// 50 + 10·(x − 5)/√12.
  static let standard: [Double] = [-3, -1, -1, 5].map { 50 + 10 * $0 / 12.0.squareRoot() }

  @Test(
    "where more is safer",
    arguments: [
      ("goalposts", [10, 20, 20, 50]), ("minmax", [0, 25, 25, 100]), ("zscore", standard),
      ("rank", [0, 50, 50, 100]), ("percentile", [25, 75, 75, 100]),
      ("ratio_to_reference", [20, 40, 40, 100]),
    ] as [(String, [Double])]) func moreIsSafer(method: String, scores: [Double]) throws
  {
    let found = try column(method, extra: "reference = \"UTO\"").column.scores
    for (one, other) in zip(found, scores) { #expect(abs(one - other) < 1e-12) }
    #expect(found[4].isNaN, "a country without a value has no score")
  }

  @Test(
    "where less is safer",
    arguments: [
      ("goalposts", [90, 80, 80, 50]), ("minmax", [100, 75, 75, 0]), ("zscore", standard.map { 100 - $0 }),
      ("rank", [100, 50, 50, 0]), ("percentile", [100, 75, 75, 25]),
      ("ratio_to_reference", [100, 50, 50, 20]),
    ] as [(String, [Double])]) func lessIsSafer(method: String, scores: [Double]) throws
  {
    let found = try column(method, worst: 20, best: 0, extra: "reference = \"ARC\"").column.scores
    for (one, other) in zip(found, scores) { #expect(abs(one - other) < 1e-12) }
  }

  @Test("values are transformed before they are compared") func transformed() throws {
    // Square roots of 0, 1, 4 and 9 are 0 to 3, in thirds of the whole.
    let found = try column("minmax", transform: "sqrt", values: ["0", "1", "4", "9"]).column.scores
    for (one, other) in zip(found, [0, 100.0 / 3, 200.0 / 3, 100]) { #expect(abs(one - other) < 1e-12) }
  }

  @Test(
    "an indicator that is the same everywhere tells none apart, and a warning says so",
    arguments: [("minmax", 50.0), ("zscore", 50), ("rank", 50), ("percentile", 100)]) func constant(
      method: String, score: Double
    ) throws
  {
    let (column, table) = try column(method, values: ["3", "3", "3"])
    #expect(Array(column.scores.prefix(3)) == [score, score, score])
    #expect(table.findings.all.map(\.identifier) == ["constant"])
    #expect(table.findings.all.first?.severity == .warning)
  }

  @Test("a ratio to a country without a value, or of a value that is not above 0, is an error") func noRatio()
    throws
  {
    let absent = try column("ratio_to_reference", extra: "reference = \"ZEM\"").table
    #expect(absent.findings.all.map(\.identifier) == ["no-reference"])
    let zero = try column("ratio_to_reference", values: ["2", "0", "4", "10"], extra: "reference = \"ARC\"")
      .table
    #expect(zero.findings.all.map(\.identifier) == ["not-positive"])
    #expect(zero.findings.all.first?.place?.line == 3)
  }

  /// Goalposts 0 and 20, caps 3 and 8: 2, 4, 4, 10 count as 3, 4, 4, 8. The mean is 19/4, the least 3, the greatest 8.
  @Test(
    "a value beyond a cap counts as the cap, and goalposts stay where they are",
    arguments: [
      ("goalposts", [15, 20, 20, 40]), ("minmax", [0, 20, 20, 100]),
      ("ratio_to_reference", [37.5, 50, 50, 100]),
    ] as [(String, [Double])]) func caps(method: String, scores: [Double]) throws
  {
    let own = try column(method, extra: "reference = \"UTO\"\n[caps]\na = { least = 3, most = 8 }")
    for (one, other) in zip(own.column.scores, scores) { #expect(abs(one - other) < 1e-12) }
    #expect(own.column.values[0] == 2, "the value itself stays as it is")
    let open = try column("goalposts", extra: "[caps]\na = { most = 8 }").column.scores
    #expect(zip(open, [10, 20, 20, 40]).allSatisfy { abs($0 - $1) < 1e-12 })
  }
}
