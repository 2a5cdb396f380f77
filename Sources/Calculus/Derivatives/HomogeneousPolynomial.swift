/// Σ cᵢ x^(d−i) yⁱ: one degree of an expansion in two variables, by its coefficients c₀ … c_d.
///
/// A Taylor series with such coefficients is an expansion in two variables: the product of two of
/// them has the sum of their degrees, so the recurrences for one variable serve as they are. Zero
/// has no coefficients, and functions and divisors are of degree 0, which is all a recurrence needs.
struct HomogeneousPolynomial: Scalar {
  var coefficients: [Double]

  init(coefficients: [Double]) { self.coefficients = coefficients }
  init(_ value: Double) { coefficients = value == 0 ? [] : [value] }
  init(_ constant: Constant) { coefficients = [constant.value] }

  var approximation: Double { coefficients.first ?? 0 }
  var isZero: Bool { coefficients.allSatisfy { $0 == 0 } }

  static prefix func - (a: HomogeneousPolynomial) -> HomogeneousPolynomial {
    HomogeneousPolynomial(coefficients: a.coefficients.map { -$0 })
  }

  static func + (a: HomogeneousPolynomial, b: HomogeneousPolynomial) -> HomogeneousPolynomial {
    if a.coefficients.isEmpty { return b }
    if b.coefficients.isEmpty { return a }
    return HomogeneousPolynomial(coefficients: zip(a.coefficients, b.coefficients).map { $0 + $1 })
  }

  static func - (a: HomogeneousPolynomial, b: HomogeneousPolynomial) -> HomogeneousPolynomial {
    a + -b
  }

  static func * (a: HomogeneousPolynomial, b: HomogeneousPolynomial) -> HomogeneousPolynomial {
    if a.coefficients.isEmpty || b.coefficients.isEmpty {
      return HomogeneousPolynomial(coefficients: [])
    }
    let count = a.coefficients.count + b.coefficients.count - 1
    var product = Array(repeating: 0.0, count: count)
    for (i, left) in a.coefficients.enumerated() {
      for (j, right) in b.coefficients.enumerated() { product[i + j] += left * right }
    }
    return HomogeneousPolynomial(coefficients: product)
  }

  static func / (a: HomogeneousPolynomial, b: HomogeneousPolynomial) -> HomogeneousPolynomial {
    let divisor = b.approximation
    if a.coefficients.isEmpty { return HomogeneousPolynomial(0 / divisor) }
    return HomogeneousPolynomial(coefficients: a.coefficients.map { $0 / divisor })
  }

  func raised(to exponent: HomogeneousPolynomial) -> HomogeneousPolynomial {
    HomogeneousPolynomial(approximation.raised(to: exponent.approximation))
  }

  func raised(toWhole n: Int32) -> HomogeneousPolynomial {
    HomogeneousPolynomial(approximation.raised(toWhole: n))
  }

  func applied(_ function: Function) -> HomogeneousPolynomial {
    HomogeneousPolynomial(approximation.applied(function))
  }

  func applied(_ function: Function, _ second: HomogeneousPolynomial) -> HomogeneousPolynomial {
    HomogeneousPolynomial(approximation.applied(function, second.approximation))
  }

  func compared(
    _ comparison: Comparison, to other: HomogeneousPolynomial
  ) -> HomogeneousPolynomial {
    HomogeneousPolynomial(approximation.compared(comparison, to: other.approximation))
  }

  func choosing(
    _ first: HomogeneousPolynomial, _ second: HomogeneousPolynomial
  ) -> HomogeneousPolynomial {
    approximation.isNaN ? self : isZero ? second : first
  }
}
