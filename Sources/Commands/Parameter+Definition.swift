import ArgumentParser
import Plotting

extension Array {
  /// The parameters as the parser finds them in a mirror.
  func children<Owner>(
    names: OptionNames, standard: Owner
  ) -> [Mirror.Child] where Element == Parameter<Owner> {
    map { ($0.name, $0.definition(names: names, standard: standard)) }
  }
}

extension Parameter {
  /// The parameter in the terms of the parser of the command line.
  func definition(names: OptionNames, standard: Owner) -> Any {
    let help = ArgumentHelp(stringLiteral: helpLine(standard: standard))
    var valued = help
    valued.valueName = placeholder
    let completion: CompletionKind? =
      choices.isEmpty ? (name == "output" ? .file() : nil) : .list(choices)
    let specification = names.specification(of: name)
    return switch (kind, isRepeatable) {
    case (.argument, false) where isOptional:
      Argument<String?>(help: valued, completion: completion)
    case (.argument, false): Argument<String>(help: valued, completion: completion)
    case (.argument, true) where isOptional:
      Argument<[String]>(wrappedValue: [], help: valued, completion: completion)
    case (.argument, true): Argument<[String]>(help: valued, completion: completion)
    case (.option, false):
      Option<String?>(
        name: specification, parsing: .unconditional, help: valued, completion: completion)
    case (.option, true):
      Option<[String]>(
        wrappedValue: [], name: specification, parsing: .unconditionalSingleValue, help: valued,
        completion: completion)
    case (.flag, _): Flag(wrappedValue: false, name: specification, help: help)
    }
  }

  /// The line of help with the choices and the default.
  func helpLine(standard: Owner) -> String {
    var remarks: [String] = []
    if !choices.isEmpty { remarks.append(choices.joined(separator: ", ")) }
    if kind == .option, !isRepeatable, let text = read(standard).first {
      remarks.append("default: \(text)")
    }
    return remarks.isEmpty ? help : help + " (\(remarks.joined(separator: "; ")))"
  }
}
