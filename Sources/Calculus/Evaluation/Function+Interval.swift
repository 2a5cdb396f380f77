import CVector

extension Function {
  /// The values on an interval.
  func interval(_ u: Interval) -> Interval {
    if u.isEmpty { return .empty }
    let result =
      switch self {
      case .sin, .cos, .sinc, .sec, .csc, .tan, .cot: Self.circular(self, u)
      case .abs: Self.absolute(u)
      case .sign, .floor, .ceil, .round, .step: Self.steps(self, u)
      case .cosh, .sech: Self.even(self, u)
      case .gamma, .lgamma, .digamma: Self.gammas(self, u)
      case .coth, .csch, .acoth, .acsch, .asec, .acsc: Self.reciprocalArgument(self, u)
      default: monotone(u)
      }
    return result.marked(as: u)
  }

  /// A function that rises or falls on a domain that is an interval.
  private func monotone(_ u: Interval) -> Interval {
    let domain = monotoneDomain
    let isOutside = u.lower < domain.lowerBound || u.upper > domain.upperBound
    let low = Swift.max(u.lower, domain.lowerBound)
    let high = Swift.min(u.upper, domain.upperBound)
    if low > high { return .empty }
    let isDecreasing = self == .acos || self == .acot || self == .erfc || self == .asech
    var result = Interval(
      limit(isDecreasing ? high : low), limit(isDecreasing ? low : high))
    if self != .sqrt { result = result.widenedForFunctions } else { result = result.widened }
    result.lower = Swift.max(result.lower, leastValue)
    // These underflow to zero and never are zero.
    if result.upper == 0, [.exp, .erfc, .sigmoid, .softplus].contains(self) {
      result.upper = Double.leastNonzeroMagnitude
    }
    // The ends of an open domain are not part of it.
    let touchesOpenEnd: Bool =
      switch self {
      case .ln, .log10, .log2: low == 0
      case .atanh: low == -1 || high == 1
      case .asech: low == 0
      default: false
      }
    result.isPartial = isOutside || touchesOpenEnd
    return result
  }

  private var monotoneDomain: ClosedRange<Double> {
    switch self {
    case .asin, .acos, .atanh: -1...1
    case .acosh: 1...Double.infinity
    case .ln, .log10, .log2, .sqrt: 0...Double.infinity
    case .asech: 0...1
    default: -Double.infinity...Double.infinity
    }
  }

  /// A bound below that rounding must not pass.
  private var leastValue: Double {
    switch self {
    case .exp, .sqrt, .acosh, .erfc, .sigmoid, .softplus, .relu, .acos, .acot, .asech: 0
    default: -.infinity
    }
  }

  /// The value, or its limit at an end of the domain.
  private func limit(_ x: Double) -> Double {
    switch self {
    case .ln, .log10, .log2: x == 0 ? -.infinity : value(x)
    case .atanh: Swift.abs(x) == 1 ? x * .infinity : value(x)
    case .asech: x == 0 ? .infinity : value(x)
    case .acot: x == .infinity ? 0 : x == -.infinity ? Double.pi : value(x)
    default: value(x)
    }
  }

  // MARK: Circular functions

  /// Beyond this size the reduction of an argument by π says nothing about its neighbours.
  private static let reductionLimit = 1e9

  /// Whether a point of the progression start + k·period lies in `u`, widened a little.
  private static func meets(_ u: Interval, _ start: Double, period: Double) -> Bool {
    let slack = 1e-15 * (1 + Swift.max(Swift.abs(u.lower), Swift.abs(u.upper)))
    let k = ((u.lower - slack - start) / period).rounded(.up)
    return start + k * period <= u.upper + slack
  }

  private static func circular(_ function: Function, _ u: Interval) -> Interval {
    let isFar = !(Swift.max(Swift.abs(u.lower), Swift.abs(u.upper)) <= reductionLimit)
    let half = Double.pi / 2
    switch function {
    case .sin: return wave(u, peak: half, isFar: isFar, .sin)
    case .cos: return wave(u, peak: 0, isFar: isFar, .cos)
    case .sec: return Interval(1) / wave(u, peak: 0, isFar: isFar, .cos)
    case .csc: return Interval(1) / wave(u, peak: half, isFar: isFar, .sin)
    case .tan, .cot:
      if isFar || meets(u, function == .tan ? half : 0, period: Double.pi) { return .anything }
      let low = function.value(u.lower)
      let high = function.value(u.upper)
      return Interval(Swift.min(low, high), Swift.max(low, high)).widenedForFunctions
    default: return sinc(u)
    }
  }

  private static func wave(
    _ u: Interval, peak: Double, isFar: Bool, _ function: Function
  ) -> Interval {
    if isFar || u.width >= 2 * Double.pi { return Interval(-1, 1) }
    let low = function.value(u.lower)
    let high = function.value(u.upper)
    var result = Interval(Swift.min(low, high), Swift.max(low, high)).widenedForFunctions
    if meets(u, peak, period: 2 * Double.pi) { result.upper = 1 }
    if meets(u, peak - Double.pi, period: 2 * Double.pi) { result.lower = -1 }
    return Interval(Swift.max(result.lower, -1), Swift.min(result.upper, 1))
  }

