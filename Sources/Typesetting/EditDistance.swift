/// How many letters have to be typed otherwise to make one word of another (Levenshtein 1966).
enum EditDistance {
  /// The word of `words` that is nearest to `word`, where one is near enough to be meant.
  static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    guard word.count <= 24 else { return nil }
    let allowed = word.count < 4 ? 1 : 2
    let near = words.map { ($0, between(word, $0)) }.filter { $0.1 <= allowed }
    return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// The distance of two words.
  static func between(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
