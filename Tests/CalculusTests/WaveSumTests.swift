import Testing

@testable import Calculus

/// Sums of many sines and cosines, computed all at once.
@Suite struct WaveSumTests {
  /// Formulas that are sums of waves, however they are written.
  static let sums = [
    "sum(k,1,40,sin(k x)/k)", "sum(k,1,40,cos(k x)/k^2)",
    "4/pi*sum(k,1,25,sin((2k-1) x)/(2k-1))", "1/2 - sum(k,1,30,(-1)^k sin(k pi x)/(k pi))",
    "sum(k,0,11,cos(3^k x)/2^k)", "sum(k,1,20,2 cos(k (x - 1)) - sin(k - 3 x/k)/4)",
    "-(sum(k,1,300,cos(k x) exp(-k/50)))",
  ]

  private static func read(_ source: String) throws(ParseError) -> Expression {
    try Expression(source, variables: ["x"])
  }

  @Test("A sum of waves is one operation", arguments: sums)
  func recognised(source: String) throws {
    let f = try Self.read(source)
    let program = Program([f, f.derivative(by: "x")])
    #expect(program.waves.count == 2 && program.instructions.count == 2)
  }

  @Test(
    "What is no sum of waves is computed term by term",
    arguments: [
      "sum(k,1,7,sin(k x))", "sum(k,1,20,sin(k x) cos(k x))", "sum(k,1,20,sin(k x^2))",
      "sum(k,1,20,sin(x)^k)", "sum(k,1,20,sin(k x)/x)", "sum(k,1,20,x^k/k)",
    ])
  func notRecognised(source: String) throws {
    #expect(Program([try Self.read(source)]).waves.isEmpty)
  }

  @Test("A sum of waves beside other terms and inside of functions is one")
  func parts() throws {
    let program = Program([try Self.read("x^2 - exp(sum(k,1,30,sin(k x)/k))/2")])
    #expect(program.waves.count == 1 && program.instructions.count == 5)
    let plane = try Expression("sum(k,1,30,cos(k x)/k) y", variables: ["x", "y"])
    #expect(Program([plane]).waves.count == 1)
  }

  @Test("Values agree with reverse mode over the terms to rounding", arguments: sums)
  func values(source: String) throws {
    let f = try Self.read(source)
    let slope = f.derivative(by: "x")
    for index in -40...40 {
      let x = 0.173 * Double(index)
      let jet = try f.evaluated(at: [x])
      #expect(abs(f.value(at: [x]) - jet.value) < 1e-11)
      #expect(abs(slope.value(at: [x]) - jet.gradient[0]) < 1e-6)
    }
  }

  @Test("Enclosures contain the values at points within", arguments: sums)
  func enclosures(source: String) throws {
    let f = try Self.read(source)
    let program = Program([f, f.derivative(by: "x")])
    let (boxes, centred) = (IntervalEvaluator(program), CentredEvaluator(program))
    for step in 0..<120 {
      let left = -6 + 0.1017 * Double(step)
      let width = [0, 1e-9, 1e-4, 0.004, 0.03, 0.2, 1.3, 9][step % 8]
      let x = Interval(left, left + width)
      boxes.evaluate(x)
      centred.evaluate(x)
      for part in 0...8 {
        let place = left + width * Double(part) / 8
        let jet = try f.evaluated(at: [place])
        let values = [jet.value, jet.gradient[0]]
        for index in 0...1 {
          // The values at points are rounded as well.
          let slack = 1e-12 * (1 + abs(values[index]))
          let reach = Interval(values[index] - slack, values[index] + slack)
          for range in [boxes.result(index), centred.range(index)] {
            #expect(range.lower <= reach.upper && range.upper >= reach.lower)
            #expect(range.isContinuous)
          }
          if index == 0 {
            let slope = centred.slope(0)
            #expect(slope.lower <= values[1] + 1e-9 && slope.upper >= values[1] - 1e-9)
          }
        }
      }
    }
  }

  @Test("Enclosures of a narrow interval are about as wide as the function moves")
  func tightness() throws {
    let f = try Self.read("sum(k,1,100,sin(k x)/k)")
    let boxes = IntervalEvaluator(Program([f]))
    for step in 0..<60 {
      let left = 0.3 + 0.04 * Double(step)
      boxes.evaluate(Interval(left, left + 0.004))
      let values = (0...40).map { f.value(at: [left + 0.0001 * Double($0)]) }
      let moved = (values.max() ?? 0) - (values.min() ?? 0)
      #expect(boxes.result(0).width < 3 * moved + 2e-3)
    }
  }

  @Test("A sum of sines is exactly 0 at 0, one with an unbounded interval is bounded")
  func ends() throws {
    let f = try Self.read("sum(k,1,50,sin(k x)/k)")
    let boxes = IntervalEvaluator(Program([f]))
    boxes.evaluate(Interval(0))
    #expect(boxes.result(0) == Interval(0))
    #expect(f.value(at: [0]) == 0)
    boxes.evaluate(Interval(-.infinity, .infinity))
    #expect(boxes.result(0).upper > 4 && boxes.result(0).upper < 5)
    boxes.evaluate(Interval(1e300, 2e300))
    #expect(boxes.result(0).width > 8)
    boxes.evaluate(.empty)
    #expect(boxes.result(0).isEmpty)
  }

  @Test("What depends on one side of a box is kept and has the same bits")
  func hoisted() throws {
    let f = try Expression(
      "sum(k,1,9,sin(k x) cos(k y)/k) + exp(x) + sum(k,1,9,cos(k x))", variables: ["x", "y"])
    let program = Program([f, f.derivative(by: "x")])
    let evaluator = IntervalEvaluator(program)
    var seed: UInt64 = 7
    func side() -> Interval {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let left = Double(seed >> 60) / 8 - 1
      return Interval(left, left + Double(seed >> 56 & 3) / 16)
    }
    for _ in 0..<2000 {
      let (x, y) = (side(), side())
      evaluator.evaluate(x, y)
      let fresh = IntervalEvaluator(program).values(on: [x, y])
      #expect(fresh == [evaluator.result(0), evaluator.result(1)])
    }
  }
}
