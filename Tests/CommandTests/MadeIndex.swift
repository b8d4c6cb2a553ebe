import Foundation

/// A data folder of many countries with made figures, in a sandbox: Made/Data with the lens Made/Weights/undp-1994.
struct MadeIndex {
  let sandbox: Sandbox
  private var catalogue = "id,dimension,unit,worst,best,denominator,per,mean_over,reference\n"

  static func code(_ country: Int) -> String {
    String([0, country / 26, country % 26].map { Character(Unicode.Scalar(UInt8(65 + $0))) })
  }

  init(countries: Int) throws {
    sandbox = try Sandbox()
    let rows = (0..<countries).map { "\(Self.code($0)),Country \($0)\n" }
    try sandbox.write("Made/Data/countries.csv", "iso3,name\n" + rows.joined())
    try sandbox.write("Made/Weights/undp-1994.toml", "title = \"Made\"\nweights = \"equal\"\n")
  }

  /// Adds an indicator with its figures: what a country (by its place) has in a year.
  /// - Parameters:
  ///   - dimension: empty for one that is not scored.
  ///   - derivation: denominator, per and mean_over, with commas between them.
  mutating func add(
    _ id: String, in dimension: String, unit: String = "", derivation: String = ",,", countries: Int,
    years: ClosedRange<Int> = 2020...2020, value: (_ country: Int, _ year: Int) -> Double?
  ) throws {
    catalogue += "\(id),\(dimension),\(unit),\(dimension.isEmpty ? "," : "0,100"),\(derivation),made\n"
    var text = "iso3,year,value\n"
    for country in 0..<countries {
      for year in years {
        if let value = value(country, year) { text += "\(Self.code(country)),\(year),\(value)\n" }
      }
    }
    try sandbox.write("Made/Data/\(dimension.isEmpty ? id : "\(dimension)/\(id)").csv", text)
    try sandbox.write("Made/Data/indicators.csv", catalogue)
  }

  /// What `hsi check` finds of one kind, a line a finding.
  func found(_ identifier: String) throws -> [String] {
    let run = try hsi("check", "--only", identifier)
    return run.output.split(separator: "\n").map(String.init).filter { $0.hasSuffix("[\(identifier)]") }
  }

  func hsi(_ arguments: String...) throws -> Program.Run {
    try sandbox.hsi.run(arguments + ["--data", "Made/Data"])
  }
}
