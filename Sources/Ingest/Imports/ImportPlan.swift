import IndexModel
import Tabular

/// Which native file and column feeds which indicator: Data/imports.toml.
package struct ImportPlan: Sendable {
  package struct Entry: Sendable, Equatable {
    package var indicator: IndicatorID
    /// The files and columns, all of which are needed.
    package var sources: [Source]
    package var combination: Combination
    package var firstYear: Year?
    /// The last year that is taken, which keeps projections out; nil for all.
    package var lastYear: Year?
    /// Whether the publisher writes 0 where nothing is known.
    package var zeroIsMissing: Bool
    /// Whether the first year is that of the whole plan, and not the entry's own.
    package var inheritsFirstYear = false
    /// Whether the last year is that of the whole plan, and not the entry's own.
    package var inheritsLastYear = false

    package init(
      indicator: IndicatorID, sources: [Source], combination: Combination = .sum, firstYear: Year? = nil,
      lastYear: Year? = nil, zeroIsMissing: Bool = false
    ) {
      (self.indicator, self.sources, self.combination) = (indicator, sources, combination)
      (self.firstYear, self.lastYear, self.zeroIsMissing) = (firstYear, lastYear, zeroIsMissing)
    }
  }

  package struct Source: Sendable, Equatable {
    package var file: String
    /// The sheet of a workbook; nil for the one that holds a table, and for any other file.
    package var sheet: String?
    /// The value column, series key or stem; nil for the only one.
    package var column: String?
    /// Columns and what must stand in them, by column: a table of TOML knows no other order.
    package var conditions: [Condition] { didSet { conditions.sort(by: Condition.inOrder) } }
    /// What is said of the form of the file, where it does not say it itself.
    package var form = TableChoice()
    package var decimal: DecimalMark?
    /// The columns of the values' intervals, where their names do not say so.
    package var bounds: BoundColumns?
    /// Whether rows of one country and year are parts of one figure.
    package var addsRows = false
    /// Texts that stand for a missing value in this file, such as -99.
    package var missing: [String]
    /// Where the download stands publicly; empty when nobody said.
    package var origin: String
    /// Where newer figures are fetched from, as `ImportAddress` reads it; empty when nobody said.
    package var url: String
    /// Hosts to which that of the url may redirect.
    package var hosts: [String]

    package init(
      file: String, column: String? = nil, conditions: [Condition] = [], missing: [String] = [],
      origin: String = "", url: String = "", hosts: [String] = []
    ) {
      self.conditions = conditions.sorted(by: Condition.inOrder)
      (self.file, self.column, self.missing) = (file, column, missing)
      (self.origin, self.url, self.hosts) = (origin, url, hosts)
    }

    /// What stands for the table among those that were read: the file, or a sheet of it.
    package var table: String { sheet.map { "\(file)#\($0)" } ?? file }

    /// Takes another file instead; where the old one stood says nothing of where this one is from.
    package mutating func rename(_ file: String) {
      if file != self.file { origin = "" }
      self.file = file
    }
  }

  package typealias Condition = RowCondition

  /// How several sources become one value per country and year.
  package enum Combination: String, Sendable, CaseIterable {
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
  package internal(set) var entries: [Entry] = []
  /// Years that hold for entries without their own.
  package internal(set) var defaultYears: (first: Year?, last: Year?) = (nil, nil)

  package init() {}
}
