import Foundation
import Testing

@Suite("hsi update")
struct UpdateCommandTests {
  private static let chart = """
    Entity,Code,Year,Jobless
    Arcadia,ARC,2020,5.5
    Bensalem,BEN,2020,8
    Erewhon,ERE,2020,10
    Lilliput,LIL,2020,20
    Utopia,UTO,2018,0
    Utopia,UTO,2026,1

    """

  /// The small world, with a plan and a server whose addresses are those of the publishers.
  private struct Trial {
    let sandbox: Sandbox
    let server: LocalServer

    init(_ plan: String, _ handler: @escaping LocalServer.Handler) throws {
      sandbox = try Sandbox()
      server = try LocalServer(handler)
      try sandbox.write(
        "Data/imports.toml", plan.replacingOccurrences(of: "SERVER", with: server.url("")))
    }

    func update(_ arguments: String...) throws -> Program.Run {
      try sandbox.hsi.run(
        ["update", "--cache", "cache", "--back-off", "0", "--timeout", "60"] + arguments,
        environment: [
          "HSI_WORLDBANK_BASE": server.url("/v2"), "HSI_OWID_BASE": server.url("/grapher/"),
        ])
    }

    var jobless: String { get throws { try sandbox.read("Data/economic/jobless.csv") } }
    var plan: String { get throws { try sandbox.read("Data/imports.toml") } }
  }

  private static let chartPlan = """
    last_year = 2025

    # The rate that people know.
    [jobless]
    source = [ { file = "jobless.csv", column = "Jobless", url = "owid:jobless-rate" } ]

    """

