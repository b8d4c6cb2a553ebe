import ArgumentParser

struct WrongUsage {
  private var messages: [String] = []

  /// Parts one mistake from the next where they are told together.
  static let separator = "\nError: "

  mutating func note(_ message: String) { messages.append(message) }

  /// What an action makes of an option; nil, and noted, where that is wrong usage.
  mutating func gather<Value>(_ action: () throws -> Value) rethrows -> Value? {
    do { return try action() } catch let error as ValidationError {
      messages.append(error.message)
      return nil
    }
  }

  func refuse() throws {
    if !messages.isEmpty { throw ValidationError(messages.joined(separator: Self.separator)) }
  }
}

extension WrongUsage {
  /// The lines that ArgumentParser puts below a mistake that shows before a command runs: its usage, and where
  /// its help is.
  static func ending(of command: any ParsableCommand.Type) -> String {
    let usage = HSI.usageString(for: command)
    let names = path(to: command, below: HSI.self).joined(separator: " ")
    return "Usage: \(usage)\n  See '\(names) --help' for more information."
  }

  private static func path(to command: any ParsableCommand.Type, below parent: any ParsableCommand.Type)
    -> [String]
  {
    let name = parent._commandName
    if parent == command { return [name] }
    for child in parent.configuration.subcommands {
      let path = path(to: command, below: child)
      if !path.isEmpty { return [name] + path }
    }
    return []
  }
}

/// The value of an option as it was written, so that all that is wrong with a command line is told and not
/// the first mistake alone.
enum Written {
  static func whole<Number: FixedWidthInteger>(_ option: String, _ text: String, _ range: ClosedRange<Number>)
    throws -> Number
  {
    guard let number = Number(text), range.contains(number) else {
      throw ValidationError(
        "\(option) \(shown(text)) is not a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: String, _ text: String, _: Choice.Type = Choice.self
  ) throws -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: " or ")
    throw ValidationError("\(option) \(shown(text)) is not known: it may be \(known)")
  }

  /// A text of the command line inside a sentence.
  static func shown(_ text: String) -> String { text.isEmpty ? "\"\"" : text }
}
