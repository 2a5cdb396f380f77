import Plotting

/// Small tables that are always at hand: for examples, for trying out, for a figure without data.
enum Samples {
  /// A table with a name.
  struct Sample: Sendable {
    let name: String
    let text: String
  }

  /// What stands before the name of a sample where a path may stand.
  static let prefix = "sample:"

  /// All samples.
  static let all = [decay, hubble, pearson, heights, saturation, trees, anscombe, people]

  /// What a figure draws that is given no data.
  enum Standard: String, Sendable {
    case decay, saturation

    /// A model for it.
    var model: String { self == .decay ? "a exp(-b x) + c" : "a (1 - exp(-b x))" }
  }

  /// Three hundred normal heights, the same ones each time.
  static let people: Sample = {
    var generator = SeededGenerator(seed: 7)
    var text = "# 300 normal deviates of mean 178 and standard deviation 7.5.\nheight\n"
    for _ in 0..<300 {
      text += "\(((178 + 7.5 * generator.normal()) * 10).rounded() / 10)\n"
    }
    return Sample(name: "people", text: text)
  }()

  /// The samples as in a sentence.
  static var listing: String { all.map { prefix + $0.name }.enumeration }

  /// The file that a text stands for: a sample or a path.
  static func file(_ text: String) throws(FigureError) -> DataFile {
    guard text.hasPrefix(prefix) else { return try DataFile(path: text) }
    let name = String(text.dropFirst(prefix.count))
    guard let sample = all.first(where: { $0.name == name }) else {
      let near = Suggestions.near(name, among: all.map(\.name)).map { prefix + $0 }
      throw .input(
        near.isEmpty
          ? "no sample is called \(name.quoted)"
          : "no sample is called \(name.quoted); did you mean \(near.enumeration)?",
        hint: "there are \(listing)")
    }
    return try DataFile(text: sample.text, name: text)
  }
}
