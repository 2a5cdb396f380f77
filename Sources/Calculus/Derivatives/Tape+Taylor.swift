extension Tape {
  /// The highest order of an expansion in one variable, and in two.
  static let largestOrder = 1000
  static let largestOrderOfTwo = 60

  /// How many products of coefficients an expansion may take.
  private static let largestEffort = 2e9

  /// The Taylor coefficients f⁽ᵏ⁾(a)/k! for k = 0 … order of a function of one variable.
  ///
  /// In doubles, O(order²) for each operation (see `Expression.taylorCoefficients` for a careful
  /// answer). Coefficients that do not exist are NaN or infinite.
  public func taylorCoefficients(
    of order: Int, at a: Double
  ) throws(DerivativeError) -> [Double] {
    try taylorSeries(order, at: a)
  }

  /// The same with any kind of number.
  func taylorSeries<Base: Scalar>(
    _ order: Int, at a: Base
  ) throws(DerivativeError) -> [Base] {
    guard inputCount == 1 else {
      throw .wrongVariableCount(expected: 1, actual: inputCount)
    }
    try check(order, allowed: 0...Self.largestOrder)
    let values = forward([TaylorSeries.variable(at: a, order: order)])
    return values[Int(outputs[0])].known(to: order).coefficients
  }

  /// The coefficients cᵢⱼ of (x−a)ⁱ(y−b)ʲ for i + j ≤ order, as rows `[i][j]`.
  ///
  /// One expansion along (x−a, y−b) whose coefficients are homogeneous polynomials in the two.
  public func taylorCoefficients(
    of order: Int, at a: Double, _ b: Double
  ) throws(DerivativeError) -> [[Double]] {
    guard inputCount == 2 else {
      throw .wrongVariableCount(expected: 2, actual: inputCount)
    }
    try check(order, allowed: 0...Self.largestOrderOfTwo)
    let axes = [(a, [1.0, 0]), (b, [0, 1.0])].map { centre, direction in
      var series = TaylorSeries.variable(at: HomogeneousPolynomial(centre), order: order)
      if order > 0 { series.coefficients[1] = HomogeneousPolynomial(coefficients: direction) }
      return series
    }
    let degrees = forward(axes)[Int(outputs[0])].known(to: order).coefficients
    return (0...order).map { i in
      (0...(order - i)).map { j in
        let degree = degrees[i + j].coefficients
        // A coefficient that does not exist has no degrees: it is one NaN.
        return degree.isEmpty ? 0 : degree.count > j ? degree[j] : degree[0]
      }
    }
  }

  private func check(_ order: Int, allowed: ClosedRange<Int>) throws(DerivativeError) {
    guard allowed.contains(order) else { throw .orderOutOfRange(order, allowed: allowed) }
    let terms = Double(order + 1)
    let effort = inputCount == 1 ? terms * terms : terms * terms * terms * terms / 8
    if Double(count) * effort > Self.largestEffort { throw .tooLarge }
  }
}

extension TaylorSeries {
  /// The series with all its coefficients; without a value it has none.
  fileprivate func known(to order: Int) -> TaylorSeries {
    let series = padded(to: order + 1)
    return approximation.isNaN ? series.withoutSeries(leading) : series
  }
}
