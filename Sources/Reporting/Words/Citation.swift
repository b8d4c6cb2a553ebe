import IndexModel
import Tabular

/// How an index, its lens and its vintage are cited: the one rule for the page, `hsi cite` and CITATION.cff.
package struct Citation: Sendable {
  /// The one sentence for people, as Page/Languages/texts.csv translates it.
  package static let form = "{work}, {year}, vintage {vintage}, made with hsi {version}"
  /// The same where the index says how it asks to be cited.
  package static let ownForm = "{asked} (vintage {vintage}, made with hsi {version})"

  private let index: PublishedIndex
  private let title: String
  private let lens: String
  private let year: Int
  private let edition: ReportEdition

  /// - Parameter year: the reference year of the scores.
  package init(_ lens: Lens, year: Int, _ edition: ReportEdition) {
    (index, title, self.lens) = (lens.index, lens.displayTitle, lens.name)
    (self.year, self.edition) = (year, edition)
  }

  /// Publisher, index and title of the lens, as far as they differ.
  package var work: String { ([index.publisher] + names).filter { !$0.isEmpty }.joined(separator: ", ") }

  /// The index and the title of the lens, or the one name that both have.
  private var names: [String] { index.name.isEmpty || index.name == title ? [title] : [index.name, title] }

  private var workTitle: String { names.joined(separator: ": ") }

  package var text: String {
    // A name may hold what looks like another place in the form: the form is taken apart first.
    let values = [
      "work": work, "asked": index.citation, "year": "\(year)", "vintage": edition.shortVintage,
      "version": edition.toolVersion,
    ]
    var parts = (index.citation.isEmpty ? Self.form : Self.ownForm).split(
      separator: "{", omittingEmptySubsequences: false)[...]
    var text = String(parts.popFirst() ?? "")
    for part in parts {
      let name = part.prefix { $0 != "}" }
      text += (values[String(name)] ?? "") + part.dropFirst(name.count + 1)
    }
    return text
  }

  /// What the reference year, the lens and the figures were, for forms without a field for them.
  private var note: String {
    "Reference year \(year), lens \(lens), vintage \(edition.shortVintage), made with hsi \(edition.toolVersion)"
  }
}

// MARK: - BibTeX

extension Citation {
  /// An entry of BibTeX. Letters beyond ASCII stay, as biber and recent styles read them.
  package var bibTeX: String {
    var fields = [("title", "{\(Self.tex(workTitle))}"), ("year", "\(year)"), ("note", Self.tex(note))]
    if !index.publisher.isEmpty { fields.insert(("author", "{\(Self.tex(index.publisher))}"), at: 0) }
    if !index.citation.isEmpty { fields.append(("howpublished", Self.tex(index.citation))) }
    let lines = fields.map { "  \($0.padding(12)) = {\($1)}" }
    return "@misc{\(key),\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// Letters, digits and hyphens of ASCII: other characters end a key, or are not read in it.
  private var key: String {
    let words = "\(index.name.isEmpty ? lens : index.name) \(year) \(edition.shortVintage)".lowercased().split
    { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.joined(separator: "-")
  }

  /// The text with what TeX takes for a command written as the sign it is. Braces are spelt out: BibTeX counts
  /// them, those behind a backslash too.
  static func tex(_ text: String) -> String {
    text.map { character in
      switch character {
      case "#", "$", "%", "&", "_": "\\\(character)"
      case "{": "\\textbraceleft{}"
      case "}": "\\textbraceright{}"
      case "\\": "\\textbackslash{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case _ where character.isWhitespace: " "
      default: "\(character)"
      }
    }.joined()
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}

// MARK: - Citation File Format

extension Citation {
  /// A file of the Citation File Format 1.2.0: the program, and as what is to be cited the index.
  package var cff: String {
    // What JSON writes of a text, YAML reads between quotation marks.
    func quoted(_ text: String) -> String { JSONText.string(text).compact }
    return """
      cff-version: 1.2.0
      message: \(quoted("Cite the index as: \(text)"))
      type: software
      title: "hsi: a human-security index of nations"
      version: \(quoted(edition.toolVersion))
      license: Apache-2.0
      authors:
        - name: "The hsi maintainers"
      preferred-citation:
        type: data
        title: \(quoted(workTitle))
        year: \(year)
        version: \(quoted(edition.shortVintage))
        authors:
          - name: \(quoted(index.publisher.isEmpty ? "Anonymous" : index.publisher))
        identifiers:
          - type: other
            value: \(quoted("sha256:\(edition.vintage)"))
            description: "The digest of the names and contents of all files of Data/"
        notes: \(quoted(note))

      """
  }
}
