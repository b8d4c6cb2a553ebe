@preconcurrency import Glibc

/// Another program, run to its end.
enum ChildProgram {
  /// Runs a program that is found on PATH; no shell is involved.
  /// - Parameters:
  ///   - input: what it finds on standard input, which is a file.
  ///   - missing: the problem when there is no such program.
  ///   - onOutput: gets each piece of its standard output, and can ask for what standard error has
  ///     by then. The program is ended when it throws.
  /// - Returns: its exit status, or the number of a signal that ended it, negated; and what it
  ///   wrote to standard error.
  static func run(
    _ arguments: [String], input: some Sequence<UInt8>, missing: FetchProblem,
    onOutput: (ArraySlice<UInt8>, () -> [UInt8]) throws(FetchProblem) -> Void
  ) throws(FetchProblem) -> (status: Int, notes: [UInt8]) {
    let (given, notes) = (try OpenFile.unnamed(input), try OpenFile.unnamed())
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0, let output = OpenFile(ends[0]) else { throw .cannotWrite }
    let child = start(arguments, [given.descriptor, ends[1], notes.descriptor])
    close(ends[1])
    guard let child else { throw missing }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var problem: FetchProblem?
    while problem == nil {
      let count = read(output.descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      do throws(FetchProblem) { try onOutput(buffer[..<count]) { notes.contents() } } catch {
        problem = error
        kill(child, SIGKILL)
      }
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let problem { throw problem }
    let signal = status & 0x7F
    return (Int(signal == 0 ? status >> 8 & 0xFF : -signal), notes.contents())
  }

  /// Starts a program with three files as its standard ones; nil when that fails.
  private static func start(_ arguments: [String], _ files: [Int32]) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Out of the way first: a file might have the number that another is to get.
    let moved = files.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
    for place in 0..<3 { posix_spawn_file_actions_adddup2(&actions, moved[place], Int32(place)) }
    // What else is open here would stay open as long as that program runs.
    for file in 3..<Int32(256) where fcntl(file, F_GETFD) >= 0 {
      posix_spawn_file_actions_addclose(&actions, file)
    }
    let texts = arguments.map { strdup($0) }
    var child: pid_t = 0
    let result = posix_spawnp(&child, arguments[0], &actions, nil, texts + [nil], environ)
    texts.forEach { free($0) }
    moved.forEach { close($0) }
    return result == 0 ? child : nil
  }
}
