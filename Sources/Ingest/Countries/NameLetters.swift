/// The letters of names beyond ASCII, and what each is compared as.
enum NameLetters {
  /// Letters with marks by their base, and what stands for an apostrophe as nothing.
  static let bases: [Unicode.Scalar: String] = {
    var bases: [Unicode.Scalar: String] = [:]
    for (base, letters) in groups { for letter in letters.unicodeScalars { bases[letter] = base } }
    // Wide forms of East Asian fonts.
    for (first, start) in [(0xFF10, 0x30), (0xFF21, 0x61), (0xFF41, 0x61)] as [(UInt32, UInt8)] {
      for offset in 0..<(start == 0x30 ? 10 : 26) as Range<UInt32> {
        guard let wide = Unicode.Scalar(first + offset) else { continue }
        bases[wide] = String(Character(Unicode.Scalar(start + UInt8(offset))))
      }
    }
    return bases
  }()

  private static let groups: [(base: String, letters: String)] = [
    ("a", "àáâãäåāăąǎÀÁÂÃÄÅĀĂĄǍạảấầẩẫậắằẳẵặ"), ("ae", "æÆ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđðĎĐÐ"),
    ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚẹẻẽếềểễệ"), ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİỉị"),
    ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľłĹĻĽŁ"), ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōŏőơÒÓÔÕÖØŌŎŐƠọỏốồổỗộớờởỡợ"),
    ("oe", "œŒ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšșŚŜŞŠŞȘ"), ("ss", "ß"), ("t", "ţťțŢŤȚ"),
    ("u", "ùúûüũūŭůűųưÙÚÛÜŨŪŬŮŰŲƯụủứừửữự"), ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶỳỵỷỹ"), ("z", "źżžŹŻŽ"), ("α", "ά"),
    ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"), ("ω", "ώ"), ("σ", "ς"), ("е", "ёЁ"),
    ("и", "йЙ"), ("і", "їЇ"), ("ا", "أإآٱ"), ("ه", "ة"), ("ي", "ى"), ("", "ـ’‘ʼʻʾʿ′"),
  ]

  /// Whether a letter that is not in `bases` is compared as it stands: small Cyrillic, Arabic,
  /// Chinese. A short way past the tables of Unicode for most letters of the names that there are.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0430...0x044F, 0x0621...0x063A, 0x0641...0x064A, 0x4E00...0x9FA5: true
    default: false
    }
  }
}
