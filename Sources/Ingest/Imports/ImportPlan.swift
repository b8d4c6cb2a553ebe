import HumanSecurity

/// Which native file and column feeds which indicator: Data/imports.toml.
public struct ImportPlan: Sendable {
  /// What one indicator is fed from.
  public struct Entry: Sendable, Equatable {
    /// The indicator.
    public var indicator: IndicatorID
    /// The files and columns, all of which are needed.
    public var sources: [Source]
    /// How several sources become one value.
    public var combination: Combination
    /// The first year that is taken; nil for all.
    public var firstYear: Year?
    /// The last year that is taken, which keeps projections out; nil for all.
    public var lastYear: Year?
    /// Whether the publisher writes 0 where nothing is known.
    public var zeroIsMissing: Bool
    /// Whether the first year is that of the whole plan, and not the entry's own.
    public var inheritsFirstYear = false
    /// Whether the last year is that of the whole plan, and not the entry's own.
    public var inheritsLastYear = false

    /// What an indicator is fed from.
    public init(
      indicator: IndicatorID, sources: [Source], combination: Combination = .sum,
      firstYear: Year? = nil, lastYear: Year? = nil, zeroIsMissing: Bool = false
    ) {
      self.indicator = indicator
      self.sources = sources
      self.combination = combination
      self.firstYear = firstYear
      self.lastYear = lastYear
      self.zeroIsMissing = zeroIsMissing
    }
  }

  /// One column of one native file.
  public struct Source: Sendable, Equatable {
    /// The base name of the download.
    public var file: String
    /// The value column, series key or stem; nil for the only one.
    public var column: String?
    /// Columns and what must stand in them, by column: a table of TOML knows no other order.
    public private(set) var conditions: [Condition]
    /// Texts that stand for a missing value in this file, such as -99.
    public var missing: [String]
    /// Where the download stands publicly; empty when nobody said.
    public var origin: String
    /// Where newer figures are fetched from, as `ImportAddress` reads it; empty when nobody said.
    public var url: String
    /// Hosts to which that of the url may redirect.
    public var hosts: [String]

    /// A column of a file.
    public init(
      file: String, column: String? = nil, conditions: [Condition] = [], missing: [String] = [],
      origin: String = "", url: String = "", hosts: [String] = []
    ) {
      self.file = file
      self.column = column
      self.conditions = conditions.sorted { $0.column < $1.column }
      self.missing = missing
      self.origin = origin
      self.url = url
      self.hosts = hosts
    }

    /// Takes another file instead; where the old one stood says nothing of where this one is from.
    public mutating func rename(_ file: String) {
      if file != self.file { origin = "" }
      self.file = file
    }

    /// Puts other conditions in the place of those there are.
    public mutating func choose(_ conditions: [Condition]) {
      self.conditions = conditions.sorted { $0.column < $1.column }
    }
  }

  /// A column and the text that a row must have in it.
  public struct Condition: Sendable, Equatable {
    /// The column's name.
    public let column: String
    /// The text.
    public let text: String

    /// A test of a row.
    public init(column: String, text: String) {
      self.column = column
      self.text = text
    }
  }

  /// How several sources become one value per country and year.
  public enum Combination: String, Sendable, CaseIterable {
    /// Their sum, where every one has a value.
    case sum
    /// The sum of those that have a value.
    case sumPresent = "sum_present"
    /// The mean of those that have a value.
    case mean
    /// The first, of which each further one is a percentage; where every one has a value.
    case percentOf = "percent_of"

    /// What is made of the values, as a word within a sentence.
    var result: String { self == .percentOf ? "product" : self == .mean ? "mean" : "sum" }
  }

  /// The entries, by indicator.
  public internal(set) var entries: [Entry] = []
  /// Years that hold for entries without their own.
  public internal(set) var defaultYears: (first: Year?, last: Year?) = (nil, nil)

  /// A plan without entries.
  public init() {}

  /// Adds an entry, or puts it in the place of the indicator's old one.
  public mutating func remember(_ entry: Entry) {
    entries.removeAll { $0.indicator == entry.indicator }
    entries.append(entry)
    entries.sort { $0.indicator < $1.indicator }
  }
}
