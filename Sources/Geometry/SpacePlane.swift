/// A plane in space that is not upright: the graph of a linear function of x and y.
public struct SpacePlane: Hashable, Sendable, Codable {
  /// A point of the plane.
  public var point: SpacePoint
  /// The slopes in x and in y.
  public var slope: Point

  /// The plane through `point` with the given slopes.
  public init(through point: SpacePoint, slope: Point) {
    self.point = point
    self.slope = slope
  }

  /// The height of the plane over a place.
  public func height(over place: Point) -> Double {
    point.z + slope.dot(place - point.floor)
  }

  /// How far a point is above the plane, measured along z.
  public func elevation(of p: SpacePoint) -> Double { p.z - height(over: p.floor) }
}

extension [SpacePoint] {
  /// The part of a convex polygon where `value`, a linear function, is not negative.
  ///
  /// After Sutherland & Hodgman 1974. New corners lie where the function vanishes on a side.
  public func clipped(where value: (SpacePoint) -> Double) -> [SpacePoint] {
    guard let last else { return [] }
    var result: [SpacePoint] = []
    var (before, beforeValue) = (last, value(last))
    for corner in self {
      let cornerValue = value(corner)
      if beforeValue >= 0 && cornerValue < 0 || beforeValue < 0 && cornerValue >= 0 {
        result.append(
          before.interpolated(to: corner, at: beforeValue / (beforeValue - cornerValue)))
      }
      if cornerValue >= 0 { result.append(corner) }
      (before, beforeValue) = (corner, cornerValue)
    }
    return result.count > 2 ? result : []
  }
}
