import Fetching
import Foundation
import Testing

@Suite("Tables in ZIP archives") struct ArchiveTests {
  private func problem(_ bytes: [UInt8], limit: Int = 1 << 20) -> FetchProblem? {
    do throws(FetchProblem) {
      _ = try Archive.table(in: bytes, from: "x.zip", limit: limit)
      return nil
    } catch { return error }
  }

  @Test("the one table of data is taken, whatever describes it beside it") func oneTable() throws {
    let bytes = ZIPText.archive([
      ("Metadata_Indicator_API_X.csv", "a,b\n"), ("API_X_DS2.csv", "iso3,year,value\n"),
      ("Metadata_Country_API_X.csv", "a,b\n"), ("read.me", "x"), ("__MACOSX/._API_X.csv", "x"),
    ])
    #expect(Archive.recognises(bytes))
    let table = try Archive.table(in: bytes, from: "x.zip")
    #expect(table.name == "API_X_DS2.csv")
    #expect(String(decoding: table.bytes, as: UTF8.self) == "iso3,year,value\n")
  }

  @Test("a member's path is no path here") func paths() throws {
    let table = try Archive.table(in: ZIPText.archive([("../../etc/figures.CSV", "a")]), from: "x.zip")
    #expect(table.name == "figures.CSV")
  }

  @Test("none or several tables are an error that names what there is") func notOne() {
    let none = problem(ZIPText.archive([("notes\u{1B}.txt", "x")]))
    #expect(none?.message == "x.zip holds no CSV file of data: \"notes .txt\"")
    let two = problem(ZIPText.archive([("a.csv", "x"), ("b/b.csv", "x")]))
    #expect(two?.message == "x.zip holds 2 CSV files of data: \"a.csv\", \"b/b.csv\"")
    #expect(problem(ZIPText.archive([]))?.kind.identifier == "wrong-archive")
  }

  @Test("an archive of very many files is refused by their number") func many() throws {
    let bytes = ZIPText.archive((0..<12_000).map { ("\($0).txt", "") } + [("a.csv", "x")])
    let refusal = problem(bytes)
    #expect(refusal?.message == "x.zip holds 12001 files, more than one table comes with")
    #expect(refusal?.remedy.isEmpty == false)
  }

  @Test("a packed table is unpacked, though its size stands behind it, as in archives that are sent")
  func packed() throws {
    let archive = """
      UEsDBBQACAAIAAAAIQAAAAAAAAAAAAAAAAAHAAAAcmVhZC5tZauowAcAUEsHCGCFjzkFAAAAHgAAAFBLAwQUAAgACAAA\
      ACEAAAAAAAAAAAAAAAAACQAAAEFQSV9YLmNzdssszjfWqUxNLNIpS8wpTeVyDHLWMTIwMtAxHX5MAFBLBwj4A4kDHgAA\
      AOwAAABQSwMEFAAIAAgAAAAhAAAAAAAAAAAAAAAAAAUAAAB6LnR4dKsCAFBLBwivd9JiAwAAAAEAAABQSwECFAMUAAgA\
      CAAAACEAYIWPOQUAAAAeAAAABwAAAAAAAAAAAAAAgAEAAAAAcmVhZC5tZVBLAQIUAxQACAAIAAAAIQD4A4kDHgAAAOwA\
      AAAJAAAAAAAAAAAAAACAAToAAABBUElfWC5jc3ZQSwECFAMUAAgACAAAACEAr3fSYgMAAAABAAAABQAAAAAAAAAAAAAA\
      gAGPAAAAei50eHRQSwUGAAAAAAMAAwCfAAAAxQAAAAAA
      """
    let bytes = Array(try #require(Data(base64Encoded: archive)))
    let table = try Archive.table(in: bytes, from: "x.zip")
    let rows = String(repeating: "ARC,2020,5\n", count: 20)
    #expect(String(decoding: table.bytes, as: UTF8.self) == "iso3,year,value\n" + rows)
    #expect(table.name == "API_X.csv")
  }

  @Test("a member that is encrypted is refused, not asked a password for") func encrypted() {
    var bytes = ZIPText.archive([("a.csv", "x")])
    bytes[6] |= 1
    #expect(problem(bytes)?.kind.identifier == "wrong-archive")
  }

  @Test("several hundred members are no hindrance, or a message of bounded length") func hundreds() {
    let texts = (0..<900).map { ("\($0).txt", "") }
    #expect(problem(ZIPText.archive(texts + [("a.csv", "x")])) == nil)
    let tables = problem(ZIPText.archive((0..<900).map { ("\($0).csv", "") }))
    #expect(tables?.kind.identifier == "wrong-archive")
    #expect((tables?.message.utf8.count ?? 0) < 1000)
  }

  @Test("a table larger than the limit is not unpacked") func tooLarge() {
    let bytes = ZIPText.archive([("a.csv", String(repeating: "a", count: 100_000))])
    #expect(problem(bytes, limit: 99_999)?.kind.identifier == "too-large")
    #expect(problem(bytes, limit: 100_000) == nil)
  }

  @Test("an archive that is cut or changed anywhere never gives a wrong table") func damaged() {
    let text = "iso3,year,value\nARC,2020,5\n"
    let bytes = ZIPText.archive([("a.csv", text)])
    for count in 0..<bytes.count where Archive.recognises(Array(bytes[..<count])) {
      let table = try? Archive.table(in: Array(bytes[..<count]), from: "x.zip")
      #expect(table == nil || table?.bytes == Array(text.utf8), "cut after \(count)")
    }
    for place in 35..<(35 + text.utf8.count) {
      var changed = bytes
      changed[place] ^= 1
      #expect(problem(changed) != nil, "changed at \(place)")
    }
  }
}
