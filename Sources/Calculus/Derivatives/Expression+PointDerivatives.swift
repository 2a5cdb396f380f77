extension Expression {
  /// The value, the gradient and the Hessian at a point, with error bounds.
  ///
  ///     let f = try Expression("(1 - cos(x))/x^2", variables: ["x"])
  ///     let result = try f.evaluated(at: [0.001])     // 16 digits, where doubles lose 10
  ///
  /// Forward over reverse, in doubles and on intervals; where an enclosure is wider than 1e-13 of the
  /// largest entry of its kind, again in double-double. The gamma family has no double-double.
  /// Where the value is NaN all derivatives are. Cost: about 20 evaluations for each variable, ten
  /// times as many of another kind with double-double.
  ///
  /// - Throws: `wrongDimension` unless the point has a component for each variable, `tooLarge` where
  ///   the Hessian would take more than some seconds.
  public func evaluated(at point: [Double]) throws(DerivativeError) -> PointDerivatives {
    let tape = Tape(self)
    try tape.check(point)
    guard Double(point.count) * Double(tape.count) < 2e7, point.count <= 2000 else {
      throw .tooLarge
    }
    let plain = tape.secondOrder(at: point)
    let enclosure = tape.secondOrder(at: point.map { Interval($0) })
    var result = PointDerivatives(plain.mapped { $0 }, enclosures: enclosure)
    if tape.isExtended, enclosure.isPoor(around: result) {
      let precise = tape.secondOrder(at: point.map { DoubleDouble($0) }).mapped(\.high)
      // Near underflow double-double loses its second half: then it leaves the enclosure.
      if enclosure.contains(precise) {
        result = PointDerivatives(precise, precise: enclosure, plain: result)
      }
    }
    if result.value.isNaN { result.clearDerivatives() }
    return result
  }

  /// The value, the gradient and the Hessian at a point given by names.
  ///
  /// - Throws: also `unknownVariable` for a name that is none of the variables, and
  ///   `wrongDimension` where a variable has no value.
  public func evaluated(
    at values: [String: Double]
  ) throws(DerivativeError) -> PointDerivatives {
    for name in values.keys.sorted() where !variables.contains(name) {
      throw .unknownVariable(name, known: variables)
    }
    return try evaluated(at: variables.compactMap { values[$0] })
  }
}

/// A value, a gradient and a Hessian in any kind of number.
struct SecondOrder<S: Scalar> {
  var value: S
  var gradient: [S]
  var hessian: [[S]]

  func mapped<T>(_ change: (S) -> T) -> SecondOrder<T> {
    SecondOrder<T>(
      value: change(value), gradient: gradient.map(change),
      hessian: hessian.map { $0.map(change) })
  }
}

extension Tape {
  /// The value, the gradient and the Hessian of the first result, forward over reverse.
  func secondOrder<S: Scalar>(at point: [S]) -> SecondOrder<S> {
    var dualPoint = point.map { Dual($0, S(0)) }
    var values = Array(repeating: Dual<S>(0), count: count)
    var adjoints = values
    let output = outputs[0]
    var result = SecondOrder(value: S(0), gradient: Array(repeating: S(0), count: 0), hessian: [])
    for index in 0..<Swift.max(inputCount, 1) {
      if index < inputCount { dualPoint[index].tangent = S(1) }
      values.withUnsafeMutableBufferPointer { values in
        adjoints.withUnsafeMutableBufferPointer { adjoints in
          forward(dualPoint, into: values)
          reverse(from: output, values, into: adjoints)
        }
      }
      if index < inputCount {
        dualPoint[index].tangent = S(0)
        result.hessian.append(adjoints[..<inputCount].map(\.tangent))
      }
      result.value = values[Int(output)].value
      result.gradient = adjoints[..<inputCount].map(\.value)
    }
    result.makeSymmetric()
    return result
  }
}

extension SecondOrder {
  /// Takes the upper triangle for both: the two differ by rounding.
  fileprivate mutating func makeSymmetric() {
    for row in hessian.indices {
      for column in 0..<row { hessian[row][column] = hessian[column][row] }
    }
  }
}

extension SecondOrder<Interval> {
  /// Whether all entries that are known to be continuous lie in their enclosures.
  fileprivate func contains(_ other: SecondOrder<Double>) -> Bool {
    let pairs =
      [(value, other.value)] + zip(gradient, other.gradient)
      + zip(hessian.flatMap { $0 }, other.hessian.flatMap { $0 })
    return pairs.allSatisfy { range, value in
      !range.isContinuous || value.isNaN || range.contains(value)
    }
  }

  /// Whether some enclosure is too wide for its kind, or says nothing.
  fileprivate func isPoor(around result: PointDerivatives) -> Bool {
    func isPoor(_ enclosures: [Interval], _ values: [Double]) -> Bool {
      let size = values.reduce(0) { max($0, abs($1)) }
      return enclosures.contains { !($0.width <= size * ErrorBound.goodWidth) || $0.isBroken }
    }
    return isPoor([value], [result.value]) || isPoor(gradient, result.gradient)
      || isPoor(hessian.flatMap { $0 }, result.hessian.flatMap { $0 })
  }
}

extension PointDerivatives {
  fileprivate init(_ result: SecondOrder<Double>, enclosures: SecondOrder<Interval>) {
    value = result.value
    gradient = result.gradient
    hessian = result.hessian
    valueBound = ErrorBound.of(value, in: enclosures.value)
    gradientBounds = zip(gradient, enclosures.gradient).map { ErrorBound.of($0, in: $1) }
    hessianBounds = zip(hessian, enclosures.hessian).map { row, bounds in
      zip(row, bounds).map { ErrorBound.of($0, in: $1) }
    }
    isExtended = false
  }

  /// Results in double-double: the bounds of the doubles, scaled, and the rounding to a double.
  fileprivate init(
    _ result: SecondOrder<Double>, precise enclosures: SecondOrder<Interval>,
    plain: PointDerivatives
  ) {
    func bound(_ value: Double, _ enclosure: Interval) -> Double {
      guard enclosure.isContinuous, value.isFinite, enclosure.width.isFinite else {
        return .infinity
      }
      // Among the smallest numbers double-double is no better than doubles.
      if abs(value) < ErrorBound.leastExtended { return ErrorBound.of(value, in: enclosure) }
      return value.ulp / 2 + enclosure.width * ErrorBound.gain
    }
    value = result.value
    gradient = result.gradient
    hessian = result.hessian
    valueBound = bound(value, enclosures.value)
    gradientBounds = zip(gradient, enclosures.gradient).map(bound)
    hessianBounds = zip(hessian, enclosures.hessian).map { zip($0, $1).map(bound) }
    isExtended = true
  }

  fileprivate mutating func clearDerivatives() {
    gradient = gradient.map { _ in .nan }
    hessian = hessian.map { $0.map { _ in .nan } }
    valueBound = .infinity
    gradientBounds = gradient.map { _ in .infinity }
    hessianBounds = hessian.map { $0.map { _ in .infinity } }
  }
}