  @Test("fetches a chart, shows the change, writes the figures and where they are from")
  func chart() throws {
    let trial = try Trial(Self.chartPlan) { _ in [.reply(200, [:], Self.chart)] }
    let run = try trial.update()
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        jobless: 5 figures of 5 countries; 0 new, 1 revised, 0 gone
          revised ARC 2020: 5 → 5.5
          figures left out: 1 after 2025
          written to Data/economic/jobless.csv
        1 updated, 0 unchanged, 0 failed

        """)
    #expect(run.errors.isEmpty)
    let target = "/grapher/jobless-rate.csv?v=1&csvType=full&useColumnShortNames=false"
    #expect(trial.server.targets == [target])
    #expect(try trial.jobless.contains("ARC,2020,5.5\n"))
    #expect(
      try trial.plan == """
        last_year = 2025

        # The rate that people know.
        [jobless]
        source = [ { file = "jobless.csv", column = "Jobless", url = "owid:jobless-rate", \
        origin = "\(trial.server.url(target))" } ]

        """)
    let again = try trial.update("jobless")
    #expect(again.output.contains("  nothing changed in Data/economic/jobless.csv\n"))
    #expect(again.output.hasSuffix("0 updated, 1 unchanged, 0 failed\n"))
  }

  @Test("--dry-run shows the change and writes nothing")
  func dryRun() throws {
    let trial = try Trial(Self.chartPlan) { _ in [.reply(200, [:], Self.chart)] }
    let (figures, plan) = (try trial.jobless, try trial.plan)
    let run = try trial.update("--dry-run")
    #expect(run.status == 0)
    #expect(run.output.contains("revised ARC 2020: 5 → 5.5"))
    #expect(
      run.output.hasSuffix("1 would change, 0 unchanged, 0 failed\ndry run: nothing was written\n"))
    #expect(try trial.jobless == figures)
    #expect(try trial.plan == plan)
  }

  @Test("reads a World Bank series page by page, aggregates left out")
  func worldBank() throws {
    let rows = [
      WorldBankPagesTests.row("ARC", "Arcadia", 2020, "4"),
      WorldBankPagesTests.row("WLD", "World", 2020, "6"),
      WorldBankPagesTests.row("", "Poor lands", 2020, "7"),
      WorldBankPagesTests.row("BEN", "Bensalem", 2021, "null"),
      WorldBankPagesTests.row("BEN", "Bensalem", 2020, "8"),
      WorldBankPagesTests.row("ERE", "Erewhon", 2020, "10"),
      WorldBankPagesTests.row("LIL", "Lilliput", 2020, "20"),
      WorldBankPagesTests.row("UTO", "Utopia", 2018, "0"),
    ]
    let trial = try Trial(
      "[jobless]\nsource = [{ file = \"API_X.JOB_DS2_1.csv\", url = \"worldbank:X.JOB\" }]\n"
    ) { request in
      let number = request.target.hasSuffix("page=1") ? 1 : 2
      let part = number == 1 ? Array(rows[..<5]) : Array(rows[5...])
      return WorldBankPagesTests.reply(
        WorldBankPagesTests.page(number, of: 2, total: rows.count, part))
    }
    try trial.sandbox.write(
      "Data/areas.csv", "name,kind,note\nWLD,aggregate,\nPoor lands,aggregate,\n")
    let run = try trial.update()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("0 new, 1 revised, 0 gone\n  revised ARC 2020: 5 → 4\n"))
    #expect(run.output.contains("  rows left out: 2 of aggregates\n"))
    #expect(
      trial.server.targets
        == [1, 2].map {
          "/v2/country/all/indicator/X.JOB?format=json&per_page=10000&page=\($0)"
        })
  }

  @Test("reads the World Bank's archive, and remembers what the table in it is called")
  func archive() throws {
    let table = """
      "Data Source","Invented Indicators",

      "Country Name","Country Code","Indicator Name","Indicator Code","2018","2020",
      "Arcadia","ARC","Jobless","X.JOB","","4",
      "Bensalem","BEN","Jobless","X.JOB","","8",
      "Erewhon","ERE","Jobless","X.JOB","","10",
      "Lilliput","LIL","Jobless","X.JOB","","20",
      "Utopia","UTO","Jobless","X.JOB","0","",

      """
    let bytes = ZIPText.archive([
      ("Metadata_Country_X.csv", "a\n"), ("API_X.JOB_DS2_77.csv", table),
    ])
    let trial = try Trial(
      "[jobless]\nsource = [{ file = \"API_X.JOB_DS2_1.csv\", url = \"worldbank-csv:X.JOB\" }]\n"
    ) { _ in [.reply(200, ["Content-Type": "application/zip"], bytes)] }
    let run = try trial.update()
    #expect(run.status == 0, "\(run.errors)")
    #expect(trial.server.targets == ["/v2/country/all/indicator/X.JOB?downloadformat=csv"])
    #expect(try trial.plan.contains("file = \"API_X.JOB_DS2_77.csv\""))
    #expect(try trial.jobless.contains("ARC,2020,4\n"))
  }

  @Test("fills in the indicator and the years of any other address")
  func template() throws {
    let trial = try Trial(
      """
      first_year = 2018
      [jobless]
      source = [{ file = "a.csv", url = "SERVER/{indicator}?from={first_year}&to={last_year}" }]
      last_year = 2025
      """
    ) { _ in [.reply(200, [:], Self.chart)] }
    #expect(try trial.update().status == 0)
    #expect(trial.server.targets == ["/jobless?from=2018&to=2025"])
    let plan = try trial.plan
    #expect(plan.contains("\nlast_year = 2025\n"))
    #expect(plan.components(separatedBy: "first_year = ").count == 2, "it is not the entry's own")
  }

  @Test("one indicator that fails keeps its figures and does not stop the others")
  func failures() throws {
    let trial = try Trial(
      Self.chartPlan + """
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
      default: [.reply(200, [:], Self.chart)]
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
          failed income: income: \(trial.server.url("/income")) sent a web page instead of a table: \
        <html>Sorry</html>
        note: without a url in imports.toml, so not fetched: people

        """), "\(run.output)")
    #expect(run.errors.contains("\(trial.server.url("/famine")):2:1: error: no country is known"))
    #expect(run.errors.contains("[wrong-content]"))
    #expect(try trial.sandbox.read("Data/economic/income.csv") == before)
    #expect(try trial.jobless.contains("ARC,2020,5.5\n"))
  }

  @Test("an indicator that is named has to have a url, and to exist")
  func named() throws {
    let trial = try Trial("[people]\nsource = [ { file = \"p.csv\" } ]\n") { _ in [] }
    let run = try trial.update("people", "jobless")
    #expect(run.status == 1)
    #expect(run.errors.contains("imports.toml has no url for every source of people [no-url]"))
    #expect(run.output.contains("0 updated, 0 unchanged, 2 failed"))
    let unknown = try trial.update("joblos")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean \"jobless\"?"))
  }

  @Test("figures that would be gone in great numbers are kept, unless --force is given")
  func losses() throws {
    let trial = try Trial(Self.chartPlan) { _ in
      [.reply(200, [:], "Entity,Code,Year,Jobless\nArcadia,ARC,2019,1\n")]
    }
    let before = try trial.jobless
    let run = try trial.update()
    #expect(run.status == 1)
    #expect(run.errors.contains("5 of the 5 figures of jobless would be gone: ARC 2020, BEN 2020"))
    #expect(try trial.jobless == before)
    #expect(try trial.update("--force").status == 0)
    #expect(try trial.jobless == "iso3,year,value\nARC,2019,1\n")
  }

  @Test("a server that is busy for a while is asked again, one that stays broken is not for ever")
  func patience() throws {
    let trial = try Trial(Self.chartPlan) { request in
      switch request.earlier {
      case 0: [.reply(429, ["Retry-After": "0"])]
      case 1: [.reply(500)]
      case 2: [.reply(200, [:], Self.chart)]
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

  @Test("a redirect to another host needs to be allowed, by the plan or on the command line")
  func hosts() throws {
    let other = try LocalServer { _ in [.reply(200, [:], Self.chart)] }
    let trial = try Trial(
      "last_year = 2025\n[jobless]\nsource = [{ file = \"a.csv\", url = \"SERVER/a\" }]\n"
    ) { _ in [.reply(302, ["Location": other.url("/b", host: "localhost")])] }
    let run = try trial.update()
    #expect(run.status == 1)
    #expect(run.errors.contains("[other-host]"))
    #expect(try trial.update("--dry-run", "--allow-host", "localhost").status == 0)
    try trial.sandbox.edit(
      "Data/imports.toml", "/a\" }", "/a\", hosts = [\"localhost\"] }")
    #expect(try trial.update().status == 0)
    #expect(
      try trial.plan.contains(
        "hosts = [ \"localhost\" ], origin = \"\(other.url("/b", host: "localhost"))\""))
  }

  @Test(
    "killed on the way, it leaves Data/ as it was, and goes on where it stopped",
    arguments: [
      SIGINT, SIGKILL,
    ])
  func killed(signal: Int32) throws {
    let bytes = Array(Self.chart.utf8)
    let length = ["Content-Length": "\(bytes.count)", "ETag": "\"v1\""]
    let trial = try Trial(Self.chartPlan) { request in
      request.headers["range"] == nil
        ? [.reply(200, length, Array(bytes[..<40])), .hang]
        : [
          .reply(
            206, ["Content-Range": "bytes 40-\(bytes.count - 1)/\(bytes.count)"],
            Array(bytes[40...]))
        ]
    }
    let before = try trial.jobless
    let status = try trial.sandbox.hsi.interrupted(
      by: signal, ["update", "--cache", "cache"],
      environment: ["HSI_OWID_BASE": trial.server.url("/grapher")]
    ) {
      let names = (try? trial.sandbox.names(in: "cache")) ?? []
      return names.contains {
        (try? trial.sandbox.read("cache/" + $0))?.contains("Arcadia") == true
      }
    }
    #expect(status == signal)
    #expect(try trial.jobless == before)
    #expect(try trial.update().status == 0)
    #expect(trial.server.requests.last?.headers["range"] == "bytes=40-")
    #expect(try trial.jobless.contains("ARC,2020,5.5\n"))
  }

  @Test("--no-cache keeps nothing; wrong options end with status 2")
  func options() throws {
    let trial = try Trial(Self.chartPlan) { _ in [.reply(200, [:], Self.chart)] }
    let run = try trial.sandbox.hsi(
      "update", "--no-cache", environment: ["HSI_OWID_BASE": trial.server.url("/grapher")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(!trial.sandbox.exists("cache"))
    for wrong in [["--timeout", "0"], ["--retries", "99"], ["--no-cache"]] {
      #expect(try trial.sandbox.hsi.run(["update", "--cache", "x"] + wrong).status == 2)
    }
  }
}
