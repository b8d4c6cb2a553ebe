import Foundation
import Testing

@Suite("hsi update") struct UpdateCommandTests {
  @Test("fetches a chart, shows the change, writes the figures and where they are from") func chart() throws {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in [.reply(200, [:], UpdateTrial.chart)] }
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

  @Test("--dry-run shows the change and writes nothing") func dryRun() throws {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in [.reply(200, [:], UpdateTrial.chart)] }
    let (figures, plan) = (try trial.jobless, try trial.plan)
    let run = try trial.update("--dry-run")
    #expect(run.status == 0)
    #expect(run.output.contains("revised ARC 2020: 5 → 5.5"))
    #expect(run.output.hasSuffix("1 would change, 0 unchanged, 0 failed\ndry run: nothing was written\n"))
    #expect(try trial.jobless == figures)
    #expect(try trial.plan == plan)
  }

  @Test("reads a World Bank series page by page, aggregates left out") func worldBank() throws {
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
    let trial = try UpdateTrial(
      "[jobless]\nsource = [{ file = \"API_X.JOB_DS2_1.csv\", url = \"worldbank:X.JOB\" }]\n"
    ) { request in
      let number = request.target.hasSuffix("page=1") ? 1 : 2
      let part = number == 1 ? Array(rows[..<5]) : Array(rows[5...])
      return WorldBankPagesTests.reply(WorldBankPagesTests.page(number, of: 2, total: rows.count, part))
    }
    try trial.sandbox.write("Data/areas.csv", "name,kind,note\nWLD,aggregate,\nPoor lands,aggregate,\n")
    let run = try trial.update()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("0 new, 1 revised, 0 gone\n  revised ARC 2020: 5 → 4\n"))
    #expect(run.output.contains("  rows left out: 2 of aggregates (WLD, Poor lands)\n"))
    #expect(
      trial.server.targets
        == [1, 2].map { "/v2/country/all/indicator/X.JOB?format=json&per_page=10000&page=\($0)" })
  }

  @Test("reads the World Bank's archive, and remembers what the table in it is called") func archive() throws
  {
    let table = """
      "Data Source","Invented Indicators",

      "Country Name","Country Code","Indicator Name","Indicator Code","2018","2020",
      "Arcadia","ARC","Jobless","X.JOB","","4",
      "Bensalem","BEN","Jobless","X.JOB","","8",
      "Erewhon","ERE","Jobless","X.JOB","","10",
      "Lilliput","LIL","Jobless","X.JOB","","20",
      "Utopia","UTO","Jobless","X.JOB","0","",

      """
    let bytes = ZIPText.archive([("Metadata_Country_X.csv", "a\n"), ("API_X.JOB_DS2_77.csv", table)])
    let trial = try UpdateTrial(
      "[jobless]\nsource = [{ file = \"API_X.JOB_DS2_1.csv\", url = \"worldbank-csv:X.JOB\" }]\n"
    ) { _ in [.reply(200, ["Content-Type": "application/zip"], bytes)] }
    let run = try trial.update()
    #expect(run.status == 0, "\(run.errors)")
    #expect(trial.server.targets == ["/v2/country/all/indicator/X.JOB?downloadformat=csv"])
    #expect(try trial.plan.contains("file = \"API_X.JOB_DS2_77.csv\""))
    #expect(try trial.jobless.contains("ARC,2020,4\n"))
  }

  @Test("fills in the indicator and the years of any other address") func template() throws {
    let trial = try UpdateTrial(
      """
      first_year = 2018
      [jobless]
      source = [{ file = "a.csv", url = "SERVER/{indicator}?from={first_year}&to={last_year}" }]
      last_year = 2025
      """
    ) { _ in [.reply(200, [:], UpdateTrial.chart)] }
    #expect(try trial.update().status == 0)
    #expect(trial.server.targets == ["/jobless?from=2018&to=2025"])
    let plan = try trial.plan
    #expect(plan.contains("\nlast_year = 2025\n"))
    #expect(plan.components(separatedBy: "first_year = ").count == 2, "it is not the entry's own")
  }

  @Test("one that was killed between the figures and their source is made whole by the next") func killed()
    throws
  {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in
      [.reply(200, ["Content-Type": "text/csv"], UpdateTrial.chart)]
    }
    let before = try trial.plan
    #expect(try trial.update("--force").status == 0)
    let after = try trial.plan
    #expect(after != before)
    try trial.sandbox.write("Data/imports.toml", before)
    #expect(try trial.update("--force").status == 0)
    #expect(try trial.plan == after)
  }
}
