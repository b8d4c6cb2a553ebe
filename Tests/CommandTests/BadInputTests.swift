import Foundation
import Testing

/// One thing done wrong to the small world, and what the program has to say about it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let name: String
  /// The file that is changed, what in it, and what it becomes; an empty `old` replaces the file.
  let file: String
  let old: String
  let new: String
  /// What the one error names.
  let place: String
  let identifier: String
  let excerpt: String
  let remedy: String

  var testDescription: String { name }

  func make(in sandbox: Sandbox) throws {
    if old.isEmpty { try sandbox.write(file, new) } else { try sandbox.edit(file, old, new) }
  }
}

@Suite("Bad input gets one clear error, exit status 1, and touches no report") struct BadInputTests {
  static let mistakes = [
    Mistake(
      name: "an unknown country", file: "Data/food/famine-deaths.csv", old: "UTO,2020,0",
      new: "Utopio,2020,0", place: "Data/food/famine-deaths.csv:5:1", identifier: "unknown-country",
      excerpt: "Utopio,2020,0", remedy: "did you mean \"Utopia\"?"),
    Mistake(
      name: "an unknown indicator in a lens", file: "Weights/undp-1994.toml", old: "income = 2.0",
      new: "incone = 2.0", place: "Weights/undp-1994.toml:20:1", identifier: "unknown-indicator",
      excerpt: "incone = 2.0", remedy: "did you mean \"income\"?"),
    Mistake(
      name: "a dimension that is not in the framework", file: "Weights/undp-1994.toml", old: "food = 1.0",
      new: "foot = 1.0", place: "Weights/undp-1994.toml:16:1", identifier: "unknown-dimension",
      excerpt: "foot = 1.0", remedy: "did you mean \"food\"?"),
    Mistake(
      name: "an unknown key in a lens", file: "Weights/undp-1994.toml", old: "carry_forward",
      new: "cary_forward", place: "Weights/undp-1994.toml:7:1", identifier: "unknown-key",
      excerpt: "cary_forward = 5", remedy: "did you mean \"carry_forward\"?"),
    Mistake(
      name: "a duplicate row", file: "Data/economic/income.csv", old: "BEN,2020,5000",
      new: "BEN,2020,5000\nBEN,2020,5001", place: "Data/economic/income.csv:5:1",
      identifier: "duplicate-figure", excerpt: "BEN,2020,5001", remedy: "keep one"),
    Mistake(
      name: "text where a number belongs", file: "Data/economic/jobless.csv", old: "BEN,2020,8",
      new: "BEN,2020,eight", place: "Data/economic/jobless.csv:3:10", identifier: "not-a-number",
      excerpt: "BEN,2020,eight", remedy: "digits with a decimal point"),
    Mistake(
      name: "a value of 0 under a logarithm", file: "Data/economic/income.csv", old: "LIL,2020,100\n",
      new: "LIL,2020,0\n", place: "Data/economic/income.csv:6:10", identifier: "transform",
      excerpt: "LIL,2020,0", remedy: "choose another transform"),
    Mistake(
      name: "worst equal to best", file: "Data/indicators.csv", old: "workers,20,0,", new: "workers,20,20,",
      place: "Data/indicators.csv:3:46", identifier: "goalposts", excerpt: "jobless,economic",
      remedy: "they must differ"),
    Mistake(
      name: "a negative weight", file: "Weights/undp-1994.toml", old: "economic = 1.0",
      new: "economic = -1.0", place: "Weights/undp-1994.toml:15:1", identifier: "bad-weight",
      excerpt: "economic = -1.0", remedy: "a weight of 0 leaves the node out"),
    Mistake(
      name: "a weight that is not finite", file: "Weights/undp-1994.toml", old: "economic = 1.0",
      new: "economic = inf", place: "Weights/undp-1994.toml:15:1", identifier: "bad-weight",
      excerpt: "economic = inf", remedy: "a weight of 0 leaves the node out"),
    Mistake(
      name: "a lens that names no dimension", file: "Weights/undp-1994.toml", old: "",
      new: "title = \"nothing\"\n", place: "Weights/undp-1994.toml:1:1", identifier: "no-dimension",
      excerpt: "title = \"nothing\"", remedy: "economic, food, personal"),
    Mistake(
      name: "all weights 0", file: "Weights/undp-1994.toml", old: "",
      new: "[weights]\neconomic = 0\nfood = 0\npersonal = 0\n", place: "Weights/undp-1994.toml:1:2",
      identifier: "no-weight", excerpt: "[weights]", remedy: "give at least one of them a weight above 0"),
    Mistake(
      name: "a file that does not exist", file: "Data/indicators.csv", old: "natural bounds,\njobl",
      new: "natural bounds,economic/incom.csv\njobl", place: "Data/indicators.csv:2:",
      identifier: "unreadable-file", excerpt: "economic/incom.csv", remedy: "did you mean \"income.csv\"?"),
    Mistake(
      name: "an empty file", file: "Data/economic/income.csv", old: "", new: "",
      place: "Data/economic/income.csv:1:1", identifier: "empty-file", excerpt: "",
      remedy: "write a header row"),
    Mistake(
      name: "a file of only a header", file: "Data/economic/income.csv", old: "", new: "iso3,year,value\n",
      place: "Data/economic/income.csv:1:1", identifier: "only-header", excerpt: "iso3,year,value",
      remedy: "add rows"),
    Mistake(
      name: "a path that leaves Data/", file: "Data/indicators.csv", old: "natural bounds,\njobl",
      new: "natural bounds,../secret.csv\njobl", place: "Data/indicators.csv:2:",
      identifier: "path-outside-data", excerpt: "../secret.csv", remedy: "below the folder"),
    Mistake(
      name: "goalposts further apart than a number can say", file: "Data/indicators.csv",
      old: "workers,20,0,", new: "workers,1e308,-1e308,", place: "Data/indicators.csv:3:46",
      identifier: "goalposts", excerpt: "1e308,-1e308", remedy: "move one of them"),
    Mistake(
      name: "goalposts that are one number once transformed", file: "Data/indicators.csv",
      old: "$,100,10000,log", new: "$,1000,1000.0000000000001,log", place: "Data/indicators.csv:2:37",
      identifier: "goalposts", excerpt: "1000.0000000000001", remedy: "move one of them"),
    Mistake(
      name: "weights that cannot be added up", file: "Weights/undp-1994.toml",
      old: "economic = 1.0\nfood = 1.0", new: "economic = 1e308\nfood = 1e308",
      place: "Weights/undp-1994.toml:15:1", identifier: "bad-weight", excerpt: "economic = 1e308",
      remedy: "choose numbers near 1"),
    Mistake(
      name: "a weight that vanishes beside another", file: "Weights/undp-1994.toml",
      old: "economic = 1.0\nfood = 1.0", new: "economic = 1e308\nfood = 1e-320",
      place: "Weights/undp-1994.toml:15:1", identifier: "bad-weight", excerpt: "economic = 1e308",
      remedy: "choose numbers near 1"),
    Mistake(
      name: "a name that steers the terminal", file: "Data/countries.csv", old: "Bensalem,",
      new: "Ben\u{1B}[31msalem,", place: "Data/countries.csv:3:12", identifier: "control-character",
      excerpt: "Ben·[31msalem", remedy: "plain text"),
    Mistake(
      name: "a title that reorders the line", file: "Weights/undp-1994.toml", old: "an invented",
      new: "an\\u202E invented", place: "Weights/undp-1994.toml:1:1", identifier: "control-character",
      excerpt: "title", remedy: "remove them"),
    Mistake(
      name: "an escaped NUL in a key", file: "Weights/undp-1994.toml", old: "economic = 1.0",
      new: "\"econ\\u0000omic\" = 1.0", place: "Weights/undp-1994.toml:15:1", identifier: "unknown-dimension",
      excerpt: "omic", remedy: "economic"),
    Mistake(
      name: "an outline beyond all numbers", file: "Data/boundaries.csv", old: "BEN,point,-1600 -150",
      new: "BEN,point,-9223372036854775808 0", place: "Data/boundaries.csv:3:11", identifier: "bad-outline",
      excerpt: "-9223372036854775808", remedy: "a point has two numbers"),
    Mistake(
      name: "a country without a name", file: "Data/countries.csv", old: ",Bensalem,", new: ",,",
      place: "Data/countries.csv:3:12", identifier: "no-name", excerpt: "BEN,BX", remedy: "write its name"),
    Mistake(
      name: "a derived value that is no number", file: "Data/indicators.csv",
      old:
        "violence,personal,Violent deaths,\"per 100 000 people, mean of 3 years\",8,0,none,people,100000,3,,0,",
      new: "violence,personal,Violent deaths,x,8,0,none,,4e305,,1,0,",
      place: "Data/personal/violence.csv:4:1", identifier: "transform", excerpt: "ARC,2020,30",
      remedy: "correct the figure"),
    Mistake(
      name: "a syntax error in a lens", file: "Weights/undp-1994.toml", old: "[weights]", new: "[weights",
      place: "Weights/undp-1994.toml:14:", identifier: "toml-syntax", excerpt: "[weights",
      remedy: "write ] here"),
    Mistake(
      name: "a value outside the plausible range", file: "Data/economic/jobless.csv", old: "BEN,2020,8",
      new: "BEN,2020,800", place: "Data/economic/jobless.csv:3:10", identifier: "implausible",
      excerpt: "BEN,2020,800", remedy: "correct the figure"),
    Mistake(
      name: "more dimensions required than have weight", file: "Weights/undp-1994.toml",
      old: "dimensions_required = 3", new: "dimensions_required = 4", place: "Weights/undp-1994.toml:8:1",
      identifier: "dimensions-required", excerpt: "dimensions_required = 4", remedy: "require at most 3"),
    Mistake(
      name: "an area of a kind that there is not", file: "Data/areas.csv", old: "",
      new: "name,kind\nOld World,agregate\n", place: "Data/areas.csv:2:11", identifier: "unknown-kind",
      excerpt: "Old World,agregate", remedy: "did you mean \"aggregate\"?"),
    Mistake(
      name: "a dimension with the name of a column", file: "Data/indicators.csv", old: "people,,People",
      new: "extra,score,Extra,x,0,1,none,,,,,,,,,,,,food/famine-deaths.csv\npeople,,People",
      place: "Data/indicators.csv:6:7", identifier: "reserved-name", excerpt: "extra,score,Extra",
      remedy: "choose another name, such as score-security"),
    Mistake(
      name: "a path of more levels than can be weighed", file: "Data/indicators.csv", old: "people,,People",
      new: "extra,food\(String(repeating: "/a", count: 10_000)),Extra,x,0,1,none,,,,,,,,,,,,"
        + "food/famine-deaths.csv\npeople,,People", place: "Data/indicators.csv:6:7", identifier: "too-deep",
      excerpt: "extra,food/a/a", remedy: "leave levels out of it"),
    Mistake(
      name: "an area with the name of a country", file: "Data/areas.csv", old: "",
      new: "name,kind\nArkadia,part\n", place: "Data/areas.csv:2:1", identifier: "ambiguous-name",
      excerpt: "Arkadia,part", remedy: "take it out of one of the two rows"),
  ]

