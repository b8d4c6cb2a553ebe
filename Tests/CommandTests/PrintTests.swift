import Diagnostics
import Foundation
import Testing

@testable import HumanSecurityIndex

@Suite("hsi report --pdf and --country") struct PrintTests {
  @Test("the ranking is printed beside the report, from a copy of its page, and no manifest lists it")
  func ranking() throws {
    let trial = try PrintTrial()
    let run = try trial.report("--pdf")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasSuffix("\nprinted Reports/report.pdf\n") && run.errors.isEmpty)
    let arguments = try trial.arguments
    #expect(arguments.contains("--headless") && arguments.contains("--no-pdf-header-footer"))
    #expect(arguments.contains("--no-sandbox") == (geteuid() == 0))
    #expect(arguments.last?.hasPrefix("file:///") == true && arguments.last?.hasSuffix("#index") == true)
    #expect(try trial.sandbox.read("page.html") == trial.sandbox.read("Reports/index.html"))
    #expect(!(try trial.sandbox.read("Reports/manifest.json")).contains("report.pdf"))
    #expect(try trial.leftovers() == [])
  }

  @Test("the profile is a folder of its own that is gone afterwards") func profile() throws {
    let trial = try PrintTrial(
      """
      for each in "$@"; do case "$each" in --user-data-dir=*) profile=${each#*=} ;; esac; done
      mkdir "$profile" && chmod 500 "$profile" && ls -ld "$(dirname "$profile")" > mode
      cp made.pdf "$pdf"
      """)
    #expect(try trial.report("--pdf").status == 0)
    #expect(try trial.sandbox.read("mode").hasPrefix("drwx------"))
    #expect(try trial.leftovers() == [])
  }

  @Test("a PDF has no clock in it, and its length is that which was written") func clock() throws {
    let trial = try PrintTrial()
    #expect(try trial.report("--pdf").status == 0)
    let first = try trial.sandbox.read("Reports/report.pdf")
    let expected = PrintTrial.pdf.replacingOccurrences(
      of: "D:20261129175033-05'30'", with: "D:19700101000000+00'00'"
    ).replacingOccurrences(of: "D:20261129175033Z", with: "D:19700101000000Z").replacingOccurrences(
      of: "<0123ABCD> <4567EF89>", with: "<00000000> <00000000>")
    #expect(first.hasPrefix(expected))
    #expect(first.dropFirst(expected.count).hasPrefix("\n%hsi page sha256 "))
    try trial.sandbox.edit("made.pdf", "D:20261129175033Z", "D:20300101010101Z")
    #expect(try trial.report("--pdf").status == 0)
    #expect(try trial.sandbox.read("Reports/report.pdf") == first)
  }

  @Test("dates of any form keep their length, and what is cut off is left alone") func forms() throws {
    for (text, expected) in [
      ("/ModDate (D:2026)", "/ModDate (D:1970)"), ("/ModDate(D:20261129)", "/ModDate(D:19700101)"),
      ("/ModDate <20261129>", "/ModDate <20261129>"), ("/ModDate (D:2026", "/ModDate (D:2026"),
      ("/ID [<9F>", "/ID [<9F>"), ("/CreationDate", "/CreationDate"), ("", ""),
    ] {
      var pdf = try #require(PDFBytes(Array("%PDF-1.4\n%%EOF\n\(text)".utf8)))
      pdf.removeClock()
      #expect(String(decoding: pdf.bytes, as: UTF8.self) == "%PDF-1.4\n%%EOF\n\(expected)")
    }
    #expect(PDFBytes(Array("%PDF-1.4\n".utf8)) == nil && PDFBytes(Array("%%EOF".utf8)) == nil)
  }

  @Test("briefs are printed alone, each country once, by code or name") func briefs() throws {
    let trial = try PrintTrial()
    let run = try trial.report("--country", "Arcadia", "--country", "UTO", "--country", "ARC")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "printed Reports/briefs/ARC.pdf\nprinted Reports/briefs/UTO.pdf\n")
    #expect(try trial.arguments.last?.hasSuffix("#country?c=UTO") == true)
    #expect(try trial.sandbox.names(in: "Reports") == ["briefs"])
    // What was printed is in the way of no report, and is not of another one.
    let report = try trial.report()
    #expect(report.status == 0 && report.errors.isEmpty, "\(report.errors)")
    #expect(try trial.sandbox.names(in: "Reports/briefs") == ["ARC.pdf", "UTO.pdf"])
    #expect(try trial.report("--country", "LIL", "--output", "elsewhere").status == 0, "it is not ranked")
    #expect(try trial.sandbox.names(in: "elsewhere/briefs") == ["LIL.pdf"])
  }

  @Test("unknown countries are all told, with the nearest name, before anything is printed")
  func unknownCountries() throws {
    let trial = try PrintTrial()
    let run = try trial.report("--country", "Arcada", "--country", "ARC", "--country", "Utopa")
    #expect(run.status == 2 && run.output.isEmpty)
    for (name, near) in [("Arcada", "Arcadia"), ("Utopa", "Utopia")] {
      #expect(run.errors.contains("no country is known as \"\(name)\" [unknown-country]"), "\(run.errors)")
      #expect(run.errors.contains("did you mean \"\(near)\""))
    }
    #expect(!trial.sandbox.exists("Reports") && !trial.sandbox.exists("arguments"))
  }

  @Test("a note says when a PDF is of another report, and none when it is of this one") func stale() throws {
    let trial = try PrintTrial()
    #expect(try trial.report("--pdf").errors.isEmpty)
    #expect(try trial.report().errors.isEmpty)
    try trial.sandbox.edit("Data/economic/income.csv", "ARC,2019,900", "ARC,2019,901")
    let later = try trial.report()
    #expect(later.status == 0)
    #expect(
      later.errors.hasPrefix(
        "Reports: note: report.pdf shows other figures, another year or another lens than this report [stale-pdf]"
      ), "\(later.errors)")
    #expect(try trial.report("--pdf").errors.isEmpty)
    try trial.sandbox.write("Reports/briefs/mine.pdf", "mine")
    #expect(try trial.report().errors.isEmpty)
  }

  @Test("a file that hsi did not print is not overwritten") func foreignFile() throws {
    let trial = try PrintTrial()
    try #require(try trial.report().status == 0)
    try trial.sandbox.write("Reports/report.pdf", PrintTrial.pdf)
    let run = try trial.report("--pdf")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("Reports/report.pdf: error: a file that hsi did not print"), "\(run.errors)")
    #expect(run.errors.contains("[other-pdf]"))
    #expect(try trial.sandbox.read("Reports/report.pdf") == PrintTrial.pdf)
    try trial.sandbox.write("Precious/thesis.md", "years of work")
    let briefs = try trial.report("--country", "ARC", "--output", "Precious")
    #expect(briefs.status == 2 && briefs.errors.contains("[not-a-report]"))
  }
}
