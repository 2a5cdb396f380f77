import Plotting
import Testing

@testable import MultivariateCalculus

/// Difference quotients: their errors, the slopes of the branches, the best steps.
struct DifferenceTests {
  private static func compose(_ expression: String, at place: Double) throws -> Composition {
    var figure = Difference()
    figure.expression = expression
    figure.place = place
    return try figure.compose(in: Setting())
  }

  private static func numbers(_ name: String, of value: JSONValue?) -> Double? {
    guard case .object(let members) = value,
      case .number(let number) = members.first(where: { $0.0 == name })?.1
    else { return nil }
    return number
  }

  private static func slopes(_ composition: Composition) -> JSONValue? {
    guard case .object(let members) = composition.results else { return nil }
    return members.first { $0.0 == "slopes" }?.1
  }

  @Test("the forward error falls like h, the central one like h², rounding grows like 1/h")
  func slopes() throws {
    let composition = try Self.compose("exp(x)", at: 0)
    let slopes = Self.slopes(composition)
    #expect(abs((Self.numbers("forward", of: slopes) ?? 0) - 1) < 0.05)
    #expect(abs((Self.numbers("central", of: slopes) ?? 0) - 2) < 0.05)
    #expect(abs((Self.numbers("rounding", of: slopes) ?? 0) + 1) < 0.25)
    let best = try #require(Self.numbers("bestStep", of: composition.results))
    #expect(best > 1e-9 && best < 1e-7)
  }

  @Test("where the second derivative vanishes the forward quotient is of second order too")
  func inflection() throws {
    let slopes = Self.slopes(try Self.compose("sin(x)", at: 0))
    #expect(abs((Self.numbers("forward", of: slopes) ?? 2) - 2) < 0.1)
  }

  @Test("the errors are listed for each step, null where the function is undefined")
  func list() throws {
    let text = try Self.compose("ln(x)", at: 0.01).results.text
    #expect(text.contains(#"{"h": 1, "forward": 95.38487948315"#))
    #expect(text.contains(#""central": null"#))
  }

  @Test(
    "straight lines, steep and flat functions make a figure all the same",
    arguments: [
      ("x", 1.0), ("7", 0), ("x^2", 1e10), ("exp(x)", 700), ("tan(x)", 1.5707), ("1/x", 1e-9),
      ("floor(x)", 0.5), ("sin(1e8 x)", 0), ("x^3", 0),
    ])
  func extremes(source: String, place: Double) throws {
    let scene = try #require(try Self.compose(source, at: place).scene)
    #expect(scene.panels.allSatisfy { $0.window.width > 0 && $0.window.height > 0 })
  }

  @Test(
    "a place without a slope is refused",
    arguments: [("abs(x)", 0.0), ("ln(x)", 0), ("sqrt(x)", 0)])
  func refusals(source: String, place: Double) {
    #expect(throws: FigureError.self) { try Self.compose(source, at: place) }
  }
}
