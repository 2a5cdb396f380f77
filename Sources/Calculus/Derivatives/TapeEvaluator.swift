/// Runs a tape again and again without allocating: values, gradients, Hessian–vector products.
///
/// A gradient costs one forward and one backward sweep, whatever the number of inputs. The class
/// keeps two numbers for each place of the tape, and two more once a Hessian is asked for. It is not
/// to be shared between threads.
public final class TapeEvaluator {
  /// The tape.
  public let tape: Tape
  private var values: [Double]
  private var adjoints: [Double]
  private var dualValues: [Dual<Double>] = []
  private var dualAdjoints: [Dual<Double>] = []

  /// An evaluator of `tape`.
  public init(_ tape: Tape) {
    self.tape = tape
    values = Array(repeating: 0, count: tape.count)
    adjoints = Array(repeating: 0, count: tape.count)
  }

  /// The first result at a point.
  public func value(at point: [Double]) throws(DerivativeError) -> Double {
    try tape.check(point)
    values.withUnsafeMutableBufferPointer { tape.forward(point, into: $0) }
    return values[Int(tape.outputs[0])]
  }

  /// The first result and its gradient at a point, in memory of the caller.
  ///
  /// Where the value is NaN the gradient is NaN. At a kink the slopes are those of the pieces.
  public func gradient(
    at point: [Double], into gradient: inout [Double]
  ) throws(DerivativeError) -> Double {
    let value = try self.value(at: point)
    reverse(from: tape.outputs[0], value, into: &gradient)
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
    for output in tape.outputs {
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
        tape.reverse(from: output, values, into: adjoints)
      }
    }
    if gradient.count != tape.inputCount {
      gradient = Array(adjoints[..<tape.inputCount])
    } else {
      for index in gradient.indices { gradient[index] = adjoints[index] }
    }
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
