import CVector

/// Points of the complex plane among which are all singularities of an expression near a place.
///
/// Zeros of denominators, poles of functions, branch points of logarithms and roots, found by the
/// structure of the expression: every function is solved for its argument, down to polynomials and
/// quotients of them. Each answer holds on all sheets, so none is missing. Points that lie in rows
/// without an end are listed as far as a disc reaches.
struct SingularCandidates {
  private let nodes: [Node]
  private let values: [Double]
  private let reach: ComplexReach
  private var rational: [RationalFunction?] = []
  /// Whether points beyond the disc were left out.
  private(set) var isCut = false
  /// The distance from the place up to which no point is missing, where a part was searched.
  private(set) var horizon = Double.infinity
  private let expression: Expression
  private let place: Double
  private let radius: Double
  private var work = 0
  private var searches = 0

  /// Points and steps beyond these are given up.
  private static let mostPoints = 3000
  private static let mostWork = 40_000
  private static let mostDepth = 150
  private static let mostSearches = 12

  init(_ expression: Expression, values: [Double], at place: Double, radius: Double) {
    nodes = expression.graph.nodes
    self.expression = expression
    self.place = place
    self.radius = radius
    self.values = values
    reach = ComplexReach(nodes, values: values, radius: radius)
    for node in nodes { rational.append(rational(node)) }
  }

  private func rational(_ node: Node) -> RationalFunction? {
    func part(_ term: Term) -> RationalFunction? { rational[Int(term)] }
    switch node {
    case .number(let value): return RationalFunction([value])
    case .constant(let constant): return RationalFunction([constant.value])
    case .variable: return RationalFunction([0, 1])
    case .negated(let a): return part(a).flatMap { -$0 }
    case .sum(let a, let b): return both(a, b) { $0 + $1 }
    case .difference(let a, let b): return both(a, b) { x, y in (-y).flatMap { x + $0 } }
    case .product(let a, let b): return both(a, b) { $0 * $1 }
    case .quotient(let a, let b): return both(a, b) { x, y in y.reciprocal.flatMap { x * $0 } }
    case .power(let a, let b):
      guard case .number(let n) = nodes[Int(b)], n == n.rounded(), abs(n) <= 48 else { return nil }
      return part(a).flatMap { $0.raised(to: Int(n)) }
    case .choice(let condition, let a, let b):
      return values[Int(condition)] != 0 ? part(a) : part(b)
    case .call(.abs, let a): return values[Int(a)] < 0 ? part(a).flatMap { -$0 } : part(a)
    default: return nil
    }
  }

  private func both(
    _ a: Term, _ b: Term, _ join: (RationalFunction, RationalFunction) -> RationalFunction?
  ) -> RationalFunction? {
    guard let x = rational[Int(a)], let y = rational[Int(b)] else { return nil }
    return join(x, y)
  }

  /// The candidates of the whole expression; `nil` where a part cannot be solved.
  mutating func points() -> [Complex]? {
    var points: Set<Complex> = []
    for index in nodes.indices {
      guard let own = ownPoints(of: nodes[index]) else { return nil }
      points.formUnion(own)
      guard points.count <= Self.mostPoints else { return nil }
    }
    return Array(points)
  }

  private func isConstant(_ term: Term) -> Bool {
    reach.reaches[Int(term)] == 0 && values[Int(term)].isFinite
  }

  /// Where a node is singular although its operands are not.
  private mutating func ownPoints(of node: Node) -> [Complex]? {
    switch node {
    case .quotient(_, let b): return isConstant(b) ? [] : solve(b, Complex(0))
    case .power(let a, let b):
      if isConstant(a) { return values[Int(a)] > 0 ? [] : nil }
      if case .number(let n) = nodes[Int(b)], n == n.rounded(), n >= 0 { return [] }
      return solve(a, Complex(0))
    case .call(let function, let a): return isConstant(a) ? [] : ownPoints(of: function, a)
    case .call2(let function, let a, let b):
      switch function {
      case .min, .max: return []
      case .mod: return isConstant(b) ? [] : nil
      case .hypot:
        guard
          let square = both(
            a, b,
            { x, y in
              x.raised(to: 2).flatMap { p in
                y.raised(to: 2).flatMap { p + $0 }
              }
            })
        else { return nil }
        return PolynomialRoots.roots(of: square.equation(Complex(0)))
      default: return isConstant(a) && isConstant(b) ? [] : nil
      }
    case .running, .series: return nil
    default: return []
    }
  }

