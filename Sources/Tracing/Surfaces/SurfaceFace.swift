import Geometry

/// A piece of a surface as it is painted.
public struct SurfaceFace: Sendable {
  /// Which of the surfaces it belongs to.
  public let layer: Int
  /// The cell over which it lies.
  public let column: Int, row: Int
  /// Its corners.
  public let corners: [SpacePoint]
  /// Whether it is the whole surface over its cell: two triangles along the diagonal from the least
  /// corner, not a plane piece.
  public let isCell: Bool

  /// The same piece with other corners: a plane part of it.
  func part(_ corners: [SpacePoint]) -> SurfaceFace {
    SurfaceFace(layer: layer, column: column, row: row, corners: corners, isCell: false)
  }

  /// The triangles that it is made of, the one farther from an eye first.
  func triangles(facing eye: SpacePoint) -> [SurfaceFace] {
    guard isCell else { return [self] }
    let lower = part([corners[0], corners[1], corners[2]])
    let upper = part([corners[0], corners[2], corners[3]])
    let diagonal = corners[2].floor - corners[0].floor
    return diagonal.cross(eye.floor) > 0 ? [lower, upper] : [upper, lower]
  }

  /// The least and the greatest height.
  var heights: ClosedRange<Double> {
    var (low, high) = (Double.infinity, -Double.infinity)
    for corner in corners { (low, high) = (min(low, corner.z), max(high, corner.z)) }
    return low <= high ? low...high : 0...0
  }
}
