import Diagnostics
import IndexModel
import Tabular
import Testing

@Suite("Reading a lens") struct LensReaderTests {
  static let framework: Framework = {
    func indicator(_ id: String, _ path: String, _ transform: Transform = .none) -> Indicator? {
      IndicatorID(id).map {
        Indicator(
          id: $0, dimension: DimensionPath(path), name: id, unit: "",
          goalposts: Goalposts(worst: 1, best: 100), transform: transform)
      }
    }
    return Framework(
      [
        indicator("income", "economic", .log), indicator("jobless", "economic/work"),
        indicator("hunger", "food"), indicator("arms", "state"),
      ].compactMap { $0 })
  }()

  static func read(_ toml: String) -> (lens: Lens?, findings: [Diagnostic]) {
    var findings = Findings()
    let lens = LensReader.read(
      SourceText(name: "l.toml", toml), name: "l", framework: framework, into: &findings)
    return (lens, findings.all)
  }

  @Test("what is wrong in a list is told at its item") func items() {
    let found = Self.read(
      "weights = \"equal\"\nreferences = [\n  \"a\",\n  3,\n]\ndimensions = [\"food\", \"foot\"]\n"
    ).findings
    #expect(found.map { $0.place?.line } == [6, 4])
    #expect(found.map { $0.place?.column } == [23, 3])
    #expect(found.last?.message == "item 2 of references is a whole number")
  }

  @Test(
    "weights too far apart are told at the greatest of them, the dimensions' by that name",
    arguments: [
      ("[weights]\neconomic = 1\nfood = 1e308\nstate = 1e308\n", "of the dimensions", 3),
      (
        "[weights]\neconomic = 1\nfood = 1\nstate = 1\n\"economic/work\" = 1e-320\n[indicator_weights]\nincome = 1e9\n",
        "under \"economic\"", 7
      ), ("[weights.economic]\nwork = 1e308\n[indicator_weights]\nincome = 9e307\n", "under \"economic\"", 2),
    ]) func farApart(text: String, what: String, line: Int) throws
  {
    let (lens, findings) = Self.read(text)
    #expect(lens == nil && findings.count == 1, "\(findings)")
    #expect(findings.first?.message == "the weights \(what) are too far apart to be added up")
    #expect(findings.first?.place?.line == line)
  }

  @Test(
    "an exponent so near to 0 that powers are all 1 is refused; the least ones that tell are taken",
    arguments: ["0", "0.0", "1e-300", "-1e-300", "9.9e-7", "-9.9e-7", "20.5", "nan"]) func power(
      value: String
    ) throws
  {
    let (lens, findings) = Self.read(
      "[aggregation]\ndimensions = \"power\"\npower = \(value)\n[weights]\nfood = 1\neconomic = 1\nstate = 1\n"
    )
    #expect(lens == nil && findings.map(\.identifier) == ["out-of-range"], "\(findings)")
    #expect(findings.first?.place?.line == 3)
    #expect(findings.first?.remedy.contains("not nearer to 0 than 0.000001") == true)
    #expect(findings.first?.remedy.contains("write \"geometric\" in place of \"power\"") == true)
    for near in ["1e-6", "-0.000001", "20", "-20"] {
      let (lens, findings) = Self.read(
        "[aggregation]\ndimensions = \"power\"\npower = \(near)\n[weights]\nfood = 1\neconomic = 1\nstate = 1\n"
      )
      #expect(lens != nil && findings.isEmpty, "\(near) \(findings)")
    }
  }

