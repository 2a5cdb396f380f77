import Geometry

extension [Point] {
  /// The chain through fewer of its points, none of the others farther from it than `distance`.
  ///
  /// After Douglas & Peucker 1973.
  func simplified(within distance: Double) -> [Point] {
    guard count > 2 else { return self }
    var isKept = [Bool](repeating: false, count: count)
    isKept[0] = true
    isKept[count - 1] = true
    var stack = [(0, count - 1)]
    while let (start, end) = stack.popLast() {
      let chord = self[end] - self[start]
      let length = chord.length
      var (farthest, place) = (distance, start)
      for index in (start + 1)..<Swift.max(end, start + 1) {
        let offset = self[index] - self[start]
        let away = length > 0 ? abs(chord.cross(offset)) / length : offset.length
        if away > farthest { (farthest, place) = (away, index) }
      }
      guard place > start else { continue }
      isKept[place] = true
      stack += [(start, place), (place, end)]
    }
    return indices.filter { isKept[$0] }.map { self[$0] }
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
