extension String {
  /// The rows of a CSV without quoted cells, each by the names of its columns.
  var csvRows: [[String: String]] {
    let lines = split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }
}
