import Diagnostics
import Tabular
import Testing

@Suite("Findings") struct FindingsTests {
  private func finding(
    _ identifier: String, _ file: String = "t.csv", _ severity: Diagnostic.Severity = .error, line: Int = 1
  ) -> Diagnostic { Diagnostic(.made(identifier, severity), "wrong", at: .init(file: file, line: line)) }

  @Test("Nothing found is empty and no error") func empty() {
    let findings = Findings()
    #expect(findings.isEmpty && !findings.hasErrors && findings.all.isEmpty)
  }

  @Test("Twenty of a kind in a file are kept, all are counted") func limit() {
    var findings = Findings()
    let text = SourceText(name: "t.csv", "")
    for line in 1...1000 { findings.append(finding("bad", line: line)) }
    #expect(findings.count(.error) == 1000)
    #expect(findings.all.count == 21)
    #expect(findings.all.last?.message == "and 980 more like this in the same file")
    #expect(findings.all.last?.place == .init(file: "t.csv"))
    #expect(!findings.wants(.made("bad"), inFile: text.name))
    #expect(
      findings.wants(.made("worse"), inFile: text.name)
        && findings.wants(.made("bad", .note), inFile: text.name))
  }

  @Test("Exactly twenty have no summary") func exactlyTheLimit() {
    var findings = Findings()
    for line in 1...20 { findings.append(finding("bad", line: line)) }
    #expect(findings.all.count == 20)
  }

  @Test("The limit is for each kind and each file on its own") func kinds() {
    var findings = Findings()
    for _ in 1...25 {
      findings.append(finding("bad"))
      findings.append(finding("worse"))
      findings.append(finding("bad", "u.csv"))
    }
    #expect(findings.all.count == 3 * 21)
  }

  @Test("The limit holds for findings that are gathered from many readers") func gathered() {
    var findings = Findings()
    for line in 1...100 {
      var own = Findings()
      own.append(finding("bad", line: line))
      findings.append(contentsOf: own)
    }
    #expect(findings.all.count == 21)
    #expect(findings.all.last?.message == "and 80 more like this in the same file")
  }

  @Test("What one reader counted without keeping is still counted after gathering") func gatheredCounts() {
    var findings = Findings()
    findings.append(finding("bad"))
    var own = Findings()
    for line in 1...50 { own.append(finding("bad", line: line)) }
    findings.append(contentsOf: own)
    #expect(findings.count(.error) == 51)
    #expect(findings.all.last?.message == "and 31 more like this in the same file")
  }

  @Test("A wealth of notes does not hide an error of the same kind") func severities() {
    var findings = Findings()
    for _ in 1...30 { findings.append(finding("odd", "t.csv", .note)) }
    findings.append(finding("odd"))
    #expect(findings.hasErrors)
    #expect(findings.count(.note) == 30 && findings.count(.error) == 1)
    #expect(findings.worst == .error && Findings().worst == nil)
  }

  @Test("What is taken out of the findings of a kind is not counted any more") func onlySome() {
    var findings = Findings()
    for line in 1...3 { findings.append(finding("bad", line: line)) }
    let some = findings.only { $0.place?.line != 2 }
    #expect(some.all.count == 2 && some.count(.error) == 2)
  }

  @Test("Some of the findings keep their order and their counts") func only() {
    var findings = Findings()
    for line in 1...30 {
      findings.append(finding("odd", "t.csv", .warning, line: line))
      findings.append(finding("bad", line: line))
    }
    let warnings = findings.only { $0.severity == .warning }
    #expect(!warnings.hasErrors)
    #expect(warnings.all.count == 21)
    #expect(warnings.count(.warning) == 30 && warnings.count(.error) == 0)
    #expect(warnings.all.last?.message == "and 10 more like this in the same file")
  }

  @Test("Past the limit a finding is counted without being worded") func unworded() {
    let text = SourceText(name: "t.csv", "")
    var findings = Findings()
    var worded = 0
    for line in 1...30 {
      findings.append(.made("bad"), inFile: text.name) {
        worded += 1
        return finding("bad", line: line)
      }
    }
    #expect(worded == 20)
    #expect(findings.all.last?.message == "and 10 more like this in the same file")
  }

  @Test("Findings about a line of a long text cost no scan of it unless they are shown") func costOfExcerpts()
  {
    let text = SourceText(name: "t.csv", String(repeating: "a,b\n", count: 200_000))
    var findings = Findings()
    for line in 1...200_000 { findings.append(Diagnostic(.made("bad"), "wrong", in: text, line: line)) }
    #expect(findings.all.first?.excerpt == "a,b")
    #expect(findings.all.count == 21)
  }

  @Test("Findings in other words are as many, and stand where they stood") func reworded() {
    var findings = Findings()
    for line in 1...30 {
      findings.append(
        Diagnostic(.made("unit-slip", .warning), "doubtful", at: .init(file: "a.csv", line: line)))
    }
    let reworded = findings.reworded { $0.message + ", and new" }
    #expect(reworded.count(.warning) == 30)
    #expect(reworded.all.first?.message == "doubtful, and new")
    #expect(reworded.all.first?.place == .init(file: "a.csv", line: 1))
    #expect(reworded.all.last?.message == "and 10 more like this in the same file")
  }
}
