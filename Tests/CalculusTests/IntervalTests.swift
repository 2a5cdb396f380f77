import Calculus
import Testing

/// Enclosures contain all values, and continuity is claimed only where it holds.
struct IntervalTests {
  /// Expressions that use every operation and function.
  static let sources =
    Function.allCases.filter { $0.arity.lowerBound == 1 }.map { "\($0.name)(x)" }
    + Function.allCases.filter { $0.arity.lowerBound == 2 && $0 != .polygamma && $0.isTyped }.map {
      "\($0.name)(x, y)"
    } + [
      "x + y", "x - y", "x*y", "x/y", "x^2", "x^3", "x^-2", "x^-3", "x^y", "x^0.5", "x^(1/3)",
      "2^x", "-x", "if(x < y, x, y^2)", "if(0 < x < 2, x, 3)", "x^2*y - sin(x*y)",
      "exp(-(x^2 + y^2))*(x^2 - y^2)", "sum(k, 1, 4, x^k/k)", "x*y*(x^2 - y^2)/(x^2 + y^2)",
      "polygamma(1, x)", "pi*x + e",
    ]

  @Test("what overflows stays enclosed")
  func overflow() throws {
    for source in ["(x^17)^3", "exp(exp(x))", "-(x^17)^3", "cosh(x)^9", "exp(x)^3"] {
      let program = Program([try Expression(source, variables: ["x"])])
      for x in [1e15, 1000, 8e14] {
        let range = IntervalEvaluator(program).values(on: [Interval(x)])[0]
        #expect(!range.isEmpty, "\(source) at \(x): \(range)")
        #expect(range.contains(program.values(at: [x])[0]), "\(source) at \(x): \(range)")
      }
    }
  }

  @Test("a choice is undefined where its condition is")
  func undefinedCondition() throws {
    let f = try Expression("if(5 <= sqrt(x), x, 5)", variables: ["x"])
    let range = IntervalEvaluator(Program([f])).values(on: [Interval(-0.1, 0.1)])[0]
    #expect(range.isPartial && range.contains(5))
  }

  @Test(
    "polygamma functions are enclosed between their poles",
    arguments: ["polygamma(1, x)", "polygamma(2, x)", "polygamma(3, x)", "polygamma(4, x)"])
  func polygamma(source: String) throws {
    let program = Program([try Expression(source, variables: ["x"])])
    let evaluator = IntervalEvaluator(program)
    var generator = SplitMix64(seed: 5)
    for pole in -4...0 {
      for _ in 0..<40 {
        let a = Double(pole) + Double.random(in: 0.02..<0.98, using: &generator)
        let b = Double(pole) + Double.random(in: 0.02..<0.98, using: &generator)
        let range = evaluator.values(on: [Interval(min(a, b), max(a, b))])[0]
        #expect(range.isContinuous && range.width < .infinity)
        for share in [0, 0.3, 0.5, 0.8, 1] {
          let value = program.values(at: [min(a, b) + share * abs(a - b)])[0]
          #expect(range.contains(value), "\(min(a, b))...\(max(a, b)): \(value), \(range)")
        }
      }
      let across = evaluator.values(on: [Interval(Double(pole) - 0.1, Double(pole) + 0.1)])[0]
      #expect(!across.isContinuous)
    }
  }

  @Test("the values at points of a box lie in the enclosure on the box", arguments: sources)
  func enclosure(source: String) throws {
    let program = Program([try Expression(source, variables: ["x", "y"])])
    let boxes = IntervalEvaluator(program)
    let points = PointEvaluator(program)
    var generator = SplitMix64(seed: 11)
    var claims = 0
    for trial in 0..<400 {
      let reach = trial % 4 == 0 ? 20.0 : trial % 4 == 1 ? 0.1 : 3.0
      let x = Self.interval(reach, &generator)
      let y = Self.interval(reach, &generator)
      let range = boxes.values(on: [x, y])[0]
      if range.isContinuous { claims += 1 }
      for _ in 0..<12 {
        let px = Double.random(in: x.lower...x.upper, using: &generator)
        let py = Double.random(in: y.lower...y.upper, using: &generator)
        let value = points.values(at: [px, py])[0]
        if value.isNaN {
          #expect(!range.isContinuous, "\(source) at \(px), \(py) is undefined")
        } else {
          #expect(range.contains(value), "\(source) at \(px), \(py): \(value) not in \(range)")
        }
      }
    }
    #expect(claims > 0, "\(source) is continuous somewhere")
  }

  private static func interval(_ reach: Double, _ generator: inout SplitMix64) -> Interval {
    let a = Double.random(in: -reach...reach, using: &generator)
    let b = Double.random(in: -reach...reach, using: &generator)
    return Interval(min(a, b), max(a, b))
  }

  @Test(
    "a function that jumps or has a pole on a box does not pass as continuous",
    arguments: [
      ("1/x", -1.0, 1.0), ("tan(x)", 1, 2), ("floor(x)", 0.5, 1.5), ("sign(x)", -1, 1),
      ("atan2(x, -1)", -1, 1), ("gamma(x)", -1.5, -0.5), ("ln(x)", -1, 1), ("sqrt(x)", -1, 1),
      ("csc(x)", 3, 4), ("coth(x)", -1, 1), ("asec(x)", 0.5, 2), ("mod(x, 2)", 1, 3),
      ("if(x < 0, 1, 2)", -1, 1), ("x^-1", -1, 1), ("x^0.5", -1, 1), ("acsch(x)", -1, 1),
      ("step(x)", -1, 1), ("round(x)", 0, 1),
    ])
  func breaks(source: String, low: Double, high: Double) throws {
    let program = Program([try Expression(source, variables: ["x"])])
    let range = IntervalEvaluator(program).values(on: [Interval(low, high)])[0]
    #expect(!range.isContinuous)
  }

  @Test("squares, sums of squares and distances are never negative")
  func clamps() throws {
    for source in ["x^2", "x^2 + y^2", "sqrt(x^2 + y^2)", "abs(x)", "hypot(x, y)"] {
      let program = Program([try Expression(source, variables: ["x", "y"])])
      let range = IntervalEvaluator(program).values(on: [Interval(-1, 1), Interval(-1, 1)])[0]
      #expect(range.lower == 0, "\(source)")
      #expect(range.isContinuous, "\(source)")
    }
  }
}
