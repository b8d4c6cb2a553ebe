import ArgumentParser
import HumanSecurityIndex
import Scoring

/// The one group of countries that `hsi score` shows.
struct GroupOptions: ParsableArguments {
  @Option(help: .of("Only the countries of this region, with their ranks within it and its median.", "name"))
  var region: String?

  @Option(help: .of("The same of a sub-region.", "name")) var subregion: String?

  @Option(help: .of("The same of an income group: low, lower-middle, upper-middle or high.", "name"))
  var income: String?

  @Option(
    help: .of("The same of an own group of groups.csv in the data folder (columns group,iso3).", "name"))
  var group: String?

  @Option(help: .of("With --group: another file of groups.", "file")) var groups: String?

  /// All that are asked for.
  private var questions: [GroupQuestion] {
    [
      region.map { .known(.region, $0) }, subregion.map { .known(.subregion, $0) },
      income.map { .known(.income, $0) }, group.map { .own($0, file: groups) },
    ].compactMap(\.self)
  }

  /// The group that is asked for; nil for none.
  var question: GroupQuestion? { questions.first }

  func check(against score: Score) throws {
    if groups != nil, group == nil {
      throw ValidationError("--groups needs --group NAME, a group of the file")
    }
    if questions.isEmpty { return }
    if questions.count > 1 {
      throw ValidationError("choose one of --region, --subregion, --income and --group")
    }
    if score.options.lenses.count > 1 || score.breadth.isGiven || score.level != .dimension {
      throw ValidationError(
        "a group takes one --lens and one year: leave out --years, --aggregate and --level")
    }
    if !score.country.isEmpty { throw ValidationError("choose a group or --country") }
  }
}