  @Test("the error has place, excerpt and remedy", arguments: mistakes) func oneClearError(_ mistake: Mistake)
    throws
  {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report").status == 0)
    let before = try sandbox.read("Reports/scores.csv")
    try mistake.make(in: sandbox)
    let run = try sandbox.hsi("report")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    // A further dimension is also one that the lens does not weigh.
    let errors = run.errors.split(separator: "\n").filter {
      $0.contains(": error: ")
        && !(mistake.identifier == "reserved-name" && $0.contains("[unnamed-dimension]"))
    }
    #expect(errors.count == 1, "\(run.errors)")
    let first = String(errors.first ?? "")
    #expect(first.hasPrefix(mistake.place), "\(first)")
    #expect(first.hasSuffix("[\(mistake.identifier)]"), "\(first)")
    if !mistake.excerpt.isEmpty { #expect(run.errors.contains(mistake.excerpt)) }
    #expect(run.errors.contains(mistake.remedy), "\(run.errors)")
    #expect(try sandbox.read("Reports/scores.csv") == before)
  }

  @Test("all mistakes in all files are reported at once") func allAtOnce() throws {
    let sandbox = try Sandbox()
    for name in ["an unknown country", "text where a number belongs", "a negative weight"] {
      try #require(Self.mistakes.first { $0.name == name }).make(in: sandbox)
    }
    let run = try sandbox.hsi("score")
    #expect(run.status == 1)
    for identifier in ["unknown-country", "not-a-number", "bad-weight"] {
      #expect(run.errors.contains("[\(identifier)]"))
    }
  }

  @Test("with --diagnostics json each error is one object with its place") func json() throws {
    let sandbox = try Sandbox()
    try #require(Self.mistakes.first { $0.name == "a duplicate row" }).make(in: sandbox)
    let run = try sandbox.hsi("score", "--diagnostics", "json")
    #expect(run.status == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any])
    #expect(object["file"] as? String == "Data/economic/income.csv")
    #expect(object["line"] as? Int == 5)
    #expect(object["identifier"] as? String == "duplicate-figure")
  }

  @Test("a folder without Data/ says what to do") func noData() throws {
    let sandbox = try Sandbox()
    try sandbox.remove("Data")
    for command in [[], ["score"], ["report"], ["explain", "ARC"], ["check"]] {
      let run = try sandbox.hsi.run(command)
      #expect(run.status == 1)
      #expect(run.errors.contains("there is no folder \"Data\""))
      #expect(run.errors.contains("--data DIR"))
    }
  }

  @Test(
    "wrong usage ends with status 2",
    arguments: [
      ["score", "--year", "soon"], ["score", "--top", "0"], ["score", "--level", "galaxy"], ["sing"],
      ["score", "--country", "Atlantis"], ["explain", "ARC", "--dimension", "foot"],
      ["import", "x.csv", "--column", "a"], ["explain"],
    ]) func usage(_ arguments: [String]) throws
  {
    let run = try Sandbox().hsi.run(arguments)
    #expect(run.status == 2)
    #expect(!run.errors.isEmpty)
  }

  @Test("an unknown lens is answered with the nearest name") func unknownLens() throws {
    let run = try Sandbox().hsi("score", "--lens", "undp-1995")
    #expect(run.status == 1)
    #expect(run.errors.contains("did you mean \"undp-1994\"?"))
  }
}
