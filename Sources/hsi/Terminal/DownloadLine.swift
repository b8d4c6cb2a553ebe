import Fetching

/// The line that tells how far a download is.
final class DownloadLine {
  private let line = ProgressLine()
  private let count: Int
  private var place = 0
  private var name = ""
  private var startBytes: Int?

  init(count: Int) { self.count = count }

  func begin(_ name: String) {
    place += 1
    (self.name, startBytes) = (name, nil)
    line.restart()
    line.write(words(""))
  }

  func show(_ progress: FetchProgress) {
    line.show { seconds in
      let before = startBytes ?? progress.received
      startBytes = before
      return words(Self.text(progress, rate: rate(progress.received - before, seconds)))
    }
  }

  func clear() { line.clear() }

  /// Bytes a second; nil where the time is too short.
  private func rate(_ bytes: Int, _ seconds: Double) -> Double? {
    seconds < ProgressLine.leastSeconds ? nil : Double(bytes) / seconds
  }

  private func words(_ text: String) -> String { "[\(place)/\(count)] \(name.prefix(40)) \(text)" }

  /// A bar where the size is known, then bytes and rate.
  private static func text(_ progress: FetchProgress, rate: Double?) -> String {
    let received = size(Double(progress.received))
    let speed = rate.map { "  \(size($0))/s" } ?? ""
    guard let expected = progress.expected, expected > 0 else { return received + speed }
    let bar = ProgressLine.bar(min(20, 20 * progress.received / expected))
    return "\(bar) \(received) of \(size(Double(expected)))\(speed)"
  }

  /// Bytes in the largest unit of which there is one at least, with one decimal.
  private static func size(_ bytes: Double) -> String {
    var (value, unit) = (bytes, 0)
    let units = ["B", "kB", "MB", "GB"]
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return unit == 0 ? "\(tenths / 10) B" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
