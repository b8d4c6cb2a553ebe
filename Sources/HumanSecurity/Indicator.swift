/// One measured quantity, as the catalogue describes it: facts, no judgement of weight.
public struct Indicator: Sendable {
  /// Its name in files and on the command line.
  public let id: IndicatorID
  /// Where it hangs in the framework; nil for a denominator, which is known but not scored.
  public let dimension: DimensionPath?
  /// Its name for people.
  public let name: String
  /// The unit of the value that is scored.
  public let unit: String
  /// The catalogue's goalposts; nil for a denominator.
  public let goalposts: Goalposts?
  /// What is done to value and goalposts before they are compared.
  public let transform: Transform
  /// How the scored value comes out of the stored figures.
  public let derivation: Derivation
  /// The range in which stored figures can be true.
  public let plausible: ClosedRange<Double>
  /// The threat to security that it speaks to.
  public let threat: String
  /// The dataset as it is published.
  public let source: String
  /// Who makes the figures.
  public let producer: String
  /// The terms under which they may be reused.
  public let licence: Licence
  /// Where the figures are documented, and why the goalposts stand where they do.
  public let reference: String
  /// The files that hold the figures, in order of precedence.
  public let files: [FigureFile]
  /// How its figures come about; nil where the catalogue does not say.
  public let kind: FigureKind?
  /// A stored figure of a year from which it tells of armed conflict in that year; nil for an
  /// indicator that tells of none.
  public let conflictFrom: Double?
  /// The line of the catalogue that describes it.
  public let line: Int

  /// An indicator of the catalogue.
  public init(
    id: IndicatorID, dimension: DimensionPath?, name: String, unit: String,
    goalposts: Goalposts?, transform: Transform = .none, derivation: Derivation = Derivation(),
    plausible: ClosedRange<Double> = -Double.infinity...Double.infinity, threat: String = "",
    source: String = "", producer: String = "", licence: Licence = Licence(""),
    reference: String = "", files: [FigureFile] = [], kind: FigureKind? = nil,
    conflictFrom: Double? = nil, line: Int = 0
  ) {
    self.id = id
    self.dimension = dimension
    self.name = name
    self.unit = unit
    self.goalposts = goalposts
    self.transform = transform
    self.derivation = derivation
    self.plausible = plausible
    self.threat = threat
    self.source = source
    self.producer = producer
    self.licence = licence
    self.reference = reference
    self.files = files
    self.kind = kind
    self.conflictFrom = conflictFrom
    self.line = line
  }
}

/// How figures come about.
public enum FigureKind: String, Sendable, CaseIterable {
  /// Counted, registered, accounted for or taken by instruments.
  case measured
  /// Asked of samples of people or households.
  case survey
  /// Worked out by a model where nobody counts, or from several of the other kinds.
  case estimate
  /// The judgement of experts, or an average of such judgements.
  case expert
}

/// The two values of an indicator between which security is measured, in the indicator's own unit.
///
/// Their order is the direction: where `best` is the greater, more is safer.
public struct Goalposts: Sendable, Equatable {
  /// The value that scores 0.
  public let worst: Double
  /// The value that scores 100.
  public let best: Double

  /// Two different, finite values; anything else is nil.
  public init?(worst: Double, best: Double) {
    guard worst.isFinite, best.isFinite, worst != best else { return nil }
    self.worst = worst
    self.best = best
  }

  /// Whether a greater value is a more secure one.
  public var moreIsSafer: Bool { best > worst }
}

/// How a scored value comes out of stored figures: ratio first, then neighbours, then mean or change.
public struct Derivation: Sendable, Equatable {
  /// The series that the figures are multiplied by, before they are divided.
  public var factors: [IndicatorID]
  /// The series whose sum the figures are divided by; empty for no division.
  public var denominators: [IndicatorID]
  /// What the ratio is multiplied with: per how many.
  public var per: Double
  /// How the ratios of a country's land neighbours enter; nil where they do not.
  public var neighbours: NeighbourRule?
  /// The mean of the observations of so many years up to the year in question.
  public var meanOver: Int?
  /// The change in per cent since so many years before.
  public var changeOver: Int?

  /// By default, the figure itself.
  public init(
    factors: [IndicatorID] = [], denominators: [IndicatorID] = [], per: Double = 1,
    neighbours: NeighbourRule? = nil,
    meanOver: Int? = nil, changeOver: Int? = nil
  ) {
    self.factors = factors
    self.denominators = denominators
    self.per = per
    self.neighbours = neighbours
    self.meanOver = meanOver
    self.changeOver = changeOver
  }

  /// Whether the scored value is the stored figure.
  public var isIdentity: Bool {
    factors.isEmpty && denominators.isEmpty && per == 1 && neighbours == nil && meanOver == nil
      && changeOver == nil
  }
}

/// What is made of a country's figure x and those of its n land neighbours, z.
public enum NeighbourRule: String, Sendable, CaseIterable {
  /// The mean of the neighbours' figures, Σz/n, in the unit of the series.
  case mean
  /// The country's part of the whole neighbourhood, 100·x/(x + Σz), 0–100.
  case share
  /// The country against its average neighbour, 100·x/(x + Σz/n), 0–100: 50 where they are even.
  case balance

  /// Whether a value needs a figure of the country's own.
  public var needsOwnFigure: Bool { self != .mean }
}

/// Where figures stand: a file under Data/, and which of its columns or series.
public struct FigureFile: Sendable, Hashable {
  /// The path under Data/.
  public let path: String
  /// The column, stem or series; nil where the file holds only one.
  public let column: String?

  /// A file, or a column of it.
  public init(path: String, column: String? = nil) {
    self.path = path
    self.column = column
  }
}
