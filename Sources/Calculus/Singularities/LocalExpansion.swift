import CVector

/// What a function is near a point of the complex plane.
enum LocalForm {
  /// A series in w, where wᑫ is the distance from the point.
  case series(LocalSeries)
  /// A pole whose series is not computed.
  case pole
  /// A logarithm, an irrational power or an essential singularity.
  case branch
  /// Not known.
  case unknown
}

/// Expands an expression of one variable about points of the complex plane, on the sheet that is
/// reached on a straight way from a real place.
struct LocalExpansion {
  private let nodes: [Node]
  private let root: Term
  /// The real values of all nodes at the real place: they decide between the pieces of |u|.
  private let values: [Double]
  private let place: Double
  /// The continuous angles of what stands in logarithms and roots, along the way.
  private var angles: [Int: Double] = [:]
  private var count = 1
  private var wayAngle = 0.0
  private var isOnWay = true

  /// The power of w that is the distance: roots of these orders have series in w.
  private static let fraction = 12
  private static let stations = 48
  private static let terms = 10

  init(_ expression: Expression, values: [Double], from place: Double) {
    nodes = expression.graph.nodes
    root = expression.root
    self.values = values
    self.place = place
  }

  private var hasRoots: Bool {
    nodes.contains { node in
      switch node {
      case .call(let function, _):
        [
          .sqrt, .cbrt, .asin, .acos, .acosh, .asinh, .asec, .acsc,
          .asech, .acsch,
        ].contains(function)
      case .call2(.hypot, _, _): true
      case .power(_, let exponent):
        if case .number(let n) = nodes[Int(exponent)] { n != n.rounded() } else { true }
      default: false
      }
    }
  }

  /// Whether the function has no singularity at a point; `nil` where that is not known.
  ///
  /// The second part says whether the answer rests on a series, and not on a branch that others may
  /// cancel.
  mutating func isRegular(at z: Complex) -> (isRegular: Bool, isCertain: Bool)? {
    walk(to: z)
    let q = hasRoots ? Self.fraction : 1
    count = q == 1 ? 5 * Self.terms : q * Self.terms
    isOnWay = false
    let back = Complex(place) - z
    // The n-th root of the last way, by whose angle sheets are told apart.
    wayAngle = back.angle / Double(q)
    switch form(at: z, q: q) {
    case .unknown: return nil
    case .pole: return (false, true)
    case .branch: return (false, false)
    case .series(let series):
      return isRegular(series, q: q, scale: back.size).map { ($0, true) }
    }
  }

  /// Whether a series in w has whole powers of wᑫ only; `nil` where it is out of the range of doubles.
  ///
  /// A coefficient is computed from those of lower exponents, so that it is rounding where it is small
  /// beside these, all measured at the distance of the real place.
  private func isRegular(_ series: LocalSeries, q: Int, scale: Double) -> Bool? {
    var largest = 0.0
    for (k, term) in series.terms.enumerated() {
      let exponent = series.order + k
      let size = term.size * Powers.value(scale > 0 ? scale : 1, Double(exponent) / Double(q))
      guard size.isFinite else { return nil }
      largest = max(largest, size)
      if size > 1e-9 * largest && (exponent < 0 || exponent % q != 0) { return false }
    }
    return true
  }

  /// The Taylor coefficients of f − c about a point, by principal logarithms and roots; `nil` where
  /// there is no such series.
  mutating func terms(at z: Complex, minus c: Complex) -> [Complex]? {
    angles = [:]
    count = 40
    isOnWay = false
    wayAngle = 0
    guard case .series(let series) = form(at: z, q: 1), series.isZero || series.order >= 0
    else { return nil }
    var terms = (0..<min(series.order + series.terms.count, count)).map { series[$0] }
    guard terms.count >= 30 else { return nil }
    terms[0] = terms[0] - c
    return terms
  }

