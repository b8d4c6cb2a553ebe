@preconcurrency import Glibc

/// Another program, ended when it takes too long, or when this one is to end.
enum LimitedProcess {
  enum End: Equatable {
    case exited(status: Int32)
    case killed(signal: Int32)
    case timedOut
    /// With the error of the system.
    case notStarted(Int32)
  }

  /// This program was asked to end. Whoever catches it tidies up and raises the signal again.
  struct Interruption: Error { let signal: Int32 }

  /// Runs a program without a shell. It finds nothing on standard input, and its standard output is dropped.
  /// - Parameters:
  ///   - arguments: the path of the program first.
  ///   - notes: the file to which its standard error is written.
  static func run(_ arguments: [String], notes: String, limit: Duration) throws(Interruption) -> End {
    var (wanted, usual) = (endingSignals(), sigset_t())
    pthread_sigmask(SIG_BLOCK, &wanted, &usual)
    defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
    var child: pid_t = 0
    let failure = start(arguments, notes, signals: usual, &child)
    if failure != 0 { return .notStarted(failure) }
    let deadline = ContinuousClock.now + limit
    while true {
      var status: Int32 = 0
      let ended = waitpid(child, &status, WNOHANG)
      // Where SIGCHLD is ignored, nobody knows how it ended.
      if ended > 0 || ended < 0 && errno == ECHILD { return end(status) }
      if ContinuousClock.now > deadline {
        stop(child)
        return .timedOut
      }
      var pause = timespec(tv_sec: 0, tv_nsec: 20_000_000)
      let signal = sigtimedwait(&wanted, nil, &pause)
      if signal > 0 {
        stop(child)
        throw Interruption(signal: signal)
      }
    }
  }

  private static func end(_ status: Int32) -> End {
    let signal = status & 0x7F
    return signal == 0 ? .exited(status: status >> 8 & 0xFF) : .killed(signal: signal)
  }

  /// Ends a program with all that it has started.
  private static func stop(_ child: pid_t) {
    kill(-child, SIGKILL)
    while waitpid(child, nil, 0) < 0, errno == EINTR {}
  }

  /// What asks a program to end, but for what this one ignores.
  private static func endingSignals() -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      sigaction(signal, nil, &action)
      let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      if handler != unsafeBitCast(SIG_IGN, to: Int.self) { sigaddset(&set, signal) }
    }
    return set
  }

  /// In a process group of its own: a browser is many processes, which are ended together.
  private static func start(_ arguments: [String], _ notes: String, signals: sigset_t, _ child: inout pid_t)
    -> Int32
  {
    var (actions, attributes, signals) = (posix_spawn_file_actions_t(), posix_spawnattr_t(), signals)
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, notes, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setsigmask(&attributes, &signals)
    let texts = arguments.map { strdup($0) }
    defer { texts.forEach { free($0) } }
    return posix_spawn(&child, arguments[0], &actions, &attributes, texts + [nil], environ)
  }
}
