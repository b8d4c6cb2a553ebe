import HumanSecurityIndex
import BenchSupport
import IndexModel
import Scoring

// bench-scoring FILE COUNTRIES INDICATORS YEARS ROUNDS: scores a panel of figures, and prints on one
// line the seconds for one year, those for all years on one core, the countries ranked in all years,
// and the sum of their scores.
//
// FILE holds Doubles, indicator by indicator, in it country by country, in it year by year; NaN where
// missing. The tree and the goalposts are those of scoring.py.

/// The median of several runs.
func median(_ rounds: Int, _ work: () -> Void) -> Double {
  work()
  let taken = (0..<rounds).map { _ in
    let start = seconds()
    work()
    return seconds() - start
  }
  return taken.sorted()[rounds / 2]
}

let firstYear = 1994

func cube(_ path: String, _ countries: Int, _ indicators: Int, _ years: Int) throws -> ObservationCube {
  let framework = Framework(
    (0..<indicators).compactMap { place in
      IndicatorID("i\(place)").map {
        Indicator(
          id: $0, dimension: DimensionPath("d\(place % 7)"), name: "", unit: "",
          goalposts: place % 2 == 0 ? Goalposts(worst: 1, best: 100) : Goalposts(worst: 100, best: 1),
          transform: place % 5 == 0 ? .log : .none)
      }
    })
  let values = try figures(path, count: countries * indicators * years)
  let series = (0..<indicators).map { indicator in
    var block = FigureBlock(
      countryCount: countries, years: firstYear...(firstYear + years - 1), files: ["f.csv"])
    for country in 0..<countries {
      for year in 0..<years {
        let value = values[(indicator * countries + country) * years + year]
        if !value.isNaN {
          block.fill(CountryIndex(country), firstYear + year, with: value, file: 0, line: country + 2)
        }
      }
    }
    return Series(block)
  }
  return ObservationCube(countries: BenchSupport.countries(countries), framework: framework, series: series)
}

func run() throws {
  let arguments = CommandLine.arguments
  let numbers = arguments.dropFirst(2).compactMap { Int($0) }
  guard arguments.count == 6, numbers.count == 4 else {
    throw Failure(message: "usage: bench-scoring FILE COUNTRIES INDICATORS YEARS ROUNDS")
  }
  let (countries, years, rounds) = (numbers[0], numbers[2], numbers[3])
  let cube = try cube(arguments[1], countries, numbers[1], years)
  var lens = Lens(name: "bench")
  lens.dimensionsRequired = 6
  let span = firstYear..<(firstYear + years)
  let one = median(rounds) { _ = cube.score(span.upperBound - 1, by: lens) }
  var ranked = 0
  var sum = 0.0
  let all = median(rounds) {
    ranked = 0
    sum = 0
    for year in span {
      let table = cube.score(year, by: lens)
      for row in table.rows {
        guard let score = table.score(row) else { continue }
        ranked += 1
        sum += score
      }
    }
  }
  print(one, all, ranked, sum)
}

main(run)
