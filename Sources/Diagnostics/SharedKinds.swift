/// What modules raise that do not see each other.
package struct SharedKinds: FindingKinds {
  package let badURL = FindingKind(
    "bad-url", .error, "A url of imports.toml is not an address that can be fetched",
    remedy: "Write an https address, worldbank:CODE or owid:SLUG.")
  package let cannotWrite = FindingKind(
    "cannot-write", .error, "A result cannot be written",
    remedy: "Check that the folder exists, is writable and has room; nothing there was changed.")
}

extension FindingKind { package static let shared = SharedKinds() }
