import Geometry

/// What a surface is over a rectangle of the floor.
public indirect enum SurfacePatch: Sendable {
  /// Nothing: undefined, or outside the heights that are shown.
  case empty
  /// A face with its corners counter-clockwise as seen from above; nearly plane.
  case face([SpacePoint])
  /// The sides of a jump: faces that do not meet.
  case sides([[SpacePoint]])
  /// Four quarters: at the least corner, to its right, above it, and at the greatest corner.
  case quarters([SurfacePatch])

  /// The faces, those farther from an eye before those that they can be hidden by.
  ///
  /// A surface z = f(x, y) hides only what is behind it on the floor, so an order of the floor is
  /// enough: quarters are divided by upright planes (a BSP after Fuchs, Kedem & Naylor 1980 whose
  /// planes are given by the mesh, so that no face is ever cut).
  func appendFaces(facing eye: SpacePoint, to faces: inout [[SpacePoint]]) {
    switch self {
    case .empty: return
    case .face(let corners): faces.append(corners)
    case .sides(let sides):
      faces += sides.sorted {
        eye.floor.dot(Self.middle(of: $0)) < eye.floor.dot(Self.middle(of: $1))
      }
    case .quarters(let quarters):
      let right = eye.x > 0 ? [0, 1] : [1, 0]
      for upper in eye.y > 0 ? [0, 2] : [2, 0] {
        for side in right { quarters[upper + side].appendFaces(facing: eye, to: &faces) }
      }
    }
  }

  /// The mean of the corners, on the floor.
  private static func middle(of corners: [SpacePoint]) -> Point {
    corners.reduce(Point.zero) { $0 + $1.floor / Double(corners.count) }
  }

  /// Whether it is one face.
  var isFace: Bool { if case .face = self { true } else { false } }
}
