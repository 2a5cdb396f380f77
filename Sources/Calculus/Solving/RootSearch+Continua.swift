/// Curves of roots, and places that only look like them.
///
/// A curve of roots is shown by its points: from most of the boxes that are left, spread over it, an
/// iteration must end at a place where the equations vanish within their rounding. Boxes around one
/// point that is very flat do not pass: there the equations are small, and not zero.
extension RootSearch {
  /// Numbers below this size are taken to have underflowed.
  private static let underflow = 1e-305

  /// Whether both equations are too small on a box to be told from 0, but not proved to be 0.
  func isFlat(_ value: (first: Interval, second: Interval)) -> Bool {
    func isTiny(_ side: Interval) -> Bool {
      max(-side.lower, side.upper) < Self.underflow
    }
    return isTiny(value.first) && isTiny(value.second)
      && !(value.first.isZero && value.second.isZero)
  }

  /// Tests whether the live boxes lie along a curve of roots, or where rounding hides the roots.
  mutating func testForContinuum(_ live: ArraySlice<PlaneBox>) {
    let stride = max(1, live.count / 40)
    var (count, hits, drowned) = (0, 0, 0)
    for index in Swift.stride(from: live.startIndex, to: live.endIndex, by: stride) {
      count += 1
      if isDrowned(live[index]) {
        drowned += 1
      } else if touchesContinuum(live[index]) {
        hits += 1
      }
    }
    if 2 * hits >= count { isContinuum = true }
    if 2 * drowned >= count { isDrowned = true }
  }

  /// Whether a box holds, or nearly holds, a root that belongs to a curve of roots.
  func touchesContinuum(_ box: PlaneBox) -> Bool {
    let margin = (x: max(box.x.width, least.x), y: max(box.y.width, least.y))
    return singularRoot(from: box.middle, inside: box.inflated(margin.x, margin.y)) != nil
  }

  /// Whether other roots lie around a root at two distances: then it belongs to a curve of them.
  func isOnContinuum(_ p: PlanePoint) -> Bool {
    [2e-3, 2e-4].allSatisfy { share in
      let (rx, ry) = (share * window.x.width, share * window.y.width)
      return Self.compass.contains { cosine, sine in
        let start = PlanePoint(x: p.x + rx * cosine, y: p.y + ry * sine)
        return singularRoot(from: start, inside: PlaneBox(around: start, rx / 2, ry / 2)) != nil
      }
    }
  }

  /// Directions between which a curve through the centre is not missed.
  private static let compass: [(Double, Double)] = [
    (1, 0), (0, 1), (-1, 0), (0, -1), (0.7, 0.7), (-0.7, 0.7), (-0.7, -0.7), (0.7, -0.7),
    (0.9, 0.4), (0.4, 0.9), (-0.4, 0.9), (-0.9, 0.4), (-0.9, -0.4), (-0.4, -0.9), (0.4, -0.9),
    (0.9, -0.4),
  ]

  /// Whether both equations vanish within rounding at all corners and in the middle of a box.
  func isDrowned(_ box: PlaneBox) -> Bool {
    [
      box.middle, PlanePoint(x: box.x.lower, y: box.y.lower),
      PlanePoint(x: box.x.upper, y: box.y.lower), PlanePoint(x: box.x.lower, y: box.y.upper),
      PlanePoint(x: box.x.upper, y: box.y.upper),
    ].allSatisfy { p in
      let value = system.residual(at: p)
      return value.first.contains(0) && value.second.contains(0)
    }
  }

  /// Whether both equations may be 0 within a few units in the last place of the window around p.
  private func vanishes(at p: PlanePoint) -> Bool {
    func slack(_ side: Interval) -> Double {
      4 * max(side.lower.magnitude, side.upper.magnitude).ulp
    }
    let value = system.residual(on: PlaneBox(around: p, slack(window.x), slack(window.y)))
    return value.first.contains(0) && value.second.contains(0)
  }

  /// The root at which least-norm Newton steps end inside a box, if the Jacobian is singular there.
  ///
  /// Across a curve where the equations vanish to a higher order the steps shrink by a steady factor
  /// q: a leap of 1/(1 − q) steps goes to where they lead (Aitken).
  private func singularRoot(from start: PlanePoint, inside box: PlaneBox) -> PlanePoint? {
    var p = start
    var lastLength = Double.infinity
    var lastFactor = 0.0
    for _ in 0..<60 {
      let jet = system.jet(p)
      if vanishes(at: p) { return jet.isSingular ? p : nil }
      guard let step = jet.leastNormStep else { return nil }
      let length = max(abs(step.x), abs(step.y))
      let factor = length / lastLength
      let isSteady = factor < 0.99 && abs(factor - lastFactor) < 0.01 && factor > 0.2
      let leap = isSteady ? 1 / (1 - factor) : 1
      (lastLength, lastFactor) = isSteady ? (.infinity, 0) : (length, factor)
      p = PlanePoint(x: p.x - leap * step.x, y: p.y - leap * step.y)
      guard p.isFinite, box.contains(p) else { return nil }
    }
    return nil
  }
}

extension PlaneSystem.Jet {
  private var largestSlope: Double {
    max(max(abs(slopes.0), abs(slopes.1)), max(abs(slopes.2), abs(slopes.3)))
  }

  /// Whether the determinant is nothing beside the squares of the slopes.
  fileprivate var isSingular: Bool {
    let scale = largestSlope
    guard scale > 0 else { return true }
    let (a, b, c, d) = (slopes.0 / scale, slopes.1 / scale, slopes.2 / scale, slopes.3 / scale)
    return abs(a * d - b * c) <= 1e-4 * (a * a + b * b + c * c + d * d)
  }

  /// The shortest step that solves the linear equations, where they are singular up to 1e-5.
  fileprivate var leastNormStep: PlanePoint? {
    let scale = largestSlope
    guard scale > 0, scale.isFinite else { return nil }
    let (a, b, c, d) = (slopes.0 / scale, slopes.1 / scale, slopes.2 / scale, slopes.3 / scale)
    let ridge = 1e-10 * (a * a + b * b + c * c + d * d)
    let (ff, fs, ss) = (a * a + b * b + ridge, a * c + b * d, c * c + d * d + ridge)
    let determinant = ff * ss - fs * fs
    let (first, second) = (self.first / scale, self.second / scale)
    let u = (ss * first - fs * second) / determinant
    let v = (ff * second - fs * first) / determinant
    let step = PlanePoint(x: a * u + c * v, y: b * u + d * v)
    return step.isFinite ? step : nil
  }
}
