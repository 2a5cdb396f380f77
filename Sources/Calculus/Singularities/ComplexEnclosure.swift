/// What the nodes of an expression may be on a rectangle of the complex plane, each as a quotient of
/// two rectangles, so that a pole is where the second holds zero and the first does not.
///
/// Logarithms and roots are the principal ones: a rectangle that meets a cut has no enclosure.
struct ComplexEnclosure {
  private let nodes: [Node]
  /// The values at the real place: they decide between the pieces of |u|.
  private let values: [Double]

  /// A quotient of two rectangles.
  struct Quotient {
    var top: ComplexBox
    var bottom = ComplexBox.one

    /// The quotient as one rectangle; nothing where there may be a pole.
    var box: ComplexBox? { top / bottom }
  }

  init(_ nodes: [Node], values: [Double]) {
    self.nodes = nodes
    self.values = values
  }

  /// The last node on a rectangle; nothing where that is not known.
  func value(on z: ComplexBox) -> Quotient? {
    var known: [Quotient?] = []
    known.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      let quotient = value(of: node, index, known, z)
      known.append(quotient.flatMap { $0.top.isFinite && $0.bottom.isFinite ? $0 : nil })
    }
    return known.last ?? nil
  }

  private func value(
    of node: Node, _ index: Int, _ known: [Quotient?], _ z: ComplexBox
  ) -> Quotient? {
    func part(_ term: Term) -> Quotient? { known[Int(term)] }
    switch node {
    case .number, .constant, .comparison:
      return values[index].isFinite ? Quotient(top: ComplexBox(Complex(values[index]))) : nil
    case .variable: return Quotient(top: z)
    case .negated(let a): return part(a).map { Quotient(top: -$0.top, bottom: $0.bottom) }
    case .sum(let a, let b): return both(part(a), part(b), +)
    case .difference(let a, let b): return both(part(a), part(b), -)
    case .product(let a, let b):
      guard let a = part(a), let b = part(b) else { return nil }
      return Quotient(top: a.top * b.top, bottom: a.bottom * b.bottom)
    case .quotient(let a, let b):
      guard let a = part(a), let b = part(b) else { return nil }
      return Quotient(top: a.top * b.bottom, bottom: a.bottom * b.top)
    case .power(let a, let b): return power(part(a), part(b), exponent: nodes[Int(b)])
    case .call(let function, let a):
      guard let u = part(a) else { return nil }
      return call(function, u, real: values[Int(a)], own: values[index])
    case .choice(let condition, let a, let b):
      let chosen = values[Int(condition)]
      return chosen.isNaN ? nil : part(chosen != 0 ? a : b)
    case .call2, .running, .series: return nil
    }
  }

  private func both(
    _ a: Quotient?, _ b: Quotient?, _ join: (ComplexBox, ComplexBox) -> ComplexBox
  ) -> Quotient? {
    guard let a, let b else { return nil }
    return Quotient(
      top: join(a.top * b.bottom, b.top * a.bottom), bottom: a.bottom * b.bottom)
  }

  private func power(_ a: Quotient?, _ b: Quotient?, exponent: Node) -> Quotient? {
    guard let a, let b else { return nil }
    if case .number(let n) = exponent, n == n.rounded(), abs(n) <= 100 {
      let (top, bottom) = (a.top.raised(to: Int(n)), a.bottom.raised(to: Int(n)))
      return n < 0 ? Quotient(top: bottom, bottom: top) : Quotient(top: top, bottom: bottom)
    }
    guard let base = a.box?.logarithm, let power = b.box else { return nil }
    return Quotient(top: (base * power).exponential)
  }

  private func call(
    _ function: Function, _ u: Quotient, real: Double, own: Double
  ) -> Quotient? {
    switch function {
    case .abs: return real < 0 ? Quotient(top: -u.top, bottom: u.bottom) : real > 0 ? u : nil
    case .relu: return real < 0 ? Quotient(top: ComplexBox(Complex(0))) : real > 0 ? u : nil
    case .sign, .floor, .ceil, .round, .step:
      return own.isFinite ? Quotient(top: ComplexBox(Complex(own))) : nil
    default: return u.box.flatMap { call(function, $0) }
    }
  }

  private func call(_ function: Function, _ u: ComplexBox) -> Quotient? {
    let one = ComplexBox.one
    switch function {
    case .exp: return Quotient(top: u.exponential)
    case .sin: return Quotient(top: u.sine)
    case .cos: return Quotient(top: u.cosine)
    case .tan: return Quotient(top: u.sine, bottom: u.cosine)
    case .cot: return Quotient(top: u.cosine, bottom: u.sine)
    case .sec: return Quotient(top: one, bottom: u.cosine)
    case .csc: return Quotient(top: one, bottom: u.sine)
    case .sinh: return Quotient(top: u.hyperbolicSine)
    case .cosh: return Quotient(top: u.hyperbolicCosine)
    case .tanh: return Quotient(top: u.hyperbolicSine, bottom: u.hyperbolicCosine)
    case .coth: return Quotient(top: u.hyperbolicCosine, bottom: u.hyperbolicSine)
    case .sech: return Quotient(top: one, bottom: u.hyperbolicCosine)
    case .csch: return Quotient(top: one, bottom: u.hyperbolicSine)
    case .sinc: return Quotient(top: u.sine, bottom: u)
    case .sigmoid: return Quotient(top: one, bottom: one + (-u).exponential)
    default: return branched(function, u).map { Quotient(top: $0) }
    }
  }

  /// Functions by logarithms.
  private func branched(_ function: Function, _ u: ComplexBox) -> ComplexBox? {
    let one = ComplexBox.one
    func scaled(_ box: ComplexBox?, _ factor: Double) -> ComplexBox? {
      box.map { $0 * ComplexBox(Complex(factor)) }
    }
    switch function {
    case .ln: return u.logarithm
    case .log10: return scaled(u.logarithm, 1 / Function.ln.value(10))
    case .log2: return scaled(u.logarithm, 1 / Function.ln.value(2))
    case .sqrt: return scaled(u.logarithm, 0.5).map(\.exponential)
    case .erf: return ErrorSeries.enclosure(on: u)
    case .erfc: return ErrorSeries.enclosure(on: u).map { one - $0 }
    case .softplus: return (one + u.exponential).logarithm
    case .atan:
      guard let a = (one - u.turned).logarithm, let b = (one + u.turned).logarithm else {
        return nil
      }
      return scaled((a - b).turned, 0.5)
    case .atanh:
      guard let a = (one + u).logarithm, let b = (one - u).logarithm else { return nil }
      return scaled(a - b, 0.5)
    case .asinh:
      guard let root = scaled((u * u + one).logarithm, 0.5).map(\.exponential) else { return nil }
      return (u + root).logarithm
    default: return nil
    }
  }
}
