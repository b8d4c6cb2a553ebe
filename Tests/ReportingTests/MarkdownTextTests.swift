import Testing

@testable import Reporting

@Suite("Text from data in Markdown") struct MarkdownTextTests {
  @Test(
    "is written as it reads where nothing in it is markup",
    arguments: [
      "Poverty below $8.30 a day", "Côte d'Ivoire", "R & D", "less than < 5", "with >99 % of the people",
      "PTS_A, v2x_clphy", "path#column", "GNI per capita, 2017 PPP $", "a -> b", "50 % (1.5)", "$3 or $8",
    ]) func plain(_ text: String)
  { #expect(MarkdownText.escape(text) == text) }

  @Test(
    "is escaped by a backslash where it would be markup, HTML or a formula",
    arguments: [
      ("<script>", #"\<script\>"#), ("</b>", #"\</b\>"#), ("<!-- -->", #"\<!-- --\>"#), ("|", #"\|"#),
      ("[x](y)", #"\[x\](y)"#), ("![x](y)", #"!\[x\](y)"#), ("*a*", #"\*a\*"#), ("_a_", #"\_a\_"#),
      ("a__b", #"a\_\_b"#), ("`a`", #"\`a\`"#), ("~~a~~", #"\~\~a\~\~"#), ("# a", ##"\# a"##),
      ("a #", ##"a \#"##), ("> a", #"\> a"#), ("  > a", #"  \> a"#), ("&lt;", #"\&lt;"#),
      ("&#60;", ##"\&\#60;"##), ("AT&T", #"AT\&T"#), ("a &", #"a \&"#), (#"\<b>"#, #"\\\<b\>"#),
      ("{.x}", #"\{.x\}"#), ("$x$", #"$x\$"#), ("$$x$$", #"$\$x\$\$"#),
    ]) func escaped(_ text: String, _ markdown: String)
  { #expect(MarkdownText.escape(text) == markdown) }

  @Test("stays on one line") func oneLine() {
    #expect(MarkdownText.escape("a\n# b\r\n| c") == ##"a \# b  \| c"##)
  }

  /// A backslash before a mark is taken off again by every reader.
  @Test("reads back as it was") func readsBack() {
    let marks = Array("<>&#_*`|[](){}~$\\ a1;!-.")
    for seed in 0..<2000 {
      let text = String(
        (0..<6).map { marks[(seed * 7919 + $0 * $0 * 104_729 + seed / 26 * $0) % marks.count] })
      var (read, isEscaped) = ("", false)
      for character in MarkdownText.escape(text) {
        if character == "\\", !isEscaped {
          isEscaped = true
          continue
        }
        read.append(character)
        isEscaped = false
      }
      #expect(read == text)
    }
  }
}
