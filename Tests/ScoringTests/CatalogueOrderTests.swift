import IndexModel
import Scoring
import Testing

@Suite("The order of the catalogue") struct CatalogueOrderTests {
  /// Weights whose sum depends on the order of summation.
  @Test("changes no bit of any score, share of weight or reliability", arguments: Imputation.allCases)
  func order(impute: Imputation) throws {
    let ids = ["a", "b", "c", "d", "e", "f", "g"]
    let codes = ["ARC", "LIL", "UTO"]
    var files: [String: String] = [:]
    for (place, id) in ids.enumerated() {
      let rows = codes.enumerated().filter { ($0.offset * 3 + place) % 5 != 0 }
      files["one/\(id).csv"] =
        "iso3,year,value\n"
        + rows.map { "\($0.element),\($0.offset == 2 && place > 4 ? 2017 : 2020),\(7 * place + $0.offset)\n" }
        .joined()
    }
    var told: [[UInt64]] = []
    for turn in 0..<ids.count {
      let turned = Array(ids[turn...] + ids[..<turn])
      for order in [turned, turned.reversed()] {
        let world = World(
          indicators: "id,dimension,worst,best\n"
            + order.map { "\($0),one\(["a", "d"].contains($0) ? "/x" : ""),0,100\n" }.joined(), files: files,
          lens: """
            impute = "\(impute.rawValue)"
            imputed_limit = 1
            [weights]
            one = 1
            [indicator_weights]
            a = 0.1
            b = 0.7
            c = 0.3
            d = 1.3
            e = 0.9
            f = 1.7
            g = 0.2
            """)
        let table = try world.score()
        let numbers = table.rows.flatMap { row -> [Double] in
          let reliability = table.reliability(row)
          return [
            table.score(row) ?? .nan, table.coverage(row), table.imputedShare(row), reliability.observed,
            reliability.carried, reliability.imputed, reliability.missing, reliability.meanAge ?? 0,
          ]
        }
        told.append(numbers.map(\.bitPattern))
      }
    }
    #expect(Set(told).count == 1)
  }
}
