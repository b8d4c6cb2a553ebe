// hsi: commands: options in, pages out, exit status. Has no rule, no formula and no file format.

import ArgumentParser
import Diagnostics
import HumanSecurityIndex

/// The program: its commands, and how a failure becomes an exit status.
@main struct HSI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hsi", abstract: "Compute, report and audit a human-security index of nations.",
    discussion: """
      Scores every country from 0 (least secure) to 100 (most secure) on the seven securities \
      that UNDP named in 1994: economic, food, health, environmental, personal, community, \
      political. Facts stand in Data/, judgements in Weights/, results in Reports/.

      Examples:
        hsi score --top 10               the ten most secure countries
        hsi country Kenya                one country on one screen
        hsi levers Kenya                 what would move it most
        hsi explain Kenya                its score, down to the figures
        hsi explain Kenya --from 2015    why it moved since then
        hsi history Kenya                the same from each year to the next
        hsi diff last-report             what changed since the last report

      Exit status: 0 done, 1 the data or a lens has errors, or a result cannot be written, 2 wrong \
      usage, 3 a finding at or above --fail-on, 130 an audit that was interrupted, 70 a fault of the \
      program.
      """, version: Release.version,
    subcommands: [
      Score.self, CountryCommand.self, LeversCommand.self, Explain.self, HistoryCommand.self, Whatif.self,
      Diff.self, VintageCommand.self, Compare.self, Neighbours.self, Dilemma.self, Indicators.self,
      Trace.self, AuditCommand.self, Lenses.self, Check.self, Sniff.self, Import.self, Update.self,
      MakeReport.self, Verify.self, Export.self, SQLCommand.self, Cite.self, MakeIndex.self,
    ])

  static func main() {
    Terminal.holdsClosedStreams()
    Terminal.survivesFailedWrites()
    do {
      try SystemLimits.refuseTooSmall()
      try refuseUnknownCommand(CommandLine.arguments.dropFirst())
      try refuseEmptyValues(CommandLine.arguments.dropFirst())
      var command = try parseAsRoot()
      do { try command.run() } catch let error as ValidationError {
        exitForUsage(error.message, WrongUsage.ending(of: type(of: command)))
      } catch let error as WrongQuestion {
        exitForUsage(error.message, WrongUsage.ending(of: type(of: command)))
      }
    } catch let failure as Failure {
      Terminal.report(failure.findings)
      Terminal.exit(failure.status)
    } catch { exitForParsing(error) }
  }

  /// ArgumentParser takes the name of a command that it does not know for an argument too many, or tells of its options.
  private static func refuseUnknownCommand(_ arguments: ArraySlice<String>) throws {
    var command: any ParsableCommand.Type = self
    for word in arguments {
      let known = command.configuration.subcommands
      if known.isEmpty || word.hasPrefix("-") { return }
      if command == self, word == "help" { continue }
      guard let next = known.first(where: { $0._commandName == word }) else {
        throw ValidationError(
          "there is no command \"\(word)\"; "
            + NearestName.remedy(for: word, among: known.map { $0._commandName }))
      }
      command = next
    }
  }

  /// An empty value after `=` would be taken for none, and the next argument for the value.
  private static func refuseEmptyValues(_ arguments: ArraySlice<String>) throws {
    var wrong = WrongUsage()
    for argument in arguments.prefix(while: { $0 != "--" })
    where argument.hasPrefix("--") && argument.firstIndex(of: "=") == argument.indices.last {
      wrong.note("\(argument) has no value: write it behind the sign, or leave the option out")
    }
    try wrong.refuse()
  }

  /// ArgumentParser's own status for wrong usage is 64; ours is 2.
  private static func exitForUsage(_ message: String, _ ending: String) -> Never {
    if DiagnosticFormat.asked == .json {
      var findings = Findings()
      for line in message.components(separatedBy: WrongUsage.separator) {
        findings.append(.commands.wrongUsage, line, remedy: "see --help of the command")
      }
      Terminal.report(findings)
    } else {
      Terminal.writeError("Error: \(message)\n\(ending)")
    }
    Terminal.exit(2)
  }

  private static func exitForParsing(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    if code == .validationFailure {
      let (message, full) = (message(for: error), fullMessage(for: error))
      let start = "Error: \(message)\n"
      exitForUsage(message, full.hasPrefix(start) ? String(full.dropFirst(start.count)) : "")
    }
    if !code.isSuccess, !(error is ExitCode) {
      Terminal.writeError("internal error: \(message(for: error))")
      Terminal.exit(70)
    }
    // Help that cannot be written is a failure like any other.
    let text = fullMessage(for: error)
    if code.isSuccess, !text.isEmpty { Terminal.write(text + "\n") }
    Terminal.exit(code.rawValue)
  }

  func run() throws {
    guard DataFolder.exists("Data") else { throw Failure.noDataFolder("Data") }
    Terminal.write(Self.helpMessage() + "\n")
  }
}
