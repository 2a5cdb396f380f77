import Plotting

/// The options a command knows, by their spelling, and how many arguments it wants.
struct CommandLineShape {
  /// What is known of an option.
  struct Option {
    /// What its value is called, or `nil` for a switch.
    var placeholder: String?
    /// What messages call it.
    var name: String
    /// How many words after it are its values.
    var valueCount = 1...1
  }

  /// The name of the command.
  let command: String
  /// The options by their spellings.
  private(set) var options: [String: Option] = [
    "--help": .help, "-h": .help, "--version": .version,
  ]
  /// The placeholders of the arguments.
  private(set) var arguments: [String] = []
  /// How many of them must be given.
  private(set) var requiredCount = 0
  /// Whether the last argument may be repeated.
  private(set) var takesMore = false
  /// A command line that works.
  let example: String?

  /// The shape of a command without parameters.
  init(command: String, example: String?) {
    self.command = command
    self.example = example
  }

  /// Adds parameters, spelled by `names`.
  mutating func add<Owner>(_ parameters: [Parameter<Owner>], names: OptionNames) {
    for parameter in parameters {
      if parameter.kind == .argument {
        arguments.append(parameter.placeholder)
        if !parameter.isOptional { requiredCount = arguments.count }
        takesMore = parameter.isRepeatable
        continue
      }
      let spellings = names.spellings(of: parameter.name)
      let placeholder = parameter.kind == .flag ? nil : parameter.placeholder
      for spelling in spellings {
        options[spelling] = Option(
          placeholder: placeholder, name: spellings[0], valueCount: parameter.valueCount)
      }
    }
  }
}

extension CommandLineShape.Option {
  fileprivate static let help = Self(placeholder: nil, name: "--help")
  fileprivate static let version = Self(placeholder: nil, name: "--version")
}

/// The words after a command, told apart: `-x^2` is an argument, `-x -3:3` an option and its value.
///
/// The parser of the command line takes each word with a leading minus for an option. Here a word
/// is an option if it is spelled like one; a word like `-t` or `-x` without a window after it is an
/// argument as long as arguments are lacking (`field -y x`).
struct CommandLineWords {
  /// The options with their values.
  private(set) var options: [String] = []
  /// The arguments.
  private(set) var arguments: [String] = []
  /// What is asked for instead of a result.
  private(set) var request: Request?

  /// A question about the tool itself; what else the words say does not matter then.
  enum Request { case help, version }

  private let shape: CommandLineShape
  private let isShortOfArguments: Bool

  /// The words in an order that the parser reads rightly: options first, arguments behind `--`.
  var ordered: [String] { options + ["--"] + arguments }

  /// Tells the words apart.
  init(_ words: [String], shape: CommandLineShape) throws(UsageError) {
    var plain = Self(shape, isShortOfArguments: false)
    var failure: UsageError?
    do throws(UsageError) { try plain.sort(words) } catch { failure = error }
    if plain.request == nil, plain.arguments.count < shape.requiredCount {
      plain = Self(shape, isShortOfArguments: true)
      try plain.sort(words)
    } else if let failure {
      throw failure
    }
    self = plain
    if request == nil { try checkCount() }
  }

  private init(_ shape: CommandLineShape, isShortOfArguments: Bool) {
    self.shape = shape
    self.isShortOfArguments = isShortOfArguments
  }

  private mutating func sort(_ words: [String]) throws(UsageError) {
    var failure: UsageError?
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        break
      }
      do throws(UsageError) {
        try take(word, &rest)
      } catch {
        // The arguments behind a wrong option still count.
        failure = failure ?? error
      }
    }
    if let failure, request == nil { throw failure }
  }

  private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    guard word.hasPrefix("-"), word != "-" else {
      arguments.append(word)
      return
    }
    let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(sides[0])
    guard let option = shape.options[name] else {
      guard isSpelledLikeOption(name) else {
        arguments.append(word)
        return
      }
      throw .unknownOption(name, command: shape.command, suggestions: suggestions(for: name))
    }
    if isArgument(name, option, next: sides.count > 1 ? String(sides[1]) : rest.first) {
      arguments.append(word)
      return
    }
    guard let placeholder = option.placeholder else {
      guard sides.count == 1 else {
        throw .unexpectedValue(option: option.name, value: String(sides[1]))
      }
      switch name {
      case "--help", "-h": request = request ?? .help
      case "--version": request = request ?? .version
      default: options.append(name)
      }
      return
    }
    guard let value = sides.count > 1 ? String(sides[1]) : rest.popFirst() else {
      throw .missingValue(option: option.name, placeholder: placeholder)
    }
    // Joined, a value is never taken for an option; an empty one would be taken for none.
    for value in [value] + furtherValues(option, &rest) {
      options += value.isEmpty ? [name, ""] : ["\(name)=\(value)"]
    }
  }

  /// The values of an option after its first one: never another option, and beyond the least count
  /// no word that an argument lacks.
  private func furtherValues(
    _ option: CommandLineShape.Option, _ rest: inout ArraySlice<String>
  ) -> [String] {
    var values: [String] = []
    while values.count + 1 < option.valueCount.upperBound, let next = rest.first, next != "--",
      shape.options[next] == nil
    {
      if values.count + 1 >= option.valueCount.lowerBound {
        let plain = rest.prefix { $0 != "--" && shape.options[$0] == nil }.count
        if plain <= shape.arguments.count - arguments.count { break }
      }
      values.append(next)
      rest.removeFirst()
    }
    return values
  }

  /// Whether `-x` and the like stand for an expression: no window follows, and one is lacking.
  private func isArgument(
    _ name: String, _ option: CommandLineShape.Option, next: String?
  ) -> Bool {
    isShortOfArguments && option.placeholder == "A:B" && next?.contains(":") != true
  }

  /// Whether an unknown word is meant as an option: `--levls`, or `-q` where no argument lacks.
  private func isSpelledLikeOption(_ name: String) -> Bool {
    let isLong = name.hasPrefix("--")
    if !isLong, isShortOfArguments { return false }
    let letters = name.dropFirst(isLong ? 2 : 1)
    return letters.first?.isLetter == true
      && letters.allSatisfy { $0.isLetter || $0.isNumber && isLong || $0 == "-" && isLong }
  }

  private func suggestions(for name: String) -> [String] {
    let bare = String(name.drop { $0 == "-" })
    let long = shape.options.keys.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) }
    let near = Suggestions.near(bare, among: long).map { "--" + $0 }
    let other = shape.options.keys.contains("-" + bare) ? ["-" + bare] : []
    return other + near
  }

  private func checkCount() throws(UsageError) {
    let names = shape.arguments
    guard arguments.count >= shape.requiredCount else {
      throw .missingArgument(
        command: shape.command,
        names: Array(names[arguments.count..<shape.requiredCount]),
        example: shape.example)
    }
    guard arguments.count <= names.count || shape.takesMore else {
      throw .extraArguments(command: shape.command, names: names, all: arguments)
    }
  }
}
