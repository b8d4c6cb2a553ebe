package struct Provenance: Sendable, Hashable {
  /// The path under Data/.
  package let file: String
  /// The line in it, from 1.
  package let line: Int

  package init(file: String, line: Int) { (self.file, self.line) = (file, line) }
}

/// How a country's value of an indicator came to be there, or why it is not.
package enum Cell: Sendable, Equatable {
  case observed
  case carried(age: Int)
  /// Not observed, and put in by a rule of the lens.
  case imputed(rule: String)
  /// Put in by whoever asks what would be if it were so.
  case assumed
  case absent(Absence)

  package var isImputed: Bool { if case .imputed = self { true } else { false } }

  package var isPresent: Bool { if case .absent = self { false } else { true } }

  /// Whether the value rests on a figure of the country's own.
  package var isMeasured: Bool {
    switch self {
    case .observed, .carried: true
    case .imputed, .assumed, .absent: false
    }
  }

  package var word: String {
    switch self {
    case .observed: "observed"
    case .carried: "carried"
    case .imputed: "imputed"
    case .assumed: "assumed"
    case .absent: "missing"
    }
  }
}

package enum Absence: Sendable, Equatable {
  /// The files have no figure for the country up to the reference year.
  case neverObserved
  /// The latest figure is from before the years that the lens carries forward.
  case tooOld(latest: Year)
  /// There are figures, but too few to derive the value from them.
  case notDerivable
  /// The value is made of land neighbours' figures, and there is no land neighbour.
  case noNeighbours
  /// A fixed panel of years leaves the cell out, since some of them have no figure of it.
  case outsidePanel
  /// Less than half of the land neighbours have a figure that may be carried to the year.
  case fewNeighbours(known: Int, of: Int)

  package var reason: String {
    switch self {
    case .neverObserved: "no figure"
    case .tooOld(let latest): "latest figure is of \(latest), too old to carry forward"
    case .notDerivable: "too few figures to derive the value"
    case .noNeighbours: "no land neighbour"
    case .outsidePanel: "no figure in every year of the panel"
    case .fewNeighbours(let known, let count):
      "figures of \(known) of \(count) land neighbours, less than half"
    }
  }
}
