/// The search for all zeros of two functions P(x, y) = Q(x, y) = 0 in a window.
///
///     let p = try Expression("y", variables: ["x", "y"])
///     let q = try Expression("-sin(x)", variables: ["x", "y"])
///     PlaneZeroSearch(of: p, q, in: (x: -4...4, y: -2...2)).zeros().zeros.map(\.kind)
///     // saddle, centre, saddle
///
/// The search of `CriticalPointSearch`, with its promises, for any two equations. The signs of
/// determinant, trace and discriminant are proved by intervals around the zero; a trace that may be 0
/// leaves a centre of the linear part, unless a `FlowSymmetry` proves that orbits close.
public struct PlaneZeroSearch: Sendable {
  /// The two functions.
  public let first: Expression, second: Expression
  /// The window; its edge belongs to it.
  public let window: SearchBox
  /// The greatest number of boxes to look at.
  public let budget: Int

  /// A search for the common zeros of two functions of the same two variables.
  ///
  /// Other numbers of variables give a result that leaves the whole window unsettled.
  public init(
    of first: Expression, _ second: Expression,
    in window: (x: ClosedRange<Double>, y: ClosedRange<Double>),
    budget: Int = CriticalPointSearch.defaultBudget
  ) {
    self.first = first
    self.second = second
    self.window = SearchBox(x: window.x, y: window.y)
    self.budget = max(budget, 1)
  }

  /// Searches the window.
  public func zeros() -> PlaneZeroSet {
    guard first.variables.count == 2, second.variables == first.variables else {
      return PlaneZeroSet(
        zeros: [], isContinuum: false, singularities: [], unsettled: [window], boxesVisited: 0)
    }
    let slopes = first.gradient + second.gradient
    let system = PlaneSystem(first, second, witnesses: [first, second] + slopes)
    var search = RootSearch(system, in: PlaneBox(window), budget: budget)
    search.run()
    let ends = search.settledLeftovers()
    let kinks = settled(search.kinks, of: system, beside: search)
    // Around a pole the equations may be flat enough for boxes that are smooth but cannot be excluded.
    let margin = (
      x: 1e-4 * (window.x.upperBound - window.x.lowerBound),
      y: 1e-4 * (window.y.upperBound - window.y.lowerBound)
    )
    let open = ends.unsettled.filter { box in
      !kinks.rest.contains { $0.inflated(margin.x, margin.y).meets(box) }
    }
    let degenerate = ends.points + kinks.points
    var zeros = proved(search.roots.map(\.at), of: system)
    zeros += degenerate.map { zero(at: $0, of: system, as: .degenerate, isProved: false) }
    zeros.sort { ($0.x, $0.y) < ($1.x, $1.y) }
    func merged(_ boxes: [PlaneBox]) -> [SearchBox] {
      BoxClusters.merged(boxes, in: PlaneBox(window)).map(\.searchBox)
    }
    return PlaneZeroSet(
      zeros: zeros, isContinuum: ends.isContinuum, singularities: merged(kinks.rest),
      unsettled: merged(open + search.unsettled), boxesVisited: search.visited)
  }

  /// Zeros at points where the functions are continuous but not smooth, and the boxes without one.
  private func settled(
    _ boxes: [PlaneBox], of system: PlaneSystem, beside search: RootSearch
  ) -> (points: [PlanePoint], rest: [PlaneBox]) {
    var points: [PlanePoint] = []
    var rest: [PlaneBox] = []
    for group in BoxClusters.gathered(boxes, gap: (x: search.least.x, y: search.least.y)) {
      guard let hull = BoxClusters.hull(group) else { continue }
      let p = hull.simplestPoint
      let value = system.residual(at: p)
      if group.count <= 64 && value.first.contains(0) && value.second.contains(0) {
        if !search.roots.contains(where: { $0.at == p }) { points.append(p) }
      } else {
        rest.append(contentsOf: group.count <= 64 ? [hull] : group)
      }
    }
    return (points, rest)
  }

  // MARK: Kinds

  private func proved(_ points: [PlanePoint], of system: PlaneSystem) -> [PlaneZero] {
    let kinds = points.map { kind(at: $0, of: system) }
    let symmetry = FlowSymmetry(of: first, second)
    let areCentres = kinds.contains(.linearCentre) && symmetry.keepsAreas
    var tries = 32
    return zip(points, kinds).map { p, kind in
      var kind = kind
      if kind == .linearCentre {
        tries -= 1
        if areCentres || tries > 0 && symmetry.closesOrbits(around: p) { kind = .centre }
      }
      return zero(at: p, of: system, as: kind, isProved: true)
    }
  }

  private func zero(
    at p: PlanePoint, of system: PlaneSystem, as kind: PlaneZero.Kind, isProved: Bool
  ) -> PlaneZero {
    let slopes = system.jet(p).slopes
    let jacobian = [slopes.0, slopes.1, slopes.2, slopes.3]
    return PlaneZero(
      x: p.x == 0 ? 0 : p.x, y: p.y == 0 ? 0 : p.y, jacobian: jacobian,
      eigenvalues: Self.eigenvalues(of: jacobian), kind: kind, isProved: isProved)
  }

  /// The kind by intervals on a box of a few units in the last place around the zero.
  private func kind(at p: PlanePoint, of system: PlaneSystem) -> PlaneZero.Kind {
    let margin = (x: 4 * max(p.x.ulp, 1e-300), y: 4 * max(p.y.ulp, 1e-300))
    let j = system.enclosure(on: PlaneBox(around: p, margin.x, margin.y)).slopes
    let determinant = j.0 * j.3 - j.1 * j.2
    if determinant.upper < 0 { return .saddle }
    guard determinant.lower > 0 else {
      // Proved to be alone, so regular: rounding alone hides the sign.
      return system.determinantSign(at: p) < 0 ? .saddle : .degenerate
    }
    let trace = j.0 + j.3
    // (a − d)² + 4bc has less rounding than trace² − 4 det.
    let difference = j.0 - j.3
    let discriminant = difference * difference + Interval(4) * (j.1 * j.2)
    let turns = discriminant.upper < 0
    if trace.upper < 0 { return turns ? .stableSpiral : .stableNode }
    if trace.lower > 0 { return turns ? .unstableSpiral : .unstableNode }
    return .linearCentre
  }

  /// The eigenvalues of (a b; c d): half the trace plus and minus a root.
  static func eigenvalues(of j: [Double]) -> [PlaneZero.Eigenvalue] {
    let half = (j[0] + j[3]) / 2
    let square = (j[0] - j[3]) * (j[0] - j[3]) / 4 + j[1] * j[2]
    if square < 0 {
      let turn = (-square).squareRoot()
      return [-turn, turn].map { PlaneZero.Eigenvalue(real: half, imaginary: $0) }
    }
    let root = square.squareRoot()
    // The eigenvalue nearer to 0 comes from the product: the difference would lose its digits.
    let far = half >= 0 ? half + root : half - root
    let product = j[0] * j[3] - j[1] * j[2]
    let near = far == 0 ? 0 : product / far
    return [near, far].sorted().map {
      PlaneZero.Eigenvalue(real: $0 == 0 ? 0 : $0, imaginary: 0)
    }
  }
}
