/// The script of the page: sorting and filtering, on what the page already shows.
///
/// It knows no figure but those in the table, and builds no markup from text.
enum PageScript {
  /// page.js without the lines that only its type check reads.
  static let shipped: [UInt8] = Array(
    PackageResources.page_js.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).filter {
      !isForTypeCheck($0.drop { $0 == UInt8(ascii: " ") })
    }.joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))

  private static func isForTypeCheck(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "/** @type".utf8) || line.starts(with: "// @ts-".utf8)
  }
}
