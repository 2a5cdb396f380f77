/// A function of the plane with its gradient as a system of equations.
struct GradientField {
  let system: PlaneSystem
  /// A system with the zeros of the gradient, and its direction, that is better to be searched.
  let search: PlaneSystem
  private let values: PointEvaluator

  init(_ function: Expression) {
    let gradient = function.gradient
    system = PlaneSystem(gradient[0], gradient[1], witnesses: [function] + gradient)
    search =
      ExponentialFactor(function).map {
        let reduced = $0.gradient
        return PlaneSystem(reduced[0], reduced[1], witnesses: [function] + reduced)
      } ?? system
    values = PointEvaluator(Program([function]))
  }

  func value(at p: PlanePoint) -> Double {
    values.evaluate(p.x, p.y)
    return values.result(0)
  }

  /// The point with its kind by inertia.
  ///
  /// On the box that proved the root the Hessian is regular everywhere, so the sign of its
  /// determinant at the nearest double is the sign at the root: det < 0 is a saddle, else the sign of
  /// f_xx decides.
  func point(at p: PlanePoint) -> CriticalPoint {
    let sign = search.determinantSign(at: p)
    let bend = search.enclosure(on: PlaneBox(around: p, 0, 0)).slopes.0
    let kind: CriticalPoint.Kind =
      if sign < 0 {
        .saddle
      } else if sign > 0 && bend.lower > 0 {
        .minimum
      } else if sign > 0 && bend.upper < 0 {
        .maximum
      } else {
        .degenerate
      }
    return point(at: p, kind)
  }

  func degeneratePoint(at p: PlanePoint) -> CriticalPoint { point(at: p, .degenerate) }

  func point(at p: PlanePoint, _ kind: CriticalPoint.Kind) -> CriticalPoint {
    let jet = system.jet(p)
    return CriticalPoint(
      at: p.coordinates.map { $0 == 0 ? 0 : $0 }, value: value(at: p),
      gradientNorm: (jet.first * jet.first + jet.second * jet.second).squareRoot(),
      eigenvalues: symmetricEigenvalues(jet.slopes.0, jet.slopes.1, jet.slopes.3), kind: kind)
  }
}
