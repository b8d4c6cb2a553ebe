import IndexModel
import Tabular

/// Sentences below a table.
package enum Prose {
  /// The text broken between words into lines of at most `width` characters; unbroken for nil.
  package static func wrapped(_ text: String, width: Int?) -> String {
    guard let width else { return text }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The first of some names, and how many more there are.
  static func first(_ most: Int, of names: [String], more: String = "") -> String {
    names.prefix(most).joined(separator: ", ")
      + (names.count > most ? " and \(names.count - most) more\(more)" : "")
  }
}

extension Country {
  /// Its code and name for programs.
  var members: [(String, JSONText)] { [("iso3", .string(code.description)), ("country", .string(name))] }
}

extension Indicator {
  /// The name for people, or the identifier where it has none.
  var displayName: String { name.isEmpty ? id.rawValue : name }
}

extension Lens {
  /// The title for people, or the name of the lens where it has none.
  package var displayTitle: String { title.isEmpty ? name : title }
}

extension Aggregation {
  /// What joins parts, as a phrase within a sentence.
  var inProse: String {
    switch self {
    case .arithmetic: "the weighted arithmetic mean"
    case .geometric: "the weighted geometric mean"
    case .harmonic: "the weighted harmonic mean"
    case .power: "the weighted power mean"
    case .minimum: "the least of them"
    case .mazziottaPareto: "the mean less a penalty for imbalance (Mazziotta–Pareto)"
    case .product: "their product"
    case .copeland: "the count of countries outranked (Copeland)"
    case .ratio: "the ratio of one to the other"
    }
  }
}

extension Normalisation {
  /// Whether a score depends on more than the order of figures, so that a transform changes it.
  var takesDistances: Bool { self != .rank && self != .percentile }

  /// How a figure is scored, as a phrase within a sentence.
  var inProse: String {
    switch self {
    case .goalposts: "the place of each figure between two fixed goalposts"
    case .minmax: "the place of each figure between the year's least and greatest"
    case .zscore: "50, and 10 for each standard deviation of a figure from the year's mean"
    case .rank: "the place of each figure in the year's order of countries"
    case .percentile: "the share of countries that are no more secure by a figure"
    case .ratioToReference: "the ratio of each figure to that of a country of reference"
    }
  }
}

extension NodeNormalisation {
  /// How scores of a node are compared, as a phrase within a sentence.
  var inProse: String {
    switch self {
    case .minmax: "the place between the least and the greatest"
    case .zscore: "50, and 10 for each standard deviation from the mean"
    case .best: "100 for the best, and in proportion"
    }
  }
}

extension Grouping {
  /// One of its groups, as a word within a sentence.
  var inProse: String {
    switch self {
    case .world: "world"
    case .region: "region"
    case .subregion: "sub-region"
    case .income: "income group"
    case .parent: "parent"
    }
  }

  /// With whom a country is compared, to stand after how; empty for all.
  var among: String {
    switch self {
    case .world: ""
    case .region: ", among those of its region"
    case .subregion: ", among those of its sub-region"
    case .income: ", among those of its income group"
    case .parent: ", among those of the same parent"
    }
  }
}

extension Imputation {
  /// What is done about missing figures, as a sentence.
  var inProse: String {
    switch self {
    case .none: "What is missing stays missing; nothing is filled in."
    case .components:
      "A part of a dimension that a country lacks is estimated by regression on all parts that it has, and marked."
    case .nodeMean: "What is missing is put at the mean of a country's own parts, and marked."
    case .regionMedian: "What is missing is put at the median of the region, and marked."
    case .incomeMedian: "What is missing is put at the median of the income group, and marked."
    case .regionMean: "What is missing is put at the mean of the region, and marked."
    case .incomeMean: "What is missing is put at the mean of the income group, and marked."
    case .worldMean: "What is missing is put at the mean of all countries, and marked."
    case .regression: "What is missing is put where a kindred indicator predicts it, and marked."
    }
  }
}
