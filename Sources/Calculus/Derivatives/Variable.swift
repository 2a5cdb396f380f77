/// A number in a recorded computation: an input, a result, or a constant.
///
/// Arithmetic and the functions of this module record themselves on the tape (see `Tape.init`).
/// Operations on constants alone are carried out at once.
public struct Variable: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  let recorder: TapeRecorder?
  let place: Int32
  let number: Double

  init(_ recorder: TapeRecorder, _ place: Int32) {
    self.recorder = recorder
    self.place = place
    number = 0
  }

  /// A constant.
  public init(_ number: Double) {
    recorder = nil
    place = 0
    self.number = number
  }

  /// A constant.
  public init(floatLiteral value: Double) { self.init(value) }

  /// A constant.
  public init(integerLiteral value: Int) { self.init(Double(value)) }

  private static func recorded(
    _ operation: Tape.Operation, _ a: Variable, _ b: Variable, _ value: (Double, Double) -> Double
  ) -> Variable {
    guard let recorder = a.recorder ?? b.recorder else {
      return Variable(value(a.number, b.number))
    }
    return recorder.record(operation, a, b)
  }

  /// −a.
  public static prefix func - (a: Variable) -> Variable {
    a.recorder.map { $0.record(.negate, a) } ?? Variable(-a.number)
  }

  /// a + b.
  public static func + (a: Variable, b: Variable) -> Variable { recorded(.add, a, b, +) }

  /// a − b.
  public static func - (a: Variable, b: Variable) -> Variable { recorded(.subtract, a, b, -) }

  /// a · b.
  public static func * (a: Variable, b: Variable) -> Variable { recorded(.multiply, a, b, *) }

  /// a / b.
  public static func / (a: Variable, b: Variable) -> Variable { recorded(.divide, a, b, /) }

  /// Adds in place; the first term of a sum replaces its zero.
  public static func += (a: inout Variable, b: Variable) {
    a = a.recorder == nil && a.number == 0 ? b : a + b
  }

  /// Subtracts in place.
  public static func -= (a: inout Variable, b: Variable) { a = a - b }

  /// Multiplies in place.
  public static func *= (a: inout Variable, b: Variable) { a = a * b }

  /// Divides in place.
  public static func /= (a: inout Variable, b: Variable) { a = a / b }

  /// The n-th power, up to |n| = 1024 by multiplications.
  public func power(_ n: Int) -> Variable {
    guard -1024...1024 ~= n, let exponent = Int32(exactly: n) else {
      return power(Variable(Double(n)))
    }
    return recorder.map { $0.record(.wholePower, self, nil, exponent) }
      ?? Variable(Powers.whole(number, exponent))
  }

  /// The power as IEEE defines it: NaN for a negative base with a broken exponent.
  public func power(_ exponent: Variable) -> Variable {
    Self.recorded(.power, self, exponent, Powers.value)
  }

  /// A function of one argument, by its name in the language; NaN for functions of two.
  public func applied(_ function: Function) -> Variable {
    guard let recorder, function.arity.contains(1) else {
      return Variable(function.arity.contains(1) ? function.value(number) : .nan)
    }
    return recorder.record(.call, self, nil, Int32(function.rawValue))
  }

  /// A function of two arguments, by its name in the language; NaN for functions of one.
  public func applied(_ function: Function, _ second: Variable) -> Variable {
    guard function.arity.contains(2) else { return Variable(.nan) }
    guard let recorder = recorder ?? second.recorder else {
      return Variable(function.value(number, second.number))
    }
    return recorder.record(.call2, self, second, Int32(function.rawValue))
  }

  /// `then` where self < bound, else `other`; decided anew at each point.
  public func ifLess(
    than bound: Variable, then: Variable, else other: Variable
  ) -> Variable {
    guard let recorder = recorder ?? bound.recorder else {
      return number.isNaN || bound.number.isNaN
        ? Variable(.nan) : number < bound.number ? then : other
    }
    let condition = recorder.record(.compare, self, bound, Int32(Comparison.less.rawValue))
    return recorder.record(.choose, condition, then, recorder.place(of: other))
  }
}
