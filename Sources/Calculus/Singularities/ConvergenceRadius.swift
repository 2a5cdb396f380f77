import CVector

/// How far a Taylor series converges: to the nearest singularity in the complex plane.
public struct ConvergenceRadius: Hashable, Sendable {
  /// The radius of the disc; infinite where the series converges everywhere.
  public let radius: Double
  /// The nearest singularities, at most eight.
  public let singularities: [Singularity]

  /// A point of the complex plane.
  public struct Singularity: Hashable, Sendable {
    /// The real part.
    public let re: Double
    /// The imaginary part.
    public let im: Double
  }
}

extension Expression {
  /// The radius of convergence of the Taylor series about a place; `nil` where it is not found.
  ///
  ///     try Expression("1/(1+x^2)", variables: ["x"]).convergenceRadius(at: 1)?.radius   // √2
  ///
  /// By Cauchy's theorem it is the distance of the nearest singularity of the function that the
  /// series continues. All candidates come from the structure of the expression (`SingularCandidates`);
  /// each is expanded there (`LocalExpansion`), so that removable ones such as 0 of (eˣ − 1)/x do
  /// not count. Equations that have no inverse, such as sin x + cos x = 0, are searched for all their
  /// complex roots (`ComplexZeroSearch`). Nothing is guessed from coefficients: what cannot be solved so is `nil`. Zero means
  /// that there is no series at the place.
  public func convergenceRadius(at place: Double) -> ConvergenceRadius? {
    guard variables.count == 1, size <= 1500, place.isFinite else { return nil }
    let values = nodeValues(at: place)
    var expansion = LocalExpansion(self, values: values, from: place)
    var reach = max(1, abs(place)) / 4
    // Every factor of two costs a search; 2²⁴ is farther than any picture.
    for _ in 0..<14 {
      var candidates = SingularCandidates(self, values: values, at: place, radius: reach)
      guard let points = candidates.points() else { return nil }
      let sorted = points.map { (point: $0, distance: ($0 - Complex(place)).size) }
        .sorted { $0.distance < $1.distance }
        .filter { !candidates.isCut || $0.distance <= min(reach, candidates.horizon * (1 + 1e-6)) }
      switch nearest(sorted, &expansion, from: place) {
      case .found(let radius): return radius
      case .unknown: return nil
      case .none:
        if candidates.horizon <= reach { return nil }
        if !candidates.isCut { return ConvergenceRadius(radius: .infinity, singularities: []) }
      }
      reach *= 2
    }
    return nil
  }

  private enum Nearest {
    case found(ConvergenceRadius), unknown, none
  }

  private func nearest(
    _ candidates: [(point: Complex, distance: Double)], _ expansion: inout LocalExpansion,
    from place: Double
  ) -> Nearest {
    let mostTried = 60
    for (tried, candidate) in candidates.enumerated() {
      guard tried < mostTried, let verdict = expansion.isRegular(at: candidate.point) else {
        return .unknown
      }
      if verdict.isRegular { continue }
      let radius = candidate.distance
      if !verdict.isCertain, falls(fasterThan: radius, at: place) { return .unknown }
      let near = candidates.dropFirst(tried).prefix(40)
        .filter { $0.distance <= radius * (1 + 1e-9) }
        .filter { expansion.isRegular(at: $0.point)?.isRegular == false }
      return .found(
        ConvergenceRadius(
          radius: radius,
          singularities: near.map {
            ConvergenceRadius.Singularity(re: $0.point.re, im: $0.point.im)
          }
          .sorted { ($0.re, $0.im) < ($1.re, $1.im) }.prefix(8).map { $0 }))
    }
    return .none
  }

  /// Whether the coefficients rule out a radius: branches may cancel, as in exp(ln x).
  private func falls(fasterThan radius: Double, at place: Double) -> Bool {
    guard radius > 0, let coefficients = try? taylorCoefficients(of: 120, at: place) else {
      return false
    }
    // What left the range of doubles is no evidence.
    guard coefficients.allSatisfy(\.isFinite) else { return false }
    // Logarithms: the powers of a small radius would leave the range of doubles.
    let sizes = coefficients.enumerated().map { k, c in log(abs(c)) + Double(k) * log(radius) }
    let all = sizes.filter(\.isFinite).max() ?? 0
    let late = sizes.dropFirst(60).filter(\.isFinite).max() ?? -.infinity
    return late < all - 21
  }

  /// The Taylor coefficients of what continues the function to a place where it is undefined, as
  /// sin x/x at 0; `nil` where nothing does.
  public func continuedTaylorCoefficients(of order: Int, at place: Double) -> [Double]? {
    guard variables.count == 1, size <= 1500, place.isFinite, order <= 200 else { return nil }
    var expansion = LocalExpansion(self, values: nodeValues(at: place), from: place)
    return expansion.coefficients(of: order)
  }
}
