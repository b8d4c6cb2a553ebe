import CShippedNames
import Diagnostics
import Ingest
import Tabular

extension CountryTable {
  /// The countries and areas that the program was built with.
  package static func shipped() -> CountryTable {
    var findings = Findings()
    return read(
      text("countries.csv", hsi_shipped_countries), areas: text("areas.csv", hsi_shipped_areas),
      into: &findings)
  }

  private static func text(_ name: String, _ bytes: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?)
    -> SourceText
  {
    var size = 0
    let start = bytes(&size)
    return SourceText(name: name, bytes: Array(UnsafeBufferPointer(start: start, count: size)))
  }
}
