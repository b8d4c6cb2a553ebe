// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A module of Sources/, by what it imports.
func module(
  _ name: String, _ imports: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: imports, exclude: exclude, resources: resources, swiftSettings: strict)
}

/// The tests of a module; they may import whatever it stands on.
func tests(_ name: String, _ imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

// Linux only: no `platforms:` is stated, which would name those of Apple, and none of them is supported.
let package = Package(
  name: "hsi",
  products: [
    .executable(name: "hsi", targets: ["hsi"]),
    .library(name: "HumanSecurityIndex", targets: ["HumanSecurityIndex"]),
  ], dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"]), .yum(["libcsv-devel"])]),
    .systemLibrary(name: "CLibCrypto", providers: [.apt(["libssl-dev"]), .yum(["openssl-devel"])]),
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"]), .yum(["libzip-devel"])]),
    .systemLibrary(
      name: "CLibMicroHTTPD", providers: [.apt(["libmicrohttpd-dev"]), .yum(["libmicrohttpd-devel"])]),
    .systemLibrary(name: "CLibExpat", providers: [.apt(["libexpat1-dev"]), .yum(["expat-devel"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", providers: [.apt(["libxlsxwriter-dev"]), .yum(["libxlsxwriter-devel"])]),
    .target(name: "CFileSwap"), .target(name: "CShippedNames"), .target(name: "CRankKernel"),
    .target(name: "CRowSplitter"), module("Diagnostics", []),
    module("Tabular", ["Diagnostics", "CLibCSV", "CLibCrypto", "CRowSplitter"]),
    module("Spreadsheets", ["Tabular", "Diagnostics", "CLibZip", "CLibExpat"]),
    module("Fetching", ["Tabular", "Diagnostics"]), module("IndexModel", ["Tabular", "Diagnostics"]),
    module("Ingest", ["IndexModel", "Tabular", "Diagnostics"]),
    module("Scoring", ["IndexModel", "Tabular", "Diagnostics"]),
    module("Analysis", ["Scoring", "IndexModel", "Tabular", "Diagnostics"]),
    module("Warehouse", ["Scoring", "IndexModel", "Tabular", "Diagnostics"]),
    module("Audit", ["Analysis", "Scoring", "IndexModel", "Tabular", "Diagnostics", "CRankKernel"]),
    module(
      "Reporting", ["Audit", "Analysis", "Scoring", "Ingest", "IndexModel", "Tabular", "Diagnostics"],
      exclude: ["Page/page.d.ts"],
      resources: (["page.css", "tables.css", "country.css", "app.css", "narrow.css", "print.css"] + [
        "App/figures.js", "App/words.js", "App/state.js", "App/scoring.js", "App/measures.js",
        "App/glossary.js", "App/charts.js", "App/map.js", "App/ranking.js", "App/whatif.js", "App/country.js",
        "App/views.js", "App/indicator.js", "App/pictures.js", "App/judgements.js", "App/start.js",
        "Languages/texts.csv",
      ]).map { .embedInCode("Page/" + $0) }),
    module(
      "HumanSecurityIndex",
      [
        "Reporting", "Audit", "Analysis", "Warehouse", "Scoring", "Ingest", "IndexModel", "Tabular",
        "Diagnostics", "Fetching", "Spreadsheets", "CFileSwap", "CShippedNames", "CLibXLSXWriter",
        "CLibMicroHTTPD",
      ],
      resources: [
        "README.md", "countries.csv", "units.csv", "indicators.csv", "child-deaths.csv",
        "births-attended.csv", "poverty.csv", "lens.toml",
      ].map { .embedInCode("Starter/Template/" + $0) }),
    .executableTarget(
      name: "hsi",
      dependencies: [
        "HumanSecurityIndex", "Reporting", "Audit", "Analysis", "Warehouse", "Scoring", "Ingest",
        "IndexModel", "Tabular", "Diagnostics", "Fetching", "Spreadsheets", argumentParser,
      ], swiftSettings: strict), tests("HumanSecurityIndexTests", ["HumanSecurityIndex"]),
    tests("TabularTests", ["Tabular", "Diagnostics"]),
    tests("IngestTests", ["Ingest", "IndexModel", "Tabular", "Diagnostics"]),
    tests("IndexModelTests", ["IndexModel", "Tabular", "Diagnostics"]),
    tests(
      "ScoringTests", ["Analysis", "Audit", "Scoring", "Ingest", "IndexModel", "Tabular", "Diagnostics"],
      exclude: ["Fixtures"]),
    tests(
      "AuditTests",
      [
        "hsi", "HumanSecurityIndex", "Reporting", "Audit", "Analysis", "Scoring", "Ingest", "IndexModel",
        "Tabular", "Diagnostics", "CRankKernel", argumentParser,
      ], exclude: ["Fixtures"]),
    tests(
      "ReportingTests", ["Reporting", "Audit", "Analysis", "Scoring", "IndexModel", "Tabular", "Diagnostics"]),
    tests(
      // What the program says of the shipped figures, worked out anew.
      "ClaimTests",
      [
        "HumanSecurityIndex", "Reporting", "Audit", "Analysis", "Scoring", "IndexModel", "Tabular",
        "Diagnostics",
      ]),
    .testTarget(
      // What `make fuzz` feeds with made-up files, fed here with the seeds of its corpora.
      name: "CorpusTests",
      dependencies: [
        "Audit", "Analysis", "Fetching", "Spreadsheets", "Ingest", "Scoring", "Reporting", "IndexModel",
        "Tabular", "Diagnostics",
      ], path: "Fuzz/Sources", swiftSettings: strict),
    tests(
      "CommandTests",
      [
        "hsi", "HumanSecurityIndex", "Fetching", "Spreadsheets", "Reporting", "Audit", "Warehouse", "Scoring",
        "Ingest", "IndexModel", "Tabular", "Diagnostics",
      ], exclude: ["Fixtures"]),
  ], swiftLanguageModes: [.v6])

// Benchmarks and fuzz targets see what modules share, so they are targets of this package; nobody who
// builds hsi builds them, since only their make targets set these variables.
let below: [Target.Dependency] = [
  "HumanSecurityIndex", "Fetching", "Spreadsheets", "Reporting", "Audit", "Analysis", "Scoring", "Ingest",
  "IndexModel", "Tabular", "Diagnostics",
]
if Context.environment["HSI_BENCHMARKS"] != nil {
  package.targets.append(
    .target(
      name: "BenchSupport", dependencies: below, path: "Benchmarks/Sources/BenchSupport",
      swiftSettings: strict))
  package.targets += ["bench-ingest", "bench-scoring", "bench-audit"].map {
    .executableTarget(
      name: $0, dependencies: ["BenchSupport"] + below, path: "Benchmarks/Sources/\($0)",
      swiftSettings: strict)
  }
}
if Context.environment["HSI_FUZZ"] != nil {
  package.targets.removeAll { $0.name == "CorpusTests" }
  package.targets.append(
    .executableTarget(
      name: "hsi-fuzz", dependencies: below, path: "Fuzz/Sources/hsi-fuzz", swiftSettings: strict))
}
// The C interface, which nobody needs who imports the library or runs the program: Scripts/build-library makes it.
if Context.environment["HSI_EMBEDDING"] != nil {
  package.products.append(.library(name: "Embedding", type: .static, targets: ["Embedding"]))
  package.targets += [.systemLibrary(name: "CHSI"), module("Embedding", below + ["CHSI"])]
}
