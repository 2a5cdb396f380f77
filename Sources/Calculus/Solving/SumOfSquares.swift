/// A function of the form r² + s², to be searched through r and s.
///
/// ∇f = 2 Jᵀ(r, s) with J = ∂(r, s)/∂(x, y) is zero where r = s = 0, and else only where det J = 0.
/// The two systems {r, s} and {det J, f_x} are far better scaled than ∇f: their condition numbers
/// are about square roots of its own.
struct SumOfSquares {
  private let first: Expression
  private let second: Expression
  private let function: Expression

  /// The two parts, where the expression is written as such a sum.
  init?(_ function: Expression) {
    guard case .sum(let a, let b) = function.graph[function.root],
      let r = function.squareRoot(at: a), let s = function.squareRoot(at: b)
    else { return nil }
    (first, second) = (r, s)
    self.function = function
  }

  /// All critical points, or `nil` where something stays open.
  func points(
    in window: PlaneBox, budget: Int, field: GradientField
  ) -> (points: [CriticalPoint], visited: Int)? {
    guard budget > 0 else { return nil }
    var zeros = RootSearch(
      PlaneSystem(first, second, witnesses: [first, second]), in: window, budget: budget)
    zeros.run()
    guard zeros.isSettled else { return nil }
    let jacobian = first.gradient + second.gradient
    let determinant = Expression.combining(jacobian) { graph, j in
      graph.difference(graph.product(j[0], j[3]), graph.product(j[1], j[2]))
    }
    var folds = RootSearch(
      PlaneSystem(determinant, function.derivative(by: function.variables[0]), witnesses: []),
      in: window, budget: budget - zeros.visited)
    folds.run()
    guard folds.isSettled else { return nil }
    var points = zeros.roots.map { minimum(at: $0.at, zeros.system, field) }
    let columns = IntervalEvaluator(Program(jacobian))
    for root in folds.roots {
      // Where ∂r/∂x = ∂s/∂x = 0 the two equations do not give f_y = 0: nothing is proved.
      let x = PlaneBox(around: root.at, 1e-12 * window.x.width, 1e-12 * window.y.width)
      columns.evaluate(x.x, x.y)
      if columns.result(0).contains(0) && columns.result(2).contains(0) { return nil }
      let point = field.point(at: root.at)
      if point.kind == .degenerate { return nil }
      points.append(point)
    }
    return (points, zeros.visited + folds.visited)
  }

  /// A zero of both parts: the Hessian is 2JᵀJ, so its eigenvalues are 2σ² with all their digits.
  private func minimum(
    at p: PlanePoint, _ system: PlaneSystem, _ field: GradientField
  ) -> CriticalPoint {
    let j = system.jet(p).slopes
    let values = SingularValues(Matrix(rows: 2, columns: 2, elements: [j.0, j.1, j.2, j.3]))
      .values.sorted()
    let point = field.degeneratePoint(at: p)
    return CriticalPoint(
      at: point.at, value: point.value, gradientNorm: point.gradientNorm,
      eigenvalues: values.map { 2 * $0 * $0 }, kind: .minimum)
  }
}

extension RootSearch {
  /// Whether every root is proved and nothing is left.
  var isSettled: Bool {
    leftovers.isEmpty && flats.isEmpty && kinks.isEmpty && unsettled.isEmpty && !isContinuum
  }
}

extension Expression {
  /// u, where the term at a place is u² or k·u² with a positive number k.
  fileprivate func squareRoot(at place: Term) -> Expression? {
    switch graph[place] {
    case .power(let base, let exponent) where graph.literal(exponent) == 2:
      return Expression(graph, base, variables: variables)
    case .product(let factor, let square):
      guard let k = graph.literal(factor), k > 0, let inner = squareRoot(at: square) else {
        return nil
      }
      return Expression.combining([inner]) { graph, terms in
        graph.product(graph.number(k.squareRoot()), terms[0])
      }
    default: return nil
    }
  }
}
