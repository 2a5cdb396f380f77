/// The value, the gradient and the Hessian of an expression at a point, each with an error bound.
///
/// A bound is for the entry as computed, the point taken as exact. It comes from an evaluation on
/// intervals, so it holds as far as their promise does (see `Interval`); for results in double-double
/// the interval's width is scaled by the ratio of the precisions, which is right to first order. It
/// is infinite where nothing is known: at a jump or a kink, at a pole, outside the domain.
public struct PointDerivatives: Hashable, Sendable, Codable {
  /// The value; NaN outside the domain.
  public internal(set) var value: Double
  /// The partial derivatives, in the order of the variables.
  public internal(set) var gradient: [Double]
  /// The second derivatives, as rows; symmetric.
  public internal(set) var hessian: [[Double]]
  /// How far the value may be from the true one.
  public internal(set) var valueBound: Double
  /// How far the partial derivatives may be from the true ones.
  public internal(set) var gradientBounds: [Double]
  /// How far the second derivatives may be from the true ones.
  public internal(set) var hessianBounds: [[Double]]
  /// Whether doubles were not enough and double-double was used.
  public internal(set) var isExtended: Bool
}

extension PointDerivatives {
  private enum CodingKeys: String, CodingKey {
    case value, gradient, hessian, valueBound, gradientBounds, hessianBounds, isExtended
  }

  /// Reads what was written: null values are NaN, null bounds infinite.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    value = try container.number(.value)
    gradient = try container.numbers(.gradient)
    hessian = try container.rows(.hessian)
    valueBound = try container.number(.valueBound, missing: .infinity)
    gradientBounds = try container.numbers(.gradientBounds, missing: .infinity)
    hessianBounds = try container.rows(.hessianBounds, missing: .infinity)
    isExtended = try container.decode(Bool.self, forKey: .isExtended)
  }

  /// Writes all entries; those that are not finite become null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(CodableNumber(wrappedValue: value), forKey: .value)
    try container.encode(gradient.codable, forKey: .gradient)
    try container.encode(hessian.map(\.codable), forKey: .hessian)
    try container.encode(CodableNumber(wrappedValue: valueBound), forKey: .valueBound)
    try container.encode(gradientBounds.codable, forKey: .gradientBounds)
    try container.encode(hessianBounds.map(\.codable), forKey: .hessianBounds)
    try container.encode(isExtended, forKey: .isExtended)
  }
}

/// Where an error bound is good enough.
enum ErrorBound {
  /// The width of an enclosure, relative to the largest entry, beyond which doubles are not enough.
  static let goodWidth = 1e-13
  /// The precision of double-double relative to that of doubles, with a margin for its functions.
  static let gain = 0x1p-44
  /// The size below which the second half of a double-double underflows.
  static let leastExtended = 1e-280

  /// How far a computed number may be from the true one.
  static func of(_ value: Double, in enclosure: Interval) -> Double {
    guard enclosure.isContinuous, value.isFinite else { return .infinity }
    let bound = max(enclosure.upper - value, value - enclosure.lower)
    return bound.isNaN ? .infinity : max(bound, 0)
  }
}
