/// A point where the gradient of a function is zero.
public struct CriticalPoint: Hashable, Sendable, Codable {
  /// What a function does around a point where its gradient is zero.
  public enum Kind: String, Hashable, Sendable, Codable {
    case minimum, maximum, saddle
    /// The second derivatives do not decide.
    case degenerate
  }

  /// The coordinates, in the order of the variables.
  public let at: [Double]
  /// The value of the function.
  public let value: Double
  /// The length of the gradient: 0 but for rounding.
  public let gradientNorm: Double
  /// The eigenvalues of the Hessian, ascending.
  public let eigenvalues: [Double]
  /// The kind, by the signs of the eigenvalues.
  public let kind: Kind

  /// A critical point with all that is known of it.
  public init(
    at: [Double], value: Double, gradientNorm: Double, eigenvalues: [Double], kind: Kind
  ) {
    self.at = at
    self.value = value
    self.gradientNorm = gradientNorm
    self.eigenvalues = eigenvalues
    self.kind = kind
  }
}

/// An extremum at a point where the function has no gradient.
public struct NonsmoothPoint: Hashable, Sendable, Codable {
  /// The coordinates.
  public let at: [Double]
  /// The value of the function.
  public let value: Double
  /// `minimum` or `maximum`.
  public let kind: CriticalPoint.Kind
}

/// All critical points of a function in a window, and what could not be settled.
public struct CriticalPointSet: Hashable, Sendable, Codable {
  /// The names of the coordinates.
  public let variables: [String]
  /// The isolated critical points, by value, then by their coordinates.
  public let points: [CriticalPoint]
  /// The extrema at kinks, found by comparing values around them: not proved.
  public let nonsmoothPoints: [NonsmoothPoint]
  /// Whether there are curves or areas of critical points beside the listed ones.
  public let isContinuum: Bool
  /// Boxes of which nothing was proved within the budget: empty when the list is complete.
  public let unsettled: [SearchBox]
  /// Whether the gradient is too small for doubles in a part of what is unsettled, as far out on a sum
  /// of Gaussians: there it cannot be told from 0.
  public let hasFlatParts: Bool
  /// The number of boxes looked at.
  public let boxesVisited: Int

  /// Whether every critical point of the window is accounted for.
  public var isComplete: Bool { unsettled.isEmpty }
}
