import CVector

/// Extrema at kinks: points where the gradient jumps or does not exist.
///
/// The boxes come from the search, so no kink with 0 among its slopes is missed; whether the function
/// is extreme there is judged by its values on three circles, which is evidence and no proof.
struct KinkExtrema {
  /// How many lines of kinks are looked at: each costs some thousand values.
  private static let lineLimit = 16
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
    var lines = 0
    for group in BoxClusters.gathered(boxes, gap: gap) {
      guard let hull = BoxClusters.hull(group) else { continue }
      let isPoint =
        hull.x.width <= 1e-6 * window.x.width && hull.y.width <= 1e-6 * window.y.width
      if isPoint {
        let p = hull.simplestPoint
        // A pole beside a double is no extremum: where the point itself has no value there is none.
        guard field.value(at: p).isFinite else { continue }
        if let extremum = extremum(at: p) ?? extremum(at: hull.middle) { found.append(extremum) }
      } else if lines < Self.lineLimit {
        lines += 1
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
    var sides: [(sign: Double, largest: Double)] = []
    for radius in [1e-5, 1e-4, 5e-4] {
      guard let side = commonSide(of: value, around: p, radius) else { return nil }
      sides.append(side)
    }
    // At a pole or a lonely value the differences do not shrink with the circle.
    guard Set(sides.map(\.sign)).count == 1, sides[0].largest <= 0.9 * sides[2].largest else {
      return nil
    }
    return NonsmoothPoint(
      at: p.coordinates, value: value, kind: sides[0].sign > 0 ? .minimum : .maximum)
  }

  /// 1 where all values on a circle are greater, −1 where all are smaller; the largest difference.
  ///
  /// The least difference is looked for between the directions too: a ridge of equal values runs
  /// there as a rule. NaN is neither greater nor smaller: the edge of a domain is no kink.
  private func commonSide(
    of value: Double, around p: PlanePoint, _ radius: Double
  ) -> (sign: Double, largest: Double)? {
    func difference(_ angle: Double) -> Double {
      field.value(
        at: PlanePoint(
          x: p.x + radius * window.x.width * CVector.cos(angle),
          y: p.y + radius * window.y.width * CVector.sin(angle))) - value
    }
    let step = Double.pi / 24
    let angles = (0..<48).map { 0.01 + Double($0) * step }
    let differences = angles.map(difference)
    let sign: Double =
      differences.allSatisfy { $0 > 0 } ? 1 : differences.allSatisfy { $0 < 0 } ? -1 : 0
    guard sign != 0 else { return nil }
    let largest = differences.reduce(0) { max($0, abs($1)) }
    let noise = max(16 * value.ulp, 1e-9 * largest)
    for place in angles.indices {
      let size = abs(differences[place])
      let before = abs(differences[(place + 47) % 48])
      let after = abs(differences[(place + 1) % 48])
      guard size <= before && size <= after else { continue }
      var (low, high) = (angles[place] - step, angles[place] + step)
      for _ in 0..<80 {
        let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
        if sign * difference(a) < sign * difference(b) { high = b } else { low = a }
      }
      if sign * difference(low / 2 + high / 2) <= noise { return nil }
    }
    return (sign, largest)
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
    for _ in 0..<400 where radius > 1e-13 {
      var next = p
      for (cosine, sine) in Self.compass {
        let q = PlanePoint(
          x: p.x + radius * window.x.width * cosine, y: p.y + radius * window.y.width * sine)
        let value = sign * field.value(at: q)
        if value < least { (next, least) = (q, value) }
      }
      if next == p { radius /= 2 } else { p = next }
    }
    let (dx, dy) = (1e-9 * window.x.width, 1e-9 * window.y.width)
    let round = PlaneBox(around: p, dx / 10, dy / 10).simplestPoint
    if sign * field.value(at: round) <= least { p = round }
    return group.contains { $0.inflated(dx, dy).contains(p) } ? p : nil
  }

  /// The axes, the diagonals and directions between them.
  private static let compass: [(Double, Double)] = (0..<32).map {
    let angle = Double($0) * Double.pi / 16
    return (CVector.cos(angle), CVector.sin(angle))
  }
}
