/// A type whose values a user can write as text.
public protocol ParameterValue: Sendable {
  /// The value that `text` stands for.
  ///
  /// - Throws: what would have worked, as the end of "--name wants …".
  init(parameterText text: String) throws(ParameterError)
  /// The value as a user would write it.
  var parameterText: String { get }
  /// What the placeholder in the help says: `N`, `POINT`.
  static var placeholder: String { get }
  /// The texts that are accepted, where they can be listed.
  static var choices: [String] { get }
  /// The value in Swift where its type is known, as in `.count(6)`, or `nil` where it is best read
  /// from its text.
  var swiftText: String? { get }
}

extension ParameterValue {
  /// No list of choices.
  public static var choices: [String] { [] }
  /// None: the value is read from its text.
  public var swiftText: String? { nil }
}

/// A text that is not a value of a parameter.
public struct ParameterError: Error, Hashable {
  /// What would have worked: "a whole number from 1 to 200".
  public let wanted: String

  /// The error that says what was wanted.
  public init(wanted: String) { self.wanted = wanted }
}

/// A parameter of a figure: its words and its key path.
///
/// Everything else is derived.
public struct Parameter<Owner: Sendable>: Sendable {
  /// How a parameter is given on the command line.
  public enum Kind: Hashable, Sendable {
    /// By its place among the arguments.
    case argument
    /// By its name and a value.
    case option
    /// By its name alone.
    case flag
  }

  /// The name: `levels`.
  public let name: String
  /// How it is given.
  public let kind: Kind
  /// One line of help that ends in a full stop.
  public let help: String
  /// What stands for the value in the help: `N`.
  public let placeholder: String
  /// The texts that are accepted, where they can be listed.
  public let choices: [String]
  /// Whether it may be given several times.
  public let isRepeatable: Bool
  /// The property of the figure that it sets.
  let path: AnyKeyPath & Sendable
  /// The type of one value: `Levels.self`.
  public let valueType: any ParameterValue.Type
  /// Whether it is an argument that may be left out.
  public var isOptional = false
  /// How many words its values take after one name: `--along X Y` takes two.
  public var valueCount = 1...1
  /// The values as texts; empty where it is not given.
  public let read: @Sendable (Owner) -> [String]
  /// Sets the values from texts.
  public let write: @Sendable (inout Owner, [String]) throws(ParameterError) -> Void

  /// The name in Swift of the property that it sets: `levels`.
  ///
  /// A key path describes itself as `\Contour.levels`. That takes a while, so it is asked when
  /// the name is wanted, which a drawn figure never does.
  public var property: String {
    "\(path)".split(separator: ".").dropFirst().joined(separator: ".")
  }
}

