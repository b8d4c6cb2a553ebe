import ArgumentParser
import HumanSecurity
import Lens
import Reporting
import Scoring
import Tabular

extension DilemmaPage.Level: ExpressibleByArgument {}

/// `hsi dilemma`: own military burden beside the neighbours', and the years in which both rose.
struct Dilemma: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Set what countries bear for arms beside what their land neighbours bear.",
    discussion: """
      Needs borders.csv. By default it looks at the series of the first indicator of indicators.csv \
      whose column neighbours says mean; --indicator takes any other, before its own rule for \
      neighbours, mean or change.

      Examples:
        hsi dilemma
        hsi dilemma Greece Türkiye --years 1990-2010
        hsi dilemma --indicator armed-forces --format csv > soldiers.csv
      """)

  @Argument(
    help: ArgumentHelp(
      "Countries, by code or name, each with its years. Default: all, a row each.",
      valueName: "country"))
  var countries: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The years: 1990-2023, 2000- or -2010. Default: all of the figures.", valueName: "a-b"))
  var years: YearSpan?

  @Option(help: ArgumentHelp("Another indicator of the catalogue.", valueName: "id"))
  var indicator: String?

  @Option(
    help: "A row a country, or a row a country and year. Default: year where countries are named.")
  var level: DilemmaPage.Level?

  @Option(help: "Which countries: all or un-members.")
  var scope = Scope.unMembers

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try years?.check() }

  func run() throws {
    var findings = Findings()
    let catalogue = Catalogue(try DataFolder(data.data), into: &findings)
    let (cube, _) = catalogue.cube(into: &findings)
    guard !findings.hasErrors else { throw Failure.findings(findings, asJSON: data.asJSON) }
    try catalogue.requireBorders()
    let chosen = try chosenIndicator(catalogue)
    let span = try chosenYears(cube.series[chosen], of: catalogue.framework.indicators[chosen])
    findings.append(contentsOf: span.findings)
    Terminal.report(findings.only { $0.severity == .warning }, asJSON: data.asJSON)
    let places = try Failure.gathering(countries, asJSON: data.asJSON) { try place($0, catalogue) }
    let inScope = cube.countries.indices.filter {
      scope.contains(cube.countries[$0]) || places.contains($0)
    }
    let dilemma = SecurityDilemma(
      cube, indicator: chosen, countries: inScope, years: span.years,
      carryForward: Lens(name: "").carryForward)
    let page = DilemmaPage(
      dilemma, cube, named(catalogue.framework, chosen), countries: places.isEmpty ? nil : places)
    try output.write(text(page), from: catalogue.folder)
  }

  private func text(_ page: DilemmaPage) -> String {
    let level = level ?? (countries.isEmpty ? .country : .year)
    return switch output.format {
    case .table: page.plain(level, width: output.width, bold: output.bold)
    case .md: page.markdown(level)
    case .csv: page.csv(level)
    case .json: page.json(level).pretty
    }
  }

  private func chosenIndicator(_ catalogue: Catalogue) throws -> Int {
    let indicators = catalogue.framework.indicators
    guard let indicator else {
      if let first = indicators.firstIndex(where: { $0.derivation.neighbours == .mean }) {
        return first
      }
      throw Failure.one(
        "no-neighbour-mean", "no indicator of indicators.csv is a mean of neighbours' figures",
        remedy: "choose one with --indicator", status: 2)
    }
    if let place = indicators.firstIndex(where: { $0.id.rawValue == indicator }) { return place }
    throw Failure.one(
      "unknown-indicator", "the indicator \"\(indicator)\" is not in the catalogue",
      remedy: NearestName.remedy(for: indicator, among: indicators.map(\.id.rawValue)), status: 2)
  }

  /// What the figures are called: an indicator of the same files that has no rule for neighbours.
  private func named(_ framework: Framework, _ chosen: Int) -> Indicator {
    let own = framework.indicators[chosen]
    var plain = own.derivation
    (plain.neighbours, plain.meanOver, plain.changeOver) = (nil, nil, nil)
    return framework.indicators.first { $0.files == own.files && $0.derivation == plain } ?? own
  }

  private func chosenYears(_ series: Series, of indicator: Indicator) throws
    -> (years: ClosedRange<Year>, findings: Findings)
  {
    guard let last = series.lastYear else {
      throw Failure.one(
        "no-such-years", "\(indicator.id) has no figures", remedy: "choose another --indicator",
        status: 2)
    }
    let reach = series.firstYear...last
    let wanted = years == nil ? Array(reach) : years?.years(within: reach)
    guard let span = wanted, let from = span.first, let to = span.last
    else {
      throw Failure.one(
        "no-such-years", "--years names no year in which there are figures",
        remedy: "figures reach from \(reach.lowerBound) to \(reach.upperBound)", status: 2)
    }
    var findings = Findings()
    let lacking = span.filter { !reach.contains($0) }
    if !lacking.isEmpty {
      findings.append(
        Diagnostic(
          .warning, "year-without-figures",
          "in \(YearRuns.text(lacking)) there are no figures of \(indicator.id)",
          remedy: "figures reach from \(reach.lowerBound) to \(reach.upperBound)"))
    }
    return (from...to, findings)
  }

  private func place(_ name: String, _ catalogue: Catalogue) throws -> Int {
    let place = try catalogue.country(name)
    guard !catalogue.neighbours[place].isEmpty else {
      throw Failure.one(
        "no-neighbour", "\(catalogue.countries.countries[place].name) has no land neighbour",
        remedy: "choose a country that stands in borders.csv", status: 2)
    }
    return place
  }
}

extension Catalogue {
  /// Throws where the folder knows no borders.
  func requireBorders() throws {
    guard neighbours.isEmpty else { return }
    throw Failure.one(
      "no-borders", "there is no borders.csv, so that no country has a neighbour",
      at: .init(file: folder.path + "/borders.csv"),
      remedy: "add it, with the columns iso3,neighbour and each border in both directions")
  }
}
