// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "hsi",
  products: [
    .executable(name: "hsi", targets: ["hsi"]),
    .library(
      name: "HumanSecurityIndex",
      targets: ["Tabular", "HumanSecurity", "Ingest", "Lens", "Scoring", "Audit", "Reporting"]),
    .library(name: "Fetching", targets: ["Fetching"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibCSV",
      providers: [.apt(["libcsv-dev"]), .yum(["libcsv-devel"]), .brew(["libcsv"])]),
    .target(name: "CFileSwap"),
    .target(name: "CRankKernel"),
    .target(name: "CDownload", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "Tabular",
      dependencies: ["CLibCSV", .product(name: "TOMLKit", package: "TOMLKit")],
      swiftSettings: strict),
    .target(name: "HumanSecurity", swiftSettings: strict),
    .target(name: "Ingest", dependencies: ["Tabular", "HumanSecurity"], swiftSettings: strict),
    .target(name: "Lens", dependencies: ["Tabular", "HumanSecurity"], swiftSettings: strict),
    .target(
      name: "Scoring", dependencies: ["HumanSecurity", "Lens", "Tabular"], swiftSettings: strict),
    .target(
      name: "Fetching",
      dependencies: [
        "CDownload", "Tabular", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Audit", dependencies: ["HumanSecurity", "Scoring", "Tabular", "CRankKernel"],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: ["Tabular", "HumanSecurity", "Lens", "Scoring", "Audit"],
      swiftSettings: strict),
    .executableTarget(
      name: "hsi",
      dependencies: [
        "Tabular", "HumanSecurity", "Ingest", "Lens", "Scoring", "Audit", "Reporting", "Fetching",
        "CFileSwap",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(name: "TabularTests", dependencies: ["Tabular"], swiftSettings: strict),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "HumanSecurity", "Tabular"],
      swiftSettings: strict),
    .testTarget(
      name: "LensTests", dependencies: ["Lens", "HumanSecurity", "Tabular"], swiftSettings: strict),
    .testTarget(
      name: "ScoringTests",
      dependencies: ["Scoring", "Audit", "Ingest", "Lens", "HumanSecurity", "Tabular"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "AuditTests",
      dependencies: [
        "Audit", "CRankKernel", "Reporting", "Scoring", "Ingest", "Lens", "HumanSecurity",
        "Tabular", "hsi",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Scoring", "Audit", "Lens", "HumanSecurity", "Tabular"],
      swiftSettings: strict),
    .testTarget(
      // What `make fuzz` feeds with made-up files, fed here with the seeds of its corpora.
      name: "CorpusTests",
      dependencies: [
        "Audit", "Fetching", "Ingest", "Lens", "Scoring", "Reporting", "HumanSecurity", "Tabular",
      ],
      path: "Fuzz/Sources", swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["hsi", "Fetching", "Tabular"], exclude: ["Fixtures"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
