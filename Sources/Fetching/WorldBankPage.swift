extension WorldBankPages {
  /// One page: how it stands among the others, and its rows.
  struct Page {
    let head: Head
    let rows: [Row]
  }

  struct Head: Decodable {
    let page: Int
    let pages: Int
    let total: Int
    let lastupdated: String?
  }

  struct Row: Decodable {
    struct Country: Decodable {
      let value: String
    }

    let country: Country
    /// Empty for some aggregates.
    let countryiso3code: String?
    let date: String
    let value: Double?
  }

  struct Message: Decodable {
    let id: String?
    let key: String?
    let value: String
  }

  /// What the API answers: an array of a head and of rows, or of one object with messages.
  enum Body: Decodable {
    case page(Page)
    case message([Message])

    private struct Messages: Decodable {
      let message: [Message]
    }

    init(from decoder: any Decoder) throws {
      var items = try decoder.unkeyedContainer()
      if let refused = try? items.decode(Messages.self) {
        self = .message(refused.message)
        return
      }
      let head = try items.decode(Head.self)
      let rows = try items.decodeNil() ? [] : items.decode([Row].self)
      self = .page(Page(head: head, rows: rows))
    }
  }
}
