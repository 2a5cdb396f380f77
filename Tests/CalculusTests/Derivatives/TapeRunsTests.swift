import Testing

@testable import Calculus

/// Regrouped tapes against the same tapes as recorded.
struct TapeRunsTests {
  /// Compares values, gradients and Jacobians of a tape with and without runs.
  static func compare(_ tape: Tape, _ point: [Double], _ name: String) throws {
    let plain = try TapeEvaluator(tape, isRegrouped: false).jacobian(at: point)
    let grouped = try TapeEvaluator(tape, isRegrouped: true).jacobian(at: point)
    for (a, b) in zip(plain.values, grouped.values) {
      #expect(a == b || abs(a - b) <= 1e-12 * max(1, abs(a)) || a.isNaN && b.isNaN, "\(name)")
    }
    for (row, other) in zip(plain.jacobian, grouped.jacobian) {
      let size = row.reduce(1) { max($0, abs($1)) }
      let isSame = zip(row, other).allSatisfy {
        $0 == $1 || abs($0 - $1) <= 1e-12 * size || $0.isNaN && $1.isNaN
      }
      #expect(isSame, "\(name)")
    }
  }

  static func chain(_ x: [Variable]) -> [Variable] {
    var sum: Variable = 0
    for i in 1..<x.count {
      let rise = x[i] - x[i - 1].power(2)
      let rest = 1 - x[i - 1]
      sum += 100 * rise.power(2) + rest.power(2)
    }
    return [sum]
  }

  static func squares(_ x: [Variable]) -> [Variable] {
    var (sum, product): (Variable, Variable) = (0, 1)
    for v in x {
      sum += v * v
      product *= v
    }
    return [sum, product]
  }

  static func reversed(_ x: [Variable]) -> [Variable] {
    var sum: Variable = 0
    for (v, w) in zip(x, x.reversed()) { sum += sin(v) / w }
    return [sum]
  }

  static func network(_ x: [Variable]) -> [Variable] {
    var hidden: [Variable] = []
    for j in 0..<20 {
      var sum: Variable = 0.1
      for v in x { sum += v * Variable(Double(j) / 100) }
      hidden.append(tanh(sum))
    }
    var total: Variable = 0
    for h in hidden { total += h * exp(x[3]) }
    return [total, hidden[4], x[2], 7]
  }

  static func pieces(_ x: [Variable]) -> [Variable] {
    var sum: Variable = 0
    for i in 1..<x.count {
      let least = min(x[i], x[i - 1]) - abs(x[i] - 0.6)
      let bent = least + relu(x[i] - 0.7)
      sum += x[i].ifLess(than: 0.7, then: log(x[i]), else: bent.power(-3))
    }
    return [sum]
  }

  static func powers(_ x: [Variable]) -> [Variable] {
    var sum: Variable = 0
    for v in x {
      sum += v.power(2.5)
      sum -= v.power(x[0]) / -v
    }
    return [sum]
  }

  static func oneOften(_ x: [Variable]) -> [Variable] {
    var sum: Variable = 0
    for v in x {
      sum += x[5] * v
      sum += v - x[5]
      sum += 3 - x[5]
    }
    return [sum]
  }

  @Test("loops of many kinds have the same gradient in runs")
  func structures() throws {
    let count = 60
    let point = (0..<count).map { (k: Int) -> Double in
      let step = Double(k * 7 % 11)
      return 0.5 + step / 30
    }
    let functions = [
      Self.chain, Self.squares, Self.reversed, Self.network, Self.pieces, Self.powers,
      Self.oneOften,
    ]
    for (index, function) in functions.enumerated() {
      try Self.compare(Tape(inputCount: count, recording: function), point, "function \(index)")
    }
  }

  @Test("long loops, done block by block, have the same gradient")
  func blocks() throws {
    let count = 5_003
    let point = (0..<count).map { (k: Int) -> Double in
      let step = Double(k * 7 % 11)
      return 0.5 + step / 30
    }
    let functions = [Self.chain, Self.reversed, Self.oneOften, Self.pieces, Self.powers]
    for (index, function) in functions.enumerated() {
      try Self.compare(Tape(inputCount: count, recording: function), point, "long \(index)")
    }
    // A result inside the loop, and a loop that reads another one from its second element on.
    let shifted = try Tape(inputCount: count) { x in
      let squares = x.map { $0 * $0 }
      var sum: Variable = 0
      for k in 1..<x.count { sum += (squares[k] + squares[k - 1]) * x[k] }
      return [sum, squares[7]]
    }
    try Self.compare(shifted, point, "shifted")
    let chain = try #require(TapeRuns(Tape(inputCount: count, recording: Self.chain)))
    #expect(
      chain.groups.contains { group in
        group.members.count >= 5 && group.members.allSatisfy { $0.lane != nil }
          && group.members.contains { member in
            if case .adjoint = member.start { true } else { false }
          }
      })
  }

  @Test("a branch that was not chosen does no harm in runs either")
  func branches() throws {
    let tape = try Tape(inputCount: 40) { x in
      var sum: Variable = 0
      for v in x {
        sum += Variable(0).ifLess(than: v, then: sqrt(v) * (1 / v), else: 2 * v)
      }
      return [sum]
    }
    let point = (0..<40).map { Double($0 % 2) }
    try Self.compare(tape, point, "square roots")
    let gradient = try TapeEvaluator(tape, isRegrouped: true).gradient(at: point).gradient
    #expect(gradient == point.map { $0 == 0 ? 2 : -0.5 })
  }

  @Test("random expressions in parallel have the same gradient in runs")
  func random() throws {
    var generator = SplitMix64(seed: 21)
    for round in 0..<60 {
      let sources = (0..<3).map { _ in ReverseTests.expression(round % 4 + 1, &generator) }
      let names = ["x", "y", "z"]
      let text = (0..<30).map { k in
        sources[k % 3].replacing("1.5", with: "\(1 + Double(k) / 7)")
      }
      let f = try Expression(text.joined(separator: " + "), variables: names)
      try Self.compare(Tape(f), [0.4, -1.1, 0.9], text[0])
    }
  }

  @Test("a chain of loops becomes a few runs")
  func fewRuns() throws {
    let tape = try Tape(inputCount: 10_000, recording: Self.chain)
    let runs = try #require(TapeRuns(tape))
    #expect(runs.runs.count <= 10)
    let deep = try Expression(
      String(repeating: "sin(", count: 5_000) + "x" + String(repeating: ")", count: 5_000),
      variables: ["x"])
    #expect(TapeRuns(Tape(deep)) == nil)
  }
}
