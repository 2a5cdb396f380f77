import ArgumentParser
import Plotting

/// The texts that were given for parameters, before they become values.
///
/// The parser of the command line learns the parameters from a mirror and hands the texts back by
/// name. What a text means is decided later, so that a bad one is reported in our words.
struct RawTexts: Sendable {
  private(set) var byName: [String: [String]] = [:]
  /// Where a figure file gives a parameter, by its name.
  private(set) var origins: [String: FigureFileOrigin] = [:]

  /// No texts.
  init() {}

  /// The texts that the parser found for `parameters`.
  init<Owner>(
    from container: KeyedDecodingContainer<ParameterKey>, _ parameters: [Parameter<Owner>]
  ) throws {
    for parameter in parameters {
      let key = ParameterKey(stringValue: parameter.name)
      switch (parameter.kind, parameter.isRepeatable) {
      case (.flag, _):
        if try container.decode(Bool.self, forKey: key) { byName[parameter.name] = ["true"] }
      case (_, true):
        let texts = try container.decode([String].self, forKey: key)
        if !texts.isEmpty { byName[parameter.name] = texts }
      case (.argument, false) where !parameter.isOptional:
        byName[parameter.name] = [try container.decode(String.self, forKey: key)]
      case (.argument, false), (.option, false):
        if let text = try container.decodeIfPresent(String.self, forKey: key) {
          byName[parameter.name] = [text]
        }
      }
    }
  }

  /// Takes the texts of a figure file for the parameter called `name`.
  mutating func take(_ texts: [String], for name: String, from origin: FigureFileOrigin) {
    byName[name] = texts
    origins[name] = origin
  }

  /// These texts, but those of `others` where both have some.
  func overridden(by others: RawTexts) -> RawTexts {
    var result = self
    for (name, texts) in others.byName {
      result.byName[name] = texts
      result.origins[name] = others.origins[name]
    }
    return result
  }

  /// These texts, but none for the parameters called `names`.
  func without(_ names: [String]) -> RawTexts {
    var result = self
    for name in names {
      result.byName[name] = nil
      result.origins[name] = nil
    }
    return result
  }

  /// The owner with the values of the texts.
  func applied<Owner>(
    to owner: Owner, _ parameters: [Parameter<Owner>], names: OptionNames
  ) throws(CommandFailure) -> Owner {
    var owner = owner
    for parameter in parameters {
      guard let texts = byName[parameter.name] else { continue }
      do throws(ParameterError) {
        try parameter.write(&owner, texts)
      } catch {
        let problem = Self.badValue(parameter, texts, error, owner: owner, names: names)
        guard let origin = origins[parameter.name] else { throw .usage(problem) }
        throw .figureFile(origin.error(problem, texts))
      }
    }
    return owner
  }

  /// The error with the first of the texts that is refused when it stands alone.
  private static func badValue<Owner>(
    _ parameter: Parameter<Owner>, _ texts: [String], _ error: ParameterError, owner: Owner,
    names: OptionNames
  ) -> UsageError {
    let option =
      parameter.kind == .argument
      ? parameter.placeholder : names.spellings(of: parameter.name)[0]
    for text in texts {
      var scratch = owner
      do throws(ParameterError) {
        try parameter.write(&scratch, [text])
      } catch {
        return .badValue(option: option, value: text, wanted: error.wanted)
      }
    }
    return .badValue(
      option: option, value: texts.joined(separator: " "), wanted: error.wanted)
  }
}

/// The name of a parameter as a key of the parser.
struct ParameterKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
