/// Runs a tape again and again without allocating: values, gradients, Hessian–vector products.
///
/// A gradient costs one forward and one backward sweep, whatever the number of inputs. Tapes of some
/// thousand operations are regrouped into runs of equal ones first (see `TapeRuns`), which costs
/// tens of nanoseconds an operation once and makes each sweep several times faster; long sums are
/// then added in another order than recorded. The class keeps two numbers for each place of the
/// tape, and four more once a Hessian is asked for. It is not to be shared between threads.
public final class TapeEvaluator {
  /// The tape.
  public let tape: Tape
  private let runs: TapeRuns?
  private let outputs: [Int32]
  private var values: [Double]
  private var adjoints: [Double]
  private var dualValues: [Dual<Double>] = []
  private var dualAdjoints: [Dual<Double>] = []

  /// An evaluator of `tape`.
  public convenience init(_ tape: Tape) {
    self.init(tape, isRegrouped: tape.count >= Self.regroupedCount)
  }

  /// The least number of operations for which regrouping pays within a few sweeps.
  private static let regroupedCount = 4096

  init(_ tape: Tape, isRegrouped: Bool) {
    self.tape = tape
    runs = isRegrouped ? TapeRuns(tape) : nil
    outputs = runs?.outputs ?? tape.outputs
    values = Array(repeating: 0, count: runs?.count ?? tape.count)
    adjoints = values
    for (index, literal) in (runs?.literals ?? []).enumerated() {
      values[tape.inputCount + index] = literal
    }
  }

  /// The first result at a point.
  public func value(at point: [Double]) throws(DerivativeError) -> Double {
    try tape.check(point)
    values.withUnsafeMutableBufferPointer { values in
      guard let runs, let base = values.baseAddress else {
        return tape.forward(point, into: values)
      }
      point.withUnsafeBufferPointer { point in
        if let point = point.baseAddress { base.update(from: point, count: tape.inputCount) }
      }
      runs.forward(base)
    }
    return values[Int(outputs[0])]
  }

  /// The first result and its gradient at a point, in memory of the caller.
  ///
  /// Where the value is NaN the gradient is NaN. At a kink the slopes are those of the pieces.
  public func gradient(
    at point: [Double], into gradient: inout [Double]
  ) throws(DerivativeError) -> Double {
    let value = try self.value(at: point)
    reverse(from: outputs[0], value, into: &gradient)
    return value
  }

  /// The value and the gradient of the first result.
  public func gradient(
    at point: [Double]
  ) throws(DerivativeError) -> (value: Double, gradient: [Double]) {
    var gradient: [Double] = []
    let value = try self.gradient(at: point, into: &gradient)
    return (value, gradient)
  }

  /// All results and their Jacobian, a row for each result: a reverse sweep each.
  public func jacobian(
    at point: [Double]
  ) throws(DerivativeError) -> (values: [Double], jacobian: [[Double]]) {
    _ = try value(at: point)
    var rows: [[Double]] = []
    var results: [Double] = []
    for output in outputs {
      var row: [Double] = []
      results.append(values[Int(output)])
      reverse(from: output, values[Int(output)], into: &row)
      rows.append(row)
    }
    return (results, rows)
  }

  private func reverse(from output: Int32, _ value: Double, into gradient: inout [Double]) {
    if value.isNaN {
      gradient = Array(repeating: .nan, count: tape.inputCount)
      return
    }
    values.withUnsafeMutableBufferPointer { values in
      adjoints.withUnsafeMutableBufferPointer { adjoints in
        guard let runs, let base = values.baseAddress, let slopes = adjoints.baseAddress else {
          return tape.reverse(from: output, values, into: adjoints)
        }
        runs.reverse(from: Int(output), base, slopes)
      }
    }
    gradient.replaceSubrange(gradient.startIndex..., with: adjoints[..<tape.inputCount])
  }

  /// The Hessian of the first result times a direction, with the gradient: forward over reverse.
  ///
  /// Both sweeps run on dual numbers along the direction (Pearlmutter 1994), at about twice the cost
  /// of a gradient, whatever the number of inputs.
  public func hessianTimes(
    _ direction: [Double], at point: [Double]
  ) throws(DerivativeError) -> (gradient: [Double], product: [Double]) {
    try tape.check(point)
    try tape.check(direction)
    if dualValues.isEmpty {
      dualValues = Array(repeating: Dual(0), count: tape.count)
      dualAdjoints = dualValues
    }
    let dualPoint = zip(point, direction).map { Dual($0, $1) }
    let output = tape.outputs[0]
    dualValues.withUnsafeMutableBufferPointer { values in
      dualAdjoints.withUnsafeMutableBufferPointer { adjoints in
        tape.forward(dualPoint, into: values)
        tape.reverse(from: output, values, into: adjoints)
      }
    }
    if dualValues[Int(output)].value.isNaN {
      let missing = Array(repeating: Double.nan, count: tape.inputCount)
      return (missing, missing)
    }
    let inputs = dualAdjoints[..<tape.inputCount]
    return (inputs.map(\.value), inputs.map(\.tangent))
  }

  /// The value, the gradient and the Hessian of the first result: a product for each input.
  public func hessian(
    at point: [Double]
  ) throws(DerivativeError) -> (value: Double, gradient: [Double], hessian: [[Double]]) {
    let (value, gradient) = try self.gradient(at: point)
    var rows: [[Double]] = []
    var direction = Array(repeating: 0.0, count: tape.inputCount)
    for index in direction.indices {
      direction[index] = 1
      rows.append(try hessianTimes(direction, at: point).product)
      direction[index] = 0
    }
    return (value, gradient, rows)
  }
}

extension Tape {
  /// The value and the gradient of the first result at a point.
  public func gradient(
    at point: [Double]
  ) throws(DerivativeError) -> (value: Double, gradient: [Double]) {
    try TapeEvaluator(self).gradient(at: point)
  }

  /// All results and their Jacobian at a point.
  public func jacobian(
    at point: [Double]
  ) throws(DerivativeError) -> (values: [Double], jacobian: [[Double]]) {
    try TapeEvaluator(self).jacobian(at: point)
  }
}
