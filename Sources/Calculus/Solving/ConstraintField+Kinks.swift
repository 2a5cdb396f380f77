import CVector

extension ConstraintField {
  /// Extrema along the constraint where the function or the constraint has a kink.
  ///
  /// Judged by the values where the constraint crosses two small circles around the point: evidence,
  /// not a proof. Kinks along whole pieces of the constraint are left out.
  func extrema(onKinks boxes: [PlaneBox], in window: PlaneBox) -> [NonsmoothPoint] {
    let gap = (x: 1e-11 * window.x.width, y: 1e-11 * window.y.width)
    return BoxClusters.gathered(boxes, gap: gap).compactMap { group in
      guard let hull = BoxClusters.hull(group), hull.x.width <= 1e-8 * window.x.width,
        hull.y.width <= 1e-8 * window.y.width, window.contains(hull.simplestPoint)
      else { return nil }
      let p = hull.simplestPoint
      let here = value(at: p)
      var others: [Double] = []
      for share in [1e-5, 1e-4] {
        let crossings = crossings(around: p, share * window.x.width, share * window.y.width)
        if crossings.isEmpty { return nil }
        others += crossings.map { value(at: $0) }
      }
      let isLeast = others.allSatisfy { $0 > here }
      guard isLeast || others.allSatisfy({ $0 < here }) else { return nil }
      return NonsmoothPoint(
        at: p.coordinates, value: here, kind: isLeast ? .minimum : .maximum)
    }
  }

  /// Where the constraint crosses the ellipse of half-axes `rx` and `ry` around a point.
  private func crossings(around p: PlanePoint, _ rx: Double, _ ry: Double) -> [PlanePoint] {
    func point(_ angle: Double) -> PlanePoint {
      PlanePoint(x: p.x + rx * CVector.cos(angle), y: p.y + ry * CVector.sin(angle))
    }
    func isPositive(_ angle: Double) -> Bool { constraint(at: point(angle)).value > 0 }
    let count = 128
    let angles = (0...count).map { 2 * Double.pi * Double($0) / Double(count) + 0.01 }
    return zip(angles, angles.dropFirst()).compactMap { start, end in
      let side = isPositive(start)
      guard side != isPositive(end) else { return nil }
      var (low, high) = (start, end)
      for _ in 0..<50 {
        let middle = low / 2 + high / 2
        if isPositive(middle) == side { low = middle } else { high = middle }
      }
      return point(high)
    }
  }
}
