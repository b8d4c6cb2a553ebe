import Glibc
import IndexModel
import Tabular

/// The steps in which scores are coloured, the same on the map and in the tables.
extension PublishedIndex {
  /// What a step spans, in words.
  func label(_ step: Int) -> String {
    if step == 0 { return "below " + CSVText.shortest(bands[0]) }
    let lower = CSVText.shortest(bands[step - 1])
    return step == bands.count ? lower + " and above" : lower + "–" + CSVText.shortest(bands[step])
  }

  /// The colours of its steps for a style sheet, each with that of the two inks that is read better on it; empty where
  /// the page's own are used.
  var styleRules: String {
    if colours.isEmpty { return "" }
    let variables = colours.enumerated().map { "--s\(shade(of: $0)):\($1)" }
    let inks = colours.enumerated().map { step, colour in
      ".s\(shade(of: step)){color:\(Self.luminance(colour) > 0.179 ? "#000" : "#fff")}"
    }
    return ":root:root{\(variables.joined(separator: ";"))}\(inks.joined())"
  }

  /// Relative luminance, 0–1 (WCAG 2.2); black is read better than white on what is above 0.179.
  static func luminance(_ colour: String) -> Double {
    let number = UInt32(colour.dropFirst(), radix: 16) ?? 0
    let channels = [16, 8, 0].map { shift in
      let value = Double(number >> UInt32(shift) & 0xff) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
