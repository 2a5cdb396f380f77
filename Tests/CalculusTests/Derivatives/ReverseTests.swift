import Calculus
import Testing

/// Reverse mode against symbolic derivatives, difference quotients and closed forms.
struct ReverseTests {
  /// A random expression in x, y and z that is smooth almost everywhere.
  static func expression(_ depth: Int, _ generator: inout SplitMix64) -> String {
    if depth == 0 {
      return ["x", "y", "z", "1.5", "2"].randomElement(using: &generator) ?? "x"
    }
    let a = expression(depth - 1, &generator)
    let b = expression(depth - 1, &generator)
    let forms = [
      "(\(a) + \(b))", "(\(a) - \(b))", "\(a)*\(b)", "\(a)/(2 + (\(b))^2)", "sin(\(a))",
      "exp(-(\(a))^2)", "tanh(\(a))", "sqrt(1 + (\(a))^2)", "atan2(\(a), 2 + (\(b))^2)",
      "hypot(\(a), 1 + abs(\(b)))", "max(\(a), \(b))", "sigmoid(\(a))", "ln(3 + cos(\(b)))",
      "(1.5 + sin(\(a)))^(\(b))", "if(\(a) < \(b), \(a), sin(\(b)))", "(\(a))^3",
    ]
    return forms.randomElement(using: &generator) ?? a
  }

  @Test("gradients and Hessians agree with symbolic ones on random expressions")
  func randomExpressions() throws {
    var generator = SplitMix64(seed: 11)
    for round in 0..<300 {
      let source = Self.expression(round % 4 + 1, &generator)
      let f = try Expression(source, variables: ["x", "y", "z"])
      let point = (0..<3).map { _ in Double.random(in: -2...2, using: &generator) }
      let (value, gradient, hessian) = f.derivatives(at: point)
      let reverse = try TapeEvaluator(Tape(f)).hessian(at: point)
      let bound = try f.evaluated(at: point)
      #expect(abs(reverse.value - value) <= 1e-12 * max(1, abs(value)))
      let steepness = max(1, gradient.map(abs).max() ?? 1)
      let bend = max(1, hessian.flatMap { $0 }.map(abs).max() ?? 1)
      for i in 0..<3 {
        #expect(abs(reverse.gradient[i] - gradient[i]) <= 1e-11 * steepness, "\(source)")
        #expect(abs(bound.gradient[i] - gradient[i]) <= 1e-11 * steepness, "\(source)")
        for j in 0..<3 {
          #expect(abs(reverse.hessian[i][j] - hessian[i][j]) <= 1e-10 * bend, "\(source)")
          #expect(abs(bound.hessian[i][j] - hessian[i][j]) <= 1e-10 * bend, "\(source)")
        }
      }
      // Difference quotients say nothing where a function bends faster than their step.
      if bend < 1e3 {
        let check = try GradientCheck(Tape(f), at: point)
        #expect(check.largestError <= 1e-6, "\(source) at \(point)")
      }
    }
  }

  @Test("a recorded function of 100 000 inputs has its gradient, and can be replayed")
  func manyInputs() throws {
    let count = 100_000
    let tape = try Tape(inputCount: count, capacity: 9 * count) { x in
      var sum: Variable = 0
      for i in 1..<x.count {
        let rise = x[i] - x[i - 1] * x[i - 1]
        let rest = 1 - x[i - 1]
        sum += 100 * (rise * rise) + rest * rest
      }
      return [sum]
    }
    let evaluator = TapeEvaluator(tape)
    for start in [0.5, 1, -1.2] {
      let x = (0..<count).map { start + 0.001 * Double($0 % 7) }
      let (value, gradient) = try evaluator.gradient(at: x)
      var sum = 0.0
      for i in 1..<count {
        let (rise, rest) = (x[i] - x[i - 1] * x[i - 1], 1 - x[i - 1])
        sum += 100 * (rise * rise) + rest * rest
      }
      #expect(abs(value - sum) <= 1e-12 * sum)
      for i in [1, 2, 777, count - 2] {
        let rise = x[i + 1] - x[i] * x[i]
        let exact = 200 * (x[i] - x[i - 1] * x[i - 1]) - 400 * x[i] * rise - 2 * (1 - x[i])
        #expect(abs(gradient[i] - exact) <= 1e-12 * max(1, abs(exact)))
      }
      let last = 200 * (x[count - 1] - x[count - 2] * x[count - 2])
      #expect(abs(gradient[count - 1] - last) <= 1e-12 * max(1, abs(last)))
    }
  }

