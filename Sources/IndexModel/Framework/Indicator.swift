/// One measured quantity, as the catalogue describes it: facts, no judgement of weight.
package struct Indicator: Sendable {
  package let id: IndicatorID
  /// Where it hangs in the framework; nil for a denominator, which is known but not scored.
  package let dimension: DimensionPath?
  package let name: String
  /// The unit of the value that is scored.
  package let unit: String
  /// Nil where it is not scored, or `direction` stands in their place and no figures are read.
  package var goalposts: Goalposts?
  /// Which way is better, where the catalogue gives no goalposts: they are the ends of all figures then.
  package let direction: Direction?
  /// What is done to value and goalposts before they are compared.
  package let transform: Transform
  /// How the scored value comes out of the stored figures.
  package let derivation: Derivation
  /// The range in which stored figures can be true.
  package let plausible: ClosedRange<Double>
  package let threat: String
  package let source: String
  package let producer: String
  package let licence: Licence
  /// Where the figures are documented, and why the goalposts stand where they do.
  package let reference: String
  /// The files that hold the figures, in order of precedence.
  package let files: [FigureFile]
  /// How its figures come about; nil where the catalogue does not say.
  package let kind: FigureKind?
  /// A figure from which its year counts as one of armed conflict; nil where none tells of it.
  package let conflictFrom: Double?
  /// The year of all its figures, where their table says none; nil where it does.
  package let yearOfAll: Year?
  package let line: Int
  /// Whether none of its files is there, each of which may be missing: it then weighs nothing, unless a lens names it.
  package var isAbsent = false

  package init(
    id: IndicatorID, dimension: DimensionPath?, name: String, unit: String, goalposts: Goalposts?,
    direction: Direction? = nil, transform: Transform = .none, derivation: Derivation = Derivation(),
    plausible: ClosedRange<Double> = -Double.infinity...Double.infinity, threat: String = "",
    source: String = "", producer: String = "", licence: Licence = Licence(""), reference: String = "",
    files: [FigureFile] = [], kind: FigureKind? = nil, conflictFrom: Double? = nil, yearOfAll: Year? = nil,
    line: Int = 0
  ) {
    (self.id, self.dimension, self.name, self.unit) = (id, dimension, name, unit)
    (self.goalposts, self.direction) = (goalposts, direction)
    (self.transform, self.derivation) = (transform, derivation)
    (self.plausible, self.threat, self.conflictFrom) = (plausible, threat, conflictFrom)
    self.yearOfAll = yearOfAll
    (self.source, self.producer, self.licence, self.reference) = (source, producer, licence, reference)
    (self.files, self.kind, self.line) = (files, kind, line)
  }
}

/// Whether more of what an indicator measures is more secure, or less.
package enum Direction: String, Sendable, CaseIterable { case more, less }

package enum FigureKind: String, Sendable, CaseIterable {
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
package struct Goalposts: Sendable, Equatable {
  /// The value that scores 0.
  package let worst: Double
  /// The value that scores 100.
  package let best: Double

  /// Two different, finite values; anything else is nil.
  package init?(worst: Double, best: Double) {
    guard worst.isFinite, best.isFinite, worst != best else { return nil }
    (self.worst, self.best) = (worst, best)
  }

  package var moreIsSafer: Bool { best > worst }
}

/// How a scored value comes out of stored figures: ratio first, then neighbours, then mean or change.
package struct Derivation: Sendable, Equatable {
  /// The series that the figures are multiplied by, before they are divided.
  package var factors: [IndicatorID]
  /// The series whose sum the figures are divided by; empty for no division.
  package var denominators: [IndicatorID]
  /// What the ratio is multiplied with: per how many.
  package var per: Double
  /// How the ratios of a country's land neighbours enter; nil where they do not.
  package var neighbours: NeighbourRule?
  /// The mean of the observations of so many years up to the year in question.
  package var meanOver: Int?
  /// What is supposed of a rate beside its figures, those of the years of the mean; nil where nothing is.
  package var prior: RatePrior?
  /// The change in per cent since so many years before.
  package var changeOver: Int?

  package init(
    factors: [IndicatorID] = [], denominators: [IndicatorID] = [], per: Double = 1,
    neighbours: NeighbourRule? = nil, meanOver: Int? = nil, prior: RatePrior? = nil, changeOver: Int? = nil
  ) {
    (self.factors, self.denominators, self.per) = (factors, denominators, per)
    (self.neighbours, self.meanOver, self.prior, self.changeOver) = (neighbours, meanOver, prior, changeOver)
  }

  /// The series beside an indicator's own that its values are made of.
  package var others: [IndicatorID] { factors + denominators + (prior.map { [$0.people] } ?? []) }

  /// Whether the scored value is the stored figure.
  package var isIdentity: Bool {
    factors.isEmpty && denominators.isEmpty && per == 1 && neighbours == nil && meanOver == nil
      && prior == nil && changeOver == nil
  }
}

/// What is made of a country's figure x and those of its n land neighbours, z.
package enum NeighbourRule: String, Sendable, CaseIterable {
  /// The mean of the neighbours' figures, Σz/n, in the unit of the series.
  case mean
  /// The country's part of the whole neighbourhood, 100·x/(x + Σz), 0–100.
  case share
  /// The country against its average neighbour, 100·x/(x + Σz/n), 0–100: 50 where they are even.
  case balance

  /// Whether a value needs a figure of the country's own.
  package var needsOwnFigure: Bool { self != .mean }
}

/// Where figures stand: a file under Data/, and which of its columns or series.
package struct FigureFile: Sendable, Hashable {
  /// The path under Data/.
  package let path: String
  /// The column, stem or series; nil where the file holds only one.
  package let column: String?

  /// Whether it may be missing: its figures are for whoever may have them to bring in.
  package let isOptional: Bool

  package init(path: String, column: String? = nil, isOptional: Bool = false) {
    (self.path, self.column, self.isOptional) = (path, column, isOptional)
  }
}
