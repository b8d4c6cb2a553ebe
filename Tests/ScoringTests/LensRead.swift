import Diagnostics
import IndexModel
import Tabular

/// A lens as it is read beside one dimension, food, of one indicator, hunger; with units in place of countries if asked.
struct LensRead {
  let lens: Lens?
  let findings: [Diagnostic]

  init(_ text: String, ofUnits: Bool = false) {
    var framework = Framework(
      [IndicatorID("hunger")].compactMap { $0 }.map {
        Indicator(
          id: $0, dimension: DimensionPath("food"), name: "", unit: "",
          goalposts: Goalposts(worst: 0, best: 100))
      })
    framework.isOfUnits = ofUnits
    var findings = Findings()
    lens = LensReader.read(SourceText(name: "l.toml", text), name: "l", framework: framework, into: &findings)
    self.findings = findings.all
  }
}
