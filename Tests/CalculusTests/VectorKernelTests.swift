import CVector
import Testing

@testable import Calculus

/// The kernels on many numbers against the functions of a single one.
struct VectorKernelTests {
  static let special: [Double] = [
    0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, .infinity, -.infinity, .nan,
    Double.leastNormalMagnitude / 64,
    -Double.leastNormalMagnitude / 3, Double.leastNonzeroMagnitude,
    1e300,
    -1e300, 709.7, 709.8, -708.4, -745.2, -746, 1e5, -1e10, 1e22, 1.0.nextUp, 1.0.nextDown, 1e-8,
    26.5,
    -27, 20, 22, .pi, .pi / 2, 1e16,
  ]

  /// Numbers near 0, of middling and of any size, with the special ones among them.
  static func numbers(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { k in
      let unit = Double.random(in: -1...1, using: &generator)
      switch k % 5 {
      case 0: return special[(k / 5) % special.count]
      case 1: return unit
      case 2: return unit * 12
      case 3: return unit * 700
      default: return unit * Double.random(in: -1...1, using: &generator) * 1e9
      }
    }
  }

  /// The distance in units in the last place; 0 for two NaN.
  static func distance(_ a: Double, _ b: Double) -> Double {
    if a == b || a.isNaN && b.isNaN { return 0 }
    guard a.isFinite && b.isFinite else { return .infinity }
    func place(_ x: Double) -> Int64 {
      let bits = Int64(bitPattern: x.bitPattern)
      return bits < 0 ? Int64.min &- bits : bits
    }
    return abs(Double(place(a) &- place(b)))
  }

  static let names: [(cv_function, @Sendable (Double) -> Double)] = [
    (CV_SIN, sin), (CV_COS, cos), (CV_TAN, tan), (CV_ASIN, asin), (CV_ACOS, acos), (CV_ATAN, atan),
    (CV_SINH, sinh), (CV_COSH, cosh), (CV_TANH, tanh), (CV_ASINH, asinh), (CV_ACOSH, acosh),
    (CV_ATANH, atanh), (CV_EXP, exp), (CV_LOG, log), (CV_LOG10, log10), (CV_LOG2, log2),
    (CV_LOG1P, log1p), (CV_CBRT, cbrt), (CV_ERF, erf), (CV_ERFC, erfc),
  ]

  @Test("functions of arrays are within 4 units of libm on every instruction set")
  func accuracy() {
    #expect(Self.names.count == Int(CV_FUNCTION_COUNT.rawValue))
    let numbers = Self.numbers(20_003, seed: 5)
    var values = numbers
    var worst = 0.0
    for level in 0...cv_widest().rawValue {
      for (function, scalar) in Self.names {
        cv_apply_at(cv_level(rawValue: level), function, &values, numbers, numbers.count)
        for (x, value) in zip(numbers, values) {
          let found = Self.distance(value, scalar(x))
          worst = max(worst, found)
          #expect(found <= 4, "function \(function.rawValue) of \(x) at level \(level): \(value)")
        }
      }
    }
    print(
      "vector functions: \(Self.names.count) on \(cv_widest().rawValue + 1) levels, \(worst) ulp")
  }

  @Test("functions of two arrays are within 4 units of libm on every instruction set")
  func accuracyOfTwo() {
    let (a, b) = (Self.numbers(10_007, seed: 6), Self.numbers(10_007, seed: 7))
    var values = a
    let functions: [(cv_function2, (Double, Double) -> Double)] = [
      (CV_POW, pow), (CV_ATAN2, atan2), (CV_HYPOT, hypot),
    ]
    for level in 0...cv_widest().rawValue {
      for (function, scalar) in functions {
        for (aMoves, bMoves) in [(1, 1), (1, 0), (0, 1), (0, 0)] as [(Int32, Int32)] {
          cv_apply2_at(
            cv_level(rawValue: level), function, &values, a, aMoves, b, bMoves, a.count)
          for k in a.indices {
            let (x, y) = (a[aMoves == 1 ? k : 0], b[bMoves == 1 ? k : 0])
            #expect(Self.distance(values[k], scalar(x, y)) <= 4, "(\(x), \(y)) at level \(level)")
          }
        }
      }
    }
  }

