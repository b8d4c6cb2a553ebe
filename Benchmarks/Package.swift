// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds hsi builds its benchmarks.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "hsi", path: "..")],
  targets: [
    .target(
      name: "BenchSupport",
      dependencies: [.product(name: "HumanSecurityIndex", package: "hsi")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "bench-ingest",
      dependencies: [
        "BenchSupport", .product(name: "HumanSecurityIndex", package: "hsi"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "bench-audit",
      dependencies: [
        "BenchSupport", .product(name: "HumanSecurityIndex", package: "hsi"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "bench-scoring",
      dependencies: [
        "BenchSupport", .product(name: "HumanSecurityIndex", package: "hsi"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
