import IndexModel
import Scoring
import Testing

@testable import Audit

/// Two dimensions of one indicator each, whose values are its scores; the index is their mean.
private let catalogue = """
  id,dimension,name,unit,worst,best
  x,a,X,points,0,100
  y,b,Y,points,0,100

  """
private let lens =
  "dimensions_required = 1\n[aggregation]\ndimensions = \"arithmetic\"\n[weights]\na = 1.0\nb = 1.0\n"

private func world(x: String, y: String, lens: String = lens, indicators: String = catalogue) -> World {
  let head = "iso3,year,value\n"
  return World(indicators: indicators, files: ["a/x.csv": head + x, "b/y.csv": head + y], lens: lens)
}

private let before = world(
  x: "ARC,2019,40\nLIL,2020,50\nUTO,2020,60\n", y: "ARC,2020,40\nLIL,2020,50\nUTO,2020,60\n")

private func state(_ world: World, _ year: Year = 2020) throws -> IndexState {
  IndexState(try world.cube(), try world.judgements(), year)
}

extension IndexChange {
  fileprivate func country(_ code: String) throws -> CountryChange {
    try #require(countries.first { $0.country.code.description == code })
  }
}

extension CountryChange {
  fileprivate func part(_ cause: ChangeCause) -> Part? { causes.first { $0.cause == cause } }
}

@Suite("What changed between two states") struct IndexChangeTests {
  /// Arcadia's x of 2019 was 40 and one of 2020 is 70: 15 points of the index. Its y of 2020 was 40 and is now 60: 10
  /// points. From 40 points it was third behind 50 and 60; with x alone it has 55 and is second, with y alone 50 and, level
  /// with Lilliput, second; with both 65 and first. So each brings one place, in either order. The other two stand where they
  /// stood and are passed.
  @Test("a newer and a revised figure each have their points and places, and the others are passed")
  func hand() throws {
    let after = world(
      x: "ARC,2019,40\nARC,2020,70\nLIL,2020,50\nUTO,2020,60\n", y: "ARC,2020,60\nLIL,2020,50\nUTO,2020,60\n")
    let change = IndexChange(try state(before), try state(after))
    let arcadia = try change.country("ARC")
    let newer = try #require(arcadia.part(.newer))
    let revised = try #require(arcadia.part(.revised))
    #expect((arcadia.rankBefore, arcadia.rankAfter) == (3, 1))
    #expect(abs(newer.points - 15) < 1e-12 && abs(revised.points - 10) < 1e-12)
    #expect(abs(newer.places - 1) < 1e-12 && abs(revised.places - 1) < 1e-12)
    #expect(arcadia.part(.others)?.places == 0)
    for code in ["LIL", "UTO"] {
      let passed = try change.country(code)
      #expect(passed.rise == -1)
      #expect(passed.part(.others)?.places == -1)
      #expect(passed.part(.others)?.points == 0)
    }
    #expect(change.movers.map(\.country.code.description) == ["ARC", "UTO", "LIL"])
  }

  @Test("a figure that vanishes is coverage, in points and places") func coverage() throws {
    let after = world(x: "LIL,2020,50\nUTO,2020,60\n", y: "ARC,2020,40\nLIL,2020,50\nUTO,2020,60\n")
    let arcadia = try IndexChange(try state(before), try state(after)).country("ARC")
    #expect(arcadia.causes.filter { $0.points != 0 || $0.places != 0 }.map(\.cause) == [])
    let higher = world(x: "LIL,2020,50\nUTO,2020,60\n", y: "ARC,2020,55\nLIL,2020,50\nUTO,2020,60\n")
    // x of 40 goes, y of 40 becomes 55: the index is 55. x gone alone changes nothing, y alone is worth 7.5; after y has come,
    // that x goes is worth 7.5. On average 3.75 for coverage, 11.25 for the revision.
    let risen = try IndexChange(try state(before), try state(higher)).country("ARC")
    #expect(abs((risen.part(.coverage)?.points ?? 0) - 3.75) < 1e-12)
    #expect(abs((risen.part(.revised)?.points ?? 0) - 11.25) < 1e-12)
  }

  @Test("other weights and goalposts are causes of their own") func judgements() throws {
    let weights = world(
      x: before.files["a/x.csv"]?.dropFirst(16).description ?? "",
      y: "ARC,2020,40\nLIL,2020,50\nUTO,2020,60\n", lens: lens.replacing("a = 1.0", with: "a = 3.0"),
      indicators: catalogue.replacing("x,a,X,points,0,100", with: "x,a,X,points,20,100"))
    let arcadia = try IndexChange(try state(before), try state(weights)).country("ARC")
    let causes = arcadia.causes.filter { $0.cause != .others }
    #expect(causes.map(\.cause) == [.goalposts, .weights])
    // x scores 25 by goalposts of 20 to 100 and 40 by the old ones. By equal weights the index falls by 7.5, by 3 to 1 by
    // 11.25: on average 9.375. Weights alone change nothing at 40 and 40; with x at 25 they take off 3.75: 1.875 on average.
    #expect(abs(causes[0].points + 9.375) < 1e-12)
    #expect(abs(causes[1].points + 1.875) < 1e-12)
  }

  @Test("a lens that counts duels divides no figure, and parts sum to the change") func duels() throws {
    let duels = lens.replacing("arithmetic", with: "copeland")
    let old = world(
      x: "ARC,2020,40\nLIL,2020,50\nUTO,2020,60\n", y: "ARC,2020,40\nLIL,2020,50\nUTO,2020,60\n", lens: duels)
    let new = world(
      x: "ARC,2020,90\nLIL,2020,50\nUTO,2020,60\n", y: "ARC,2020,90\nLIL,2020,50\nUTO,2020,60\n", lens: duels)
    let arcadia = try IndexChange(try state(old), try state(new)).country("ARC")
    #expect(arcadia.figures.allSatisfy { $0.indicator == nil })
    #expect(arcadia.rise == 2)
    #expect(arcadia.causes.reduce(0) { $0 + $1.places } == 2)
  }

  @Test("nothing changed is nothing to say") func nothing() throws {
    let change = IndexChange(try state(before), try state(before))
    #expect(change.movers.isEmpty)
    #expect(change.countries.allSatisfy { $0.causes.allSatisfy { $0.points == 0 && $0.places == 0 } })
    #expect(FigureRevisions(try before.cube(), try before.cube()).all.isEmpty)
  }

  @Test("revisions are added, revised and withdrawn figures of any year, with their places") func revisions()
    throws
  {
    let after = world(
      x: "ARC,2019,41\nLIL,2020,50\n", y: "ARC,2001,3\nARC,2020,40\nLIL,2020,50\nUTO,2020,60\n")
    let all = FigureRevisions(try before.cube(), try after.cube()).all
    #expect(
      all.map { "\($0.indicator) \($0.country) \($0.year) \($0.kind.rawValue) \($0.place?.line ?? 0)" } == [
        "x ARC 2019 revised 2", "x UTO 2020 withdrawn 4", "y ARC 2001 added 2",
      ])
  }
}