  @Test("every key of the contract is read") func keys() throws {
    let lens = try #require(
      Self.read(
        """
        title = "T"
        tradition = "liberal"
        rationale = "R"
        references = ["A", "B"]
        carry_forward = 3
        scope = "un-members"
        normalisation = "goalposts"
        outliers = "none"
        indicator_share = 0.25
        dimensions_required = 2
        impute = "none"
        imputed_limit = 0.3333333333333333
        [aggregation]
        indicators = "geometric"
        dimensions = "arithmetic"
        floor = 2.0
        "economic/work" = "product"
        [weights]
        economic = 3
        food = 1
        "economic/work" = 0.5
        state = 0
        [indicator_weights]
        hunger = 4.0
        [audit]
        coverage = 0.8
        correlation_low = -0.2
        [goalposts]
        arms = { worst = 0.5, best = 10.0 }
        """
      ).lens)
    #expect(lens.title == "T")
    #expect(lens.references == ["A", "B"])
    #expect(lens.carryForward == 3)
    #expect(lens.scope == .unMembers)
    #expect(lens.indicatorShare == 0.25)
    #expect(lens.dimensionsRequired == 2)
    #expect(lens.aggregation.indicators == .geometric)
    #expect(lens.aggregation.dimensions == .arithmetic)
    #expect(lens.aggregation.floor == 2)
    #expect(lens.aggregation[DimensionPath("economic/work")] == .product)
    #expect(lens.aggregation[DimensionPath("economic")] == .geometric)
    #expect(lens.audit.coverage == 0.8)
    #expect(lens.audit.correlationLow == -0.2)
    #expect(lens.audit.alpha == 0.7, "what is not written stays")
    #expect(lens.weights[try #require(DimensionPath("economic/work"))] == 0.5)
    #expect(lens.indicatorWeights[try #require(IndicatorID("hunger"))] == 4)
    #expect(lens.goalposts[try #require(IndicatorID("arms"))]?.moreIsSafer == true)
  }

  @Test("a component that is not named weighs 1 among its siblings") func defaults() throws {
    let lens = try #require(Self.read("[weights]\nstate = 0\nfood = 1\neconomic = 1\n").lens)
    let weights = lens.nominalWeights(in: Self.framework)
    let path = try #require(DimensionPath("state"))
    let state = try #require(Self.framework.node(path))
    for index in Self.framework.nodeIndices { #expect(weights[index] == (index == state ? 0 : 1)) }
  }

  @Test(
    "what is wrong is named with its key's place",
    arguments: [
      ("[weights]\nfoo = 1\n", "unknown-dimension", 2), ("[weights]\nincome = 1\n", "unknown-dimension", 2),
      ("[weights]\nfood = \"much\"\n", "wrong-type", 2), ("[weights]\nfood = nan\n", "bad-weight", 2),
      ("carry_forward = -1\n[weights]\nfood = 1\n", "out-of-range", 1),
      ("carry_forward = 2.5\n[weights]\nfood = 1\n", "wrong-type", 1),
      ("indicator_share = 1.5\n[weights]\nfood = 1\n", "out-of-range", 1),
      ("normalisation = \"goalpost\"\n[weights]\nfood = 1\n", "unknown-method", 1),
      ("[weights]\nfood = 1\n[aggregation]\ndimensions = \"median\"\n", "unknown-method", 4),
      ("[weights]\nfood = 1\n[aggregation]\nfoood = \"product\"\n", "unknown-key", 4),
      ("[weights]\nfood = 1\n[aggregation]\nfood = \"mean\"\n", "unknown-method", 4),
      ("[weights]\nfood = 1\n[aggregation]\nfloor = 0\n", "out-of-range", 4),
      ("[weights]\nfood = 1\n[goalposts]\nhunger = { worst = 1, best = 1 }\n", "goalposts", 4),
      ("[weights]\nfood = 1\n[goalposts]\nincome = { worst = 0, best = 9 }\n", "goalposts", 4),
      ("[weights]\nfood = 1\n[goalposts]\nhunger = { worst = 1 }\n", "goalposts", 4),
      ("[weights]\nfood = 1\n[goalposts]\nhunger = { worst = 1, beast = 2 }\n", "unknown-key", 4),
      ("weights = \"fair\"\n", "unknown-method", 1),
      ("weights = \"pca\"\n[indicator_weights]\nhunger = 2\n", "weight-beside-scheme", 3),
      ("weights = \"pca\"\nshare_min = 0.1\n", "share-bounds", 2),
      ("share_max = 0.9\n[weights]\nfood = 1\n", "share-bounds", 1),
      ("weights = \"benefit_of_the_doubt\"\nshare_min = 0.34\n", "share-bounds", 2),
      ("weights = \"benefit_of_the_doubt\"\nshare_max = 0.33\n", "share-bounds", 2),
      ("weights = \"benefit_of_the_doubt\"\nshare_max = 1.5\n", "out-of-range", 2),
      (
        "weights = \"benefit_of_the_doubt\"\n[aggregation]\ndimensions = \"geometric\"\n",
        "scheme-aggregation", 3
      ),
      (
        "weights = \"benefit_of_the_doubt\"\n[nodes]\ndimensions = { decimals = 1 }\n", "scheme-aggregation",
        3
      ), ("[weights]\nfood = 1\n[nodes]\nfoood = { decimals = 1 }\n", "unknown-dimension", 4),
      ("[weights]\nfood = 1\n[nodes]\nhunger = { decimals = 1 }\n", "unknown-dimension", 4),
      ("[weights]\nfood = 1\n[nodes]\nfood = { decimal = 1 }\n", "unknown-key", 4),
      ("[weights]\nfood = 1\n[nodes]\nfood = { decimals = 7 }\n", "out-of-range", 4),
      ("[weights]\nfood = 1\n[nodes]\nfood = { decimals = 1.5 }\n", "wrong-type", 4),
      ("[weights]\nfood = 1\n[nodes]\nfood = { turned = 1 }\n", "wrong-type", 4),
      ("[weights]\nfood = 1\n[nodes]\nfood = { share = 1.5 }\n", "out-of-range", 4),
      ("[weights]\nfood = 1\n[nodes]\ndimensions = { share = 0.5 }\n", "unknown-key", 4),
      ("[weights]\nfood = 1\n[nodes]\nfood = 1\n", "wrong-type", 4),
      ("[weights]\nfood = 1\n[caps]\nhungre = { most = 1 }\n", "unknown-indicator", 4),
      ("[weights]\nfood = 1\n[caps]\nhunger = { mosst = 1 }\n", "unknown-key", 4),
      ("[weights]\nfood = 1\n[caps]\nhunger = { least = 2, most = 1 }\n", "goalposts", 4),
      ("[weights]\nfood = 1\n[caps]\nhunger = {}\n", "goalposts", 4),
      ("[weights]\nfood = 1\n[caps]\nhunger = { most = \"1\" }\n", "wrong-type", 4),
      ("[weights]\nfood = 1\n[caps]\nhunger = 1\n", "wrong-type", 4),
      ("[weights]\nfood = 1\n[caps]\nincome = { least = 0 }\n", "goalposts", 4),
      (
        "weights = \"entropy\"\n[indicator_weights]\nhunger = 0\narms = 0\nincome = 0\njobless = 0\n",
        "no-weight", 1
      ), ("[weights]\nfood = 1\n[audit]\ncoverage = 2\n", "out-of-range", 4),
      ("[weights]\nfood = 1\n[audit]\nalhpa = 0.5\n", "unknown-key", 4),
      ("weights = \"pca\"\ndimensions = [\"foood\"]\n", "unknown-dimension", 2),
      ("dimensions = [\"food\"]\n[weights]\nfood = 1\nstate = 2\n", "weight-beside-scheme", 4),
      ("title = \"T\"\n[weights]\nfood = 1\neconomic = 1\n", "unnamed-dimension", 2),
      ("dimensions = \"food\"\nweights = \"equal\"\n", "wrong-type", 1),
      ("title = 3\n[weights]\nfood = 1\n", "wrong-type", 1),
    ]) func mistakes(_ toml: String, _ identifier: String, _ line: Int) throws
  {
    let (lens, findings) = Self.read(toml)
    #expect(lens == nil)
    let first = try #require(findings.first { $0.identifier == identifier }, "\(findings)")
    #expect(first.place?.line == line)
    #expect(!first.excerpt.isEmpty)
    #expect(!first.remedy.isEmpty)
  }

  @Test("a scheme is read, and a node goes with the last indicator below it") func scheme() throws {
    let lens = try #require(Self.read("weights = \"pca\"\n[indicator_weights]\narms = 0\njobless = 0\n").lens)
    #expect(lens.weightScheme == .pca)
    let weights = lens.nominalWeights(in: Self.framework)
    for (node, weight) in zip(Self.framework.nodes, weights) {
      let isOut = ["arms", "state", "jobless", "economic/work"].contains(node.name)
      #expect(weight == (isOut ? 0 : 1), "\(node.name)")
    }
    let listed = try #require(Self.read("weights = \"equal\"\ndimensions = [\"food\", \"economic\"]\n").lens)
    let nominal = listed.nominalWeights(in: Self.framework)
    for (node, weight) in zip(Self.framework.nodes, nominal) where node.name == "state" {
      #expect(weight == 0)
    }
    let own = try #require(
      Self.read("weights = \"benefit_of_the_doubt\"\nshare_min = 0.1\nshare_max = 0.5\n").lens)
    #expect(own.shareBounds.least == 0.1 && own.shareBounds.greatest == 0.5)
    #expect(own.aggregation.dimensions == .arithmetic)
    #expect(
      try #require(Self.read("[weights]\nstate = 0\nfood = 1\neconomic = 1\n").lens).weightScheme == nil)
  }

  @Test(
    "a dimension of which [weights] says nothing is told with what to write, unless dimensions leaves it out")
  func forgotten() throws {
    let findings = Self.read("[weights]\nfood = 2\n").findings
    #expect(findings.count == 1, "\(findings)")
    #expect(
      findings.first?.message
        == "[weights] gives 1 dimension a weight, and says nothing of \"economic\" and \"state\"")
    #expect(
      findings.first?.remedy.hasPrefix("write economic = 0 to leave it out, or economic = 1 for") == true)
    #expect(findings.first?.remedy.hasSuffix("dimensions = [\"food\"]") == true)
    let lens = try #require(Self.read("dimensions = [\"food\", \"economic\"]\n[weights]\nfood = 2\n").lens)
    let weights = lens.nominalWeights(in: Self.framework)
    #expect(Self.framework.dimensions.map { weights[$0] } == [1, 2, 0])
    // Who names no dimension at all, but a component, leaves all dimensions alike.
    #expect(Self.read("[weights]\n\"economic/work\" = 2\n").lens != nil)
    #expect(Self.read("[weights]\nfood = 1\nfoot = 1\n").findings.map(\.identifier) == ["unknown-dimension"])
  }

  @Test("a weight under a nested table is that of the path") func nested() throws {
    let lens = try #require(Self.read("[weights.economic]\nwork = 7\n").lens)
    #expect(lens.weights[try #require(DimensionPath("economic/work"))] == 7)
  }

  @Test("leaving indicators out leaves out the nodes that hold nothing else") func leaveOut() throws {
    var lens = try #require(Self.read("weights = \"equal\"\n").lens)
    let framework = Self.framework
    lens.leaveOut(framework.indicators.filter { $0.id.rawValue != "income" }, framework)
    let weights = lens.nominalWeights(in: framework)
    for (node, weight) in zip(framework.nodes, weights) {
      let keeps = ["", "economic", "income"].contains(node.name)
      #expect((weight > 0) == keeps, "\(node.name)")
    }
  }
}
