/// A function of the form a + b·uᵐ with a whole m ≥ 2.
///
/// ∇f = b·m·uᵐ⁻¹ ∇u is zero on the whole curve u = 0, and else only where ∇u is. Where u changes its
/// sign in the window the curve is there, proved: it parts the window (Bolzano).
struct PowerOfFunction {
  private let base: Expression

  /// The parts, where the expression is written so.
  init?(_ function: Expression) {
    guard let base = function.powerBase else { return nil }
    self.base = base
  }

  /// A search for the points where ∇u = 0, in a window where u = 0 is a curve; else `nil`.
  func search(in window: PlaneBox, budget: Int) -> RootSearch? {
    guard ZeroSet(of: base).isEmpty(in: window) == false else { return nil }
    var search = RootSearch(GradientField(base).system, in: window, budget: budget)
    search.run()
    return search
  }

  /// Whether u is not 0 within a share of the window around a point, proved.
  func isAway(from p: PlanePoint, in window: PlaneBox, share: Double) -> Bool {
    let values = IntervalEvaluator(Program([base]))
    let box = PlaneBox(around: p, share * window.x.width, share * window.y.width)
    values.evaluate(box.x, box.y)
    return !values.result(0).contains(0)
  }
}

extension Expression {
  /// u, where the expression is a + b·uᵐ with numbers a and b and a whole m ≥ 2.
  fileprivate var powerBase: Expression? {
    var place = root
    while true {
      switch graph[place] {
      case .negated(let a): place = a
      case .sum(let a, let b), .difference(let a, let b):
        if graph.constantValue(of: a) != nil {
          place = b
        } else if graph.constantValue(of: b) != nil {
          place = a
        } else {
          return nil
        }
      case .product(let a, let b) where graph.literal(a).map { $0 != 0 } ?? false: place = b
      case .quotient(let a, let b) where graph.literal(b).map { $0 != 0 } ?? false: place = a
      case .power(let u, let exponent):
        guard let m = graph.literal(exponent), m >= 2, m == m.rounded() else { return nil }
        return Expression(graph, u, variables: variables)
      default: return nil
      }
    }
  }
}