  private mutating func ownPoints(of function: Function, _ a: Term) -> [Complex]? {
    let i = Complex.i
    let half = Double.pi / 2
    switch function {
    case .ln, .log10, .log2, .sqrt, .cbrt: return solve(a, Complex(0))
    case .tan, .sec: return row(a, from: Complex(half), step: Complex(Double.pi))
    case .cot, .csc: return row(a, from: Complex(0), step: Complex(Double.pi))
    case .tanh, .sech: return row(a, from: i * half, step: i * Double.pi)
    case .coth, .csch: return row(a, from: Complex(0), step: i * Double.pi)
    case .sigmoid, .softplus: return row(a, from: i * Double.pi, step: i * (2 * Double.pi))
    case .gamma, .lgamma, .digamma:
      return row(a, from: Complex(0), step: Complex(1)) { $0.re < 0.5 }
    case .asin, .acos, .acosh, .atanh, .acoth: return solve(a, [Complex(1), Complex(-1)])
    case .atan, .acot, .asinh: return solve(a, [i, -i])
    case .asec, .acsc, .asech: return solve(a, [Complex(0), Complex(1), Complex(-1)])
    case .acsch: return solve(a, [Complex(0), i, -i])
    case .polygamma, .besselQuotient, .exponentialMean, .hypot, .atan2: return nil
    default: return []
    }
  }

  // MARK: Solving for an argument

  private mutating func solve(_ term: Term, _ targets: [Complex], depth: Int = 0) -> [Complex]? {
    var points: [Complex] = []
    for target in targets {
      guard let more = solve(term, target, depth: depth) else { return nil }
      points += more
    }
    return points.count <= Self.mostPoints ? points : nil
  }

  /// The points where a node may have a value: all of them, and perhaps some where it has not.
  private mutating func solve(_ term: Term, _ c: Complex, depth: Int = 0) -> [Complex]? {
    work += 1
    guard depth < Self.mostDepth, work < Self.mostWork, c.isFinite else { return nil }
    let next = depth + 1
    if isConstant(term) {
      let value = values[Int(term)]
      return (Complex(value) - c).size <= 1e-13 * max(abs(value), c.size) ? nil : []
    }
    func constant(_ term: Term) -> Complex? {
      isConstant(term) ? Complex(values[Int(term)]) : nil
    }
    // Factors first: a product multiplied out would lose its double roots.
    switch nodes[Int(term)] {
    case .negated(let a): return solve(a, -c, depth: next)
    case .product(let a, let b):
      if let k = constant(a), !k.isZero { return solve(b, c / k, depth: next) }
      if let k = constant(b), !k.isZero { return solve(a, c / k, depth: next) }
      if c.isZero { return union(solve(a, c, depth: next), solve(b, c, depth: next)) }
    case .quotient(let a, let b):
      if let k = constant(b), !k.isZero { return solve(a, c * k, depth: next) }
      if c.isZero { return isConstant(a) ? [] : solve(a, c, depth: next) }
      if let k = constant(a) { return solve(b, k / c, depth: next) }
    case .power(let a, let b):
      if c.isZero || rational[Int(term)] == nil { return solvePower(a, b, c, next) }
    default: break
    }
    if let f = rational[Int(term)] { return PolynomialRoots.roots(of: f.equation(c)) }
    switch nodes[Int(term)] {
    case .sum(let a, let b):
      if let k = constant(a) { return solve(b, c - k, depth: next) }
      if let k = constant(b) { return solve(a, c - k, depth: next) }
    case .difference(let a, let b):
      if let k = constant(a) { return solve(b, k - c, depth: next) }
      if let k = constant(b) { return solve(a, c + k, depth: next) }
    case .call(.erf, _), .call(.erfc, _): break
    case .call(let function, let a): return solve(function, a, c, next)
    case .choice(let condition, let a, let b):
      return solve(values[Int(condition)] != 0 ? a : b, c, depth: next)
    default: break
    }
    return searched(term, c)
  }

  /// The points of the disc where a node has a value, by a search: no inverse is known.
  private mutating func searched(_ term: Term, _ c: Complex) -> [Complex]? {
    searches += 1
    guard searches <= Self.mostSearches else { return nil }
    let part = Expression(expression.graph, term, variables: expression.variables)
    let search = ComplexZeroSearch(of: part, equals: c, from: place, within: radius)
    guard search.isComplete else { return nil }
    isCut = true
    horizon = min(horizon, search.horizon)
    return search.zeros
  }

  private func union(_ a: [Complex]?, _ b: [Complex]?) -> [Complex]? {
    guard let a, let b else { return nil }
    return a + b
  }

  private mutating func solvePower(
    _ a: Term, _ b: Term, _ c: Complex, _ depth: Int
  ) -> [Complex]? {
    if isConstant(a) {
      let base = values[Int(a)]
      guard base > 0 else { return nil }
      if c.isZero { return [] }
      let turn = Complex.i * (2 * Double.pi)
      let scale = Complex(log(base))
      return row(b, from: c.logarithm / scale, step: turn / scale, depth: depth)
    }
    if c.isZero { return solve(a, c, depth: depth) }
    guard case .number(let r) = nodes[Int(b)], abs(r) <= 48,
      let (p, q) = (1...12).lazy.map({ (r * Double($0), $0) })
        .first(where: { abs($0.0 - $0.0.rounded()) < 1e-12 }), p.rounded() != 0
    else { return nil }
    let power = Int(p.rounded())
    return solve(a, c.raised(to: power < 0 ? -q : q).roots(abs(power)), depth: depth)
  }

