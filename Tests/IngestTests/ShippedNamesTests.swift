import Diagnostics
import Foundation
import IndexModel
import Tabular
import Testing

@testable import Ingest

/// The tables in Data/.
enum Shipped {
  static func text(_ name: String) throws -> SourceText {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Data").appending(path: name)
    return SourceText(name: name, bytes: Array(try Data(contentsOf: file)))
  }

  static func countries() throws -> CountryTable {
    let (table, findings) = try read.get()
    #expect(places(findings) == [])
    return table
  }

  private static let read: Result<(CountryTable, Findings), any Error> = Result {
    var findings = Findings()
    let table = CountryTable.read(try text("countries.csv"), areas: try text("areas.csv"), into: &findings)
    return (table, findings)
  }
}

/// The names that are shipped, and what the publishers mean by theirs.
@Suite("The names of countries and areas that are shipped") struct ShippedNamesTests {
  @Test("V-Dem's Palestine is Palestine beside its code; a part with a number of its own is not")
  func palestine() throws {
    func errors(_ name: String) throws -> [String] {
      var findings = Findings()
      let text = SourceText(
        name: "t.csv", "country_name,country_text_id,year,x\nNorway,NOR,2001,1\n\(name),PSE,2001,2\n")
      let figures = FigureReader.read(
        text, FigureSelection(), countries: try Shipped.countries(), into: &findings
      ).figures
      #expect(figures.count == (findings.hasErrors ? 1 : 2))
      return places(findings.only { $0.severity == .error })
    }
    #expect(try errors("Palestine/West Bank") == [])
    for name in ["Palestine/Gaza", "Gaza Strip", "West Bank"] {
      #expect(try errors(name) == ["t.csv:3:1 contradiction"], "\(name)")
    }
  }

  @Test("Every code, name and alias of a country stands for that country and no other") func names() throws {
    let table = try Shipped.countries()
    #expect(table.countries.count { $0.isUNMember } == 193)
    for (index, country) in zip(CountryIndex.all(table.countries.count), table.countries) {
      let names = [country.code.description, country.alpha2, country.m49, country.name]
      for name in names + country.aliases where !name.isEmpty {
        #expect(table.key(name) == .country(index), "\(name)")
        #expect(table.key(name.uppercased()) == .country(index), "\(name)")
        #expect(table.key("  \(name.lowercased())") == .country(index), "\(name)")
      }
    }
  }

  @Test("Every area that is no country is known as one, by each of its names") func areas() throws {
    let table = try Shipped.countries()
    for (index, area) in table.areas.enumerated() {
      for name in [area.name] + area.aliases {
        let expected = area.kind == .ambiguous ? nil : CountryTable.Key.area(index)
        #expect(table.key(name) == expected, "\(name)")
        if area.kind == .ambiguous {
          #expect(table.remedy(for: name).hasPrefix("it could be \(area.note)"), "\(name)")
        }
      }
    }
    for kind in [Area.Kind.aggregate, .ended, .part, .ambiguous] {
      #expect(table.areas.contains { $0.kind == kind })
    }
  }

  @Test("Every country is known by its number without leading zeros") func numbers() throws {
    let table = try Shipped.countries()
    for (index, country) in zip(CountryIndex.all(table.countries.count), table.countries) {
      guard let number = Int(country.m49) else { continue }
      #expect(table.key("\(number)") == .country(index))
      #expect(table.key("\(number).0") == .country(index))
    }
  }

  @Test("Every member has a name in the six languages of the United Nations and its other codes")
  func languages() throws {
    for country in try Shipped.countries().countries where country.isUNMember {
      func has(_ range: ClosedRange<UInt32>) -> Bool {
        country.aliases.contains { $0.unicodeScalars.contains { range.contains($0.value) } }
      }
      #expect(has(0x0410...0x044F) && has(0x0621...0x064A) && has(0x4E00...0x9FFF), "\(country)")
      for prefix in ["gw:", "fips:", "ioc:"] {
        #expect(country.aliases.contains { $0.hasPrefix(prefix) }, "\(prefix) \(country.code)")
      }
    }
  }

  @Test("Publishers' spellings mean what the publishers mean", arguments: PublisherName.all) func spellings(
    name: PublisherName
  ) throws {
    let table = try Shipped.countries()
    let found = table.code(name.spelling) ?? table.kind(name.spelling)?.rawValue
    #expect(found ?? "unknown" == name.meant)
  }

  @Test("The first suggestion for a usual slip is the country that was meant") func slips() throws {
    let table = try Shipped.countries()
    for (slip, meant) in [
      ("Japn", "Japan"), ("Norwey", "Norway"), ("Untied States", "United States"),
      ("Phillipines", "Philippines"), ("Columbia", "Colombia"), ("Kazakstan", "Kazakhstan"),
      ("Morroco", "Morocco"), ("Ecuadr", "Ecuador"), ("Isreal", "Israel"),
      ("Sub-Saharan Afrika", "Sub-Saharan Africa"), ("Venezeula", "Venezuela"),
      ("Cote d'Ivore", "Côte d'Ivoire"), ("Sout Africa", "South Africa"),
    ] {
      #expect(table.key(slip) == nil, "\(slip)")
      #expect(table.remedy(for: slip).hasPrefix("did you mean \"\(meant)\""), "\(slip)")
    }
  }
}