  /// The coefficients of the series at the real place itself, where the function may be undefined
  /// and yet has one; `nil` where it has none.
  mutating func coefficients(of order: Int) -> [Double]? {
    count = order + 24
    isOnWay = false
    wayAngle = 0
    guard case .series(let series) = form(at: Complex(place), q: 1),
      series.isZero || series.order >= 0
    else { return nil }
    let known = series.isZero ? order : series.order + series.terms.count - 1
    guard known >= order else { return nil }
    // What is not real has no graph: sqrt(−1 − x²).
    let size = series.terms.prefix(order + 1).map(\.size).max() ?? 0
    guard (0...order).allSatisfy({ abs(series[$0].im) <= 1e-10 * size }) else { return nil }
    return (0...order).map { series[$0].re }
  }

  /// Follows the angles of logarithms on the way to just before a point.
  private mutating func walk(to z: Complex) {
    angles = [:]
    count = 1
    isOnWay = true
    let way = z - Complex(place)
    for station in 0...Self.stations {
      let t = min(Double(station) / Double(Self.stations), 0.999)
      _ = form(at: Complex(place) + way * t, q: 1)
    }
  }

  // MARK: Nodes

  private mutating func form(at z: Complex, q: Int) -> LocalForm {
    var forms: [LocalForm] = []
    forms.reserveCapacity(nodes.count)
    for index in nodes.indices { forms.append(form(of: index, forms, at: z, q: q)) }
    return forms[Int(root)]
  }

  private mutating func form(
    of index: Int, _ forms: [LocalForm], at z: Complex, q: Int
  ) -> LocalForm {
    func operand(_ term: Term) -> LocalForm { forms[Int(term)] }
    switch nodes[index] {
    case .number(let value): return constant(value)
    case .constant(let constant): return self.constant(constant.value)
    case .variable:
      if isOnWay { return .series(LocalSeries(z, count: 1)) }
      var terms = Array(repeating: Complex(0), count: count)
      terms[0] = z
      if q < count { terms[q] = Complex(1) }
      return .series(LocalSeries(order: 0, terms: terms))
    case .negated(let a): return operand(a).mapped { -$0 }
    case .sum(let a, let b): return sum(operand(a), operand(b))
    case .difference(let a, let b): return sum(operand(a), operand(b).mapped { -$0 })
    case .product(let a, let b): return product(operand(a), operand(b))
    case .quotient(let a, let b): return product(operand(a), reciprocal(operand(b)))
    case .power(let a, let b): return power(operand(a), operand(b), exponent: nodes[Int(b)], index)
    case .call(let function, let a):
      return call(function, operand(a), index, value: values[Int(a)])
    case .call2(let function, let a, let b):
      return call(function, (operand(a), a), (operand(b), b), index)
    case .comparison: return constant(values[index])
    case .choice(let condition, let a, let b):
      let chosen = values[Int(condition)]
      return chosen.isNaN ? .unknown : operand(chosen != 0 ? a : b)
    case .running, .series: return .unknown
    }
  }

  private func constant(_ value: Double) -> LocalForm {
    value.isFinite ? .series(LocalSeries(Complex(value), count: count)) : .unknown
  }

  private func sum(_ a: LocalForm, _ b: LocalForm) -> LocalForm {
    switch (a, b) {
    case (.series(let a), .series(let b)): .series(a + b)
    case (.unknown, _), (_, .unknown), (.pole, .pole): .unknown
    case (.branch, _), (_, .branch): .branch
    case (.pole, _), (_, .pole): .pole
    }
  }

  private func product(_ a: LocalForm, _ b: LocalForm) -> LocalForm {
    switch (a, b) {
    case (.series(let a), .series(let b)): .series(a * b)
    case (.series(let a), .branch) where a.isZero: .series(a)
    case (.branch, .series(let b)) where b.isZero: .series(b)
    case (.unknown, _), (_, .unknown), (.pole, _), (_, .pole): .unknown
    case (.branch, _), (_, .branch): .branch
    }
  }

  private func reciprocal(_ a: LocalForm) -> LocalForm {
    switch a {
    case .series(let a): a.reciprocal.map { .series($0) } ?? .unknown
    case .branch: .branch
    case .pole, .unknown: .unknown
    }
  }

  /// The logarithm of the first coefficient, on the sheet that the way led to.
  private mutating func sheet(_ a: LocalSeries, _ index: Int) -> Complex? {
    guard let lead = a.terms.first else { return nil }
    let principal = lead.logarithm
    guard let angle = angles[index] else {
      if isOnWay { angles[index] = principal.im }
      return principal
    }
    let turns = ((angle - principal.im - Double(a.order) * wayAngle) / (2 * Double.pi)).rounded()
    let value = Complex(principal.re, principal.im + 2 * Double.pi * turns)
    if isOnWay { angles[index] = value.im }
    return value
  }

