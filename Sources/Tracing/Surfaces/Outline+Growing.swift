import Geometry

extension [Point] {
  /// The polygon without corners that are nearer than `distance` to the line between their
  /// neighbours.
  func withoutIdleCorners(within distance: Double) -> [Point] {
    guard count > 3 else { return self }
    var kept: [Point] = []
    for index in indices {
      let before = kept.last ?? self[count - 1]
      let after = self[(index + 1) % count]
      let chord = after - before
      let offset = self[index] - before
      let along = offset.dot(chord)
      let isIdle =
        along >= 0 && along <= chord.dot(chord)
        && abs(chord.cross(offset)) <= distance * chord.length
      if !isIdle { kept.append(self[index]) }
    }
    return kept.count > 2 ? kept : self
  }

  /// The polygon with each side moved outwards by `distance`; sharp corners are blunted.
  ///
  /// Nothing where the polygon has no area.
  func grown(by distance: Double) -> [Point] {
    guard count > 2 else { return [] }
    var area = 0.0
    for index in indices { area += self[index].cross(self[(index + 1) % count]) }
    guard area != 0 else { return [] }
    let outwards: Double = area > 0 ? -1 : 1
    let corners = indices.compactMap { index -> Point? in
      self[index] == self[(index + 1) % count] ? nil : self[index]
    }
    guard corners.count > 2 else { return [] }
    return corners.indices.map { index in
      let corner = corners[index]
      let before = corners[(index + corners.count - 1) % corners.count]
      let after = corners[(index + 1) % corners.count]
      guard let a = (corner - before).direction, let b = (after - corner).direction else {
        return corner
      }
      let sum = (a.perpendicular + b.perpendicular) * outwards
      return corner + sum * (distance / Swift.max(1 + a.dot(b), 0.4))
    }
  }

  /// The part of the polygon inside a convex one given counter-clockwise.
  func clipped(to convex: [Point]) -> [Point] {
    var result = self
    for index in convex.indices {
      guard let last = result.last else { return [] }
      let start = convex[index]
      let side = convex[(index + 1) % convex.count] - start
      var kept: [Point] = []
      var (before, beforeValue) = (last, side.cross(last - start))
      for corner in result {
        let value = side.cross(corner - start)
        if (beforeValue >= 0) != (value >= 0) {
          kept.append(before.interpolated(to: corner, at: beforeValue / (beforeValue - value)))
        }
        if value >= 0 { kept.append(corner) }
        (before, beforeValue) = (corner, value)
      }
      result = kept
    }
    return result.count > 2 ? result : []
  }
}
