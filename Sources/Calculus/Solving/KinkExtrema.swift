import CVector

/// Extrema at kinks: points where the gradient jumps or does not exist.
///
/// The boxes come from the search, so no kink with 0 among its slopes is missed; whether the function
/// is extreme there is judged by its values on three circles, which is evidence and no proof.
struct KinkExtrema {
  private let field: GradientField
  private let window: PlaneBox

  init(of field: GradientField, in window: PlaneBox) {
    self.field = field
    self.window = window
  }

  /// The extrema in groups of boxes that touch.
  func extrema(on boxes: [PlaneBox]) -> [NonsmoothPoint] {
    let gap = (x: 1e-11 * window.x.width, y: 1e-11 * window.y.width)
    var found: [NonsmoothPoint] = []
    for group in BoxClusters.gathered(boxes, gap: gap) {
      guard let hull = BoxClusters.hull(group) else { continue }
      let isPoint =
        hull.x.width <= 1e-6 * window.x.width && hull.y.width <= 1e-6 * window.y.width
      if isPoint {
        if let extremum = extremum(at: hull.middle) { found.append(extremum) }
      } else {
        for sign in [1.0, -1.0] {
          guard let p = lowest(of: group, sign), let extremum = extremum(at: p) else { continue }
          found.append(extremum)
        }
      }
    }
    return found
  }

  /// The extremum at a point, if the values on circles around it are all greater or all smaller.
  private func extremum(at p: PlanePoint) -> NonsmoothPoint? {
    let value = field.value(at: p)
    guard value.isFinite, window.contains(p) else { return nil }
    var isLeast = true
    var isGreatest = true
    for radius in [1e-6, 1e-5, 1e-4] {
      for (cosine, sine) in Self.directions {
        let there = field.value(
          at: PlanePoint(
            x: p.x + radius * window.x.width * cosine, y: p.y + radius * window.y.width * sine))
        isLeast = isLeast && there > value
        isGreatest = isGreatest && there < value
      }
      // NaN is neither: the edge of a domain is no kink.
      if !isLeast && !isGreatest { return nil }
    }
    return NonsmoothPoint(
      at: p.coordinates, value: value, kind: isLeast ? .minimum : .maximum)
  }

  private static let directions: [(Double, Double)] = (0..<64).map {
    let angle = Double($0) * Double.pi / 32 + 0.01
    return (CVector.cos(angle), CVector.sin(angle))
  }

  /// The least value of sign·f along a line of kinks: the least box, then a compass search.
  ///
  /// Compass search (Kolda, Lewis, Torczon 2003) with many directions, so that it can follow the
  /// bottom of a valley with steep walls.
  private func lowest(of group: [PlaneBox], _ sign: Double) -> PlanePoint? {
    var best: PlanePoint?
    var least = Double.infinity
    for box in group {
      let value = sign * field.value(at: box.middle)
      if value < least { (best, least) = (box.middle, value) }
    }
    guard var p = best else { return nil }
    var radius = 1.0 / 64
    for _ in 0..<2000 where radius > 1e-13 {
      var next = p
      for (cosine, sine) in Self.compass {
        let q = PlanePoint(
          x: p.x + radius * window.x.width * cosine, y: p.y + radius * window.y.width * sine)
        let value = sign * field.value(at: q)
        if value < least { (next, least) = (q, value) }
      }
      if next == p { radius /= 2 } else { p = next }
    }
    return p
  }

  /// The axes, the diagonals and directions between them.
  private static let compass: [(Double, Double)] = (0..<32).map {
    let angle = Double($0) * Double.pi / 16
    return (CVector.cos(angle), CVector.sin(angle))
  }
}
