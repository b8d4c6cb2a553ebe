import Diagnostics
import Glibc
import Reporting

/// An installed Chromium, or a browser made from it, which prints a page to PDF.
package struct Chromium {
  /// The path of the program.
  let program: String
  /// How long it may take for one page.
  var limit: Duration = .seconds(60)

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
  ]

  /// The program that the variable CHROMIUM names, by its path or by a name on PATH; without it the first on
  /// PATH of those that are known.
  package init(environment: (String) -> String?) throws {
    func find(_ name: String) -> String? { InstalledProgram.find(name, environment: environment) }
    guard let named = environment("CHROMIUM"), !named.isEmpty else {
      guard let found = Self.names.compactMap(find).first else {
        throw Failure.one(
          .printing.noChromium, "no Chromium is installed, which prints to PDF",
          remedy: "install chromium, or name it in CHROMIUM; looked for on PATH: "
            + Self.names.joined(separator: ", "))
      }
      program = found
      return
    }
    guard let found = find(named) else {
      let what = named.contains("/") ? "which is not a program that can be run" : "which is not on PATH"
      throw Failure.one(.printing.wrongChromium, "CHROMIUM is \"\(named)\", \(what)")
    }
    program = found
  }

  /// Prints a page that is a file.
  /// - Parameters:
  ///   - fragment: what the address has after `#`.
  ///   - pdf: the file to be written; the caller reads it, and removes it.
  func print(_ page: String, fragment: String, to pdf: String) throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let notes = scratch.path + "/notes"
    let address = "file://\(LinkPath.encoded(page))#\(fragment)"
    let end = try LimitedProcess.run(
      [program] + Self.options(profile: scratch.path + "/profile") + ["--print-to-pdf=\(pdf)", address],
      notes: notes, limit: limit)
    let reason: String
    switch end {
    case .exited(status: 0) where FileReading.isRegularFile(pdf): return
    case .exited(status: 0): reason = "wrote no PDF"
    case .exited(let status): reason = "ended with status \(status)"
    case .killed(let signal): reason = "was ended by signal \(signal)"
    case .notStarted(let code): reason = "cannot be started: \(String(cString: strerror(code)))"
    case .timedOut:
      throw Failure.one(
        .printing.chromiumTimedOut,
        "\(program) was ended: it had not printed the page after \(limit.components.seconds) s")
    }
    throw failure(reason, notes)
  }

  func failure(_ reason: String, _ notes: String? = nil) -> Failure {
    let bytes = notes.flatMap { try? FileReading.bytes($0) } ?? []
    let lines = String(decoding: bytes.suffix(10_000), as: UTF8.self).split(whereSeparator: \.isNewline)
    let last = lines.last { !$0.allSatisfy(\.isWhitespace) }.map {
      ": " + Diagnostic.cut(String($0), to: 200)
    }
    return .one(.printing.chromiumFailed, "\(program) \(reason)\(last ?? "")")
  }

  private static func options(profile: String) -> [String] {
    var options = [
      "--headless", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(profile)", "--no-first-run",
      "--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-breakpad",
      "--disable-component-update", "--disable-background-networking",
      // The page asks for nothing, and the browser itself is not to ask either.
      "--host-resolver-rules=MAP * ~NOTFOUND",
      // In containers /dev/shm is often too small.
      "--disable-dev-shm-usage",
    ]
    // As root Chromium refuses to start with its sandbox. The page is ours, and loads nothing.
    if geteuid() == 0 { options.append("--no-sandbox") }
    return options
  }
}
