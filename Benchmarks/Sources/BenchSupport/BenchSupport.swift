import Glibc
import IndexModel

/// What ends a benchmark.
package struct Failure: Error {
  /// Said before the program ends.
  package let message: String

  /// An end with a word.
  package init(message: String) { self.message = message }
}

/// Runs a benchmark; a failure is printed and ends the program with status 1.
package func main(_ run: () throws -> Void) {
  do { try run() } catch {
    print((error as? Failure)?.message ?? "\(error)")
    exit(1)
  }
}

/// What a clock shows.
package func seconds(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The Doubles of a file, in the byte order of the machine.
package func figures(_ path: String, count: Int) throws -> [Double] {
  guard let file = fopen(path, "r") else { throw Failure(message: "cannot read \(path)") }
  defer { fclose(file) }
  return try [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
    initialized = fread(buffer.baseAddress, MemoryLayout<Double>.stride, count, file)
    if initialized < count { throw Failure(message: "\(path) is too short") }
  }
}

/// Countries AAA, AAB, …
package func countries(_ count: Int) -> [Country] {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  return (0..<count).compactMap { place in
    let code = [letters[place / 676 % 26], letters[place / 26 % 26], letters[place % 26]]
    return CountryCode(String(code)).map { Country(code: $0, name: String(code)) }
  }
}
