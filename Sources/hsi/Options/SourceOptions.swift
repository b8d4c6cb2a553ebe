import ArgumentParser
import Fetching
import IndexModel
import Ingest

/// What `hsi import --indicator` is told of the files that feed the indicator.
struct SourceOptions: ParsableArguments {
  @Option(
    help: .of("The column, series key or stem of the values; '' for none, whatever was remembered.", "name"))
  var column: String?

  @Option(
    help: .of(
      "The sheet of a workbook (.xlsx); '' for none. Default: as last time, or the one that holds a table.",
      "name")) var sheet: String?

  @Option(
    name: .customLong("where"), help: .of("Take only rows with this text in this column.", "column=text"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      How several files become one value: sum, sum_present, mean, or percent_of (the first times each \
      further one as a percentage). Default: as last time.
      """)) var combine: ImportPlan.Combination?

  @Option(
    help: .of("Where the files stand publicly. Default: as last time, for files of the old name.", "text"))
  var origin: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: .of("A text that stands for a missing value in the files, such as -99; may be repeated.", "text"))
  var missing: [String] = []

  @Option(help: .of("The column of the low ends of the values' intervals, with --high; '' for none.", "name"))
  var low: String?

  @Option(help: .of("The column of their high ends.", "name")) var high: String?

  @Option(help: .of("The column of the values' standard errors, instead of --low and --high.", "name"))
  var standardError: String?

  @OptionGroup var form: FormOptions

  var isEmpty: Bool {
    column == nil && sheet == nil && conditions.isEmpty && combine == nil && origin == nil && missing.isEmpty
      && bounds == nil && form.isEmpty
  }

  /// The columns of intervals that are named; nil where nothing is said of them.
  private var bounds: BoundColumns? {
    if low == "" || high == "" || standardError == "" { return BoundColumns.none }
    if let standardError { return .standardError(standardError) }
    return low.flatMap { low in high.map { .ends(low: low, high: $0) } }
  }

  func validate() throws {
    if bounds != BoundColumns.none, (low == nil) != (high == nil) || (low != nil && standardError != nil) {
      throw ValidationError("an interval has --low and --high, or --standard-error alone")
    }
    if missing.contains("") {
      throw ValidationError("--missing needs a text: an empty field is missing anyway")
    }
    let columns = try conditions.tests().map(\.column)
    for (place, column) in columns.enumerated() where columns[..<place].contains(column) {
      throw ValidationError("--where names the column \(column) twice: a row has one text in it")
    }
  }

  /// The entry of an indicator, with what was remembered of it unless the options say otherwise.
  package func entry(_ id: IndicatorID, _ names: [String], _ plan: ImportPlan) -> ImportPlan.Entry {
    let old = plan.entries.first { $0.indicator == id }
    var entry =
      old
      ?? ImportPlan.Entry(
        indicator: id, sources: [], firstYear: plan.defaultYears.first, lastYear: plan.defaultYears.last)
    if old == nil {
      entry.inheritsFirstYear = plan.defaultYears.first != nil
      entry.inheritsLastYear = plan.defaultYears.last != nil
    }
    if let combine { entry.combination = combine }
    entry.sources = sources(entry.sources, names)
    return entry
  }

  /// The files as sources. As many files as last time take the places of the old ones, by name
  /// and else in order, and keep what was remembered of these unless the options say otherwise.
  private func sources(_ old: [ImportPlan.Source], _ names: [String]) -> [ImportPlan.Source] {
    let origin = origin.map(WebAddress.withoutCredentials)
    let tests = (try? conditions.tests()) ?? []
    var oldNames: [String] = []
    for source in old where !oldNames.contains(source.file) { oldNames.append(source.file) }
    // Several series of one file are told apart by their columns and sheets: another one ends that.
    guard oldNames.count == names.count, column == nil && sheet == nil || oldNames.count == old.count else {
      return names.map { name in
        var source = ImportPlan.Source(
          file: name, column: column == "" ? nil : column, conditions: tests, missing: missing,
          origin: origin ?? "")
        form.fill(&source)
        source.sheet = sheet == "" ? nil : sheet
        source.bounds = bounds
        return source
      }
    }
    var free = names.filter { !oldNames.contains($0) }
    var renamed: [String: String] = [:]
    for name in oldNames { renamed[name] = names.contains(name) ? name : free.removeFirst() }
    return old.map { source in
      var source = source
      source.rename(renamed[source.file] ?? source.file)
      if let origin { source.origin = origin }
      if let column { source.column = column.isEmpty ? nil : column }
      if let sheet { source.sheet = sheet.isEmpty ? nil : sheet }
      if !tests.isEmpty { source.conditions = tests }
      if !missing.isEmpty { source.missing = missing }
      form.fill(&source)
      if let bounds { source.bounds = bounds }
      return source
    }
  }
}

extension ImportPlan.Combination: ExpressibleByArgument {}

extension [String] {
  /// What `--where` asks of rows: `column=text`, or `column!=text` for all others.
  func tests() throws -> [RowCondition] {
    try map { condition in
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw ValidationError("--where \(condition) is not of the form column=text or column!=text")
      }
      let isExclusion = parts[0].hasSuffix("!")
      return RowCondition(
        column: String(isExclusion ? parts[0].dropLast() : parts[0]), text: String(parts[1]),
        isExclusion: isExclusion)
    }
  }
}
