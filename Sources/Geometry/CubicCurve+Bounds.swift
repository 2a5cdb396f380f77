extension CubicCurve {
  /// The least box that contains the curve, handles aside.
  ///
  /// The extremes are at the ends or where a coordinate of the derivative, a quadratic, vanishes.
  public var bounds: Box {
    var box = Box(x: p0.x, y: p0.y, width: 0, height: 0)
      .union(Box(x: p3.x, y: p3.y, width: 0, height: 0))
    for at in Self.turns(p0.x, p1.x, p2.x, p3.x) + Self.turns(p0.y, p1.y, p2.y, p3.y) {
      let turn = point(at: at)
      box = box.union(Box(x: turn.x, y: turn.y, width: 0, height: 0))
    }
    return box
  }

  /// Where a coordinate turns, between the ends.
  private static func turns(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> [Double] {
    // B′(t)/3 = (b−a)(1−t)² + 2(c−b)t(1−t) + (d−c)t² = k₀ + k₁t + k₂t².
    let (u, v, w) = (b - a, c - b, d - c)
    let (k0, k1, k2) = (u, 2 * (v - u), u - 2 * v + w)
    let size = max(abs(k0), abs(k1), abs(k2))
    guard size > 0, size.isFinite else { return [] }
    var roots: [Double] = []
    if abs(k2) <= 1e-14 * size {
      if k1 != 0 { roots = [-k0 / k1] }
    } else {
      let discriminant = k1 * k1 - 4 * k0 * k2
      guard discriminant >= 0 else { return [] }
      // The stable form: no difference of nearly equal numbers.
      let q = -(k1 + (k1 < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
      roots = [q / k2] + (q != 0 ? [k0 / q] : [])
    }
    return roots.filter { $0 > 0 && $0 < 1 }
  }
}

extension Path {
  /// The least box that contains the path, handles aside, or `nil` for an empty one.
  public var bounds: Box? {
    var box: Box?
    for cubic in subpaths.flatMap(\.cubics) { box = box?.union(cubic.bounds) ?? cubic.bounds }
    return box
  }
}
