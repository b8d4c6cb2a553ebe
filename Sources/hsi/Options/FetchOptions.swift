import ArgumentParser
import Fetching
import HumanSecurityIndex
import Ingest

struct FetchOptions: ParsableArguments {
  @Option(help: .of("Where what was fetched is kept. Default: hsi in $XDG_CACHE_HOME or ~/.cache.", "dir"))
  var cache: String?

  @Flag(help: "Keep nothing, and fetch everything anew.") var noCache = false

  @Option(help: .of("Give a request up after so long.", "seconds")) var timeout = 600

  @Option(help: .of("Try again so often where that may help, after 1, 2, 4, … seconds.", "number"))
  var retries = 4

  @Option(help: .of("Let publishers redirect to this host, as hosts in imports.toml does.", "host"))
  var allowHost: [String] = []

  @Option(help: ArgumentHelp("Seconds before the first retry.", visibility: .private)) var backOff = 1.0

  func validate() throws {
    if timeout < 1 { throw ValidationError("--timeout \(timeout) is not above 0") }
    if !(0...20).contains(retries) { throw ValidationError("--retries \(retries) is not from 0 to 20") }
    if !(0...60).contains(backOff) { throw ValidationError("--back-off is not from 0 to 60") }
    if cache != nil, noCache { throw ValidationError("--cache and --no-cache exclude each other") }
  }

  func fetcher() throws -> Fetcher {
    var limits = FetchLimits()
    limits.total = Double(timeout)
    limits.retries = retries
    limits.backOff = backOff
    do {
      let folder = noCache ? nil : cache ?? CacheFolder.usual(Self.environment)
      return Fetcher(cache: try folder.map { try CacheFolder($0) }, limits: limits)
    } catch let problem as FetchProblem {
      throw Failure.one(problem.kind, problem.message, remedy: problem.remedy)
    }
  }

  /// Where the short forms of a url lead: to the publishers, or to a mirror or a test's server.
  static var bases: ImportAddress.Bases {
    var bases = ImportAddress.Bases()
    if let base = environment("HSI_WORLDBANK_BASE") { bases.worldBank = base.withoutTrailingSlashes }
    if let base = environment("HSI_OWID_BASE") { bases.owid = base.withoutTrailingSlashes }
    return bases
  }

  private static func environment(_ name: String) -> String? {
    Terminal.environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
