/// What somebody may have meant by a name that does not exist.
public enum Suggestions {
  /// The candidates that differ from `name` by the fewest letters: at most three, at most two apart.
  public static func near(_ name: String, among candidates: [String]) -> [String] {
    let limit = name.count <= 3 ? 1 : 2
    guard name.count <= 40 else { return [] }
    let ranked = Set(candidates).map { (distance(name.lowercased(), $0.lowercased()), $0) }
      .filter { $0.0 <= limit && $0.1.count > 1 }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return ranked.prefix(3).map(\.1)
  }

  /// The least number of letters to insert, delete, replace or swap with a neighbour
  /// (Damerau 1964, restricted).
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
