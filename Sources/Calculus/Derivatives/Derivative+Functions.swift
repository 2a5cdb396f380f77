extension ExpressionGraph {
  /// The derivative of a function of one argument at `a`, where its value is `value`.
  ///
  /// Written through the value of the node where that keeps digits or shares work: tan′ = 1 + tan².
  mutating func slope(of function: Function, at a: Term, value: Term) -> Term {
    switch function {
    case .sin, .cos, .tan, .cot, .sec, .csc: circularSlope(function, a, value)
    case .asin, .acos, .atan, .acot, .asec, .acsc: inverseCircularSlope(function, a)
    case .sinh, .cosh, .tanh, .coth, .sech, .csch: hyperbolicSlope(function, a, value)
    case .asinh, .acosh, .atanh, .acoth, .asech, .acsch: inverseHyperbolicSlope(function, a)
    default: otherSlope(function, a, value)
    }
  }

  private mutating func square(_ a: Term) -> Term { power(a, number(2)) }
  private mutating func onePlus(_ a: Term) -> Term { sum(number(1), a) }
  private mutating func oneMinus(_ a: Term) -> Term { difference(number(1), a) }
  private mutating func reciprocal(_ a: Term) -> Term { quotient(number(1), a) }

  private mutating func circularSlope(_ function: Function, _ a: Term, _ value: Term) -> Term {
    switch function {
    case .sin: call(.cos, a)
    case .cos: negated(call(.sin, a))
    case .tan: onePlus(square(value))
    case .cot: negated(onePlus(square(value)))
    case .sec: product(value, call(.tan, a))
    default: negated(product(value, call(.cot, a)))
    }
  }

  private mutating func inverseCircularSlope(_ function: Function, _ a: Term) -> Term {
    switch function {
    case .asin: return reciprocal(call(.sqrt, product(oneMinus(a), onePlus(a))))
    case .acos: return negated(reciprocal(call(.sqrt, product(oneMinus(a), onePlus(a)))))
    case .atan: return reciprocal(onePlus(square(a)))
    case .acot: return negated(reciprocal(onePlus(square(a))))
    default:
      let root = call(.sqrt, difference(square(a), number(1)))
      let slope = reciprocal(product(call(.abs, a), root))
      return function == .asec ? slope : negated(slope)
    }
  }

  private mutating func hyperbolicSlope(_ function: Function, _ a: Term, _ value: Term) -> Term {
    switch function {
    case .sinh: call(.cosh, a)
    case .cosh: call(.sinh, a)
    case .tanh: square(call(.sech, a))
    case .coth: negated(square(call(.csch, a)))
    case .sech: negated(product(value, call(.tanh, a)))
    default: negated(product(value, call(.coth, a)))
    }
  }

  private mutating func inverseHyperbolicSlope(_ function: Function, _ a: Term) -> Term {
    switch function {
    case .asinh: return reciprocal(call(.sqrt, onePlus(square(a))))
    case .acosh:
      let one = number(1)
      return reciprocal(product(call(.sqrt, difference(a, one)), call(.sqrt, sum(a, one))))
    case .atanh, .acoth: return reciprocal(product(oneMinus(a), onePlus(a)))
    case .asech: return negated(reciprocal(product(a, call(.sqrt, oneMinus(square(a))))))
    default: return negated(reciprocal(product(call(.abs, a), call(.sqrt, onePlus(square(a))))))
    }
  }

  private mutating func otherSlope(_ function: Function, _ a: Term, _ value: Term) -> Term {
    switch function {
    case .sinc: return quotient(difference(call(.cos, a), value), a)
    case .exp: return value
    case .ln: return reciprocal(a)
    case .log10: return reciprocal(product(a, call(.ln, number(10))))
    case .log2: return reciprocal(product(a, call(.ln, number(2))))
    case .sqrt: return reciprocal(product(number(2), value))
    case .cbrt: return reciprocal(product(number(3), square(value)))
    case .abs: return call(.sign, a)
    case .erf, .erfc:
      let bell = call(.exp, negated(square(a)))
      let slope = product(quotient(number(2), call(.sqrt, intern(.constant(.pi)))), bell)
      return function == .erf ? slope : negated(slope)
    case .gamma: return product(value, call(.digamma, a))
    case .lgamma: return call(.digamma, a)
    case .digamma: return call(.polygamma, number(1), a)
    case .sigmoid: return product(value, oneMinus(value))
    case .softplus: return call(.sigmoid, a)
    case .relu: return call(.step, a)
    default: return number(0)  // steps: sign, floor, ceil, round, step
    }
  }
}
