import ArgumentParser
import Plotting

/// A figure as a command of the parser: its parameters are known only at run time.
///
/// The parser finds the definitions by a mirror of the command, so the mirror lists them, and it
/// decodes the texts by string keys. It needs no stored properties for that.
struct FigureCommand<Kind: Figure>: ParsableCommand {
  private var arguments = RawTexts()
  private var own = OwnWords<Kind>()
  /// The texts for the options of all figures.
  private(set) var shared = SharedWords()

  // Keys of groups: no parameter can have them, for a parameter begins with a letter.
  private static var ownKey: ParameterKey { ParameterKey(stringValue: "-own") }
  private static var sharedKey: ParameterKey { ParameterKey(stringValue: "-shared") }

  static var configuration: CommandConfiguration {
    let arguments = Kind.parameters.filter { $0.kind == .argument }.map { parameter in
      let words = parameter.placeholder + (parameter.isRepeatable ? "..." : "")
      return parameter.isOptional ? "[\(words)]" : words
    }
    return CommandConfiguration(
      commandName: Kind.name, abstract: Kind.summary,
      usage: (["mvplot", Kind.name] + arguments + ["[options]"]).joined(separator: " "))
  }

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ParameterKey.self)
    arguments = try RawTexts(from: container, Kind.parameters.filter { $0.kind == .argument })
    own = try container.decode(OptionGroup<OwnWords<Kind>>.self, forKey: Self.ownKey).wrappedValue
    shared = try container.decode(
      OptionGroup<SharedWords>.self, forKey: Self.sharedKey
    ).wrappedValue
  }

  /// The figure with the values of the texts.
  func figure() throws(CommandFailure) -> Kind {
    let figure = try arguments.applied(to: Kind(), Kind.parameters, names: .figure)
    return try own.texts.applied(to: figure, Kind.parameters, names: .figure)
  }
}

extension FigureCommand: CustomReflectable {
  var customMirror: Mirror {
    let arguments = Kind.parameters.filter { $0.kind == .argument }
    let groups: [Mirror.Child] = [
      (Self.ownKey.stringValue, OptionGroup<OwnWords<Kind>>(title: "Options of \(Kind.name)")),
      (Self.sharedKey.stringValue, OptionGroup<SharedWords>()),
    ]
    return Mirror(
      self, children: arguments.children(names: .figure, standard: Kind()) + groups,
      displayStyle: .struct)
  }
}

/// The texts for the options of a figure, as a group of the parser.
struct OwnWords<Kind: Figure>: ParsableArguments, CustomReflectable {
  private(set) var texts = RawTexts()

  private static var options: [Parameter<Kind>] { Kind.parameters.filter { $0.kind != .argument } }

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ParameterKey.self)
    texts = try RawTexts(from: container, Self.options)
  }

  var customMirror: Mirror {
    let children = Self.options.children(names: .figure, standard: Kind())
    return Mirror(self, children: children, displayStyle: .struct)
  }
}

/// The texts for the options of all figures, as a group of the parser.
struct SharedWords: ParsableArguments, CustomReflectable {
  private(set) var texts = RawTexts()

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ParameterKey.self)
    texts = try RawTexts(from: container, SharedOptions.parameters)
  }

  var customMirror: Mirror {
    let children = SharedOptions.parameters.children(names: .shared, standard: SharedOptions())
    return Mirror(self, children: children, displayStyle: .struct)
  }
}
