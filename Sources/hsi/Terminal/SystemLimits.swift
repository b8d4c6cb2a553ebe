import Glibc
import HumanSecurityIndex

/// What the system lets the program have, as `ulimit` shows it.
enum SystemLimits {
  /// Refuses limits with which nothing could be done, so that they are named and not met half way.
  static func refuseTooSmall() throws {
    if let stack = limit(__rlimit_resource_t(RLIMIT_STACK.rawValue)), stack < 256 << 10 {
      throw failure("the stack may have only \(stack >> 10) KiB", "ulimit -s 8192")
    }
    if let files = limit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue)), files < 12 {
      throw failure("only \(files) files may be open at once", "ulimit -n 256")
    }
    if limit(__rlimit_resource_t(RLIMIT_AS.rawValue)) != nil { endsWhenMemoryDoes() }
  }

  private static func limit(_ resource: __rlimit_resource_t) -> UInt? {
    var limits = rlimit()
    guard getrlimit(resource, &limits) == 0, limits.rlim_cur != rlim_t.max else { return nil }
    return UInt(limits.rlim_cur)
  }

  private static func failure(_ message: String, _ command: String) -> Failure {
    Failure.one(.commands.systemLimit, message, remedy: "raise the limit, such as with `\(command)`")
  }

  /// Where memory is limited, the runtime ends a program that gets none; the user is told why.
  private static func endsWhenMemoryDoes() {
    for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV] {
      signal(number) { _ in
        // Nothing but this may be done in a handler of signals.
        let text: StaticString = """
          error: the program has too little memory, which is limited here [system-limit]
            = raise the limit, such as with `ulimit -v unlimited`

          """
        _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
        _exit(1)
      }
    }
  }
}
