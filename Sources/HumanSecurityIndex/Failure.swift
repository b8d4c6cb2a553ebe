import Diagnostics

/// Why something asked of an index is not done: what is wrong, and what a command ends with.
package struct Failure: Error {
  package let findings: Findings
  /// The exit status of a command that stops for it: 1 for faults of data, lenses and disks, 2 for
  /// questions that cannot be answered.
  package let status: Int32

  package init(_ findings: Findings, status: Int32 = 1) { (self.findings, self.status) = (findings, status) }

  package static func one(
    _ kind: FindingKind, _ message: String, at place: Diagnostic.Place? = nil, remedy: String? = nil,
    status: Int32 = 1
  ) -> Failure {
    Failure(Findings(Diagnostic(kind, message, at: place, remedy: remedy ?? kind.advice)), status: status)
  }

  package static func noDataFolder(_ path: String) -> Failure {
    one(
      .folders.noDataFolder, "there is no folder \"\(path)\" here", at: .init(file: path),
      remedy: "go to the folder that holds Data/ and Weights/, or name it with --data DIR; "
        + "a folder of figures starts with Data/countries.csv and Data/indicators.csv")
  }

  /// What an action makes of each value; throws everything that fails at once, the same thing once.
  package static func gathering<From, To>(_ values: [From], _ action: (From) throws -> To) throws -> [To] {
    var findings = Findings()
    var results: [To] = []
    var status: Int32 = 0
    var told: Set<Diagnostic> = []
    for value in values {
      do { results.append(try action(value)) } catch let failure as Failure {
        findings.append(contentsOf: failure.findings.only { told.insert($0).inserted })
        status = max(status, failure.status)
      }
    }
    if !findings.isEmpty { throw Failure(findings, status: status) }
    return results
  }
}

extension Findings { package func throwErrors() throws { if hasErrors { throw Failure(self) } } }