  @Test("a number has the same value wherever it stands and whatever stands beside it")
  func position() {
    let numbers = Self.numbers(1_000, seed: 8)
    for (function, _) in Self.names {
      var whole = numbers
      cv_apply(function, &whole, numbers, numbers.count)
      for start in [1, 3, 501, 993, 999] {
        var part = Array(numbers[start...])
        cv_apply(function, &part, Array(numbers[start...]), part.count)
        #expect(part.map(\.bitPattern) == whole[start...].map(\.bitPattern))
      }
    }
  }

  @Test("every operation on lanes gives what it gives on single numbers, within some units")
  func operations() throws {
    let functions = Function.allCases.map { Program.Operation.call($0) }
    let pairs: [Program.Operation] = [.min, .max, .mod, .hypot, .atan2].map { .call2($0) }
    let powers: [Program.Operation] = [-3, -1, 0, 1, 2, 3, 7, 16].map { .wholePower($0) }
    let comparisons: [Program.Operation] = [.less, .lessOrEqual, .equal, .notEqual].map {
      .compare($0)
    }
    let arithmetic: [Program.Operation] = [
      .negate, .add, .subtract, .multiply, .divide, .power, .choose,
    ]
    var a = Self.numbers(515, seed: 9)
    var b = Self.numbers(515, seed: 10)
    b[4] = 0.5
    var c = Self.numbers(515, seed: 11)
    for operation in functions + pairs + powers + comparisons + arithmetic {
      for (aMoves, bMoves) in [(true, true), (true, false), (false, true)] {
        try check(operation, &a, &b, &c, aMoves, bMoves)
      }
    }
  }

  private func check(
    _ operation: Program.Operation, _ a: inout [Double], _ b: inout [Double],
    _ c: inout [Double], _ aMoves: Bool, _ bMoves: Bool
  ) throws {
    let count = a.count
    var values = Array(repeating: 0.0, count: count)
    let isUnary: Bool =
      switch operation {
      case .negate, .wholePower, .call: true
      default: false
      }
    if isUnary && !aMoves { return }
    values.withUnsafeMutableBufferPointer { d in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          c.withUnsafeBufferPointer { c in
            guard let d = d.baseAddress, let a = a.baseAddress, let b = b.baseAddress,
              let c = c.baseAddress
            else { return }
            operation.apply(
              to: d, Lanes(first: a, moves: aMoves), Lanes(first: b, moves: bMoves),
              Lanes(first: c, moves: true), count: count)
          }
        }
      }
    }
    for k in 0..<count {
      let (x, y) = (a[aMoves ? k : 0], b[bMoves ? k : 0])
      let expected = operation.value(x, y, c[k])
      #expect(Self.distance(values[k], expected) <= 9, "\(operation) of \(x), \(y), \(c[k])")
    }
  }

  @Test("threads and repetition change no bit of a grid")
  func threads() throws {
    let sources = [
      "exp(-(x^2+y^2)) sin(3x) cos(2y)", "x + 1", "y^3", "2", "x^y", "hypot(x, y) x y",
    ]
    let program = Program(try sources.map { try Expression($0, variables: ["x", "y"]) })
    let columns = (0..<1_301).map { Double($0) / 300 - 2 }
    let rows = (0..<217).map { Double($0) / 50 - 2.1 }
    func bits(_ grid: GridValues) -> [UInt64] { grid.values.flatMap { $0.map(\.bitPattern) } }
    let one = program.values(columns: columns, rows: rows, threads: 1)
    for threads in [2, 3, 7, 400] {
      let several = program.values(columns: columns, rows: rows, threads: threads)
      #expect(bits(one) == bits(several))
    }
    var again = program.values(columns: columns, rows: rows)
    program.evaluate(on: &again)
    #expect(bits(one) == bits(again))
    for (index, source) in sources.enumerated() {
      let single = try Expression(source, variables: ["x", "y"])
      for (row, column) in [(0, 0), (100, 700), (216, 1_300), (57, 512)] {
        let value = single.value(at: [columns[column], rows[row]])
        let found = one[index, row: row, column: column]
        #expect(value.isNaN ? found.isNaN : abs(found - value) <= 1e-14 * max(1, abs(value)))
      }
    }
    let empty = program.values(columns: [], rows: rows)
    #expect(empty.values == sources.map { _ in [] })
  }
}
