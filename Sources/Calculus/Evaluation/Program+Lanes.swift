import CVector

extension Program.Operation {
  /// Applies the operation to `count` lanes; the result overlaps no operand.
  ///
  /// Arithmetic has the bits of `value`, functions are within 4 units in the last place of it (libmvec
  /// against libm), and a lane's result does not depend on its neighbours. Other instruction sets may
  /// give other last bits.
  func apply(
    to d: UnsafeMutablePointer<Double>, _ a: Lanes, _ b: Lanes, _ c: Lanes, count: Int
  ) {
    let (aMoves, bMoves): (Int32, Int32) = (a.moves ? 1 : 0, b.moves ? 1 : 0)
    switch self {
    case .add: cv_add(d, a.first, aMoves, b.first, bMoves, count)
    case .subtract: cv_subtract(d, a.first, aMoves, b.first, bMoves, count)
    case .multiply: cv_multiply(d, a.first, aMoves, b.first, bMoves, count)
    case .divide: cv_divide(d, a.first, aMoves, b.first, bMoves, count)
    case .negate where a.moves: cv_negate(d, a.first, count)
    case .wholePower(let n) where a.moves: cv_whole_power(d, a.first, n, count)
    case .call(let function) where a.moves: function.apply(to: d, a.first, count: count)
    case .call(let function): function.apply(to: d, a.first, count: 1)
    case .power: Powers.apply(to: d, a, b, count: count)
    case .call2(.hypot):
      cv_apply2(CV_HYPOT, d, a.first, aMoves, b.first, bMoves, count)
    case .call2(.atan2):
      cv_apply2(CV_ATAN2, d, a.first, aMoves, b.first, bMoves, count)
    default: for lane in 0..<count { d[lane] = value(a[lane], b[lane], c[lane]) }
    }
  }
}

extension Powers {
  /// The powers of many numbers; √ where the exponent is 1/2, as for a single one.
  static func apply(
    to d: UnsafeMutablePointer<Double>, _ a: Lanes, _ b: Lanes, count: Int
  ) {
    if !b.moves && b[0] == 0.5 && a.moves {
      cv_square_root(d, a.first, count)
      return
    }
    cv_apply2(CV_POW, d, a.first, a.moves ? 1 : 0, b.first, b.moves ? 1 : 0, count)
    for lane in 0..<count where b[lane] == 0.5 { d[lane] = a[lane].squareRoot() }
  }
}

extension Function {
  /// The function of the C library that it is, or that it is one over.
  private var kernel: (function: cv_function, isInverted: Bool)? {
    switch self {
    case .sin: (CV_SIN, false)
    case .cos: (CV_COS, false)
    case .tan: (CV_TAN, false)
    case .sec: (CV_COS, true)
    case .csc: (CV_SIN, true)
    case .asin: (CV_ASIN, false)
    case .acos: (CV_ACOS, false)
    case .atan: (CV_ATAN, false)
    case .sinh: (CV_SINH, false)
    case .cosh: (CV_COSH, false)
    case .tanh: (CV_TANH, false)
    case .sech: (CV_COSH, true)
    case .csch: (CV_SINH, true)
    case .coth: (CV_TANH, true)
    case .asinh: (CV_ASINH, false)
    case .acosh: (CV_ACOSH, false)
    case .atanh: (CV_ATANH, false)
    case .exp: (CV_EXP, false)
    case .ln: (CV_LOG, false)
    case .log10: (CV_LOG10, false)
    case .log2: (CV_LOG2, false)
    case .cbrt: (CV_CBRT, false)
    case .erf: (CV_ERF, false)
    case .erfc: (CV_ERFC, false)
    default: nil
    }
  }

  /// The values at many numbers; the result overlaps them nowhere.
  func apply(to d: UnsafeMutablePointer<Double>, _ a: UnsafePointer<Double>, count: Int) {
    if let (function, isInverted) = kernel {
      cv_apply(function, d, a, count)
      if isInverted { cv_invert(d, count) }
      return
    }
    switch self {
    case .sqrt: cv_square_root(d, a, count)
    case .abs: cv_absolute(d, a, count)
    case .sigmoid:
      // 1/(1 + e^(−x)) for x ≥ 0 and eˣ/(1 + eˣ) below, where neither overflows.
      for lane in 0..<count { d[lane] = -Swift.abs(a[lane]) }
      cv_apply(CV_EXP, d, d, count)
      for lane in 0..<count { d[lane] = (a[lane] >= 0 ? 1 : d[lane]) / (1 + d[lane]) }
    default: for lane in 0..<count { d[lane] = value(a[lane]) }
    }
  }
}
