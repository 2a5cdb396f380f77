import Calculus
import Foundation
import Testing

/// Every result can be written, read again, and sent to another task.
struct CodableTests {
  /// Foundation has one too.
  typealias Expression = Calculus.Expression

  private let f: Expression
  private let line: Fit

  init() throws {
    f = try Expression("x^4 - x^2*y + y^2", variables: ["x", "y"])
    let data = try FitData(x: [0, 1, 2, .nan], y: [1, 3.1, 4.9, 2], errors: [0.1, 0.1, 0.2, 0.1])
    line = Fit(
      try FitModel("a + b*x", columns: ["x", "y", "error"]), to: data, errors: "error")
  }

  private func check<Value: Codable & Hashable & Sendable>(_ value: Value) throws {
    #expect(try Fixture.roundTrip(value) == value)
  }

  @Test("results of solving come back from JSON as they were")
  func solving() throws {
    let g = try Expression("x^2 + y^2 - 1", variables: ["x", "y"])
    try check(CriticalPointSearch(of: f, in: (-2...2, -2...2)).points())
    try check(CriticalPointSearch(of: f, in: (-2...2, -2...2), budget: 3).points())
    try check(LagrangePointSearch(of: f, on: g, in: (-2...2, -2...2)).points())
    try check(#require(f.criticalPoint(from: [1, 1])))
    try check(#require(f.lagrangePoint(subjectTo: [g], from: [1, 1])))
    let h = try Expression("x^3 - 2x", variables: ["x"])
    try check(h.newtonRaphson(from: 1))
    try check(h.realRoots(in: -3...3))
    try check(h.finiteDifferences(at: 1))
    try check(f.descent(from: [1, 1]))
    try check(Sandpit(.randomPit, seed: 3))
  }

  @Test("results of differentiation come back from JSON, infinite bounds too")
  func derivatives() throws {
    try check(f)
    try check(f.evaluated(at: [1, 2]))
    try check(GradientCheck(Tape(f), at: [1, 2]))
    try check(Expression("abs(x)", variables: ["x"]).evaluated(at: [0]))
    let outside = try Expression("ln(x)", variables: ["x"]).evaluated(at: [-1])
    let again = try Fixture.roundTrip(outside)
    #expect(again.value.isNaN && again.valueBound == .infinity && again.gradient[0].isNaN)
    for interval in [Interval(1, 2), Interval(-.infinity, 3, isPartial: true), Interval(0)] {
      try check(interval)
    }
    #expect(try Fixture.roundTrip(Interval.empty).isEmpty)
    try check(Program([f]).values(columns: [0, 1], rows: [2, 3]))
  }

  @Test("results of fitting come back from JSON, with missing cells and without freedom")
  func fitting() throws {
    let result = try line.solved()
    try check(result)
    try check(result.confidenceBand(at: FitData(columns: ["x": [0, 1]])))
    let again = try Fixture.roundTrip(line)
    #expect(again.model == line.model && again.data.rows == 4)
    #expect(again.data.columns["x"]?[3].isNaN == true)
    let exact = try Fit(
      FitModel("a + b*x", columns: ["x", "y"]), to: FitData(x: [0, 1], y: [1, 2])
    ).solved()
    let read = try Fixture.roundTrip(exact)
    #expect(read.parameters == exact.parameters && read.degreesOfFreedom == 0)
  }

  @Test("results say what they claim, with names and units")
  func conditions() throws {
    var fit = line
    fit.units = ["b": "m/s"]
    let result = try fit.solved()
    #expect(result.parameters.map(\.unit) == [nil, "m/s"])
    #expect(result.conditions.map(\.isMet) == [true, true, true, false])
    fit.units = ["z": "m"]
    #expect(throws: FitError.unknownParameter("z", known: ["a", "b"])) { try fit.solved() }
    let set = CriticalPointSearch(of: f, in: (-2...2, -2...2), budget: 3).points()
    #expect(set.variables == ["x", "y"] && set.conditions[0].isMet == set.isComplete)
    let root = try Expression("x^2 - 2", variables: ["x"])
    #expect(try root.newtonRaphson(from: 1).conditions.allSatisfy(\.isMet))
    #expect(try root.realRoots(in: 0...2).conditions.allSatisfy(\.isMet))
    #expect(try root.descent(from: [1]).conditions[0].isMet)
    try check(result.conditions)
  }

  @Test("networks, examples and settings come back from JSON")
  func learning() throws {
    var generator = SeededGenerator(seed: 4)
    try check(Network(sizes: [2, 3, 1], hidden: .tanh, generator: &generator))
    try check(Examples(inputs: [[1, 2], [3, 4], [5, 6]], targets: [[0], [1], [0]]))
    try check(Optimiser.adam(step: 0.1))
    try check(Loss.crossEntropy)
  }

  @Test(
    "what does not fit together is refused, not trusted",
    arguments: [
      #"{"rows":2,"columns":2,"elements":[1,2,3]}"#, #"{"rows":-1,"columns":-1,"elements":[1]}"#,
      #"{"rows":4294967296,"columns":4294967296,"elements":[]}"#,
    ])
  func hostileMatrix(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Matrix.self, from: Data(text.utf8))
    }
  }

  @Test("a network with too few parameters and a ragged table are refused")
  func hostileShapes() {
    let network = #"{"sizes":[2,2],"hidden":"tanh","output":"linear","parameters":[1]}"#
    #expect(throws: LearningError.self) {
      try JSONDecoder().decode(Network.self, from: Data(network.utf8))
    }
    #expect(throws: FitError.self) {
      try JSONDecoder().decode(FitData.self, from: Data(#"{"columns":{"x":[1],"y":[]}}"#.utf8))
    }
    #expect(throws: ParseError.self) {
      try JSONDecoder().decode(
        Expression.self, from: Data(#"{"text":"x+","variables":["x"]}"#.utf8))
    }
  }
}
