import CVector

/// How far each node of an expression may get from its real value on a disc about a real place.
///
/// Arithmetic of discs: a centre, and a bound of the distance from it (after Gargantini & Henrici
/// 1972). Infinite where the node may have a singularity on the disc.
struct ComplexReach {
  private(set) var reaches: [Double] = []
  private let values: [Double]

  init(_ nodes: [Node], values: [Double], radius: Double) {
    self.values = values
    reaches.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      let reach = self.reach(of: node, index, radius)
      reaches.append(reach.isNaN || values[index].isNaN ? .infinity : reach)
    }
  }

  private func reach(of node: Node, _ index: Int, _ radius: Double) -> Double {
    func reach(_ term: Term) -> Double { reaches[Int(term)] }
    func size(_ term: Term) -> Double { abs(values[Int(term)]) }
    switch node {
    case .number, .constant, .comparison: return 0
    case .variable: return radius
    case .running, .series: return .infinity
    case .negated(let a): return reach(a)
    case .sum(let a, let b), .difference(let a, let b): return reach(a) + reach(b)
    case .product(let a, let b):
      return size(a) * reach(b) + size(b) * reach(a) + reach(a) * reach(b)
    case .quotient(let a, let b):
      guard size(b) > reach(b) else { return .infinity }
      let inverse = reach(b) / (size(b) * (size(b) - reach(b)))
      return size(a) * inverse + reach(a) / size(b) + reach(a) * inverse
    case .power(let a, let b):
      guard reach(b) == 0 else { return .infinity }
      let n = values[Int(b)]
      if n == n.rounded(), n >= 0, n <= 100 { return pow(size(a) + reach(a), n) - pow(size(a), n) }
      // (1 + h)ⁿ − 1 is at most that of −|h| for an exponent below 1, and of |h| above.
      guard size(a) > reach(a), abs(n) <= 100 else { return .infinity }
      let h = reach(a) / size(a)
      return abs(values[index]) * (n < 1 ? pow(1 - h, -abs(n)) - 1 : pow(1 + h, n) - 1)
    case .call(let function, let a):
      return self.reach(of: function, values[Int(a)], reach(a), abs(values[index]))
    case .choice(let condition, let a, let b):
      return values[Int(condition)] != 0 ? reach(a) : reach(b)
    case .call2: return .infinity
    }
  }

  private func reach(of function: Function, _ u: Double, _ r: Double, _ size: Double) -> Double {
    switch function {
    case .exp: size * (exp(r) - 1)
    case .sin: size * (cosh(r) - 1) + abs(cos(u)) * sinh(r)
    case .cos: size * (cosh(r) - 1) + abs(sin(u)) * sinh(r)
    case .sinh: size * (cosh(r) - 1) + cosh(u) * sinh(r)
    case .cosh: size * (cosh(r) - 1) + abs(sinh(u)) * sinh(r)
    case .sqrt where u > r: r / size
    case .ln where u > r: -log(1 - r / u)
    case .abs: r
    case .sign, .floor, .ceil, .round, .step: 0
    default: r == 0 ? 0 : .infinity
    }
  }
}
