import Plotting

/// Derivatives: a long chain, a network, a Taylor series.
enum GradientRows {
  static func rosenbrock() throws -> Row.Work {
    let count = 100_000
    let tape = try Tape(inputCount: count, capacity: 9 * count) { x in
      var sum: Variable = 0
      for i in 1..<x.count {
        let rise = x[i] - x[i - 1].power(2)
        let rest = 1 - x[i - 1]
        sum += 100 * rise.power(2) + rest.power(2)
      }
      return [sum]
    }
    let evaluator = TapeEvaluator(tape)
    let point = (0..<count).map { (k: Int) -> Double in 0.5 + Double(k % 7) / 10 }
    var gradient = Array(repeating: 0.0, count: count)
    return {
      let value = try Stopwatch.least { _ = try evaluator.value(at: point) }
      let slope = try Stopwatch.least { _ = try evaluator.gradient(at: point, into: &gradient) }
      let check = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return Measurement(seconds: ["value": value, "gradient": slope], facts: ["norm": [check]])
    }
  }

  /// The parameters and examples are made by formulas, so that peers can make the same ones.
  static func network() throws -> Row.Work {
    let sizes = [8, 311, 311, 1]
    let count = zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
    let parameters = (0..<count).map { (k: Int) -> Double in Double(k * 7919 % 1009) / 1009 - 0.5 }
    let scaled = parameters.map { $0 / 8 }
    let network = try Network(
      sizes: sizes, hidden: .tanh, output: .linear, parameters: scaled)
    let inputs = (0..<32).map { (s: Int) -> [Double] in
      (0..<8).map { Double((s * 8 + $0) * 31 % 101) / 101 - 0.5 }
    }
    let targets = (0..<32).map { [Double($0 % 5) / 5] }
    let examples = try Examples(inputs: inputs, targets: targets)
    let propagation = try BackPropagation(network, on: examples)
    return {
      let value = try Stopwatch.least { _ = try propagation.value(of: network) }
      let slope = try Stopwatch.least { _ = try propagation.cost(of: network) }
      let check = propagation.gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return Measurement(seconds: ["value": value, "gradient": slope], facts: ["norm": [check]])
    }
  }

  static func taylor() throws -> Row.Work {
    let f = try Expression("exp(sin x)", variables: ["x"])
    let tape = Tape(f)
    return {
      var coefficients: [Double] = []
      let compiled = try Stopwatch.least {
        coefficients = try tape.taylorCoefficients(of: 40, at: 0.3)
      }
      let watched = try Stopwatch.least { _ = try f.taylorCoefficients(of: 40, at: 0.3) }
      return Measurement(
        seconds: ["compiled": compiled, "with bounds, not compiled": watched],
        facts: ["coefficients": coefficients])
    }
  }
}
