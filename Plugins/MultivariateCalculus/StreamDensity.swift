import Plotting

/// How densely streamlines are drawn: 1 as usual, 2 at half the distance.
public struct StreamDensity: Hashable, Sendable, ParameterValue {
  /// The factor.
  public let factor: Double

  /// The usual density.
  public static let usual = StreamDensity(factor: 1)

  private init(factor: Double) { self.factor = factor }

  /// The density of a number from 0.25 to 4.
  public init(parameterText text: String) throws(ParameterError) {
    guard let value = try? Double(parameterText: text), (0.25...4).contains(value) else {
      throw ParameterError(wanted: "a number from 0.25 to 4")
    }
    factor = value
  }

  /// The number.
  public var parameterText: String { factor.parameterText }
  /// The placeholder of a density.
  public static var placeholder: String { "FACTOR" }

  /// The distance of neighbouring lines in u.
  var separation: Double { 36 / factor }
}
