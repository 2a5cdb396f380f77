import Calculus
import Testing

/// The examples of `Sources/Calculus/README.md`, word for word between the marks `guide` and `end`.
struct GuideTests {
  @Test("expressions")
  func expressions() throws {
    // guide
    let f = try Expression("a x^2 sin y", variables: ["x", "y"], constants: ["a": 3])
    let value = f.value(at: [2, 0.5])
    let slope = f.derivative(by: "x").text
    let formula = f.tex
    // end
    #expect(abs(value - 12 * 0.479425538604203) < 1e-14)
    #expect(slope == "6*x*sin(y)" && formula.contains("\\sin"))
  }

  @Test("derivatives at a point, with bounds")
  func pointDerivatives() throws {
    // guide
    let f = try Expression("(1 - cos x)/x^2 + y^2", variables: ["x", "y"])
    let here = try f.evaluated(at: ["x": 0.0001, "y": 2])
    let (value, bound) = (here.value, here.valueBound)
    let hessian = here.hessian
    // end
    #expect(abs(value - 4.499999999583333) < 1e-15 && bound < 1e-15)
    #expect(hessian[1] == [0, 2] && abs(hessian[0][0] + 1.0 / 12) < 1e-8)
  }

  @Test("tapes: losses of many inputs, Jacobians, products with the Hessian")
  func tapes() throws {
    // guide
    let chain = try Tape(inputCount: 1000) { x in
      var sum: Variable = 0
      for i in 1..<x.count {
        let step = x[i] - x[i - 1].power(2)
        sum += 100 * step.power(2) + (1 - x[i - 1]).power(2)
      }
      return [sum]
    }
    let start = Array(repeating: 0.5, count: 1000)
    let gradient = try chain.gradient(at: start).gradient
    let product = try TapeEvaluator(chain).hessianTimes(gradient, at: start).product
    let check = try GradientCheck(chain, at: start).largestError

    let polar = try Tape([
      Expression("r cos t", variables: ["r", "t"]), Expression("r sin t", variables: ["r", "t"]),
    ])
    let jacobian = try polar.jacobian(at: [2, 0]).jacobian
    // end
    #expect(gradient.count == 1000 && product.count == 1000 && check < 1e-7)
    #expect(jacobian == [[1, 0], [0, 2]])
  }

  @Test("Taylor series")
  func taylor() throws {
    // guide
    let f = try Expression("exp(sin x)", variables: ["x"])
    let coefficients = try f.taylorCoefficients(of: 40, at: 0.3)
    let g = try Expression("exp(x) cos(y)", variables: ["x", "y"])
    let mixed = try g.taylorCoefficients(of: 4, at: 0, 0)[1][2]
    let remainder = try f.taylorEnclosures(of: 6, on: Interval(0, 0.6))[6]
    // end
    #expect(coefficients.count == 41 && abs(mixed + 0.5) < 1e-15 && remainder.isContinuous)
  }

  @Test("roots and Newton's method")
  func roots() throws {
    // guide
    let f = try Expression("x^3 - 2x + 2", variables: ["x"])
    let run = try f.newtonRaphson(from: 0)
    let cycle = (run.outcome, run.period)
    let roots = try f.realRoots(in: -10...10)
    let all = (roots.roots.map(\.location), roots.isComplete)
    // end
    #expect(cycle == (.cycle, 2))
    #expect(all.1 && all.0.count == 1 && abs(all.0[0] + 1.7692923542386314) < 1e-15)
  }

  @Test("critical and Lagrange points")
  func searches() throws {
    // guide
    let f = try Expression("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", variables: ["x", "y"])
    let found = CriticalPointSearch(of: f, in: (x: -5...5, y: -5...5)).points()
    let minima = found.points.filter { $0.kind == .minimum }
    let isProved = found.isComplete && !found.isContinuum

    let g = try Expression("x^2 + y^2 - 9", variables: ["x", "y"])
    let onCircle = LagrangePointSearch(of: f, on: g, in: (x: -5...5, y: -5...5)).points()
    let multipliers = onCircle.points.map { $0.multipliers[0] }

    let many = try Expression("(u - v)^2 + (v - w)^2 + w^2", variables: ["u", "v", "w"])
    let bottom = many.criticalPoint(from: [3, 1, 2])
    // end
    #expect(minima.count == 4 && found.points.count == 9 && isProved)
    #expect(multipliers.count >= 2 && onCircle.isComplete)
    #expect(bottom?.isConverged == true && bottom?.point.kind == .minimum)
  }

  @Test("descent")
  func descent() throws {
    // guide
    let f = try Expression("x^2 + 10y^2", variables: ["x", "y"])
    let path = try f.descent(from: [3, 1], .init(.gradient, stepSize: 0.05))
    let (outcome, factor) = (path.outcome, path.contractionFactor)
    // end
    #expect(outcome == .converged && abs((factor ?? 0) - 0.9) < 0.06)
  }

  @Test("fits")
  func fits() throws {
    // guide
    let data = try FitData(
      x: [0, 1, 2, 3, 4, 5], y: [5.1, 3.2, 2.1, 1.4, 1.2, 0.9],
      errors: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1])
    let model = try FitModel("a exp(-k x) + c", columns: ["x", "y", "error"])
    var fit = Fit(model, to: data, errors: "error", start: ["a": 5, "k": 1, "c": 0])
    fit.bounds["k"] = 0...10
    let result = try fit.solved()
    let k = result.parameters.first { $0.name == "k" }
    let (believed, scaled) = (k?.standardError, k?.standardErrorScaled)
    let (chiSquared, p) = (result.chiSquared, result.pValue)
    let band = try result.confidenceBand(at: FitData(columns: ["x": [0.5, 2.5]]), level: 0.95)
    // end
    #expect(result.verdict == .converged && (k?.value ?? 0) > 0.5 && (k?.value ?? 9) < 0.7)
    #expect((believed ?? 0) > 0 && (scaled ?? 0) > 0 && chiSquared > 0 && (p ?? 0) > 0.01)
    #expect(band.lower[0] < band.upper[0])
  }

  @Test("learning")
  func learning() throws {
    // guide
    var generator = SeededGenerator(seed: 1)
    let network = try Network(
      sizes: [2, 8, 3], hidden: .tanh, output: .softmax, generator: &generator)
    let examples = try Examples(
      inputs: [[0, 1], [1, -1], [-1, -1]], targets: [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    var trainer = try Trainer(
      network, on: examples, loss: .crossEntropy, by: .adam(step: 0.05))
    let cost = try trainer.run(steps: 1000, until: 0.01)
    let history = trainer.costs
    // end
    #expect(cost < 0.01 && history[0] > 0.5)
  }

  @Test("matrices and probabilities")
  func matrices() {
    // guide
    let a = Matrix(rows: 3, columns: 2, elements: [1, 1, 1, 2, 1, 3])
    let line = a.leastSquaresSolution([6, 0, 0])
    let r = a.triangularFactor().r
    let tail = Distributions.chiSquaredTail(3.84, degreesOfFreedom: 1)
    // end
    #expect(zip(line ?? [], [8, -3]).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(r.rows == 2 && abs(tail - 0.05) < 1e-4)
  }
}
