/// Exact values of expressions.
extension Expression {
  /// The value at a point without rounding, or `nil` where it has no such form or none is known.
  ///
  ///     try Expression("x e^-x", variables: ["x"]).exactValue(at: [.one])   // 1/e
  ///
  /// Numbers count as they were typed: 0.1 is a tenth.
  public func exactValue(at point: [ExactNumber]) -> ExactNumber? {
    exactValues(at: point)?[Int(root)]
  }

  /// The values of all nodes, `nil` where one has no exact form.
  private func exactValues(at point: [ExactNumber]) -> [ExactNumber?]? {
    guard size <= 400, point.count >= variables.count else { return nil }
    var values: [ExactNumber?] = []
    for node in graph.nodes {
      values.append(Self.exactValue(of: node, values, at: point))
    }
    return values
  }

  /// Whether a part of the expression is proved to be undefined at a point: a divisor that is zero,
  /// the logarithm of zero, the tangent of π/2.
  func isProvedSingular(at point: [ExactNumber]) -> Bool {
    guard let values = exactValues(at: point) else { return false }
    return graph.nodes.contains { node in
      switch node {
      case .quotient(_, let b): values[Int(b)]?.isZero == true
      case .power(let a, let b): values[Int(a)]?.isZero == true && values[Int(b)]?.sign == -1
      case .call(.ln, let a): values[Int(a)]?.isZero == true
      case .call(.tan, let a), .call(.sec, let a): values[Int(a)]?.cosine?.isZero == true
      case .call(.cot, let a), .call(.csc, let a): values[Int(a)]?.sine?.isZero == true
      default: false
      }
    }
  }

  private static func exactValue(
    of node: Node, _ values: [ExactNumber?], at point: [ExactNumber]
  ) -> ExactNumber? {
    func value(_ term: Term) -> ExactNumber? { values[Int(term)] }
    func pair(_ a: Term, _ b: Term) -> (ExactNumber, ExactNumber)? {
      guard let a = value(a), let b = value(b) else { return nil }
      return (a, b)
    }
    switch node {
    case .number(let number): return ExactFraction(number).map { ExactNumber($0) }
    case .constant(.pi): return .pi(times: .one)
    case .constant(.tau): return .pi(times: ExactFraction(2))
    case .constant(.e): return .e
    case .variable(let index): return point[Int(index)]
    case .running, .series: return nil
    case .negated(let a): return value(a)?.negated
    case .sum(let a, let b): return pair(a, b).flatMap { $0.adding($1) }
    case .difference(let a, let b): return pair(a, b).flatMap { $0.adding($1.negated) }
    case .product(let a, let b): return pair(a, b).flatMap { $0.times($1) }
    case .quotient(let a, let b): return pair(a, b).flatMap { $0.over($1) }
    case .power(let a, let b): return pair(a, b).flatMap { $0.power($1) }
    case .call(let function, let a): return value(a).flatMap { function.exactValue(at: $0) }
    case .call2(let function, let a, let b):
      return pair(a, b).flatMap { function.exactValue(at: $0, $1) }
    case .comparison(let comparison, let a, let b):
      guard let sign = pair(a, b).flatMap({ $0.adding($1.negated) })?.sign else { return nil }
      return comparison.holds(sign) ? .one : .zero
    case .choice(let condition, let yes, let no):
      return value(condition).flatMap { $0.isZero ? value(no) : value(yes) }
    }
  }
}

extension Comparison {
  /// Whether it holds between two numbers whose difference has a sign.
  fileprivate func holds(_ sign: Int) -> Bool {
    switch self {
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .equal: sign == 0
    case .notEqual: sign != 0
    }
  }
}

extension Function {
  /// The exact value of a function of one argument, where it is known.
  fileprivate func exactValue(at x: ExactNumber) -> ExactNumber? {
    switch self {
    case .sin: x.sine
    case .cos: x.cosine
    case .tan: x.cosine.flatMap { x.sine?.over($0) }
    case .cot: x.sine.flatMap { x.cosine?.over($0) }
    case .sec: x.cosine?.inverse
    case .csc: x.sine?.inverse
    case .asin: x.angle(from: -6) { $0.sine }
    case .acos: x.angle(from: 0) { $0.cosine }
    case .atan: x.angle(from: -6) { Function.tan.exactValue(at: $0) }
    case .sinh: Self.hyperbolic(x, .minusOne)
    case .cosh: Self.hyperbolic(x, .one)
    case .tanh: Self.hyperbolic(x, .one).flatMap { Self.hyperbolic(x, .minusOne)?.over($0) }
    case .sech: Self.hyperbolic(x, .one)?.inverse
    case .asinh, .erf: x.isZero ? .zero : nil
    case .exp: x.exponential
    case .ln: x.logarithm
    case .log10: Self.logarithm(x, to: 10)
    case .log2: Self.logarithm(x, to: 2)
    case .sqrt: x.squareRoot
    case .cbrt: Self.cubeRoot(x)
    case .abs: x.sign.map { $0 < 0 ? x.negated : x }
    case .sign: x.sign.map { ExactNumber(ExactFraction($0)) }
    case .relu: x.sign.map { $0 < 0 ? .zero : x }
    case .sigmoid: x.negated.exponential?.adding(.one)?.inverse
    case .softplus: x.exponential?.adding(.one)?.logarithm
    default: nil
    }
  }

  /// The exact value of a function of two arguments, where it is known.
  fileprivate func exactValue(at a: ExactNumber, _ b: ExactNumber) -> ExactNumber? {
    switch self {
    case .min: a.adding(b.negated)?.sign.map { $0 <= 0 ? a : b }
    case .max: a.adding(b.negated)?.sign.map { $0 >= 0 ? a : b }
    case .hypot: a.power(2).flatMap { square in b.power(2)?.adding(square)?.squareRoot }
    default: nil
    }
  }

  /// (eˣ ± e⁻ˣ)/2.
  private static func hyperbolic(_ x: ExactNumber, _ sign: ExactFraction) -> ExactNumber? {
    x.negated.exponential?.times(sign).flatMap { x.exponential?.adding($0)?.times(.half) }
  }

  private static func logarithm(_ x: ExactNumber, to base: Int) -> ExactNumber? {
    ExactNumber.logarithm(of: ExactFraction(base)).flatMap { x.logarithm?.over($0) }
  }

  private static func cubeRoot(_ x: ExactNumber) -> ExactNumber? {
    guard let number = x.fraction else { return nil }
    if number.isNegative { return ExactNumber.root(3, of: number.negated)?.negated }
    return ExactNumber.root(3, of: number)
  }
}