  private mutating func power(
    _ a: LocalForm, _ b: LocalForm, exponent: Node, _ index: Int
  ) -> LocalForm {
    switch (a, b) {
    case (.unknown, _), (_, .unknown), (.pole, _), (_, .pole): return .unknown
    case (.branch, _), (_, .branch): return .branch
    case (.series(let a), .series(let b)):
      if case .number(let r) = exponent {
        if a.isZero { return r > 0 ? .series(a) : .unknown }
        guard let logarithm = sheet(a, index) else { return .unknown }
        return a.power(r, logarithm).map { .series($0) } ?? .branch
      }
      guard let value = sheet(a, index), let logarithm = a.logarithm(value) else { return .branch }
      return exponential(.series(logarithm * b))
    }
  }

  private func exponential(_ a: LocalForm) -> LocalForm {
    guard case .series(let a) = a else { return a.isPole ? .unknown : a }
    return a.exponential(count: count).map { .series($0) } ?? .branch
  }

  // MARK: Functions

  private mutating func call(
    _ function: Function, _ form: LocalForm, _ index: Int, value: Double
  ) -> LocalForm {
    guard case .series(let u) = form else {
      if case .branch = form { return .branch }
      return .unknown
    }
    switch function {
    case .ln, .log10, .log2:
      guard let lead = sheet(u, index), let logarithm = u.logarithm(lead) else { return .branch }
      let base = function == .ln ? 1 : function == .log10 ? log(10.0) : log(2.0)
      return .series(logarithm * Complex(1 / base))
    case .sqrt, .cbrt:
      if u.isZero { return form }
      guard var lead = sheet(u, index) else { return .unknown }
      // The real root of a negative number is the one that is meant.
      if function == .cbrt, value < 0 { lead = lead + Complex(0, 2 * Double.pi) }
      return u.power(function == .sqrt ? 0.5 : 1 / 3.0, lead).map { .series($0) } ?? .branch
    case .abs: return value == 0 || value.isNaN ? .unknown : value < 0 ? .series(-u) : form
    case .relu: return value == 0 || value.isNaN ? .unknown : value < 0 ? constant(0) : form
    case .sign, .floor, .ceil, .round, .step: return constant(values[index])
    case .gamma, .lgamma, .digamma:
      // Pieces of logarithms, which do not matter for what is regular, differ by constants only.
      return GammaSeries(count: count).form(function, u) ?? .unknown
    case .erf, .erfc:
      guard !isOnWay else { return .series(LocalSeries(Complex(1), count: count)) }
      return ErrorSeries(count: count).form(function, u) ?? .unknown
    default: return LocalFunctions(count: count).form(function, u) ?? .unknown
    }
  }

  private mutating func call(
    _ function: Function, _ a: (form: LocalForm, term: Term), _ b: (form: LocalForm, term: Term),
    _ index: Int
  ) -> LocalForm {
    let (x, y) = (values[Int(a.term)], values[Int(b.term)])
    switch function {
    case .min, .max:
      if x == y || x.isNaN || y.isNaN { return .unknown }
      return (x < y) == (function == .min) ? a.form : b.form
    case .mod:
      let whole = (x / y).rounded(.down)
      return whole.isFinite
        ? sum(a.form, product(constant(-whole), b.form)) : .unknown
    case .hypot:
      let square = sum(product(a.form, a.form), product(b.form, b.form))
      guard case .series(let u) = square else { return square }
      if u.isZero { return square }
      guard let lead = sheet(u, index) else { return .unknown }
      return u.power(0.5, lead).map { .series($0) } ?? .branch
    default: return .unknown
    }
  }
}

extension LocalForm {
  fileprivate var isPole: Bool { if case .pole = self { true } else { false } }

  fileprivate func mapped(_ change: (LocalSeries) -> LocalSeries) -> LocalForm {
    if case .series(let series) = self { .series(change(series)) } else { self }
  }
}
