import ArgumentParser
import Audit
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Ingest

/// What a shell offers where a lens, a country, an indicator or a finding is to be named.
extension CompletionKind {
  static var lenses: CompletionKind { names { LensFolder(beside: $0).names } }

  /// Codes, and names of one word: shells read a blank as the end of a name.
  static var countries: CompletionKind {
    names { folder in
      var ignored = Findings()
      let countries = Catalogue.countries(folder, into: &ignored).countries
      return countries.map(\.code.description) + countries.map(\.name).filter { !$0.contains(" ") }
    }
  }

  static var indicators: CompletionKind {
    names { folder in
      var ignored = Findings()
      guard let text = folder.text("indicators.csv", into: &ignored) else { return [] }
      return CatalogueReader.read(text, into: &ignored).indicators.map(\.id.rawValue)
    }
  }

  static var vintages: CompletionKind {
    names { folder in ((try? VintageStore(beside: folder))?.all ?? []).map(\.name) }
  }

  static var findings: CompletionKind { .list(FindingCatalogue.hsi.all.map(\.identifier)) }

  /// What accepted.csv may name.
  static var acceptable: CompletionKind {
    .list(
      FindingCatalogue.hsi.all.filter { $0.severity != .error }.map(\.identifier)
        + AuditCheck.Kind.allCases.map(\.rawValue))
  }

  /// Names of the data folder that the words so far choose; none where it is not there.
  private static func names(_ list: @escaping @Sendable (DataFolder) -> [String]) -> CompletionKind {
    .custom { words, _, _ in
      let chosen = Array(zip(words, words.dropFirst())).last { $0.0 == "--data" }?.1
      let joined = words.last { $0.hasPrefix("--data=") }.map { String($0.dropFirst("--data=".count)) }
      return (try? DataFolder(joined ?? chosen ?? DataOptions.usual)).map(list) ?? []
    }
  }
}
