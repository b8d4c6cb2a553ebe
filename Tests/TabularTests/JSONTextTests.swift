import Tabular
import Testing

@Suite("Writing JSON") struct JSONTextTests {
  @Test("Values are written as JSON has them") func values() {
    let value = JSONText.array([
      .null, .boolean(true), .boolean(false), .integer(-3), .number(1.5), .number(2), .string("x"),
      .array([]), .object([]), .optional(Double?.none), .optional(Int?(4)),
    ])
    #expect(value.compact == #"[null,true,false,-3,1.5,2,"x",[],{},null,4]"#)
  }

  @Test("Numbers that JSON has no word for become null", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) { #expect(JSONText.number(value).compact == "null") }

  @Test(
    "A text is escaped so that it may stand in a page",
    arguments: [
      ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#), ("a\nb\r\tc", #""a\nb\r\tc""#),
      ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("</script>&", #""\u003c/script\u003e\u0026""#),
      ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("Åland 𝄞", #""Åland 𝄞""#), ("", #""""#),
      ("a\r\nb", #""a\r\nb""#),
    ]) func escapes(text: String, json: String)
  { #expect(JSONText.string(text).compact == json) }

  @Test("Names of members are escaped too, and keep their order") func members() {
    let value = JSONText.object([("b", .integer(1)), ("a\"", .integer(2))])
    #expect(value.compact == #"{"b":1,"a\"":2}"#)
  }

  @Test("The pretty text is indented by two spaces and ends in a line feed") func pretty() {
    let value = JSONText.object([
      ("a", .array([.integer(1), .integer(2)])), ("b", .object([])), ("c", .array([])),
    ])
    #expect(
      value.pretty == """
        {
          "a": [
            1,
            2
          ],
          "b": {},
          "c": []
        }

        """)
  }
}
