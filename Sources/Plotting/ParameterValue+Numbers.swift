extension Int: ParameterValue {
  /// The number that digits stand for, perhaps after a minus.
  public init(parameterText text: String) throws(ParameterError) {
    guard let value = Int(text) else { throw ParameterError(wanted: "a whole number") }
    self = value
  }

  /// The digits of the number.
  public var parameterText: String { description }
  /// The digits of the number.
  public var swiftText: String? { parameterText }
  /// The placeholder of a whole number.
  public static var placeholder: String { "N" }
}

extension Double: ParameterValue {
  /// The value of an expression without variables: `2.5`, `-pi/2`, `1e-3`.
  public init(parameterText text: String) throws(ParameterError) {
    guard let value = NamedConstants.number(from: text) else {
      throw ParameterError(wanted: "a number")
    }
    self = value
  }

  /// The shortest text that reads back to the same number.
  public var parameterText: String { JSONValue.number(self).text }
  /// The number, or `nil` where it is none that Swift writes in digits.
  public var swiftText: String? { isFinite ? parameterText : nil }
  /// The placeholder of a number.
  public static var placeholder: String { "NUMBER" }
}