  @Test("a Hessian times a direction agrees with the Hessian")
  func hessianProduct() throws {
    let f = try Expression(
      "exp(x y) sin(z) + x^2/(1+z^2) + hypot(x, y)", variables: ["x", "y", "z"])
    let point = [0.4, -0.7, 1.1]
    let direction = [0.3, 2, -1.0]
    let evaluator = TapeEvaluator(Tape(f))
    let hessian = try evaluator.hessian(at: point).hessian
    let product = try evaluator.hessianTimes(direction, at: point).product
    for i in 0..<3 {
      let exact = (0..<3).reduce(0.0) { $0 + hessian[i][$1] * direction[$1] }
      #expect(abs(product[i] - exact) <= 1e-13)
    }
  }

  @Test("the Jacobian has a row for each result")
  func jacobian() throws {
    let sources = ["x^2 y", "x + sin(y)", "3"]
    let map = try sources.map { try Expression($0, variables: ["x", "y"]) }
    let (values, rows) = try Tape(map).jacobian(at: [2, 3])
    #expect(values == [12, 2 + map[1].value(at: [0, 3]), 3])
    #expect(rows[0] == [12, 4])
    #expect(rows[1][0] == 1)
    #expect(rows[2] == [0, 0])
  }

  @Test("recorded functions of all kinds replay with the values they had")
  func recordedFunctions() throws {
    let tape = try Tape(inputCount: 2) { v in
      let (x, y) = (v[0], v[1])
      let first = sin(x) * cos(y) + tan(x) / exp(y) - log(x + 2) * sqrt(y)
      let second = abs(x - y) + relu(x - 1) + max(x, y) * min(x, 2) + sigmoid(x) + softplus(y)
      let third = x.power(3) + x.power(y) + y.power(0.5) + sinh(x) - cosh(y) + tanh(x) + atan(y)
      let chosen = x.ifLess(than: y, then: x * x, else: 3 * y)
      return [first + second - third + -chosen + x.applied(.atan2, y)]
    }
    let text = """
      sin(x) cos(y) + tan(x)/exp(y) - ln(x+2) sqrt(y) + abs(x-y) + relu(x-1) + max(x,y) min(x,2)
      + sigmoid(x) + softplus(y) - (x^3 + x^y + y^0.5 + sinh(x) - cosh(y) + tanh(x) + atan(y))
      - if(x < y, x^2, 3y) + atan2(x, y)
      """
    let f = try Expression(text.replacing("\n", with: " "), variables: ["x", "y"])
    for point in [[0.3, 0.8], [2.1, 0.4], [1.2, 3.0]] {
      let (value, gradient) = try tape.gradient(at: point)
      let exact = f.derivatives(at: point)
      #expect(abs(value - exact.value) <= 1e-13 * max(1, abs(value)))
      for i in 0..<2 { #expect(abs(gradient[i] - exact.gradient[i]) <= 1e-12) }
    }
  }

  @Test("derivatives at kinks and outside domains are those documented")
  func specialPoints() throws {
    func gradient(_ source: String, _ x: Double) throws -> Double {
      let f = try Expression(source, variables: ["x"])
      let result = try f.evaluated(at: [x])
      let reverse = try Tape(f).gradient(at: [x]).gradient[0]
      let isSame = result.gradient[0] == reverse || result.gradient[0].isNaN && reverse.isNaN
      #expect(isSame, "\(source) at \(x): \(result.gradient), not \(reverse)")
      return reverse
    }
    #expect(try gradient("abs(x)", 0) == 0)
    #expect(try gradient("relu(x)", 0) == 1)
    #expect(try gradient("floor(x)", 1) == 0)
    #expect(try gradient("sqrt(x)", 0) == .infinity)
    #expect(try gradient("min(x, -x)", 0) == 1)
    #expect(try gradient("if(x > 0, sqrt(x), 2x)", 0) == 2)
    #expect(try gradient("sinc(x)", 0) == 0)
    #expect(try gradient("ln(x)", -1).isNaN)
    #expect(try gradient("0*ln(x)", -1).isNaN)
    #expect(try gradient("asin(x)", 2).isNaN)
    let kink = try Expression("abs(x) + floor(x)", variables: ["x"]).evaluated(at: [0])
    #expect(kink.value == 0)
    let outside = try Expression("sqrt(x) + y", variables: ["x", "y"]).evaluated(at: [-1, 2])
    #expect(outside.value.isNaN && outside.gradient.allSatisfy { $0.isNaN })
    #expect(outside.valueBound == .infinity && outside.gradientBounds == [.infinity, .infinity])
  }

  @Test("points and recordings that do not fit are refused")
  func refusals() throws {
    let f = try Expression("x y", variables: ["x", "y"])
    #expect(throws: DerivativeError.wrongDimension(expected: 2, actual: 1)) {
      try f.evaluated(at: [1])
    }
    #expect(throws: DerivativeError.wrongDimension(expected: 2, actual: 0)) {
      try Tape(f).gradient(at: [])
    }
    #expect(throws: DerivativeError.wrongDimension(expected: 2, actual: 3)) {
      try TapeEvaluator(Tape(f)).hessianTimes([1, 2, 3], at: [1, 2])
    }
    let unknown = DerivativeError.unknownVariable("z", known: ["x", "y"])
    #expect(throws: unknown) { try f.evaluated(at: ["x": 1, "z": 2]) }
    #expect(unknown.description == "'z' is no variable; the variables are x, y")
    #expect(throws: DerivativeError.wrongDimension(expected: 2, actual: 1)) {
      try f.evaluated(at: ["x": 1])
    }
    let named = try f.evaluated(at: ["y": 3, "x": 2])
    #expect(named.gradient == [3, 2])
    let other = try Expression("z", variables: ["x", "y", "z"])
    #expect(throws: unknown) { try Tape([f, other]) }
    #expect(throws: DerivativeError.empty) { try Tape([Expression]()) }
    #expect(throws: DerivativeError.empty) { try Tape(inputCount: 0) { $0 } }
    #expect(throws: DerivativeError.empty) { try Tape(inputCount: 1) { _ in [] } }
    #expect(throws: DerivativeError.tooLarge) { try Tape(inputCount: Int.max) { $0 } }
    #expect(throws: DerivativeError.foreignVariable) {
      try Tape(inputCount: 1) { outer in
        var stray: Variable = 0
        _ = try? Tape(inputCount: 1) { other in
          stray = other[0]
          return other
        }
        return [outer[0] + stray]
      }
    }
    let constant = try Tape(inputCount: 2) { _ in [5] }
    let flat = try constant.gradient(at: [1, 2])
    #expect(flat.gradient == [0, 0])
    let number = try Expression("pi", variables: []).evaluated(at: [])
    #expect(number.value == Double.pi && number.gradient.isEmpty && number.hessian.isEmpty)
  }

  @Test("deep and long expressions have derivatives in bounded time")
  func deep() throws {
    let sines = String(repeating: "sin(", count: 9_000) + "x" + String(repeating: ")", count: 9_000)
    let result = try Expression(sines, variables: ["x"]).evaluated(at: [0.5])
    #expect(result.gradient[0] > 0 && result.gradient[0] < 1)
    let names = (0..<300).map { "x_\($0)" }
    let many = try Expression(names.map { "\($0)^2" }.joined(separator: "+"), variables: names)
    let bowl = try many.evaluated(at: Array(repeating: 1, count: 300))
    #expect(bowl.value == 300 && bowl.hessian[7][7] == 2 && bowl.hessian[7][8] == 0)
    for x in [Double.nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude] {
      let wild = try Expression("exp(x)/x + sin(x) - x^x", variables: ["x"]).evaluated(at: [x])
      #expect(wild.valueBound >= 0)
    }
  }
}
