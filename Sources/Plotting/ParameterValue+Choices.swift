extension ParameterValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// The case whose word is `text`.
  public init(parameterText text: String) throws(ParameterError) {
    guard let value = Self(rawValue: text) else {
      throw ParameterError(wanted: Self.choices.enumeration)
    }
    self = value
  }

  /// The word of the case.
  public var parameterText: String { rawValue }
  /// The words of all cases.
  public static var choices: [String] { allCases.map(\.rawValue) }
  /// The case by its name.
  public var swiftText: String? { ".\(self)" }
}

extension FontFamily: ParameterValue {
  /// The family called `text`: a built-in one, or that of an installed font.
  ///
  /// A font that is not installed is no error: what sets the text says what stands in for it.
  public init(parameterText text: String) throws(ParameterError) {
    guard let family = (try? FontFamily.named(text)) ?? FontFamily(rawValue: text) else {
      throw ParameterError(wanted: "sans, serif, or the name or path of an installed font")
    }
    self = family
  }

  /// The placeholder of a family of type.
  public static var placeholder: String { "F" }
  /// The case, with the name of an installed font.
  public var swiftText: String? {
    switch self {
    case .sans, .serif: ".\(rawValue)"
    case .installed(let name): ".installed(\(name.swiftLiteral))"
    }
  }
}

extension ColourMap: ParameterValue {
  /// The placeholder of a map of colours.
  public static var placeholder: String { "MAP" }
}

extension [String] {
  /// The words as in a sentence: `light, dark or paper`.
  public var enumeration: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