  /// sin(u)/u: falls from 0 to its least value at 4.4934….
  private static func sinc(_ u: Interval) -> Interval {
    let size = absolute(u)
    if size.upper <= 4.493 {
      let result = Interval(
        Function.sinc.value(size.upper), Function.sinc.value(size.lower)
      ).widenedForFunctions
      return Interval(result.lower, Swift.min(result.upper, 1))
    }
    return EntireQuotients.bessel(0, u)
  }

  // MARK: Other shapes

  private static func absolute(_ u: Interval) -> Interval {
    let a = Swift.abs(u.lower)
    let b = Swift.abs(u.upper)
    return Interval(u.contains(0) ? 0 : Swift.min(a, b), Swift.max(a, b))
  }

  private static func even(_ function: Function, _ u: Interval) -> Interval {
    let size = absolute(u)
    let near = function.value(size.lower)
    let far = function.value(size.upper)
    var result = Interval(Swift.min(near, far), Swift.max(near, far)).widenedForFunctions
    if function == .cosh { result.lower = Swift.max(result.lower, 1) }
    if function == .sech {
      // It underflows to zero and never is zero.
      let upper = result.upper == 0 ? Double.leastNonzeroMagnitude : Swift.min(result.upper, 1)
      result = Interval(Swift.max(result.lower, 0), upper)
    }
    return result
  }

  private static func steps(_ function: Function, _ u: Interval) -> Interval {
    let low = function.value(u.lower)
    let high = function.value(u.upper)
    return Interval(low, high, isBroken: low != high)
  }

  /// Functions with a gap or a pole around 0 that fall or rise on each side of it.
  private static func reciprocalArgument(_ function: Function, _ u: Interval) -> Interval {
    let gap = function == .acoth || function == .asec || function == .acsc ? 1.0 : 0.0
    func side(_ part: Interval, isLeft: Bool) -> Interval {
      if part.isEmpty { return .empty }
      let low = function.edge(part.lower, gap: gap, isLeft: isLeft)
      let high = function.edge(part.upper, gap: gap, isLeft: isLeft)
      var result = Interval(Swift.min(low, high), Swift.max(low, high)).widenedForFunctions
      // csch underflows to zero and never is zero.
      if function == .csch && result.upper == 0 { result.upper = Double.leastNonzeroMagnitude }
      if function == .csch && result.lower == 0 { result.lower = -Double.leastNonzeroMagnitude }
      return result
    }
    let right = side(Interval(Swift.max(u.lower, gap), u.upper), isLeft: false)
    let left = side(Interval(u.lower, Swift.min(u.upper, -gap)), isLeft: true)
    var result = right.isEmpty ? left : left.isEmpty ? right : left.union(right)
    let meetsGap = u.upper > -gap && u.lower < gap || gap == 0 && u.contains(0)
    result.isPartial = meetsGap || function == .acoth && (u.contains(1) || u.contains(-1))
    result.isBroken = meetsGap
    return result
  }

  /// The value, with the limit from the given side at a pole.
  private func edge(_ x: Double, gap: Double, isLeft: Bool) -> Double {
    if gap == 0 && x == 0 { return isLeft ? -.infinity : .infinity }
    if self == .acoth && Swift.abs(x) == 1 { return x * .infinity }
    return value(x)
  }

  /// The gamma function is U-shaped for positive numbers, and so is its size between two poles.
  private static func gammas(_ function: Function, _ u: Interval) -> Interval {
    let meetsPole = u.lower <= 0 && u.upper.rounded(.down) >= u.lower.rounded(.up)
    if meetsPole && u.lower.rounded(.up) <= 0 { return .anything }
    if function == .digamma {
      // Near its zeros the digamma function has an absolute accuracy only.
      return Interval(
        function.value(u.lower) - 1e-13, function.value(u.upper) + 1e-13
      ).widenedForFunctions
    }
    if u.width == 0 { return Interval(function.value(u.lower)).widenedForFunctions }
    if u.lower <= 0 {
      if function == .lgamma { return Interval(-.infinity, .infinity) }
      return betweenPoles(u)
    }
    let ends = Interval(function.value(u.lower)).union(Interval(function.value(u.upper)))
    var result = ends.widenedForFunctions
    if u.contains(1.461_632_144_968_362) {
      result.lower = function == .gamma ? 0.885_603_194_410_888 : -0.121_486_290_535_85
    }
    return result
  }

  /// Γ between two poles on the negative side, where |Γ| is convex: |Γ|″ = |Γ|(ψ′ + ψ²) > 0.
  ///
  /// So |Γ| lies below the chord of its ends and above their tangents, which meet at the least bound.
  private static func betweenPoles(_ u: Interval) -> Interval {
    let (low, high) = (Function.gamma.value(u.lower), Function.gamma.value(u.upper))
    let (a, b) = (Swift.abs(low), Swift.abs(high))
    let fall = a * SpecialFunctions.digamma(u.lower)
    let rise = b * SpecialFunctions.digamma(u.upper)
    var least = Swift.min(a, b)
    if fall < 0 && rise > 0 {
      let meeting = (b - a + fall * u.lower - rise * u.upper) / (fall - rise)
      let bound = a + fall * (meeting - u.lower)
      least = bound.isFinite ? Swift.max(0, Swift.min(least, bound) - 1e-12 * Swift.max(a, b)) : 0
    }
    let size = Interval(least, Swift.max(a, b)).widenedForFunctions
    return low < 0 ? -size : size
  }
}
