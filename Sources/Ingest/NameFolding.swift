/// Names as they are compared: without case, accents, punctuation and spaces.
enum NameFolding {
  /// `Côte d’Ivoire` and `COTE D'IVOIRE` both become `cotedivoire`; `&` counts as `and`.
  static func fold(_ name: String) -> String {
    var folded = ""
    folded.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": folded.unicodeScalars.append(scalar)
      case "A"..."Z": folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case "&": folded += "and"
      default:
        if scalar.isASCII { continue }
        // Most letters of names are here as they are; the rest may become so in lower case.
        if let base = bases[scalar] {
          folded += base
        } else if scalar.properties.isAlphabetic {
          for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            if let base = bases[lower] {
              folded += base
            } else if lower.properties.isAlphabetic {
              folded.unicodeScalars.append(lower)
            }
          }
        }
      }
    }
    return folded
  }

  /// The Latin letters with marks that occur in names of countries, by their base.
  private static let bases: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãäåāăąǎÀÁÂÃÄÅĀĂĄǍ"), ("ae", "æÆ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđðĎĐÐ"),
      ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"), ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"),
      ("k", "ķĶ"), ("l", "ĺļľłĹĻĽŁ"), ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("oe", "œŒ"),
      ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšșŚŜŞŠȘ"), ("ss", "ß"), ("t", "ţťțŢŤȚ"),
      ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("y", "ýÿÝŸ"), ("z", "źżžŹŻŽ"),
    ]
    var bases: [Unicode.Scalar: String] = [:]
    for (base, letters) in groups {
      for letter in letters.unicodeScalars { bases[letter] = base }
    }
    return bases
  }()
}
