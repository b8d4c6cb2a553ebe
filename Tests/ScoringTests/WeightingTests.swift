import Audit
import IndexModel
import Testing

@testable import Scoring

/// Weights made of figures, worked by hand.
@Suite("Weights from figures, worked by hand") struct WeightingTests {
  static func derived(_ scheme: WeightScheme, _ columns: [[Double]]) -> DerivedWeights {
    DerivedWeights(scheme, columns.map { $0[...] })
  }

  static func isNear(_ one: [Double], _ other: [Double]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  @Test("eigenvalues of small matrices, worked by hand") func eigenvalues() {
    // (1, r; r, 1) has 1 ± r along (1, ±1)/√2.
    let two = SymmetricEigen([[1, 0.6], [0.6, 1]])
    #expect(Self.isNear(two.values, [1.6, 0.4]))
    #expect(Self.isNear(two.vectors[0].map { $0 * $0 }, [0.5, 0.5]))
    // (2, −1, 0; −1, 2, −1; 0, −1, 2) has 2 + √2, 2, 2 − √2; the first along (1, −√2, 1)/2.
    let three = SymmetricEigen([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
    let root = 2.0.squareRoot()
    #expect(Self.isNear(three.values, [2 + root, 2, 2 - root]))
    #expect(Self.isNear(three.vectors[0].map { $0 * $0 }, [0.25, 0.5, 0.25]))
    #expect(three.vectors[0][0] * three.vectors[0][1] < 0)
    #expect(SymmetricEigen([[1, 0], [0, 1]]).values == [1, 1])
    #expect(SymmetricEigen([]).values.isEmpty)
  }

  @Test("of two parts each weighs a half, and those that oppose each other are named") func pairs() {
    let together = Self.derived(.pca, [[10, 20, 40], [5, 30, 20]])
    #expect(Self.isNear(together.weights, [0.5, 0.5]) && together.doubt == nil)
    let opposed = Self.derived(.pca, [[10, 20, 40], [50, 30, 20]])
    #expect(Self.isNear(opposed.weights, [0.5, 0.5]) && opposed.doubt == .opposed([1]))
  }

  @Test("of two equal parts and one uncorrelated, the third weighs nothing") func uncorrelated() {
    // a = b = (−1, −1, 1, 1), c = (−1, 1, −1, 1): correlations 1 and 0, first eigenvector (1, 1, 0)/√2.
    let weights = Self.derived(.pca, [[40, 40, 60, 60], [10, 10, 90, 90], [0, 100, 0, 100]])
    #expect(Self.isNear(weights.weights, [0.5, 0.5, 0]) && weights.weights[2] == 0)
  }

  @Test("where no direction is first, all weigh the same") func noFirst() {
    let weights = Self.derived(.pca, [[0, 0, 100, 100], [0, 100, 0, 100]])
    #expect(Self.isNear(weights.weights, [0.5, 0.5]) && weights.doubt == nil)
  }

  @Test("entropy weighs what is unevenly spread", arguments: [1.0, 0.01]) func entropy(scale: Double) {
    // p of (0, 0, 0, 60) is (0, 0, 0, 1): e = 0. p of (0, 0, 30, 30): e = ln 2/ln 4 = ½. A
    // constant has e = 1. 1 − e is 1, ½, 0.
    let columns: [[Double]] = [[0, 0, 0, 60], [0, 0, 30, 30], [7, 7, 7, 7]]
    let weights = Self.derived(.entropy, columns.map { $0.map { $0 * scale } })
    #expect(Self.isNear(weights.weights, [2 / 3.0, 1 / 3.0, 0]) && weights.weights[2] == 0)
  }

  @Test("without figures to tell by, weights are equal and say so", arguments: ["pca", "entropy"])
  func equalInstead(_ name: String) throws {
    let scheme = try #require(WeightScheme(rawValue: name))
    let nan = Double.nan
    let constant = Self.derived(scheme, [[5, 5, 5], [7, 7, 7]])
    #expect(constant == DerivedWeights(scheme, equal: 2))
    let few = Self.derived(scheme, [[1, 2, 3, nan, nan], [nan, nan, 3, 4, 5]])
    #expect(few == DerivedWeights(scheme, equal: 2))
    let none = Self.derived(scheme, [[nan, nan], [nan, nan]])
    #expect(none.weights == [0.5, 0.5])
  }

  @Test("what does not vary, and what hardly anybody has, weighs nothing") func left() {
    let nan = Double.nan
    let constant = Self.derived(.pca, [[1, 2, 4], [7, 7, 7], [3, 5, 9]])
    #expect(constant.weights[1] == 0 && abs(constant.weights[0] - 0.5) < 1e-12)
    let rare = Self.derived(.pca, [[1, 2, 4], [7, nan, nan], [3, 5, 9]])
    #expect(rare == constant)
    #expect(Self.derived(.pca, [[1, 2, 4], [7, 7, 7]]).weights == [1, 0])
  }

  @Test("what is doubtful of weights is warned of, with the names of the parts") func warnings() throws {
    func world(_ b: [Int], _ e: [Int]) -> World {
      func rows(_ values: [Int]) -> String {
        "iso3,year,value\n" + zip(["ARC", "LIL", "UTO"], values).map { "\($0),2020,\($1)\n" }.joined()
      }
      return World(
        indicators: "id,dimension,worst,best\na,one,0,100\nb,one,0,100\ne,two,0,100\n",
        files: ["one/a.csv": rows([10, 20, 40]), "one/b.csv": rows(b), "two/e.csv": rows(e)],
        lens: "weights = \"pca\"\n")
    }
    let opposed = try world([50, 30, 20], [1, 2, 3]).score()
    #expect(opposed.findings.all.map(\.identifier) == ["opposed-parts"])
    #expect(opposed.findings.all.first?.message.hasPrefix("of the parts of one, b falls") == true)
    let several = SiblingWeights.finding(
      .opposed([0, 1]), .pca, NodeIndex(1), [NodeIndex(2), NodeIndex(3)],
      try world([1, 2, 3], [1, 2, 3]).cube().framework)
    #expect(
      several.message == "of the parts of one, a and b fall where the others rise, and weigh by how strongly "
        + "they do")
    // All are 30, so that neither one nor two tells countries apart.
    let constant = try world([50, 40, 20], [30, 30, 30]).score()
    #expect(constant.findings.all.map(\.identifier) == ["opposed-parts", "equal-instead"])
    #expect(constant.findings.all.last?.message.hasPrefix("the dimensions weigh the same") == true)
    #expect(constant.dimensions.map { constant.weights[$0] } == [0.5, 0.5])
  }

  @Test("a linear programme with its optimum at a corner, and a degenerate one") func simplex() {
    // max 3x + 2y, x + y ≤ 4, x + 3y ≤ 6, x ≤ 3: (3, 1).
    var corner = Simplex(maximising: [3, 2], under: [[1, 1, 4], [1, 3, 6], [1, 0, 3]])
    #expect(Self.isNear(corner.solve(), [3, 1]))
    // Beale's programme, on which the largest coefficient first goes in circles for ever.
    var circle = Simplex(
      maximising: [0.75, -150, 0.02, -6],
      under: [[0.25, -60, -0.04, 9, 0], [0.5, -90, -0.02, 3, 0], [0, 0, 1, 0, 1]])
    #expect(Self.isNear(circle.solve(), [0.04, 0, 1, 0]))
  }
}

extension DerivedWeights {
  /// Equal weights for want of figures.
  fileprivate init(_ scheme: WeightScheme, equal count: Int) {
    self.init(scheme, (0..<count).map { _ in [1, 1, 1][...] })
  }
}
