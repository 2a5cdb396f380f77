extension PlaneFunction {
  /// What stands for a sandpit where a formula may stand: `sandpit:rocks`, `sandpit:rocks:3`.
  static let sandpitPrefix = "sandpit"

  /// The scenes by the words that are typed.
  private static let sandpits: [(word: String, scene: Sandpit.Scene)] = [
    ("intro", .intro), ("lattice", .manyMinima), ("random", .randomPit), ("rocks", .rocks),
    ("well", .narrowWell),
  ]

  /// Whether a text stands for a sandpit.
  public static func isSandpit(_ text: String) -> Bool {
    text == sandpitPrefix || text.hasPrefix(sandpitPrefix + ":")
  }

  /// The sandpit of a text, with its name.
  ///
  /// - Throws: that there is no such scene, or that the seed is no number.
  static func sandpit(_ text: String) throws(FigureError) -> (pit: Sandpit, name: String) {
    let pieces = text.pieces(at: ":")
    let word = pieces.count > 1 ? pieces[1] : "intro"
    guard let scene = sandpits.first(where: { $0.word == word })?.scene else {
      let near = Suggestions.near(word, among: sandpits.map(\.word)).map {
        "\(sandpitPrefix):\($0)"
      }
      throw .input(
        near.isEmpty
          ? "no sandpit is called \(word.quoted)"
          : "no sandpit is called \(word.quoted); did you mean \(near.enumeration)?",
        hint: "there are "
          + sandpits.map { "\(sandpitPrefix):\($0.word)" }.enumeration
          + ", with a seed behind them: \(sandpitPrefix):rocks:3")
    }
    guard pieces.count <= 3, let seed = pieces.count > 2 ? UInt64(pieces[2]) : 1 else {
      throw .input(
        "the seed of a sandpit is a whole number, not \(pieces.dropFirst(2).joined(separator: ":"))",
        hint: "for example \(sandpitPrefix):\(word):3")
    }
    let name =
      scene == .intro ? "the sandpit intro" : "the sandpit \(word), seed \(seed)"
    return (Sandpit(scene, seed: seed), name)
  }
}
