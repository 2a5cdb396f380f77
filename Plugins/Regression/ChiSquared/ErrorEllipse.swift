import Plotting

/// The ellipse Δχ² = δ of the quadratic model, from a covariance of two parameters.
struct ErrorEllipse: Hashable, Sendable {
  /// δ.
  let delta: Double
  let centre: Point
  /// The half axes as vectors, the long one first.
  let long: Point, short: Point

  /// The ellipse of the covariance (p q; q r); `nil` where that is not positive.
  init?(delta: Double, centre: Point, covariance: (Double, Double, Double)) {
    let (p, q, r) = covariance
    guard p > 0, r > 0, p.isFinite, r.isFinite, q.isFinite else { return nil }
    self.delta = delta
    self.centre = centre
    // One Jacobi rotation makes it diagonal; small eigenvalues keep their digits so.
    var (cosine, sine, first, second) = (1.0, 0.0, p, r)
    if q != 0 {
      let theta = (r - p) / (2 * q)
      let t = (theta < 0 ? -1 : 1) / (abs(theta) + (1 + theta * theta).squareRoot())
      cosine = 1 / (1 + t * t).squareRoot()
      sine = t * cosine
      first = p - t * q
      second = r + t * q
    }
    guard first >= 0, second >= 0 else { return nil }
    let a = Point(cosine, -sine) * (first * delta).squareRoot()
    let b = Point(sine, cosine) * (second * delta).squareRoot()
    (long, short) = first >= second ? (a, b) : (b, a)
  }

  /// The outline.
  var path: Path {
    Path(
      Path(circle: .zero, radius: 1).subpaths.map { subpath in
        Subpath(
          cubics: subpath.cubics.map { cubic in
            CubicCurve(
              place(cubic.p0), place(cubic.p1), place(cubic.p2), place(cubic.p3))
          }, isClosed: true)
      })
  }

  private func place(_ u: Point) -> Point { centre + long * u.x + short * u.y }

  /// The least box around it.
  var box: Box {
    let x = (long.x * long.x + short.x * short.x).squareRoot()
    let y = (long.y * long.y + short.y * short.y).squareRoot()
    return Box(
      minX: centre.x - x, minY: centre.y - y, maxX: centre.x + x, maxY: centre.y + y)
  }
}
