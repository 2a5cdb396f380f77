import Geometry

/// The set of points that solve an equation in a window, as curves, areas and single points.
public struct ImplicitSet: Sendable {
  /// How a curve ends inside the window.
  public enum End: String, Hashable, Sendable {
    /// The last point does not belong to the set: a jump, a hole, an edge of the domain.
    case open
    /// The last point belongs to the set.
    case closed
  }

  /// A drawn curve, which may pass through singular points.
  public struct Curve: Hashable, Sendable {
    /// The curve as cubics, each starting where the one before ends.
    public let cubics: [CubicCurve]
    /// Whether the curve closes on itself.
    public let isClosed: Bool
    /// How often its factor occurs, as far as the form of the equation tells.
    public let multiplicity: Int
    /// How it ends, for the ends inside the window, in the order of the curve.
    public let ends: [End]

    /// The curve as a path of one piece.
    public var path: Path { Path([Subpath(cubics: cubics, isClosed: isClosed)]) }
  }

  /// A point at which the set is not a smooth curve.
  public struct SingularPoint: Hashable, Sendable {
    /// What the set looks like there.
    public enum Kind: String, Hashable, Sendable {
      /// Two branches cross.
      case node
      /// A branch turns back in a point.
      case cusp
      /// No branch: a point for itself.
      case isolated
      /// Two branches touch.
      case tacnode
      /// Three branches or more, or a higher singularity.
      case other
    }

    /// Where it is.
    public let at: Point
    /// What it looks like.
    public let kind: Kind
  }

  /// Two parts of the set that come nearer to each other than the picture can show.
  public struct CloseApproach: Hashable, Sendable {
    /// The place midway between them.
    public let at: Point
    /// Their distance.
    public let gap: Double
  }

  /// The curves.
  public internal(set) var curves: [Curve] = []
  /// The parts that have an area, each to be filled by the even-odd rule.
  public internal(set) var regions: [Path] = []
  /// Nodes, cusps, isolated points and their kin.
  public internal(set) var singularPoints: [SingularPoint] = []
  /// Points that are missing on a curve.
  public internal(set) var holes: [Point] = []
  /// The number of connected components; `nil` where it was not settled.
  public internal(set) var components: Int?
  /// How many of them are simple closed curves away from the edge; `nil` where it was not settled.
  public internal(set) var closedLoops: Int?
  /// The points at which the set meets the edge of the window; `nil` where they were not settled.
  public internal(set) var boundaryHits: [Point]?
  /// Where parts come close to each other.
  public internal(set) var closeApproaches: [CloseApproach] = []
  /// What could not be settled.
  public internal(set) var unresolved: [UnresolvedPlace] = []
  /// What is shown pixel by pixel, where the curves are too fine to be traced.
  public internal(set) var pixels: PixelVerdict?
}
