/// What is supposed of a rate before any case is counted, so that a handful of cases among few people is no extreme.
///
/// Cases are Poisson about the rate times the people, and rates of countries a gamma distribution whose mean is `rate`
/// and which weighs as much as `exposure` people: the mean of the rate once figures are known is that of both together.
/// Clayton and Kaldor, Empirical Bayes estimates of age-standardized relative risks, Biometrics 43 (3), 1987; here with
/// a prior that the catalogue states.
package struct RatePrior: Sendable, Equatable {
  /// The series of the people among whom cases are counted.
  package let people: IndicatorID
  /// The rate supposed, in the unit of the indicator.
  package let rate: Double
  /// How many people, each for a year, the supposition weighs as much as; above 0.
  package let exposure: Double
  /// So many people, each for a year, are enough: years further back count only as far as the later ones have fewer.
  /// A country of many people has its latest year, one of few as many years as the mean may reach back.
  package let enough: Double

  package init(people: IndicatorID, rate: Double, exposure: Double, enough: Double = .infinity) {
    (self.people, self.rate, self.exposure, self.enough) = (people, rate, exposure, enough)
  }
}