  private mutating func solve(
    _ function: Function, _ a: Term, _ c: Complex, _ depth: Int
  ) -> [Complex]? {
    let i = Complex.i
    let (pi, turn) = (Complex(Double.pi), Complex(2 * Double.pi))
    switch function {
    case .exp:
      return c.isZero ? [] : row(a, from: c.logarithm, step: i * (2 * Double.pi), depth: depth)
    case .ln: return solve(a, c.exponential, depth: depth)
    case .log10: return solve(a, (c * log(10.0)).exponential, depth: depth)
    case .log2: return solve(a, (c * log(2.0)).exponential, depth: depth)
    case .sqrt: return solve(a, c * c, depth: depth)
    case .cbrt: return solve(a, c * c * c, depth: depth)
    case .abs: return solve(a, values[Int(a)] < 0 ? -c : c, depth: depth)
    case .sin, .csc:
      guard let s = function == .sin ? c : c.inverse else { return [] }
      let angle = s.arcsine
      return union(
        row(a, from: angle, step: turn, depth: depth),
        row(a, from: pi - angle, step: turn, depth: depth))
    case .cos, .sec:
      guard let s = function == .cos ? c : c.inverse else { return [] }
      let angle = s.arccosine
      return union(
        row(a, from: angle, step: turn, depth: depth),
        row(a, from: -angle, step: turn, depth: depth))
    case .tan, .cot:
      if function == .cot, c.isZero { return row(a, from: pi * 0.5, step: pi, depth: depth) }
      let t = function == .tan ? c : Complex(1) / c
      return (t * t + Complex(1)).isZero ? [] : row(a, from: t.arctangent, step: pi, depth: depth)
    case .sinh, .cosh, .tanh: return solveHyperbolic(function, a, c, depth)
    case .sinc where c.isZero:
      return row(a, from: pi, step: pi, depth: depth)
    default: return solveInverse(function, a, c, depth)
    }
  }

  private mutating func solveHyperbolic(
    _ function: Function, _ a: Term, _ c: Complex, _ depth: Int
  ) -> [Complex]? {
    let (i, pi) = (Complex.i, Complex(Double.pi))
    switch function {
    case .sinh:
      // sinh u = −i sin(iu).
      let angle = (i * c).arcsine
      return union(
        row(a, from: -i * angle, step: i * (2 * Double.pi), depth: depth),
        row(a, from: -i * (pi - angle), step: i * (2 * Double.pi), depth: depth))
    case .cosh:
      let angle = i * c.arccosine
      return union(
        row(a, from: angle, step: i * (2 * Double.pi), depth: depth),
        row(a, from: -angle, step: i * (2 * Double.pi), depth: depth))
    case .tanh:
      let t = i * c
      return (t * t + Complex(1)).isZero
        ? [] : row(a, from: -i * t.arctangent, step: i * Double.pi, depth: depth)
    default: return nil
    }
  }

  private mutating func solveInverse(
    _ function: Function, _ a: Term, _ c: Complex, _ depth: Int
  ) -> [Complex]? {
    let i = Complex.i
    switch function {
    case .asin: return solve(a, c.sine, depth: depth)
    case .acos: return solve(a, c.cosine, depth: depth)
    case .atan: return solve(a, c.tangent, depth: depth)
    case .asinh: return solve(a, -i * (i * c).sine, depth: depth)
    case .acosh: return solve(a, (i * c).cosine, depth: depth)
    case .atanh: return solve(a, -i * (i * c).tangent, depth: depth)
    case .sigmoid:
      let rest = Complex(1) - c
      if c.isZero || rest.isZero { return [] }
      return row(a, from: (c / rest).logarithm, step: i * (2 * Double.pi), depth: depth)
    case .gamma where c.isZero: return []
    default: return nil
    }
  }

  /// The points where a node is one of the numbers of a row without an end, as far as it reaches.
  private mutating func row(
    _ term: Term, from start: Complex, step: Complex, depth: Int = 0,
    where isMember: (Complex) -> Bool = { _ in true }
  ) -> [Complex]? {
    let (centre, reach) = (Complex(values[Int(term)]), self.reach.reaches[Int(term)])
    guard reach.isFinite, centre.isFinite, start.isFinite else { return nil }
    isCut = true
    let middle = ((centre - start) / step).re.rounded()
    let steps = (reach / step.size).rounded(.up) + 1
    guard steps <= 400, abs(middle) < 1e12 else { return nil }
    let targets = (-Int(steps)...Int(steps)).map { start + step * (middle + Double($0)) }
      .filter { ($0 - centre).size <= reach * (1 + 1e-9) && isMember($0) }
    return solve(term, targets, depth: depth + 1)
  }
}

extension Complex {
  /// 1/c; nothing for zero.
  fileprivate var inverse: Complex? { isZero ? nil : Complex(1) / self }
}
