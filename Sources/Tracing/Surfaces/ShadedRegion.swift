import Geometry

/// A part of the picture of a surface in one colour.
public struct ShadedRegion: Hashable, Sendable {
  /// Its outline in the picture.
  public let outline: [Point]
  /// Its height: 0 at the lowest that is shown, 1 at the highest.
  public let height: Double
  /// How much light is on it: 1 where it falls at right angles, less where it comes aslant.
  public let light: Double
}

/// The colours of faces: their height, and the light on them from the front, left and above.
struct SurfaceLight {
  private let view: SpaceView
  private let heights: ClosedRange<Double>
  private let source: SpacePoint

  init(_ view: SpaceView, heights: ClosedRange<Double>) {
    self.view = view
    self.heights = heights
    let above = SpacePoint(0, 0, view.eye.z < 0 ? -1 : 1)
    let direction = 0.55 * view.eye - 0.45 * view.right + 0.7 * above
    source = direction.direction ?? view.eye
  }

  /// What light there is where the source does not reach.
  private static let ambient = 0.3

  /// Height and light of a face with the given corners, each from 0 to 1.
  func tone(of corners: [SpacePoint]) -> (height: Double, light: Double) {
    let mean = corners.reduce(0) { $0 + $1.z / Double(corners.count) }
    let span = heights.upperBound - heights.lowerBound
    let height = span > 0 ? min(max((mean - heights.lowerBound) / span, 0), 1) : 0.5
    let last = corners.count - 1
    // The diagonals of a quadrilateral, two sides of a triangle.
    let u = view.scaled(corners[2]) - view.scaled(corners[0])
    let v = view.scaled(corners[last]) - view.scaled(corners[1])
    guard let normal = u.cross(v).direction else { return (height, Self.ambient) }
    let facing = normal.dot(view.eye) < 0 ? -normal : normal
    return (height, Self.ambient + (1 - Self.ambient) * max(facing.dot(source), 0))
  }
}
