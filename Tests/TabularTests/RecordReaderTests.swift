import Diagnostics
import Tabular
import Testing

@Suite("Small tables with known columns") struct RecordReaderTests {
  private func read(_ text: String) -> (records: [[String]], found: Findings) {
    var findings = Findings()
    var records: [[String]] = []
    RecordReader.read(
      SourceText(name: "t.csv", text), columns: ["id", "name", "note"], required: ["id", "name"],
      into: &findings
    ) { record, _ in records.append([record["id"], record["name"], record["note"]]) }
    return (records, findings)
  }

  @Test("Fields are found by the names of their columns, in any order") func byName() {
    let (records, found) = read("name,id\nNorway,no\nSweden,se\n")
    #expect(records == [["no", "Norway", ""], ["se", "Sweden", ""]])
    #expect(found.isEmpty)
  }

  @Test(
    "A table that is not as it should be is told at its place",
    arguments: [
      ("", "t.csv:1:1 empty-file"), ("\n\n", "t.csv:1:1 empty-file"), ("id,name\n", "t.csv:1:1 only-header"),
      ("id,note\nx,y\n", "t.csv:1:1 missing-column"), ("id,name,nme\nx,y,z\n", "t.csv:1:9 unknown-column"),
      ("id,name,id\nx,y,z\n", "t.csv:1:9 duplicate-column"), ("id,name\nx\n", "t.csv:2:1 ragged-row"),
      ("id,name\nx,y\nx,y,z\n", "t.csv:3:1 ragged-row"),
    ]) func errors(text: String, place: String)
  { #expect(places(read(text).found) == [place]) }

  @Test("A broken row is told once and the rows around it are read") func brokenRow() {
    let (records, found) = read("id,name\na,b\nc,d\"\ne,f\n")
    #expect(places(found) == ["t.csv:3:4 broken-quote"])
    #expect(records.map { $0[0] } == ["a", "e"])
  }

  @Test("A header that cannot be read is not called an empty file") func brokenHeader() {
    #expect(places(read("id,na\"me\n").found) == ["t.csv:1:6 broken-quote"])
  }

  @Test("A finding about a column stands at its field") func place() {
    var findings = Findings()
    RecordReader.read(
      SourceText(name: "t.csv", "id,name\n\"a\nb\",c\nÅÅ,d\n"), columns: ["id", "name"], required: [],
      into: &findings
    ) { record, findings in findings.append(record, .made("bad"), "so", at: "name") }
    #expect(places(findings) == ["t.csv:3:4 bad", "t.csv:4:4 bad"])
  }

  @Test("A header of fifty thousand unknown columns is told in bounded time") func wideHeader() {
    let header = (0..<50_000).map { "c\($0)" }.joined(separator: ",")
    let found = read("id,name,\(header)\n").found
    #expect(found.all.count { $0.identifier == "unknown-column" } == 21)
  }

  @Test("Spaces and tabs at the ends of a text are taken off, and no others") func trimming() {
    #expect("\t a b \t".trimmingSpaces == "a b")
    #expect("  ".trimmingSpaces.isEmpty)
    #expect("".trimmingSpaces.isEmpty)
    #expect("a".trimmingSpaces == "a")
  }
}
