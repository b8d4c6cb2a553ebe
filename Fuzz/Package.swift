// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds hsi builds its fuzz targets. `make fuzz` knows the
// flags: the modules under test must be built with libFuzzer's counters, and testable.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "hsi", path: "..")],
  targets: [
    .executableTarget(
      name: "hsi-fuzz",
      dependencies: [
        .product(name: "HumanSecurityIndex", package: "hsi"),
        .product(name: "Fetching", package: "hsi"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
