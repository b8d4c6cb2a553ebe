import Foundation
import Testing

@Suite("hsi update when something goes wrong") struct UpdateFailureTests {
  @Test("one indicator that fails keeps its figures and does not stop the others") func failures() throws {
    let trial = try UpdateTrial(
      UpdateTrial.chartPlan + """
        [income]
        source = [ { file = "i.csv", url = "SERVER/income" } ]
        [famine-deaths]
        source = [ { file = "f.csv", url = "SERVER/famine" } ]
        [people]
        source = [ { file = "p.csv" } ]
        """
    ) { request in
      switch request.target {
      case "/income": [.reply(200, ["Content-Type": "text/html"], "<html>Sorry</html>")]
      case "/famine": [.reply(200, [:], "Entity,Code,Year,F\nNowhere,,2020,1\n")]
      default: [.reply(200, [:], UpdateTrial.chart)]
      }
    }
    let before = try trial.sandbox.read("Data/economic/income.csv")
    let run = try trial.update()
    #expect(run.status == 1)
    #expect(
      run.output.hasSuffix(
        """
        1 updated, 0 unchanged, 2 failed
          failed famine-deaths: no country is known as "Nowhere"
          failed income: \(trial.server.url("/income")) sent a web page instead of a table: \
        <html>Sorry</html>
        note: without a url in imports.toml, so not fetched: people

        """), "\(run.output)")
    #expect(run.errors.contains("\(trial.server.url("/famine")):2:1: error: no country is known"))
    #expect(run.errors.contains("[wrong-content]"))
    #expect(try trial.sandbox.read("Data/economic/income.csv") == before)
    #expect(try trial.jobless.contains("ARC,2020,5.5\n"))
  }

  @Test("an indicator that is named has to have a url, and to exist") func named() throws {
    let trial = try UpdateTrial("[people]\nsource = [ { file = \"p.csv\" } ]\n") { _ in [] }
    let run = try trial.update("people", "jobless")
    #expect(run.status == 1)
    #expect(run.errors.contains("imports.toml has no url for every source of people [no-url]"))
    #expect(run.output.contains("0 updated, 0 unchanged, 2 failed"))
    let unknown = try trial.update("joblos")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean \"jobless\"?"))
  }

  @Test("figures that would be gone in great numbers are kept, unless --force is given") func losses() throws
  {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in
      [.reply(200, [:], "Entity,Code,Year,Jobless\nArcadia,ARC,2019,1\n")]
    }
    let before = try trial.jobless
    let run = try trial.update()
    #expect(run.status == 1)
    #expect(run.errors.contains("5 of the 5 figures of jobless would be gone: ARC 2020, BEN 2020"))
    #expect(try trial.jobless == before)
    let kept = try trial.update("--keep", "--dry-run")
    #expect(kept.output.hasPrefix("jobless: 6 figures of 5 countries; 1 new, 0 revised, 0 gone, 5"))
    #expect(try trial.update("--force").status == 0)
    #expect(try trial.jobless == "iso3,year,value\nARC,2019,1\n")
  }

  @Test("a series in another unit is refused, and fails alone; --force takes it") func rescaled() throws {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in
      [.reply(200, [:], ImportDoubtTests.table { (5 + Double($0 % 7) / 2) / 10 })]
    }
    try trial.sandbox.edit("Data/imports.toml", "column = \"Jobless\", ", "")
    try trial.sandbox.write("Data/economic/jobless.csv", ImportDoubtTests.table { 5 + Double($0 % 7) / 2 })
    let before = try trial.jobless
    let run = try trial.update()
    #expect(run.status == 1)
    #expect(run.errors.contains("jobless would be 0.1 times what they were: ARC 1991 5 → 0.5, "))
    #expect(run.output.hasPrefix("0 updated, 0 unchanged, 1 failed\n  failed jobless: 30 of the 30"))
    #expect(try trial.jobless == before)
    #expect(try trial.update("--force").status == 0)
  }

  @Test("a server that is busy for a while is asked again, one that stays broken is not for ever")
  func patience() throws {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { request in
      switch request.earlier {
      case 0: [.reply(429, ["Retry-After": "0"])]
      case 1: [.reply(500)]
      case 2: [.reply(200, [:], UpdateTrial.chart)]
      default: [.reply(503)]
      }
    }
    #expect(try trial.update().status == 0)
    #expect(trial.server.requests.count == 3)
    let run = try trial.update("--retries", "2")
    #expect(run.status == 1)
    #expect(run.errors.contains("status 503 (3 tries) [http-status]"))
    #expect(trial.server.requests.count == 6)
  }

  @Test("a redirect to another host needs to be allowed, by the plan or on the command line") func hosts()
    throws
  {
    let other = try LocalServer { _ in [.reply(200, [:], UpdateTrial.chart)] }
    let trial = try UpdateTrial(
      "last_year = 2025\n[jobless]\nsource = [{ file = \"a.csv\", url = \"SERVER/a\" }]\n"
    ) { _ in [.reply(302, ["Location": other.url("/b", host: "localhost")])] }
    let run = try trial.update()
    #expect(run.status == 1)
    #expect(run.errors.contains("[other-host]"))
    #expect(try trial.update("--dry-run", "--allow-host", "localhost").status == 0)
    try trial.sandbox.edit("Data/imports.toml", "/a\" }", "/a\", hosts = [\"localhost\"] }")
    #expect(try trial.update().status == 0)
    #expect(
      try trial.plan.contains("hosts = [ \"localhost\" ], origin = \"\(other.url("/b", host: "localhost"))\"")
    )
  }

  @Test(
    "killed on the way, it leaves Data/ as it was, and goes on where it stopped",
    arguments: [SIGINT, SIGKILL]) func killed(signal: Int32) throws
  {
    let bytes = Array(UpdateTrial.chart.utf8)
    let length = ["Content-Length": "\(bytes.count)", "ETag": "\"v1\""]
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { request in
      request.headers["range"] == nil
        ? [.reply(200, length, Array(bytes[..<40])), .hang]
        : [
          .reply(
            206, ["Content-Range": "bytes 40-\(bytes.count - 1)/\(bytes.count)", "ETag": "\"v1\""],
            Array(bytes[40...]))
        ]
    }
    let before = try trial.jobless
    let status = try trial.sandbox.hsi.interrupted(
      by: signal, ["update", "--cache", "cache"], environment: ["HSI_OWID_BASE": trial.server.url("/grapher")]
    ) {
      let names = (try? trial.sandbox.names(in: "cache")) ?? []
      return names.contains { (try? trial.sandbox.read("cache/" + $0))?.contains("Arcadia") == true }
    }
    #expect(status == signal)
    #expect(try trial.jobless == before)
    #expect(try trial.update().status == 0)
    #expect(trial.server.requests.last?.headers["range"] == "bytes=40-")
    #expect(try trial.jobless.contains("ARC,2020,5.5\n"))
  }

  @Test("--no-cache keeps nothing; wrong options end with status 2") func options() throws {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in [.reply(200, [:], UpdateTrial.chart)] }
    let run = try trial.sandbox.hsi(
      "update", "--no-cache", environment: ["HSI_OWID_BASE": trial.server.url("/grapher")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(!trial.sandbox.exists("cache"))
    for wrong in [["--timeout", "0"], ["--retries", "99"], ["--no-cache"]] {
      #expect(try trial.sandbox.hsi.run(["update", "--cache", "x"] + wrong).status == 2)
    }
  }

  @Test("what a run that was killed left half written is taken away by the next one") func leftovers() throws
  {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in [.reply(200, [:], UpdateTrial.chart)] }
    // No process has a number as high as this.
    let leftover = "Data/economic/.hsi-99999999-jobless.csv.tmp"
    try trial.sandbox.write(leftover, "iso3,ye")
    #expect(try trial.update().status == 0)
    #expect(!trial.sandbox.exists(leftover))
    #expect(try trial.sandbox.names(in: "Data/economic") == ["income.csv", "jobless.csv"])
  }
}
