extension Expression {
  /// The partial derivative with respect to the variable named `name`, exactly.
  ///
  /// Symbolic, forward over the graph: each node is differentiated once, so the result has at most a
  /// few times the nodes of the expression. Where the function has a kink or a jump the formula is
  /// that of the pieces: |u|′ = sign(u)·u′, floor(u)′ = 0. A name that is no variable gives 0.
  public func derivative(by name: String) -> Expression {
    var graph = graph
    guard let index = variables.firstIndex(of: name) else {
      let zero = graph.number(0)
      return Expression(graph, zero, variables: variables)
    }
    let place = graph.derivative(of: root, by: Int32(index)) ?? graph.number(0)
    return Expression(graph, place, variables: variables)
  }

  /// The partial derivatives with respect to all variables.
  public var gradient: [Expression] { variables.map { derivative(by: $0) } }
}

extension ExpressionGraph {
  /// The place of the derivative of a term by a variable; `nil` stands for 0.
  mutating func derivative(of root: Term, by variable: Int32) -> Term? {
    var derivatives: [Term?] = []
    derivatives.reserveCapacity(Int(root) + 1)
    for place in 0...root {
      derivatives.append(derivative(at: place, by: variable) { derivatives[Int($0)] })
    }
    return derivatives[Int(root)]
  }

  private mutating func derivative(
    at place: Term, by variable: Int32, _ inner: (Term) -> Term?
  ) -> Term? {
    switch self[place] {
    case .number, .constant, .running, .comparison: return nil
    case .variable(let index): return index == variable ? number(1) : nil
    case .negated(let a): return inner(a).map { negated($0) }
    case .sum(let a, let b): return sum(optional: inner(a), inner(b))
    case .difference(let a, let b):
      guard let db = inner(b) else { return inner(a) }
      return inner(a).map { difference($0, db) } ?? negated(db)
    case .product(let a, let b):
      let left = inner(a).map { product($0, b) }
      // The way it is written: 2x e^…, not e^… 2x; but sin x cos y.
      let right = inner(b).map {
        endsInFunction(a) && !endsInFunction($0) ? product($0, a) : product(a, $0)
      }
      return sum(optional: left, right)
    case .quotient(let a, let b):
      return derivativeOfQuotient(a, inner(a), b, inner(b))
    case .power(let a, let b):
      return derivativeOfPower(place, a, inner(a), b, inner(b))
    case .call(let function, let a):
      return inner(a).map { product($0, slope(of: function, at: a, value: place)) }
    case .call2(let function, let a, let b):
      return derivativeOfCall(function, a, inner(a), b, inner(b), value: place)
    case .choice(let condition, let a, let b):
      let (da, db) = (inner(a), inner(b))
      if da == nil && db == nil { return nil }
      return intern(.choice(condition, da ?? number(0), db ?? number(0)))
    case .series(let body, let depth, let lower, let upper):
      return inner(body).map {
        intern(.series($0, depth: depth, lower: lower, upper: upper))
      }
    }
  }

  /// Whether a term is a function, its opposite or a multiple of it.
  private func endsInFunction(_ term: Term) -> Bool {
    switch self[term] {
    case .call: true
    case .negated(let a): if case .call = self[a] { true } else { false }
    case .product(_, let b): if case .call = self[b] { true } else { false }
    default: false
    }
  }

  private mutating func sum(optional a: Term?, _ b: Term?) -> Term? {
    guard let a else { return b }
    guard let b else { return a }
    return sum(a, b)
  }

  /// (a′b − ab′)/b², or a′/b where b is constant.
  private mutating func derivativeOfQuotient(
    _ a: Term, _ da: Term?, _ b: Term, _ db: Term?
  ) -> Term? {
    guard let db else { return da.map { quotient($0, b) } }
    let two = number(2)
    let square = power(b, two)
    guard let da else { return negated(quotient(product(a, db), square)) }
    return quotient(difference(product(da, b), product(a, db)), square)
  }

  /// b·a^(b−1)·a′ for constant b, a^b·ln a·b′ for constant a, both for neither.
  private mutating func derivativeOfPower(
    _ value: Term, _ a: Term, _ da: Term?, _ b: Term, _ db: Term?
  ) -> Term? {
    var byBase: Term?
    if let da {
      let one = number(1)
      let lowered = power(a, difference(b, one))
      byBase = product(product(b, da), lowered)
    }
    var byExponent: Term?
    if let db { byExponent = product(product(value, call(.ln, a)), db) }
    return sum(optional: byBase, byExponent)
  }

  /// u·u′, which for a distance u = √w, hypot(v, w) or |v| does not divide by it.
  private mutating func halfDerivativeOfSquare(_ u: Term, _ du: Term) -> Term {
    switch (self[u], self[du]) {
    case (.call(.sqrt, _), .quotient(let dw, let root)):
      // (√w)′ = w′/(2√w), or what is left of it when the 2 has been divided out.
      if root == u { return dw }
      if case .product(let two, u) = self[root], literal(two) == 2 {
        return quotient(dw, number(2))
      }
      return product(u, du)
    case (_, .negated(let opposite)): return negated(halfDerivativeOfSquare(u, opposite))
    case (.call2(.hypot, _, _), .quotient(let inner, u)): return inner
    case (.call(.abs, let v), .call(.sign, let w)) where v == w: return v
    default: return product(u, du)
    }
  }

  private mutating func derivativeOfCall(
    _ function: Function, _ a: Term, _ da: Term?, _ b: Term, _ db: Term?, value: Term
  ) -> Term? {
    if da == nil && db == nil { return nil }
    let zero = number(0)
    switch function {
    case .min, .max:
      let isFirst = intern(
        function == .min ? .comparison(.lessOrEqual, a, b) : .comparison(.lessOrEqual, b, a))
      return intern(.choice(isFirst, da ?? zero, db ?? zero))
    case .mod:
      // mod(a, b) = a − b·floor(a/b).
      let steps = db.map { product(call(.floor, quotient(a, b)), $0) }
      guard let steps else { return da }
      return da.map { difference($0, steps) } ?? negated(steps)
    case .hypot:
      let terms = sum(optional: da.map { product(a, $0) }, db.map { product(b, $0) })
      return terms.map { quotient($0, value) }
    case .polygamma:
      // The order a is a whole number: it does not vary.
      let next = sum(a, number(1))
      return db.map { product(call(.polygamma, next, b), $0) }
    case .exponentialMean:
      let next = sum(a, number(1))
      return db.map { product(call(.exponentialMean, next, b), $0) }
    case .besselQuotient:
      let next = call(.besselQuotient, sum(a, number(1)), b)
      return db.map { negated(product(next, halfDerivativeOfSquare(b, $0))) }
    default:
      // atan2(a, b): (b·a′ − a·b′)/(a² + b²).
      let two = number(2)
      let square = sum(power(a, two), power(b, two))
      let left = da.map { product(b, $0) }
      let right = db.map { product(a, $0) }
      guard let right else { return left.map { quotient($0, square) } }
      let numerator = left.map { difference($0, right) } ?? negated(right)
      return quotient(numerator, square)
    }
  }
}
