import Audit
import Foundation
import HumanSecurity
import Ingest
import Lens
import Scoring
import Tabular

var findings = Findings()
func text(_ p: String) -> SourceText { SourceText(name: p, (try? String(contentsOfFile: p, encoding: .utf8)) ?? "") }
let root = "/work/main/"
let countries = CountryTable.read(text(root + "Data/countries.csv"), into: &findings)
let framework = CatalogueReader.read(text(root + "Data/indicators.csv"), into: &findings)
var texts: [String: SourceText] = [:]
for indicator in framework.indicators {
  for f in indicator.files { texts[f.path] = text(root + "Data/" + f.path) }
}
let cube = CubeReader.read(framework, countries: countries, texts: texts, into: &findings)
guard let lens = LensReader.read(text(root + "Weights/undp-1994.toml"), name: "u", framework: framework, into: &findings) else { fatalError("\(findings)") }
let table = cube.score(2022, by: lens)
let scores = LinearScores(table)!
print(scores.countries.count, scores.weights)
for kind in [WeightSet.Kind.simplex, .box(0.25), .ordinal, .cone(0.2)] {
  let set = WeightSet(kind, nominal: scores.weights)!
  let start = Date()
  let a = Acceptability(scores, set, samples: 200_000, seed: 1)
  let t = -start.timeIntervalSinceNow
  print(kind, t, 200_000 / t, "per s", (0..<3).map { a.mean($0) }, a.share(0, rank: 0), a.quantile(40, 0.05), a.quantile(40, 0.95))
}
do {
  let s = WeightSampler(WeightSet(.simplex, nominal: scores.weights)!)
  var w = [Double](repeating: 0, count: 7)
  var over = 0
  let start = Date()
  for r in 0..<1_000_000 { var g = CounterGenerator(seed: 3, stream: UInt64(r)); s.draw(&g, into: &w); if w.max()! > 0.5 { over += 1 } }
  print("million draws", -start.timeIntervalSinceNow, Double(over) / 1e6, 7.0 / 64)
}
