import Geometry

/// A streamline: a curve that has the direction of a vector field everywhere.
public struct Streamline: Hashable, Sendable {
  /// What a line is drawn for.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// One of the many lines that show the field.
    case line
    /// The border between lines of different fates: it leads into a saddle or out of one.
    case separatrix
    /// An isolated closed orbit, which its neighbours approach or leave.
    case limitCycle = "limit cycle"
  }

  /// A place for an arrowhead.
  public struct Head: Hashable, Sendable {
    /// The place on the line.
    public let at: Point
    /// The direction of the field there on a picture with its ordinate upwards, of length 1.
    public let direction: Point
  }

  /// What it is drawn for.
  public let kind: Kind
  /// Whether it is a closed orbit.
  public let isClosed: Bool
  /// The curve in the direction of the field.
  public let cubics: [CubicCurve]
  /// Where arrowheads show the direction best: at the fastest places.
  public let heads: [Head]
  /// The mean length of the field along it.
  public let meanSpeed: Double

  /// The curve as a path of one piece.
  public var path: Path { Path([Subpath(cubics: cubics, isClosed: isClosed)]) }
}

/// The streamlines of a field in a window.
public struct StreamlineSet: Sendable {
  /// The lines: limit cycles first, then separatrices, then the others in the order of placing.
  public let lines: [Streamline]
  /// Whether the work that was allowed ran out, so that lines are missing or end early.
  public let isCutShort: Bool
}
