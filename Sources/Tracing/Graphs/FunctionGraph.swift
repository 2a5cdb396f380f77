import Calculus
import Geometry

/// The anatomy of the graph of a function on an interval: where it breaks, bends and is undefined.
///
///     let f = try Expression("tan(x)", variables: ["x"])
///     let graph = try FunctionGraph(of: f, on: -5...5)
///     graph.breaks.map(\.at)    // −3π/2, −π/2, π/2, 3π/2
///     graph.branches.count      // 5
///
/// Intervals prove where f is continuous and where it is undefined (`BreakSearch`); what is left are
/// marks of a few units in the last place, told apart by their one-sided limits (`LimitSearch`).
/// Promised, as far as the enclosures hold: f has no break outside `breaks` and `crowded`. The kinds and
/// limits are found numerically. An overflow is no break.
public struct FunctionGraph: Sendable {
  /// The interval that was looked at.
  public let interval: ClosedRange<Double>
  /// The breaks in ascending order.
  public let breaks: [GraphBreak]
  /// Where f is continuous and its slope is not.
  public let corners: [GraphCorner]
  /// The connected pieces between breaks that lift the pen, in ascending order.
  public let branches: [GraphBranch]
  /// Where f is undefined.
  public let undefined: [ClosedRange<Double>]
  /// Where there are more breaks than can be told apart.
  public let crowded: [ClosedRange<Double>]

  let expression: Expression
}

/// A place where a graph breaks.
public struct GraphBreak: Hashable, Sendable {
  /// What happens at a break.
  public enum Kind: String, Hashable, Sendable {
    /// f grows beyond all bounds, on one side at least.
    case pole
    /// The two sides come to different values.
    case jump
    /// f is undefined on one side.
    case domain
    /// Both sides come to the same value, which f has not.
    case removable
    /// f oscillates and comes to nothing.
    case essential
    /// Something else: a lonely point.
    case other
  }

  /// Where it is.
  public let at: Double
  /// What happens.
  public let kind: Kind
  /// Where f goes from the left.
  public let left: OneSidedLimit
  /// Where f goes from the right.
  public let right: OneSidedLimit
  /// The value of f at the place itself, if it has one.
  public let value: Double?

  /// Whether the pen is lifted: not for the gap of a single point.
  public var liftsPen: Bool { kind != .removable }
}

/// A place where a graph is continuous and its slope is not.
public struct GraphCorner: Hashable, Sendable {
  /// What the slope does.
  public enum Kind: String, Hashable, Sendable {
    /// It jumps.
    case corner
    /// It is infinite, with opposite signs.
    case cusp
    /// It is infinite, with the same sign.
    case verticalTangent
  }

  /// Where it is.
  public let at: Double
  /// The value of f.
  public let value: Double
  /// What the slope does.
  public let kind: Kind
}

/// A connected piece of a graph.
public struct GraphBranch: Sendable {
  /// Where it starts and ends.
  public let from: Double, to: Double
  /// The smooth pieces in ascending order, each starting where the one before ends.
  let pieces: [GraphPiece]
}

/// A piece of a graph between breaks and corners.
struct GraphPiece: Sendable {
  let start: GraphEnd
  let end: GraphEnd
}

/// An end of a smooth piece.
struct GraphEnd: Sendable {
  /// Where it is.
  let at: Double
  /// The first place inside the piece where f surely is defined.
  let inner: Double
  /// Where f and f′ go.
  let limit: OneSidedLimit
  let slope: OneSidedLimit
}

extension FunctionGraph {
  /// The anatomy of the graph of `f` on an interval.
  ///
  /// - Throws: when the expression has not one variable, or the interval no finite extent.
  public init(
    of f: Expression, on interval: ClosedRange<Double>
  ) throws(UnivariateError) {
    guard f.variables.count == 1 else { throw .variables(count: f.variables.count) }
    let (lower, upper) = (interval.lowerBound, interval.upperBound)
    guard lower.isFinite, upper.isFinite, (upper - lower).isFinite, lower < upper else {
      throw .badInterval(lower: lower, upper: upper)
    }
    var search = GraphSearch(f, on: interval)
    self = search.run()
  }
}
