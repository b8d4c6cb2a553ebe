import Tabular

/// The script of the page: its files in the order in which each needs those before it, as one.
///
/// It knows no figure but those that `PageData` writes, and builds no markup from text.
enum PageScript {
  private static let files = [
    PackageResources.figures_js, PackageResources.words_js, PackageResources.state_js,
    PackageResources.scoring_js, PackageResources.measures_js, PackageResources.glossary_js,
    PackageResources.charts_js, PackageResources.map_js, PackageResources.ranking_js,
    PackageResources.whatif_js, PackageResources.country_js, PackageResources.views_js,
    PackageResources.indicator_js, PackageResources.pictures_js, PackageResources.judgements_js,
    PackageResources.start_js,
  ]

  /// Without comments, which only readers of the sources and the type check need.
  static let shipped: [UInt8] =
    Array("\n'use strict';\n(() => {\n".utf8) + files.flatMap(withoutComments) + Array("})();\n".utf8)

  /// By which a content security policy lets it run, and no other.
  static let digest = Digest.base64(of: shipped)

  private static func withoutComments(_ file: [UInt8]) -> [UInt8] {
    var isComment = false
    var kept: [UInt8] = []
    for line in file.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      if text.starts(with: "/**".utf8), !isOneLine(text) || ends(text) { isComment = true }
      if !isComment, !text.starts(with: "//".utf8) {
        kept += withoutCasts(text)
        kept.append(UInt8(ascii: "\n"))
      }
      if isComment, ends(text) { isComment = false }
    }
    return kept
  }

  /// Without the types that stand before a value.
  private static func withoutCasts(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let parts = String(decoding: text, as: UTF8.self).split(
      separator: "/** @", omittingEmptySubsequences: false)
    let values = parts.dropFirst().map { part in
      part.split(separator: "*/ ", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
    }
    return Array((parts.prefix(1) + values).joined().utf8)
  }

  /// Whether a comment is followed by code on its line.
  private static func isOneLine(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text, as: UTF8.self).contains("*/ ")
  }

  private static func ends(_ text: ArraySlice<UInt8>) -> Bool { text.suffix(2).elementsEqual("*/".utf8) }
}
