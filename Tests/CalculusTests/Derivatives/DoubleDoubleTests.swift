import Testing

@testable import Calculus

/// Double-double arithmetic and functions against identities and known digits.
struct DoubleDoubleTests {
  /// What is left of a/b − 1.
  static func error(_ a: DoubleDouble, _ b: DoubleDouble) -> Double {
    abs(((a - b) / b).high)
  }

  @Test("known constants have their second double")
  func constants() {
    let one = DoubleDouble(1)
    #expect(Self.error(one.applied(.exp), .e) < 1e-31)
    #expect(Self.error(one.applied(.atan) * 4, .pi) < 1e-31)
    #expect(Self.error(DoubleDouble(2).applied(.ln), .ln2) < 1e-31)
    #expect(Self.error(DoubleDouble(10).applied(.ln), .ln10) < 1e-31)
    // √2 = 1.41421356237309504880168872420969807856967…
    let root = DoubleDouble(2).applied(.sqrt)
    #expect(Self.error(root * root, DoubleDouble(2)) < 1e-31)
    // erf(1) = 0.84270079294971486934122063508260925929606699796630…
    let erf = DoubleDouble(high: 0.8427007929497149, low: -2.4801011789118602e-17)
    #expect(Self.error(one.applied(.erf), erf) < 1e-29)
  }

  @Test("functions and their inverses undo each other to 1e-29")
  func inverses() {
    let pairs: [(Function, Function, [Double])] = [
      (.exp, .ln, [0.3, 5, -20, 0.001]), (.ln, .exp, [0.3, 5, 1e-20, 1.0001, 1e30]),
      (.sin, .asin, [0.3, -1.2, 1e-8]), (.cos, .acos, [0.3, 1.2, 3]),
      (.tan, .atan, [0.3, -1.5, 1e-8]), (.sinh, .asinh, [0.3, -12, 1e-8]),
      (.cosh, .acosh, [0.3, 12]), (.tanh, .atanh, [0.3, -4, 1e-8]), (.sec, .asec, [0.3, 2]),
      (.csc, .acsc, [0.3, -1.2]), (.cot, .acot, [0.3, 2]), (.coth, .acoth, [0.3, -2]),
      (.sech, .asech, [0.3, 2]), (.csch, .acsch, [0.3, -2]),
    ]
    for (function, inverse, places) in pairs {
      for x in places {
        let there = DoubleDouble(x) + DoubleDouble(x * 1e-17)
        let back = there.applied(function).applied(inverse)
        let condition = function == .tanh || function == .coth ? 1e4 : 200
        #expect(Self.error(back, there) < 1e-31 * condition, "\(function.name) at \(x)")
      }
    }
  }

  @Test("sums of squares and products of functions agree with their identities")
  func identities() {
    for x in [0.1, 1.7, -3, 40.25, 1e6 + 0.5] {
      let x = DoubleDouble(x)
      let (sine, cosine) = (x.applied(.sin), x.applied(.cos))
      #expect(Self.error(sine * sine + cosine * cosine, DoubleDouble(1)) < 1e-30)
      let cube = x.applied(.cbrt)
      #expect(Self.error(cube * cube * cube, x) < 1e-30)
      let sum = x.applied(.sigmoid) + (-x).applied(.sigmoid)
      #expect(Self.error(sum, DoubleDouble(1)) < 1e-30)
      let both = x.applied(.erf) + x.applied(.erfc)
      #expect(Self.error(both, DoubleDouble(1)) < 1e-30)
    }
  }

  @Test("every function and operation agrees with doubles to their precision")
  func nearDoubles() {
    for function in Function.allCases where function.arity.contains(1) {
      for x in [-2.7, -0.6, 0.0, 0.4, 1.0, 1.9, 3.5, 30, .nan, .infinity, -.infinity] {
        let (plain, precise) = (function.value(x), DoubleDouble(x).applied(function).high)
        let isSame = plain == precise || plain.isNaN && precise.isNaN
        #expect(isSame || abs(plain - precise) <= 2e-15 * abs(plain), "\(function.name)(\(x))")
      }
    }
    let huge = DoubleDouble(1e308)
    #expect((huge + huge).high == .infinity && (huge * huge).high == .infinity)
    #expect((DoubleDouble(1) / DoubleDouble(0)).high == .infinity)
    #expect((DoubleDouble(0) / DoubleDouble(0)).high.isNaN)
  }
}
