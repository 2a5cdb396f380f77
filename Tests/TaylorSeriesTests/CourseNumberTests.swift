import Plotting
import Testing

@testable import TaylorSeries

/// The series and models of the course's lectures, read from the results of ours.
struct CourseNumberTests {
  private static func compose(
    _ expression: String, about place: Double? = nil, to order: Int
  ) throws -> [(String, JSONValue)] {
    var figure = Taylor()
    (figure.expression, figure.place) = (expression, place)
    figure.orders = Orders([order])
    guard case .object(let members) = try figure.compose(in: Setting()).results else { return [] }
    return members
  }

  private static func numbers(_ name: String, _ members: [(String, JSONValue)]) -> [Double] {
    guard case .array(let list) = members.first(where: { $0.0 == name })?.1 else { return [] }
    return list.map { if case .number(let number) = $0 { number } else { .nan } }
  }

  private static let lecture: [(String, Double, [Double], Double)] = [
    ("exp(x)", 0, [1, 1, 0.5, 1.0 / 6, 1.0 / 24], Double.infinity),
    ("cos(x)", 0, [1, 0, -0.5, 0, 1.0 / 24], Double.infinity),
    ("1/x", 1, [1, -1, 1, -1, 1], 1),
    ("1/(1+x^2)", 0, [1, 0, -1, 0, 1], 1),
  ]

  @Test("the lecture's series: coefficients and how far they converge", arguments: lecture)
  func series(source: String, place: Double, expected: [Double], radius: Double) throws {
    let members = try Self.compose(source, about: place, to: 4)
    let found = Self.numbers("coefficients", members)
    #expect(found.count == 5)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-15 })
    let text = members.first { $0.0 == "radius" }?.1.text
    #expect(text == (radius.isFinite ? "1" : "null"))
    #expect(members.first { $0.0 == "entire" }?.1 == .bool(radius == .infinity))
  }

  @Test("the poles of 1/(1+x²) are ±i")
  func poles() throws {
    let members = try Self.compose("1/(1+x^2)", to: 4)
    #expect(
      members.first { $0.0 == "singularities" }?.1.text.contains(#""im": -1"#) == true)
  }

  @Test("exp(−(x²+y²)) to order 0, 1, 2 at a point: errors of the first, second and third order")
  func plane() throws {
    var figure = Linearise()
    figure.expression = "exp(-(x^2+y^2))"
    figure.point = NamedPoint(values: [0.5, 0.5])
    guard case .object(let members) = try figure.compose(in: Setting()).results else { return }
    let f = try Expression(figure.expression, variables: ["x", "y"])
    var models = [try Expression("\(f.value(at: [0.5, 0.5]))", variables: ["x", "y"])]
    for name in ["linear", "quadratic"] {
      guard case .string(let text) = members.first(where: { $0.0 == name })?.1 else { continue }
      models.append(try Expression(text, variables: ["x", "y"]))
    }
    #expect(models.count == 3)
    for (order, model) in models.enumerated() {
      let errors = [1e-2, 1e-3].map { h -> Double in
        let p = [0.5 + h, 0.5 - 0.3 * h]
        return abs(f.value(at: p) - model.value(at: p))
      }
      let slope = Powers.decimalLogarithm(errors[0] / errors[1])
      #expect(abs(slope - Double(order + 1)) < 0.1)
    }
  }
}
