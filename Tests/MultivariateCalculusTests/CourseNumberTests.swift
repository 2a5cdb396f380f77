import Plotting
import Testing

@testable import MultivariateCalculus

/// The numbers of the course's figures of multivariate calculus, read from the results of ours.
struct CourseNumberTests {
  private static func member(_ name: String, of value: JSONValue?) -> JSONValue? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.0 == name }?.1
  }

  private static func number(_ name: String, of value: JSONValue?) -> Double {
    if case .number(let number) = member(name, of: value) { return number }
    return .nan
  }

  private static func list(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let list) = value { return list }
    return []
  }

  private static func numbers(_ value: JSONValue?) -> [Double] {
    list(value).map { if case .number(let number) = $0 { number } else { .nan } }
  }

  /// The course's depth is the function turned over: its top is our maximum.
  @Test("the sandpit of the introduction: minimum, maximum and saddle with their eigenvalues")
  func sandpit() throws {
    var figure = Critical()
    figure.expression = "-((x-4.1)^2+(y-0.9)^2) - 30exp(-((x-1.5)^2+(y-3.7)^2)/2.8)"
    var setting = Setting()
    (setting.xRange, setting.yRange) = (0...6, 0...6)
    let results = try figure.compose(in: setting).results
    let points = Self.list(Self.member("criticalPoints", of: results))
    #expect(points.count == 3)
    let expected: [(String, Double, Double, Double, [Double], Double)] = [
      ("minimum", 1.21283, 4.00926, -46.15437, [15.550, 18.108], 6e-6),
      ("maximum", 4.20325, 0.78881, -0.12997, [-2.785, -1.924], 6e-6),
      ("saddle", 0.221, 5.078, -40.99, [-11.25, 4.06], 6e-3),
    ]
    for (kind, x, y, value, eigenvalues, slack) in expected {
      let point = points.first { Self.member("kind", of: $0) == .string(kind) }
      let at = Self.member("at", of: point)
      #expect(abs(Self.number("x", of: at) - x) < slack)
      #expect(abs(Self.number("y", of: at) - y) < slack)
      #expect(abs(Self.number("value", of: point) - value) < slack)
      let found = Self.numbers(Self.member("eigenvalues", of: point)).sorted()
      #expect(zip(found, eigenvalues).allSatisfy { abs($0 - $1) < max(slack, 6e-4) })
    }
    let f = try Expression(figure.expression, variables: ["x", "y"])
    #expect(abs(f.value(at: [0, 6]) + 44.85) < 6e-3)
  }

  @Test(
    "the Hessian lecture: det H is 4 at the minimum and −4 at the saddle",
    arguments: [("x^2 + y^2", "minimum", 4.0), ("x^2 - y^2", "saddle", -4)])
  func hessians(source: String, kind: String, determinant: Double) throws {
    var figure = Critical()
    figure.expression = source
    let results = try figure.compose(in: Setting()).results
    let points = Self.list(Self.member("criticalPoints", of: results))
    #expect(points.count == 1 && Self.member("kind", of: points.first) == .string(kind))
    let eigenvalues = Self.numbers(Self.member("eigenvalues", of: points.first))
    #expect(eigenvalues.reduce(1, *) == determinant)
  }

  @Test("the Gaussian of the Jacobian lecture: J = −2 exp(−(x²+y²)) (x, y)")
  func gaussian() throws {
    var figure = Gradient()
    figure.expression = "exp(-(x^2+y^2))"
    let samples = Self.list(
      Self.member("samples", of: try figure.compose(in: Setting()).results))
    #expect(samples.count == 225)
    let f = try Expression(figure.expression, variables: ["x", "y"])
    for sample in samples {
      let (at, g) = (Self.member("at", of: sample), Self.member("gradient", of: sample))
      let (x, y) = (Self.number("x", of: at), Self.number("y", of: at))
      let size = -2 * f.value(at: [x, y])
      #expect(abs(Self.number("x", of: g) - size * x) < 1e-15)
      #expect(abs(Self.number("y", of: g) - size * y) < 1e-15)
    }
    // Long in the middle of the slope, zero at the peak, nothing far out.
    let lengths = samples.map { sample -> (Double, Double) in
      let (at, g) = (Self.member("at", of: sample), Self.member("gradient", of: sample))
      return (
        Point(Self.number("x", of: at), Self.number("y", of: at)).length,
        Point(Self.number("x", of: g), Self.number("y", of: g)).length
      )
    }
    let longest = try #require(lengths.max { $0.1 < $1.1 })
    #expect(abs(longest.0 - 0.5.squareRoot()) < 0.2)
    #expect(lengths.contains { $0.0 < 1e-9 && $0.1 < 1e-9 })
    #expect(lengths.filter { $0.0 > 2.5 }.allSatisfy { $0.1 < 0.02 })
  }

  @Test("the difference quotients: an error of the order of h, and of h² for the central one")
  func orders() throws {
    var figure = Difference()
    figure.expression = "exp(x)"
    figure.place = 0
    let errors = Self.list(
      Self.member("errors", of: try figure.compose(in: Setting()).results))
    for (name, order) in [("forward", 1.0), ("central", 2)] {
      let rows = errors.map { (Self.number("h", of: $0), Self.number(name, of: $0)) }
      let a = try #require(rows.first { $0.0 <= 1e-1 })
      let b = try #require(rows.first { $0.0 <= 1e-2 })
      let fall = Powers.decimalLogarithm(a.1) - Powers.decimalLogarithm(b.1)
      let slope = fall / (Powers.decimalLogarithm(a.0) - Powers.decimalLogarithm(b.0))
      #expect(abs(slope - order) < 0.05)
    }
  }
}
