import ArgumentParser
import Plotting

/// What a command that is no figure is asked for: all that such a command says of itself.
protocol CommandWords: ParameterOwner {
  static var configuration: CommandConfiguration { get }
  /// A command line that works, for the error of one that has too few words.
  static var example: String? { get }
  /// Whether the options of all figures may stand there too.
  static var takesSharedOptions: Bool { get }
}

extension CommandWords {
  static var example: String? { nil }
  static var takesSharedOptions: Bool { false }
}

/// A command that is no figure, as a command of the parser.
struct WordsCommand<Words: CommandWords>: ParsableCommand {
  static var configuration: CommandConfiguration { Words.configuration }

  /// The raw texts of all options.
  private(set) var texts = RawTexts()

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ParameterKey.self)
    texts = try RawTexts(from: container, Words.parameters)
    guard Words.takesSharedOptions else { return }
    texts = try texts.overridden(by: RawTexts(from: container, SharedOptions.parameters))
  }
}

extension WordsCommand: CustomReflectable {
  var customMirror: Mirror {
    let own = Words.parameters.children(names: .shared, standard: Words())
    let shared = SharedOptions.parameters.children(names: .shared, standard: SharedOptions())
    return Mirror(
      self, children: Words.takesSharedOptions ? own + shared : own, displayStyle: .struct)
  }
}

extension Session {
  /// The texts that a command is given; `nil` where it was asked for its help, which is printed.
  func texts<Words: CommandWords>(
    of words: [String], for command: Words.Type
  ) throws(CommandFailure) -> RawTexts? {
    var shape = CommandLineShape(
      command: Words.configuration.commandName ?? "", example: Words.example)
    shape.add(Words.parameters, names: .shared)
    if Words.takesSharedOptions { shape.add(SharedOptions.parameters, names: .shared) }
    let words = try sorted(words, shape)
    if let request = words.request {
      try answer(request, help: HelpText.command(WordsCommand<Words>.self, in: catalogue))
      return nil
    }
    return try parsed(words, as: WordsCommand<Words>.self).texts
  }
}
