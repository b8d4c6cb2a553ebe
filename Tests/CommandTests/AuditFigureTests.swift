import Foundation
import Testing

/// The tables of an audit on the data behind a ranking, on `AuditedWorld`.
@Suite("hsi audit: central weights, best weights, data") struct AuditFigureTests {
  /// Utopia is first up to w = 3/5, Arcadia up to 4/5, Lilliput beyond: mean weights 3/10, 7/10, 9/10.
  @Test("central weights are the middles of where each is first; of one year no confidence is had")
  func centralWeights() throws {
    let rows = try AuditedWorld().table("central-weights", "--weights", "simplex", "--samples", "20000")
    for (code, share, middle) in [("UTO", 0.6, 0.3), ("ARC", 0.2, 0.7), ("LIL", 0.2, 0.9)] {
      let row = try #require(rows[code])
      func value(_ column: String) throws -> Double { try #require(Double(row[column] ?? ""), "\(column)") }
      #expect(abs(try value("p_first") - share) < 4 * (share * (1 - share) / 20000).squareRoot())
      #expect(abs(try value("w_economic") - middle) < 4 * (try value("w_se_economic")))
      #expect(abs(try value("w_economic") + (try value("w_food")) - 1) < 1e-12)
      #expect(row["confidence"] == "" && row["confidence_se"] == "")
    }
    let last = try #require(rows["BEN"])
    #expect(last["p_first"] == "0" && last["w_economic"] == "" && last["w_se_food"] == "")
  }

  /// Eleven years in which everything goes up and down by 4: enough changes to tell errors from.
  @Test("with figures of many years confidence is given, and the page says how sure the first is")
  func confidence() throws {
    let world = try AuditedWorld()
    try world.writeYears(swing: 4)
    let rows = try world.table("central-weights", "--weights", "simplex", "--samples", "1000")
    let sure = try #require(Double(rows["ARC"]?["confidence"] ?? ""))
    // At 7/10 Arcadia has 74, Utopia 69 and Lilliput 69; errors of the mean have a deviation of 2.2.
    #expect(sure > 0.7 && sure < 0.99)
    let error = try #require(Double(rows["ARC"]?["confidence_se"] ?? ""))
    #expect(abs(error - (sure * (1 - sure) / 1000).squareRoot()) < 1e-12)
    let page = try world.audit("--weights", "simplex", "--samples", "1000").unwrapped
    #expect(page.contains("3 countries can be first: Utopia, Arcadia, Lilliput."))
    #expect(page.contains("Utopia stays first under the stated weights in "))
    let view = try world.audit("--country", "ARC", "--weights", "simplex", "--samples", "1000")
    #expect(view.unwrapped.contains("would be first at the mean of the weights that put it first in "))
  }

  /// Bensalem is half of Arcadia: 50 at most. Each of the others is best by its own weights.
  @Test("best weights: who is outdone, in the table, on the page and in the view of a country") func ownBest()
    throws
  {
    let world = try AuditedWorld()
    let rows = try world.table("benefit-of-the-doubt")
    #expect(["UTO", "ARC", "LIL"].allSatisfy { rows[$0]?["bod_score"] == "100" })
    #expect(["UTO", "ARC", "LIL"].allSatisfy { rows[$0]?["bod_rank_ties"] == "3" })
    #expect(abs((Double(rows["BEN"]?["bod_score"] ?? "") ?? 0) - 50) < 1e-9)
    #expect(rows["BEN"]?["bod_rank"] == "4" && rows["BEN"]?["bod_rank_ties"] == "1")
    let page = try world.audit("--samples", "1000").unwrapped
    #expect(page.contains("3 of 4 countries are efficient; Bensalem is behind somebody"))
    let view = try world.audit("--country", "BEN", "--samples", "1000").unwrapped
    #expect(view.contains("By the weights of dimensions that suit it best it scores 50.0 of 100"))
    #expect(view.contains("number 4 when all are judged so"))
    #expect(view.contains("Of its 2 indicators 2 have a figure of 2020. So 100 % of its indicators"))
  }

  /// As Utopia has the greatest least score, 60, it is first whatever the weights.
  @Test("an order that is not linear in weights has all but the confidence that rests on sums")
  func notLinear() throws {
    let world = try AuditedWorld()
    try world.lens("worst", dimensions: "minimum")
    let central = try world.table("central-weights", "--lens", "worst", "--samples", "500")
    #expect(central["UTO"]?["p_first"] == "1" && central["UTO"]?["confidence"] == "")
    let why = try world.audit("--lens", "worst", "--table", "central-weights", "--samples", "500")
    #expect(why.unwrapped.contains("carried through a ranking that is a weighted sum only"))
    let best = try world.table("benefit-of-the-doubt", "--lens", "worst")
    #expect(best["UTO"]?["rank"] == "1" && best["UTO"]?["score"] == "60")
    #expect(try world.table("data", "--lens", "worst", keys: 2)["index>worst"]?["cells"] == "8")
    let view = try world.audit("--country", "BEN", "--lens", "worst", "--format", "json", "--samples", "500")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(view.output.utf8)) as? [String: Any])
    #expect(object["confidence"] is NSNull)
    #expect((object["benefit_of_the_doubt"] as? [String: Any])?["rank"] as? Int == 4)
    #expect((object["data"] as? [String: Any])?["observed"] as? Int == 2)
  }

  @Test("the page says where figures are fewest") func regions() throws {
    let world = try AuditedWorld()
    try world.sandbox.write(
      "T/Data/countries.csv",
      "iso3,name,region\nARC,Arcadia,North\nBEN,Bensalem,South\nLIL,Lilliput,North\nUTO,Utopia,North\n")
    try world.sandbox.write(
      "T/Data/food/bread.csv", "iso3,year,value\nUTO,2020,90\nARC,2020,60\nLIL,2020,20\n")
    let page = try world.audit("--samples", "1000").unwrapped
    #expect(
      page.contains(
        "Figures are fewest in South: on average a country there has figures of 50 % of the indicators, over "
          + "all countries it is 88 %."))
    let rows = try world.table("data", keys: 2)
    #expect(rows["region>South"]?["filled"] == "0.5" && rows["region>North"]?["missing"] == "0")
    let table = try world.audit("--table", "data", "--format", "md")
    #expect(table.output.contains("South") && table.output.contains("lower median"))
  }
}

extension Program.Run {
  /// What was printed, with lines joined by single spaces.
  var unwrapped: String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
