import Audit
import Scoring
import Tabular

extension AuditSentences {
  /// How far ranks can be pushed: what weights attain, and what is proven of all others.
  func bounds(_ bounds: [RankBounds]) -> [String] {
    if bounds.count < 2 {
      return bounds.map { "\(name($0.country)) alone is ranked: no weights change that." }
    }
    if let fixed = AuditNotes.oneWeight(table, level) { return [fixed] }
    let moves = RankMoves(bounds)
    return [typical(bounds, moves)] + furthest(bounds, moves)
  }

  private func places(_ count: Int) -> String { CountWords.of(count, "place") }

  private func typical(_ bounds: [RankBounds], _ moves: RankMoves) -> String {
    guard moves.exact == moves.countries else { return open(moves) }
    if moves.most == 0 {
      return "If \(setInWords), no country can be moved from its rank; that is exact\(gaps)."
    }
    if bounds.count == 2, bounds[0].rank != bounds[1].rank {
      return "If \(setInWords), the two countries can change places; that is exact, and comes with "
        + "the weights that do it\(gaps)."
    }
    return
      "If \(setInWords), \(Self.half(moves)); these bounds are exact, and each comes with the weights that "
      + "attain it\(gaps)."
  }

  /// How far half of the countries can be moved, or that half or more cannot be moved at all.
  static func half(_ moves: RankMoves) -> String {
    if moves.ofHalf == 0 {
      return "\(moves.still) of \(moves.countries) countries cannot be moved from their rank"
    }
    return "half of the countries can be moved from their rank by at most "
      + CountWords.of(moves.ofHalf, "place") + (moves.still == 0 ? "" : ", and \(moves.still) not at all")
  }

  /// Where not every bound is exact.
  private func open(_ moves: RankMoves) -> String {
    let moved = moves.countries - moves.still
    let known =
      moved == 0
      ? "no weights are known that move any country from its rank"
      : moves.halfMoved == 0
        ? "weights are known that move \(moved) of \(moves.countries) countries from their rank"
        : "weights are known that move half of the countries from their rank by \(places(moves.halfMoved)) or more"
    let sure =
      moves.exact == 0
      ? "none of these bounds is exact: of each an inner and an outer limit is known"
      : "\(moves.exact) of \(moves.countries) of these bounds \(moves.exact == 1 ? "is" : "are") exact, of the "
        + "\(moves.exact == moves.countries - 1 ? "other" : "others") an inner and an outer limit is known"
    return "If \(setInWords), \(known), and half are proven not to move by more than "
      + "\(places(moves.limitOfHalf)); \(sure)\(gaps)."
  }

  private func furthest(_ bounds: [RankBounds], _ moves: RankMoves) -> [String] {
    guard moves.most > 0, let own = bounds.first(where: { RankMoves.places($0) == moves.most }) else {
      return []
    }
    let isSure = moves.exact == moves.countries
    if isSure, bounds.count == 2 { return [] }
    let limits = own.isExact ? nil : Self.limits(own, of: bounds.count)
    let far = moves.furthest == 1 ? "furthest" : "as far as any"
    let how = isSure ? "can be moved \(far)" : "is moved \(far) by known weights"
    return [
      "\(name(own.country)) \(how): from rank \(own.rank) \(Self.reach(own))"
        + "\(limits.map { "; it is proven not to come \($0)" } ?? "")."
    ]
  }

  /// Where known weights bring a country: `up to 3 and down to 7`, or one of these.
  /// - Parameter noun: what stands before the first of the numbers.
  static func reach(_ own: RankBounds, _ noun: String = "") -> String {
    let up = own.best.attained < own.rank
    let down = own.worst.attained > own.rank
    let texts = [
      up ? "up to \(noun)\(own.best.attained)" : nil,
      down ? "down to \(up ? "" : noun)\(own.worst.attained)" : nil,
    ]
    return texts.compactMap { $0 }.joined(separator: " and ")
  }

  /// Where no weights bring it: `above 3 or below 7`, or one of these; nil where either end is open to it.
  static func limits(_ own: RankBounds, of countries: Int) -> String? {
    let above = own.best.proven > 1 ? "above \(own.best.proven)" : nil
    let below = own.worst.proven < countries ? "below \(own.worst.proven)" : nil
    let known = [above, below].compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: " or ")
  }

  /// What stands in for a dimension, or an indicator, that a ranked country lacks.
  private var gaps: String {
    let nodes = table.auditedNodes(level)
    let lacking = table.rows.count { country in
      table.rank(country) != nil && nodes.contains { table.score($0, country) == nil }
    }
    if lacking == 0 { return "" }
    let who = lacking == 1 ? "country that lacks" : "\(lacking) countries that lack"
    return level == .indicator
      ? "; in the \(who) an indicator, the stated score of the node above it stands for it"
      : "; in the \(who) a dimension, the stated index score stands for it"
  }
}
