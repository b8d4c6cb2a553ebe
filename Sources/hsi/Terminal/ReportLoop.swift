import HumanSecurityIndex

/// `hsi report --watch` and `--serve`: the report is made again whenever its inputs have changed.
struct ReportLoop {
  private let command: MakeReport

  init(_ command: MakeReport) { self.command = command }

  /// Goes on until the program is ended.
  func run() throws -> Never {
    let data = command.options.data.data
    let inputs =
      [data, try DataFolder(data).sibling("Weights"), "Weights"]
      + command.options.lenses.filter { $0.hasSuffix(".toml") }
    let watch = try FolderWatch(inputs)
    let server = command.serve ? try ReportServer(try command.folder(), port: command.port ?? 8594) : nil
    if let server { Terminal.write("serving \(server.address)\n") }
    while true {
      if make() { server?.reload() }
      Terminal.write("watching \(data) and its lenses; Ctrl-C ends\n")
      try watch.wait()
    }
  }

  /// An error is told, and leaves the report as it was.
  /// - Returns: whether the report was made.
  private func make() -> Bool {
    do {
      try command.make()
      return true
    } catch let failure as Failure {
      Terminal.report(failure.findings)
      Terminal.report(
        .serving.reportStays, "the report stays as it was",
        remedy: "mend what is named above, and it is made again")
    } catch { Terminal.writeError("Error: \(MakeReport.message(for: error))") }
    return false
  }
}
