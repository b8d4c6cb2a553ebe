import Glibc
import Synchronization

/// Outside of `Interruption`, since a handler of signals may capture nothing.
private let isAsked = Atomic(false)

/// Whether the user has asked the program to stop (SIGINT).
enum Interruption {
  /// Whether it was asked for since `begin`.
  static var wasAskedFor: Bool { isAsked.load(ordering: .relaxed) }

  /// From now on the first SIGINT only asks; the second ends the program as usual.
  static func begin() {
    isAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      isAsked.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// From now on SIGINT ends the program as usual.
  static func end() { signal(SIGINT, SIG_DFL) }
}
