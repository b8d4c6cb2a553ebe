import Diagnostics
import IndexModel
import Ingest
import Scoring

package struct FigureChoice: Sendable {
  package var data = "Data"
  /// The reference year; nil for that of the lens.
  package var year: Year?
  /// The countries that are scored; nil for those of the lens.
  package var scope: Scope?
  /// Whether indicators whose licence restricts reuse, or is not known, are left out.
  package var openOnly = false

  package init(data: String = "Data", year: Year? = nil, scope: Scope? = nil, openOnly: Bool = false) {
    (self.data, self.year, self.scope, self.openOnly) = (data, year, scope, openOnly)
  }
}

/// A question that contradicts itself, whatever the figures are.
package struct WrongQuestion: Error {
  package let message: String

  package init(_ message: String) { self.message = message }
}

/// The same figures under one lens or several, read and found free of errors.
package struct Panel {
  /// One a lens, all of one cube and one reference year.
  package let workspaces: [Workspace]
  /// The reference year that each lens's own rule gives; nil where the user chose one.
  package let ownYears: [Year]?
  /// Why lenses of Weights/ were left out, where all of them were asked for: a command that shows the others
  /// ends with it.
  package let leftOut: Findings

  /// Reads all that scoring needs; throws every error found, not only the first.
  /// - Parameters:
  ///   - choices: lenses by name or file.
  ///   - takesDefault: whether no choice means the default lens, not all of Weights/, the default one first.
  ///   - figures: what stands in the folder of figures, where that has been read already.
  ///   - warn: takes what is found that stops nothing, now and while scoring.
  package init(
    _ options: FigureChoice, lenses choices: [String], takesDefault: Bool = false,
    figures: FiguresRead? = nil, warn: @escaping (Findings) -> Void
  ) throws {
    let figures = try figures ?? FiguresRead(try DataFolder(options.data))
    let (catalogue, cube, texts) = (figures.catalogue, figures.cube, figures.texts)
    var findings = figures.findings
    let weights = LensFolder(beside: catalogue.folder)
    let usual = takesDefault && choices.isEmpty ? weights.defaultChoice(into: &findings) : nil
    let chosen = choices.isEmpty && !takesDefault ? weights.namesDefaultFirst : usual.map { [$0] } ?? choices
    // Without catalogue every name in a lens would be unknown.
    if !catalogue.isReadable { try findings.throwErrors() }
    let isAll = choices.isEmpty && !takesDefault
    var (leftOut, read): (Findings, [(choice: String, lens: Lens)]) = (Findings(), [])
    for choice in chosen {
      var own = Findings()
      let lens = weights.lens(choice, catalogue.framework, into: &own)
      if isAll, own.hasErrors { leftOut.append(contentsOf: own) } else { findings.append(contentsOf: own) }
      if let lens { read.append((choice, lens.restricted(to: options, catalogue.framework))) }
    }
    // From here on each choice has its lens: one that is named and cannot be read is an error.
    if findings.hasErrors || read.isEmpty { findings.append(contentsOf: leftOut) }
    findings = findings.joined(by: DataChecks.subject(of:))
    try findings.throwErrors()
    self.leftOut = leftOut
    let lenses = read.map(\.lens)
    try Self.refuseNamesakes(lenses)
    for lens in lenses { try Self.refuseEmpty(lens, cube, options) }
    if options.openOnly { findings.append(contentsOf: Self.unknownLicences(catalogue)) }
    let years = try lenses.map { lens in
      if let year = options.year { return year }
      if let year = cube.referenceYear(for: lens) { return year }
      let which = lenses.count > 1 ? " under \(lens.name)" : ""
      throw Failure.one(
        .scores.noReferenceYear, "no year has figures enough to be the reference year\(which)")
    }
    // The earliest: in it every lens has figures enough.
    guard let year = years.min() else {
      throw Failure.one(
        .scores.noLens, "there is no lens", at: .init(file: weights.folders[0]), remedy: weights.remedyForNone
      )
    }
    ownYears = options.year == nil ? years : nil
    workspaces = read.map { choice, lens in
      Workspace(
        catalogue: catalogue, cube: cube, texts: texts, lenses: weights, lens: lens, lensChoice: choice,
        choice: options, year: year, warn: warn)
    }
    warn(findings.only { $0.severity == .warning })
  }

  /// The score table of each lens; what all of them find is told once, what only some find with their
  /// names.
  /// - Parameter years: one a lens; nil for the common year.
  package func scores(_ years: [Year]? = nil) throws -> [ScoreTable] {
    let tables = workspaces.enumerated().map { place, workspace in
      workspace.cube.score(years?[place] ?? workspace.year, by: workspace.lens)
    }
    var lenses: [Diagnostic: [String]] = [:]
    for table in tables {
      for finding in table.findings.all { lenses[finding, default: []].append(table.lens.name) }
    }
    var told: Set<Diagnostic> = []
    var findings = Findings()
    for table in tables {
      let new = table.findings.only { told.insert($0).inserted }.reworded { finding in
        let names = lenses[finding] ?? []
        return names.count == tables.count
          ? finding.message : "under \(names.joined(separator: ", ")), \(finding.message)"
      }
      findings.append(contentsOf: new)
    }
    findings = findings.located(in: workspaces[0].texts)
    try findings.throwErrors()
    if !tables.contains(where: \.scoresAnything), let first = tables.first {
      throw YearDoubts.ofNothing(Array(Set(tables.map(\.year))).sorted(), first.cube, first.lens)
    }
    for table in tables {
      findings.append(
        contentsOf: YearDoubts.ofFigures([table.year], table.cube, table.lens, named: tables.count > 1))
    }
    try findings.throwErrors()
    workspaces[0].warn(findings)
    return tables
  }

  /// Which year it is, and why, in one sentence.
  package var yearNote: String {
    let year = workspaces[0].year
    guard let ownYears else { return "Reference year \(year), as chosen." }
    guard let latest = ownYears.max(), latest > year else {
      return "Reference year \(year), the latest with figures enough under each of these lenses."
    }
    let others = zip(workspaces, ownYears).map { "\($0.lens.name) \($1)" }
    return "Reference year \(year), the earliest of those that the lenses take by themselves: "
      + others.joined(separator: ", ") + "."
  }

  /// A country's place in the cube, by any of its names; it must be within the scope of a lens.
  package func country(_ name: String, in tables: [ScoreTable]) throws -> CountryIndex {
    for (workspace, table) in zip(workspaces, tables) {
      if let place = try? workspace.place(name, in: table) { return table.countries[place] }
    }
    return tables[0].countries[try workspaces[0].place(name, in: tables[0])]
  }

  // MARK: - What may be wrong

  /// Results are told apart by the names of lenses.
  private static func refuseNamesakes(_ lenses: [Lens]) throws {
    var names: Set<String> = []
    for lens in lenses where !names.insert(lens.name).inserted {
      throw WrongQuestion(
        "the lens \"\(lens.name)\" is given twice; name different lenses, or rename the file of one")
    }
  }

  /// Where options leave nothing, that is what is wrong, not the year.
  package static func refuseEmpty(_ lens: Lens, _ cube: ObservationCube, _ options: FigureChoice) throws {
    if !cube.countries.isEmpty, !cube.countries.contains(where: lens.scope.contains) {
      throw Failure.one(
        .scores.nothingLeft, "no country is within the scope \(lens.scope.rawValue)",
        remedy: options.scope == nil
          ? "add --scope all, or fill in un_member in countries.csv" : "choose another --scope", status: 2)
    }
    let weights = lens.nominalWeights(in: cube.framework)
    guard options.openOnly, cube.framework.dimensions.allSatisfy({ weights[$0] == 0 }) else { return }
    throw Failure.one(
      .scores.nothingLeft, "--open-only leaves nothing: \(lens.name) weighs no indicator of open licence",
      remedy: "leave --open-only out, or see the column licence of indicators.csv: open are "
        + Licence.openTerms.joined(separator: ", "), status: 2)
  }

  /// Warns of indicators that --open-only leaves out only because nobody wrote their licence down.
  private static func unknownLicences(_ catalogue: Catalogue) -> Findings {
    var findings = Findings()
    for indicator in catalogue.framework.indicators
    where indicator.dimension != nil && indicator.licence.isUnknown {
      findings.append(
        .scores.unknownLicence, "the licence of \(indicator.id) is not known, so --open-only leaves it out",
        at: .init(file: catalogue.folder.path + "/indicators.csv", line: indicator.line),
        remedy: "write the terms of its producer into the column licence")
    }
    return findings
  }
}

extension Lens {
  /// The lens with the command line's own judgements on top.
  package func restricted(to options: FigureChoice, _ framework: Framework) -> Lens {
    var lens = self
    if let scope = options.scope { lens.scope = scope }
    if options.openOnly {
      lens.leaveOut(framework.indicators.filter { !$0.licence.isOpen }, framework)
      lens.title += " (figures of open licence only)"
    }
    return lens
  }
}
