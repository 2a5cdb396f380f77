import Calculus
import Geometry

/// A level curve: one connected piece of f = level, as few cubics as the tolerance allows.
public struct LevelCurve: Hashable, Sendable {
  /// The value of f on the curve.
  public let level: Double
  /// Whether the curve closes on itself.
  public let isClosed: Bool
  /// The curve, directed so that higher values lie on its left, where no singular point is on it.
  public let cubics: [CubicCurve]

  /// The curve as a path of one piece.
  public var path: Path { Path([Subpath(cubics: cubics, isClosed: isClosed)]) }
}

/// A point for itself at which f has the value of a level.
public struct IsolatedPoint: Hashable, Sendable {
  /// The value of f.
  public let level: Double
  /// Where it is.
  public let at: Point
}

/// The points of a window where f is at least some value.
public struct SuperlevelRegion: Hashable, Sendable {
  /// The least value of f in the region; −∞ for all points where f is defined.
  public let level: Double
  /// Its boundary: closed pieces, holes among them, to be filled by the even-odd rule.
  public let path: Path
}

/// A place where the curves could not be settled: a discontinuity, a singular point, the budget.
public struct UnresolvedPlace: Hashable, Sendable {
  /// Why it was given up.
  public enum Reason: String, Hashable, Sendable {
    /// The work that was allowed ran out.
    case budget
    /// It is smaller than a quarter of a pixel.
    case pixel
    /// Rounding hides it.
    case noise
  }

  /// A box around it.
  public let box: Box
  /// Why it was given up.
  public let reason: Reason
}

/// The level curves of a function in a window, and the regions between them.
public struct LevelSet: Sendable {
  /// The curves, level by level.
  public let curves: [LevelCurve]
  /// Points at which f only comes up, or down, to a level.
  public let isolatedPoints: [IsolatedPoint]
  /// For each level the region above it, in the order of the levels; empty unless asked for.
  public let regions: [SuperlevelRegion]
  /// Where f is defined; empty unless regions were asked for.
  public let domain: Path
  /// What could not be settled.
  public internal(set) var unresolved: [UnresolvedPlace]

  /// The same with nothing left open: for functions of which that is known otherwise.
  public var settled: LevelSet {
    var result = self
    result.unresolved = []
    return result
  }
}

/// How finely a picture shows a window.
public struct Resolution: Hashable, Sendable {
  /// The extent of a pixel in the units of the data, in x and in y.
  public let pixelWidth: Double, pixelHeight: Double
  /// How far a drawn curve may be from the true one, in pixels.
  public let tolerance: Double

  /// The resolution of a picture of `window` that is `pixels` wide and high.
  public init(window: Box, pixels: Point, tolerance: Double = 0.25) {
    pixelWidth = window.width / pixels.x
    pixelHeight = window.height / pixels.y
    self.tolerance = tolerance
  }
}
