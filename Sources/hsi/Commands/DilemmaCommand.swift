import ArgumentParser
import HumanSecurityIndex
import IndexModel
import Reporting
import Scoring

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
    help: .of("Countries, by code or name, each with its years. Default: all, a row each.", "country"),
    completion: .countries) var countries: [String] = []

  @Option(
    parsing: .unconditional,
    help: .of("The years: 1990-2023, 2000- or -2010. Default: all of the figures.", "a-b")) var years:
    YearSpan?

  @Option(help: .of("Another indicator of the catalogue.", "id"), completion: .indicators) var indicator:
    String?

  @Option(
    name: [.customLong("by"), .customLong("level")],
    help: "A row a country, or a row a country and year. Default: year where countries are named.") var level:
    DilemmaPage.Level?

  @Option(help: "Which countries: all, un-members or un.") var scope = Scope.unMembers

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try years?.validate() }

  func run() throws {
    let question = try DilemmaQuestion(
      data: data.data, countries: countries, years: years, indicator: indicator, scope: scope,
      warn: Terminal.report)
    var page = question.page
    page.level = level ?? (countries.isEmpty ? .country : .year)
    try output.write(page, from: question.folder)
  }
}
