extension Expression {
  /// The Taylor coefficients f⁽ᵏ⁾(a)/k! for k = 0 … order of an expression in one variable.
  ///
  ///     try Expression("exp(x)", variables: ["x"]).taylorCoefficients(of: 3, at: 0)  // 1 1 1/2 1/6
  ///
  /// Computed in doubles that carry a bound of their rounding; where that of a coefficient is more
  /// than 1e-13 of the largest one, computed again in double-double. At a
  /// kink, a jump, a branch point or outside the domain the coefficients that do not exist are NaN or
  /// infinite; so are those at a removable point such as 0 of sin(x)/x (of sinc(x) they exist).
  ///
  /// - Throws: `wrongVariableCount` unless there is one variable, `orderOutOfRange` beyond 1000,
  ///   `tooLarge` for more than some seconds of work.
  public func taylorCoefficients(
    of order: Int, at a: Double
  ) throws(DerivativeError) -> [Double] {
    let tape = Tape(self)
    guard tape.isExtended else { return try tape.taylorCoefficients(of: order, at: a) }
    let tracked = try tape.taylorSeries(order, at: TrackedDouble(a))
    let coefficients = tracked.map(\.value)
    let size = coefficients.reduce(0) { max($0, abs($1)) }
    let isPoor = tracked.contains {
      $0.value.isFinite && !(2 * $0.error <= size * ErrorBound.goodWidth)
    }
    guard isPoor else { return coefficients }
    return try tape.taylorSeries(order, at: DoubleDouble(a)).map(\.high)
  }

  /// The coefficients cᵢⱼ of (x−a)ⁱ(y−b)ʲ for i + j ≤ order ≤ 60, as rows `[i][j]`.
  ///
  /// In doubles, with the variables in the order of `variables`.
  public func taylorCoefficients(
    of order: Int, at a: Double, _ b: Double
  ) throws(DerivativeError) -> [[Double]] {
    try Tape(self).taylorCoefficients(of: order, at: a, b)
  }

  /// Enclosures of the Taylor coefficients about all points of an interval.
  ///
  /// The last one, times |x − a|^order, bounds the remainder of the expansion to order − 1 (Lagrange)
  /// where all of them are continuous. With the interval's own promise about the C library.
  public func taylorEnclosures(
    of order: Int, on interval: Interval
  ) throws(DerivativeError) -> [Interval] {
    try Tape(self).taylorSeries(order, at: interval)
  }
}

extension Tape {
  /// Whether double-double computes all of its operations better than doubles.
  var isExtended: Bool {
    operations.indices.allSatisfy { place in
      switch operations[place] {
      case .call, .call2: DoubleDouble.isExtended(function(at: place))
      default: true
      }
    }
  }
}
