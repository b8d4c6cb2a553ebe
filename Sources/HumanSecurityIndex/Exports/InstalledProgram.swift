import Glibc

/// Programs of the system, found on PATH.
enum InstalledProgram {
  /// The path of a program by its name, or by its own path; nil where none can be run.
  static func find(_ name: String, environment: (String) -> String?) -> String? {
    let path = environment("PATH") ?? "/usr/bin:/bin"
    let places = name.contains("/") ? [name] : path.split(separator: ":").map { "\($0)/\(name)" }
    return places.first { FileReading.isRegularFile($0) && access($0, X_OK) == 0 }
  }
}
