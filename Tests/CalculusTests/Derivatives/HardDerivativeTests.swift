import Calculus
import Testing

/// Values and derivatives where doubles lose digits, against 18 digits computed with 110.
struct HardDerivativeTests {
  @Test(
    "cancellation, poles and extremes cost no digits, and the bounds hold",
    arguments: [
      (
        "(1-cos(x))/x^2", 1e-4,
        [0.499999999583333333, -8.33333332777777818e-6, -0.0833333331666666667]
      ),
      (
        "exp(x)-1-x", 1e-5,
        [5.00001666670833423e-11, 0.0000100000500001666679, 1.00001000005000017]
      ),
      (
        "ln(1+x)-x", 1e-6,
        [-4.99999666666916621e-13, -9.99999000000999954e-7, -0.999998000002999996]
      ),
      ("sqrt(x^2+1)-x", 1e6, [4.99999999999875e-7, -4.99999999999625e-13, 9.999999999985e-19]),
      ("tan(x)", 1.5707963, [37320539.6343548168, 1392822678599449.76, 1.03961787960598011e+23]),
      (
        "1/(x-1)", 1.000000001,
        [999999917.259635847, -999999834519278540.0, 1.99999950355785616e+27]
      ),
      (
        "sinh(x)-x", 1e-3,
        [1.66666675000000209e-10, 5.00000041666668076e-7, 0.00100000016666667502]
      ),
      (
        "atan(x)-pi/2", 1e8,
        [-9.99999999999999967e-9, 9.999999999999999e-17, -1.9999999999999996e-24]
      ),
      (
        "cosh(x)-sinh(x)", 20,
        [2.06115362243855783e-9, -2.06115362243855783e-9, 2.06115362243855783e-9]
      ),
      (
        "1-tanh(x)^2", 15,
        [3.74304918753536932e-13, -7.4860983750693376e-13, 1.4972196750133071e-12]
      ),
      (
        "(1+x)^(1/3)-1-x/3", 1e-5,
        [-1.11110493831275708e-11, -2.22220370386831143e-6, -0.222218518567900631]
      ),
      ("x^x", 100, [1e200, 5.60517018598809137e+200, 3.14279328138897748e+201]),
      ("sin(x)", 1e6, [-0.349993502171292952, 0.936752127533144787, 0.349993502171292952]),
      (
        "cos(x)-1+x^2/2", 1e-3,
        [4.1666665277777806e-14, 1.66666658333333542e-10, 4.99999958333334743e-7]
      ),
      (
        "x^20-(x^2-1)^10", 30,
        [3.85489114972405579e+27, 2.31421846099492044e+27, 1.31207564639792898e+27]
      ),
      ("erf(x)-1", 2, [-0.00467773498104726584, 0.0206669853540920539, -0.0826679414163682154]),
    ] as [(String, Double, [Double])])
  func hardPoints(source: String, x: Double, expected: [Double]) throws {
    let result = try Expression(source, variables: ["x"]).evaluated(at: [x])
    let values = [result.value, result.gradient[0], result.hessian[0][0]]
    let bounds = [result.valueBound, result.gradientBounds[0], result.hessianBounds[0][0]]
    for (place, value) in values.enumerated() {
      let error = abs(value - expected[place])
      #expect(error <= 1e-12 * abs(expected[place]), "entry \(place): \(value)")
      #expect(error <= bounds[place] + 2 * expected[place].ulp, "entry \(place) ± \(bounds[place])")
    }
  }

  @Test(
    "at kinks and jumps no bound is claimed",
    arguments: [
      "abs(x)", "relu(x)", "max(x, 2x)", "min(x, -x)", "if(x <= 0, x^2, 5x)", "if(x = 0, x, x^2)",
      "abs(x)*(x+1)",
    ])
  func kinks(source: String) throws {
    let result = try Expression(source, variables: ["x"]).evaluated(at: [0])
    #expect(result.value == 0)
    #expect(result.gradientBounds == [.infinity], "\(result)")
  }

  @Test("where double-double underflows the bound is that of doubles")
  func underflow() throws {
    let f = try Expression("x^0.3", variables: ["x"])
    let result = try f.evaluated(at: [.leastNormalMagnitude])
    // (2⁻¹⁰²²)^0.3 = 2^(−306.6).
    let error = abs(result.value - 5.060615361081189e-93)
    #expect(error <= result.valueBound + 2 * result.value.ulp, "\(result.value)")
    let tiny = try Expression("5e-324*x^(-1)*pi", variables: ["x"]).evaluated(at: [0.7])
    #expect(tiny.valueBound > 0 && tiny.gradientBounds[0] > 0)
  }

  @Test("at a jump not even the value has a bound", arguments: ["floor(x)", "sign(x)", "step(x)"])
  func jumps(source: String) throws {
    let result = try Expression(source, variables: ["x"]).evaluated(at: [0])
    #expect(result.valueBound == .infinity)
    let beside = try Expression(source, variables: ["x"]).evaluated(at: [0.25])
    #expect(beside.valueBound < 1e-15 && beside.gradientBounds[0] < 1e-300)
  }
}
