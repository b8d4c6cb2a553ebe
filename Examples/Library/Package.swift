// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Library", dependencies: [.package(name: "hsi", path: "../..")],
  targets: [
    .executableTarget(name: "Ranks", dependencies: [.product(name: "HumanSecurityIndex", package: "hsi")])
  ], swiftLanguageModes: [.v6])