extension Parameter {
  /// An argument that must be given.
  public static func argument<Value: ParameterValue>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Value> & Sendable, help: String
  ) -> Parameter {
    single(name, .argument, keyPath, placeholder: name.uppercased(), help: help)
  }

  /// An argument that may be left out; no argument may follow it.
  public static func argument<Value: ParameterValue>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Value?> & Sendable, help: String
  ) -> Parameter {
    let option = option(name, keyPath, help: help)
    return Parameter(
      name: name, kind: .argument, help: help, placeholder: name.uppercased(),
      choices: option.choices, isRepeatable: false, path: option.path,
      valueType: option.valueType, isOptional: true, read: option.read, write: option.write)
  }

  /// An argument that may be given several times; it takes all the rest.
  ///
  /// It must be given once, unless it may be left out.
  public static func argument<Value: ParameterValue>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Value]> & Sendable,
    mayBeLeftOut: Bool = false, help: String
  ) -> Parameter {
    var parameter = repeated(
      name, .argument, keyPath, placeholder: name.uppercased(), help: help)
    parameter.isOptional = mayBeLeftOut
    return parameter
  }

  /// An option with a default: the value of the property in `Owner.init()`.
  public static func option<Value: ParameterValue>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Value> & Sendable,
    placeholder: String = Value.placeholder, help: String
  ) -> Parameter {
    single(name, .option, keyPath, placeholder: placeholder, help: help)
  }

  /// An option that may be left out.
  public static func option<Value: ParameterValue>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Value?> & Sendable,
    placeholder: String = Value.placeholder, help: String
  ) -> Parameter {
    Parameter(
      name: name, kind: .option, help: help, placeholder: placeholder, choices: Value.choices,
      isRepeatable: false, path: keyPath, valueType: Value.self,
      read: { owner in owner[keyPath: keyPath].map { [$0.parameterText] } ?? [] },
      write: { (owner, texts) throws(ParameterError) in
        guard let text = texts.last else { return }
        owner[keyPath: keyPath] = try Value(parameterText: text)
      })
  }

  /// An option that may be given several times.
  public static func option<Value: ParameterValue>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Value]> & Sendable,
    placeholder: String = Value.placeholder, help: String
  ) -> Parameter {
    repeated(name, .option, keyPath, placeholder: placeholder, help: help)
  }

  /// An option whose name is followed by several values; it may be given several times as well.
  ///
  /// Beyond the least count, words are values as long as no argument of the figure lacks them.
  public static func option<Value: ParameterValue>(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Value]> & Sendable,
    taking count: ClosedRange<Int>, placeholder: String, help: String
  ) -> Parameter {
    var parameter = repeated(name, .option, keyPath, placeholder: placeholder, help: help)
    parameter.valueCount = count
    return parameter
  }

  /// A switch that is off unless it is named.
  public static func flag(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Bool> & Sendable, help: String
  ) -> Parameter {
    Parameter(
      name: name, kind: .flag, help: help, placeholder: "", choices: [], isRepeatable: false,
      path: keyPath, valueType: Bool.self,
      read: { owner in owner[keyPath: keyPath] ? ["true"] : [] },
      write: { (owner, texts) throws(ParameterError) in
        owner[keyPath: keyPath] = texts.last == "true"
      })
  }

  private static func single<Value: ParameterValue>(
    _ name: String, _ kind: Kind, _ keyPath: WritableKeyPath<Owner, Value> & Sendable,
    placeholder: String, help: String
  ) -> Parameter {
    Parameter(
      name: name, kind: kind, help: help, placeholder: placeholder, choices: Value.choices,
      isRepeatable: false, path: keyPath, valueType: Value.self,
      read: { owner in [owner[keyPath: keyPath].parameterText] },
      write: { (owner, texts) throws(ParameterError) in
        guard let text = texts.last else { return }
        owner[keyPath: keyPath] = try Value(parameterText: text)
      })
  }

  private static func repeated<Value: ParameterValue>(
    _ name: String, _ kind: Kind, _ keyPath: WritableKeyPath<Owner, [Value]> & Sendable,
    placeholder: String, help: String
  ) -> Parameter {
    Parameter(
      name: name, kind: kind, help: help, placeholder: placeholder, choices: Value.choices,
      isRepeatable: true, path: keyPath, valueType: Value.self,
      read: { owner in owner[keyPath: keyPath].map(\.parameterText) },
      write: { (owner, texts) throws(ParameterError) in
        var values: [Value] = []
        for text in texts { values.append(try Value(parameterText: text)) }
        owner[keyPath: keyPath] = values
      })
  }
}

extension Bool: ParameterValue {
  /// The truth value called `true` or `false`.
  public init(parameterText text: String) throws(ParameterError) {
    guard let value = Bool(text) else { throw ParameterError(wanted: "true or false") }
    self = value
  }

  /// The word of the value.
  public var parameterText: String { description }
  /// The placeholder of a truth value.
  public static var placeholder: String { "true|false" }
  /// Both words.
  public static var choices: [String] { ["true", "false"] }
  /// The word of the value.
  public var swiftText: String? { description }
}

extension String: ParameterValue {
  /// Any text is a text.
  public init(parameterText text: String) { self = text }
  /// The text itself.
  public var parameterText: String { self }
  /// The placeholder of a text.
  public static var placeholder: String { "TEXT" }
  /// The text between quotes.
  public var swiftText: String? { swiftLiteral }
}
