import Testing

/// Arcadia borders Lilliput and Utopia, Bensalem is an island, Erewhon is no member.
@Suite("Names of countries on the command line") struct NamedCountryTests {
  @Test(
    "every wrong name is told, not the first alone",
    arguments: [
      ["explain", "Utopa", "Arcadi"], ["neighbours", "UTO", "Utopa", "Arcadi"],
      ["dilemma", "Utopa", "ARC", "Arcadi"],
    ]) func allAtOnce(_ arguments: [String]) throws
  {
    let run = try NeighbourCommandTests.sandbox().hsi.run(arguments)
    #expect(run.status == 2 && run.output.isEmpty)
    for name in ["Utopa", "Arcadi"] {
      #expect(run.errors.contains("no country is known as \"\(name)\""), "\(run.errors)")
    }
    let json = try NeighbourCommandTests.sandbox().hsi.run(arguments + ["--diagnostics", "json"])
    #expect(json.errors.split(separator: "\n").count == 2)
    #expect(json.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("{") })
  }

  @Test("of two countries that are not ranked both are named, with the reason of each") func withheld() throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("Data/food/famine-deaths.csv", "iso3,year,value\nBEN,2020,10\n")
    let run = try sandbox.hsi("explain", "UTO", "ARC", "--year", "2020")
    #expect(run.status == 2)
    for name in ["Utopia", "Arcadia"] {
      #expect(run.errors.contains("\(name) is not ranked: only 2 of 3"), "\(run.errors)")
    }
  }

  @Test("the name of what is no country is called what it is, not misspelt") func noCountry() throws {
    let sandbox = try NeighbourCommandTests.sandbox()
    try sandbox.write(
      "Data/areas.csv",
      "name,kind,note,aliases\nAtlantis,ended,\"sunk, to -9600\",\nLaputa,part,part of Balnibarbi,\n"
        + "Islands,aggregate,,\n")
    try sandbox.write("Data/elsewhere.csv", "iso3,name\nLUG,Luggnagg\n")
    let answers = [
      ("Islands", "is a region or group of countries, not a country"),
      ("oceania", "is a region or group of countries, not a country"),
      ("Low income", "is a region or group of countries, not a country"),
      ("Atlantis", "is a state that is no more (sunk, to -9600)"),
      ("Laputa", "is a part of a country (part of Balnibarbi), not one itself"),
      ("Luggnagg", "is a country that countries.csv has not"),
    ]
    for (name, answer) in answers {
      for command in ["explain", "neighbours", "dilemma"] {
        let run = try sandbox.hsi(command, name)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("error: \"\(name)\" \(answer) [unknown-country]\n"), "\(run)")
        #expect(!run.errors.contains("did you mean"))
      }
    }
    #expect(try sandbox.hsi("explain", "Oceani").errors.contains("no country is known as"))
  }

  @Test("hsi neighbours says which of the countries named has no land neighbour") func islands() throws {
    let sandbox = try NeighbourCommandTests.sandbox()
    for format in ["table", "json", "csv"] {
      let alone = try sandbox.hsi("neighbours", "Bensalem", "--format", format)
      #expect(alone.status == 2 && alone.output.isEmpty)
      #expect(alone.errors.hasPrefix("error: Bensalem has no land neighbour [no-neighbour]"))
      let both = try sandbox.hsi("neighbours", "BEN", "ARC", "--format", format)
      #expect(both.status == 0 && both.output.contains("Arcadia"))
      #expect(both.errors.hasPrefix("warning: Bensalem has no land neighbour [no-neighbour]"))
    }
    #expect(try sandbox.hsi("neighbours").errors.isEmpty, "nobody asked for Bensalem")
    try sandbox.write("Data/borders.csv", "iso3,neighbour\nARC,ERE\nERE,ARC\nLIL,UTO\nUTO,LIL\n")
    let scope = try sandbox.hsi("neighbours", "ARC")
    #expect(scope.errors.contains("Arcadia has no land neighbour among the countries scored"))
    #expect(scope.errors.contains("add --scope all"))
  }
}
