import ArgumentParser
import Plotting

/// How the options of an owner are spelled on the command line.
struct OptionNames: Sendable {
  /// One-letter spellings by the names of the parameters.
  private let letters: [String: Character]

  /// The options of a figure: their names after two hyphens.
  static let figure = OptionNames(letters: [:])
  /// The shared options: `-x` and `-y` have no long form, for a figure may call a column `--x`.
  static let shared = OptionNames(letters: ["output": "o", "x": "x", "y": "y"])

  /// The spellings of the parameter called `name`, the one for messages first.
  func spellings(of name: String) -> [String] {
    guard let letter = letters[name] else { return ["--" + name] }
    return name.count == 1 ? ["-\(letter)"] : ["-\(letter)", "--" + name]
  }

  /// The spellings in the terms of the parser of the command line.
  func specification(of name: String) -> NameSpecification {
    guard let letter = letters[name] else { return [.customLong(name)] }
    return name.count == 1
      ? [.customShort(letter)] : [.customShort(letter), .customLong(name)]
  }
}
