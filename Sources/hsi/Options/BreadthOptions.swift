import ArgumentParser
import HumanSecurityIndex
import IndexModel
import Scoring

extension YearSpan: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }

  func validate() throws {
    do { try check() } catch let error as WrongQuestion { throw ValidationError(error.message) }
  }
}

extension Grouping: ExpressibleByArgument {}

/// Which figures count over several years.
enum YearPanel: String, ExpressibleByArgument, CaseIterable { case all, fixed }

struct BreadthOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .of(
      "Each of several years: 2000-2023, 2015, 2000- or -2010. An open end reaches as far as there "
        + "are figures enough. CSV and JSON hold every year; --top counts in each year.", "a-b")) var years:
    YearSpan?

  @Option(
    help: "With --years: all figures of each year, or fixed: only cells with a figure in every one of them.")
  var panel = YearPanel.all

  @Option(
    help: .of(
      "The scores of groups of countries, each country weighed by its population: world, region, "
        + "subregion or income; units of units.csv also by parent.", "group")) var aggregate: Grouping?

  var isGiven: Bool { years != nil || aggregate != nil }

  func check(against score: Score) throws {
    if let years {
      if score.options.year != nil { throw ValidationError("choose --year or --years") }
      try years.validate()
    }
    if years == nil, panel == .fixed { throw ValidationError("--panel fixed needs --years") }
    guard aggregate != nil else {
      if score.level == .country { throw ValidationError("--level country needs --aggregate") }
      return
    }
    if score.level == .indicator {
      throw ValidationError("--aggregate has --level dimension or country, not indicator")
    }
    if !score.country.isEmpty || score.top != nil {
      throw ValidationError("--aggregate takes all countries: leave out --country and --top")
    }
  }
}
