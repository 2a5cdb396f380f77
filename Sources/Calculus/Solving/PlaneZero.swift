/// A point where two functions P(x, y) and Q(x, y) are zero: a rest point of the flow of (P, Q).
public struct PlaneZero: Hashable, Sendable, Codable {
  /// What the flow ẋ = P, ẏ = Q does around a zero, by the eigenvalues of the Jacobian.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case stableNode = "stable node"
    case unstableNode = "unstable node"
    case stableSpiral = "stable spiral"
    case unstableSpiral = "unstable spiral"
    case saddle
    /// Closed orbits all around: proved by a conserved quantity or by a symmetry.
    case centre
    /// Imaginary eigenvalues, which leave open whether the orbits close.
    case linearCentre = "centre of the linear part"
    /// The Jacobian is singular, or does not exist.
    case degenerate
  }

  /// A number of the complex plane.
  public struct Eigenvalue: Hashable, Sendable, Codable {
    /// The real part: the rate of growth.
    public let real: Double
    /// The imaginary part: the rate of turning.
    public let imaginary: Double
  }

  /// The coordinates.
  public let x: Double, y: Double
  /// P_x, P_y, Q_x, Q_y; not finite at a kink.
  public let jacobian: [Double]
  /// The eigenvalues of the Jacobian by their real parts, then by their imaginary parts.
  public let eigenvalues: [Eigenvalue]
  /// What the flow does around it.
  public let kind: Kind
  /// Whether it is proved to exist and to be alone in a neighbourhood.
  public let isProved: Bool
}

/// All zeros of two functions in a window, and what could not be settled.
public struct PlaneZeroSet: Hashable, Sendable, Codable {
  /// The isolated zeros, from left to right, then upwards.
  public let zeros: [PlaneZero]
  /// Whether there are curves or areas of zeros beside the listed ones.
  public let isContinuum: Bool
  /// Small boxes where the functions are not smooth: poles, jumps, edges of their domains.
  public let singularities: [SearchBox]
  /// Boxes of which nothing was proved within the budget: empty when the list is complete.
  public let unsettled: [SearchBox]
  /// The number of boxes looked at.
  public let boxesVisited: Int

  /// Whether every zero of the window is accounted for.
  public var isComplete: Bool { unsettled.isEmpty }
}
