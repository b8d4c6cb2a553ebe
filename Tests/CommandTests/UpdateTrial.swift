import IndexModel
import Foundation

/// The small world, with a plan and a server whose addresses are those of the publishers.
struct UpdateTrial {
  let sandbox: Sandbox
  let server: LocalServer

  init(_ plan: String, _ handler: @escaping LocalServer.Handler) throws {
    sandbox = try Sandbox()
    server = try LocalServer(handler)
    try sandbox.write("Data/imports.toml", plan.replacingOccurrences(of: "SERVER", with: server.url("")))
  }

  func update(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Run {
    try sandbox.hsi.run(
      ["update", "--cache", "cache", "--back-off", "0", "--timeout", "60"] + arguments,
      environment: ["HSI_WORLDBANK_BASE": server.url("/v2"), "HSI_OWID_BASE": server.url("/grapher/")]
        .merging(environment) { $1 })
  }

  var jobless: String { get throws { try sandbox.read("Data/economic/jobless.csv") } }
  var plan: String { get throws { try sandbox.read("Data/imports.toml") } }

  static let chart = """
    Entity,Code,Year,Jobless
    Arcadia,ARC,2020,5.5
    Bensalem,BEN,2020,8
    Erewhon,ERE,2020,10
    Lilliput,LIL,2020,20
    Utopia,UTO,2018,0
    Utopia,UTO,2026,1

    """

  static let chartPlan = """
    last_year = 2025

    # The rate that people know.
    [jobless]
    source = [ { file = "jobless.csv", column = "Jobless", url = "owid:jobless-rate" } ]

    """
}
