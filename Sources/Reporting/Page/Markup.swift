import IndexModel
import Tabular

/// Markup as a literal of this program, in which every value is escaped.
///
/// As only a literal is markup, no name in data becomes a tag or leaves an attribute: `"<b>\(name)</b>"`.
struct Markup: ExpressibleByStringInterpolation {
  fileprivate var out: HTMLWriter

  var bytes: [UInt8] { out.bytes }

  init(stringLiteral: StaticString) {
    out = HTMLWriter()
    out.literal(stringLiteral)
  }

  init(stringInterpolation: StringInterpolation) { out = stringInterpolation.out }

  /// What may stand in markup.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var out: HTMLWriter

    init(literalCapacity: Int, interpolationCount: Int) {
      out = HTMLWriter(capacity: literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: StaticString) { out.literal(literal) }

    mutating func appendInterpolation(_ text: String) { out.text(text) }

    mutating func appendInterpolation(_ number: Int) { out.integer(number) }

    mutating func appendInterpolation(_ code: CountryCode) { out.text(code.description) }

    mutating func appendInterpolation(_ markup: Markup) { out.markup(markup) }

    /// A number for people; a dash where there is none.
    mutating func appendInterpolation(_ value: Double?, decimals: Int) {
      out.text(NumberFormat.fixed(value, decimals))
    }

    /// A share as a whole percentage.
    mutating func appendInterpolation(percent share: Double) { out.text(NumberFormat.percent(share)) }

    mutating func appendInterpolation(path: String) { out.path(path) }

    /// A dimension's name as a title: `mother-and-child` becomes `Mother and child`.
    mutating func appendInterpolation(title name: String) { out.text(Heading.title(name)) }

    /// The class of a score's colour, ` class=s3`; that of a missing score is `n`.
    mutating func appendInterpolation(colourOf score: Double?, _ index: PublishedIndex) {
      guard let score else { return out.literal(" class=n") }
      out.literal(" class=s")
      out.integer(index.shade(of: index.step(of: score)))
    }
  }
}
