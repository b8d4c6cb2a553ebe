import IndexModel
import Scoring
import Tabular

/// Which judgements differ between two states of an index, and how the figures of each score under every mixture.
struct JudgementMixtures: Sendable {
  /// Those of goalposts, weights and method that differ.
  let causes: [ChangeCause]
  /// The tables of the earlier figures; the i-th has the later of those causes whose bits are set in i.
  let before: [ScoreTable]
  /// The same of the later figures.
  let after: [ScoreTable]

  /// On all cores.
  init(_ old: IndexState, _ new: IndexState) {
    let causes = [ChangeCause.goalposts, .weights, .method].filter { old.differs(from: new, in: $0) }
    let mixtures = (0..<(1 << causes.count)).map { bits in
      old.judged(by: new, in: causes.indices.filter { bits >> $0 & 1 == 1 }.map { causes[$0] })
    }
    let tables = inParallel(2 * mixtures.count) { place in
      let (framework, lens) = mixtures[place % mixtures.count]
      return (place < mixtures.count ? old : new).scored(framework, lens)
    }
    (self.causes, before) = (causes, Array(tables[..<mixtures.count]))
    after = Array(tables[mixtures.count...])
  }

  /// The place of the mixture in which all are the later ones.
  var last: Int { before.count - 1 }

  /// Whether a score is joined of the country's own cells by weights that stand beforehand.
  var isSeparable: Bool {
    before.allSatisfy { table in
      let rules = table.lens.aggregation
      return table.lens.weightScheme?.isDerived != true && !rules.rules.compareUnits
        && !([rules.dimensions, rules.indicators] + rules.nodes.values).contains(.copeland)
    }
  }
}

extension IndexState {
  /// Whether the judgements of one kind are others.
  fileprivate func differs(from other: IndexState, in cause: ChangeCause) -> Bool {
    let (own, theirs) = (cube.framework, other.cube.framework)
    switch cause {
    case .goalposts:
      return lens.goalposts != other.lens.goalposts
        || own.indicators.contains { indicator in
          theirs.indicator(indicator.id).map { theirs.indicators[$0].goalposts != indicator.goalposts }
            ?? false
        }
    case .weights: return !lens.weighs(as: other.lens)
    default: return !lens.joins(as: other.lens) || own.shape != theirs.shape
    }
  }

  /// The catalogue and lens of this state with some judgements of another.
  fileprivate func judged(by other: IndexState, in causes: [ChangeCause]) -> (
    framework: Framework, lens: Lens
  ) {
    func side(_ cause: ChangeCause) -> IndexState { causes.contains(cause) ? other : self }
    var lens = side(.method).lens
    lens.weigh(as: side(.weights).lens)
    if causes.contains(.goalposts) != causes.contains(.method) { lens.goalposts = side(.goalposts).goalposts }
    return (side(.method).cube.framework, lens)
  }

  /// The goalposts in force, of every indicator that has some.
  private var goalposts: [IndicatorID: Goalposts] {
    let stated = cube.framework.indicators.compactMap { one in one.goalposts.map { (one.id, $0) } }
    return lens.goalposts.merging(stated) { own, _ in own }
  }
}

extension Lens {
  fileprivate mutating func weigh(as other: Lens) {
    (weights, indicatorWeights) = (other.weights, other.indicatorWeights)
    (weightScheme, shareBounds) = (other.weightScheme, other.shareBounds)
  }

  fileprivate func weighs(as other: Lens) -> Bool {
    weights == other.weights && indicatorWeights == other.indicatorWeights
      && weightScheme == other.weightScheme && shareBounds == other.shareBounds
  }

  /// Whether all but goalposts and weights is the same.
  fileprivate func joins(as other: Lens) -> Bool {
    (carryForward, scope, normalisation, reference, outliers, impute) == (
      other.carryForward, other.scope, other.normalisation, other.reference, other.outliers, other.impute
    )
      && (imputedLimit, coverageRequired, indicatorShare, dimensionsRequired, aggregation, caps) == (
        other.imputedLimit, other.coverageRequired, other.indicatorShare, other.dimensionsRequired,
        other.aggregation, other.caps
      ) && cutoffs == other.cutoffs && comparedWithin == other.comparedWithin
  }
}

extension Framework {
  /// All that makes a score of a figure, but goalposts: each indicator's name, place, derivation and transform.
  fileprivate var shape: [String] {
    indicators.map {
      "\($0.id) \($0.dimension?.description ?? "") \($0.derivation) \($0.transform) \($0.isAbsent)"
    }
  }
}
