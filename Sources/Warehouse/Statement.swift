/// One named step of a statement: a common table expression below its comment.
struct Step {
  let name: String
  /// What the step does, a line each.
  let comment: [String]
  let query: String
}

/// Steps, and the query that ends them.
struct Statement {
  var head: [String]
  var steps: [Step]
  var ending: (comment: [String], query: String)

  func text(_ dialect: SQLDialect) -> String {
    let parts = steps.map { step in
      Self.comment(step.comment) + "\(step.name) AS \(dialect.fence)(\n\(Self.indented(step.query))\n)"
    }
    return Self.comment(head) + "WITH\n" + parts.joined(separator: ",\n\n") + "\n\n"
      + Self.comment(ending.comment) + ending.query + ";\n"
  }

  private static func comment(_ lines: [String]) -> String {
    lines.map { $0.isEmpty ? "--\n" : "-- \($0)\n" }.joined()
  }

  private static func indented(_ query: String) -> String {
    query.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }.joined(
      separator: "\n")
  }
}

extension Step {
  /// A query of columns, each below its comment where it has one.
  static func select(_ columns: [Column], _ rest: String) -> String {
    let lines = columns.enumerated().map { place, column in
      let comma = place < columns.count - 1 ? "," : ""
      return (column.comment.map { "  -- \($0)\n" } ?? "") + "  \(column.text)\(comma)"
    }
    return "SELECT\n" + lines.joined(separator: "\n") + "\n" + rest
  }

  /// A column of a query: an expression and what it is called, or a name alone.
  struct Column {
    let text: String
    var comment: String?

    init(_ expression: String, as name: String? = nil, _ comment: String? = nil) {
      (text, self.comment) = (expression + (name.map { " AS \($0)" } ?? ""), comment)
    }
  }

  /// Terms below each other with a sign between them, so that each line is one part.
  /// - Parameter depth: how far the line is set in on which it begins.
  static func sum(_ terms: [String], sign: String = "+", depth: Int = 2) -> String {
    let margin = String(repeating: " ", count: depth)
    return terms.count == 1
      ? terms[0] : "(\n\(margin)  " + terms.joined(separator: "\n\(margin)  \(sign) ") + "\n\(margin))"
  }
}
