import IndexModel
import Scoring
import Testing

@testable import Audit

/// Six countries, six indicators in three dimensions joined geometrically, figures of two years, some missing.
private struct EditedWorld {
  var figures: [String: [String: [Int: Double]]] = [:]
  static let places = ["p": "a", "q": "a", "r": "b", "s": "b/part", "t": "b/part", "u": "c"]
  static let codes = ["ARC", "BRO", "ELD", "LIL", "MOR", "UTO"]

  init(_ generator: inout CounterGenerator) {
    for id in Self.places.keys.sorted() {
      for code in Self.codes {
        for year in [2018, 2020] where generator.uniform() < 0.8 {
          figures[id, default: [:]][code, default: [:]][year] = (1000 * generator.uniform()).rounded() / 10
        }
      }
    }
  }

  mutating func edit(_ generator: inout CounterGenerator) {
    let ids = Self.places.keys.sorted()
    let (id, code) = (ids[generator.below(6)], Self.codes[generator.below(6)])
    let year = generator.uniform() < 0.3 ? 2018 : 2020
    let isGone = generator.uniform() < 0.25
    figures[id, default: [:]][code, default: [:]][year] =
      isGone ? nil : (1000 * generator.uniform()).rounded() / 10
  }

  func world(_ lens: String) -> World {
    let rows = Self.places.keys.sorted().map { "\($0),\(Self.places[$0] ?? ""),\($0),points,0,100" }
    var world = World(
      countries: "iso3,name\n" + Self.codes.map { "\($0),\($0)\n" }.joined(),
      indicators: "id,dimension,name,unit,worst,best\n" + rows.joined(separator: "\n") + "\n", files: [:],
      lens: lens)
    for (id, place) in Self.places {
      let lines = Self.codes.flatMap { code in
        (figures[id]?[code] ?? [:]).sorted { $0.key < $1.key }.map { "\(code),\($0.key),\($0.value)\n" }
      }
      world.files["\(place.prefix(1))/\(id).csv"] = "iso3,year,value\n" + lines.joined()
    }
    return world
  }
}

@Suite("Parts of a change") struct ChangeSumTests {
  private static let lens =
    "dimensions_required = 2\ncarry_forward = 5\n[aggregation]\ndimensions = \"geometric\"\n[weights]\na = 1.0\nb = 1.0\nc = 1.0\n"

  @Test("parts sum to the change of score and rank over a thousand random edits") func thousandEdits() throws
  {
    var generator = CounterGenerator(seed: 3, stream: 0)
    var world = EditedWorld(&generator)
    var old = try state(world)
    var compared = 0
    for round in 0..<100 {
      // Ten edits at a time; every tenth time the lens changes too.
      for _ in 0..<10 { world.edit(&generator) }
      let new = try state(
        world, round % 10 == 9 ? Self.lens.replacing("a = 1.0", with: "a = 2.0") : Self.lens)
      for one in IndexChange(old, new).countries {
        guard let gain = one.gain, let rise = one.rise else { continue }
        compared += 1
        for parts in [one.causes, one.figures] {
          #expect(abs(parts.reduce(0) { $0 + $1.points } - gain) < 1e-9)
          #expect(abs(parts.reduce(0) { $0 + $1.places } - Double(rise)) < 1e-9)
        }
      }
      old = new
    }
    #expect(compared > 400)
  }

  /// Each combination of edits is made in the files and scored from them, so that nothing of the division is used.
  @Test("parts equal those of the worlds in which the edits are made one by one") func bruteForce() throws {
    var generator = CounterGenerator(seed: 5, stream: 1)
    var world = EditedWorld(&generator)
    for (id, value) in [("p", 20.0), ("r", 70.0), ("u", 40.0)] {
      world.figures[id, default: [:]]["ARC"] = [2020: value]
    }
    let whole = world
    // Of Arcadia two figures are revised and one is gone; everybody else's figure of u is another.
    let own: [(id: String, value: Double?)] = [("p", 91.5), ("r", 3.5), ("u", nil)]
    func made(_ edits: [Bool]) -> EditedWorld {
      var made = whole
      for (edit, isMade) in zip(own, edits) where isMade {
        made.figures[edit.id]?["ARC"]?[2020] = edit.value
        if edit.value == nil { made.figures[edit.id]?["ARC"] = [:] }
      }
      guard edits[3] else { return made }
      for code in EditedWorld.codes.dropFirst() { made.figures["u"]?[code] = [2020: 50] }
      return made
    }
    var known: [[Bool]: OwenValue.Outcome] = [:]
    func outcome(_ edits: [Bool]) throws -> OwenValue.Outcome {
      if let found = known[edits] { return found }
      let table = try state(made(edits)).cube.score(2020, by: try state(whole).lens)
      let row = try table.place("ARC")
      let found = OwenValue.Outcome(try #require(table.score(row)), -Double(try #require(table.rank(row))))
      known[edits] = found
      return found
    }
    // p, r: revised; u: coverage; the others: a group of their own.
    let groups = [[0, 1], [2], [3]]
    var expected = [OwenValue.Outcome](repeating: .zero, count: 4)
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for order in orders {
      for isReversed in [false, true] {
        var edits = [false, false, false, false]
        for group in order {
          for change in isReversed ? groups[group].reversed() : groups[group] {
            let before = try outcome(edits)
            edits[change] = true
            expected[change] += (try outcome(edits) - before) / 12
          }
        }
      }
    }
    let change = IndexChange(try state(whole), try state(made([true, true, true, true])))
    let arcadia = try #require(change.countries.first { $0.country.code.description == "ARC" })
    for (place, edit) in own.enumerated() {
      let part = try #require(arcadia.figures.first { $0.indicator?.rawValue == edit.id })
      #expect(abs(part.points - expected[place].x) < 1e-9 && abs(part.places - expected[place].y) < 1e-9)
    }
    let others = try #require(arcadia.causes.first { $0.cause == .others })
    #expect(abs(others.points) < 1e-9 && abs(others.places - expected[3].y) < 1e-9)
  }

  private func state(_ world: EditedWorld, _ lens: String = lens) throws -> IndexState {
    let made = world.world(lens)
    return IndexState(try made.cube(), try made.judgements(), 2020)
  }
}
