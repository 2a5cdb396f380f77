import Calculus
import Testing

/// The error of difference quotients falls by Taylor's theorem and rises by rounding.
struct FiniteDifferencesTests {
  static func table(_ source: String, at place: Double) throws -> FiniteDifferences {
    try Expression(source, variables: ["x"]).finiteDifferences(at: place)
  }

  @Test("the forward error falls like h and the central one like h²")
  func orders() throws {
    let table = try Self.table("exp(x)", at: 0.5)
    let wide = try #require(table.errors.first { $0.h <= 0.01 })
    let narrow = try #require(table.errors.first { $0.h <= 0.001_000_1 })
    let ratio = wide.h / narrow.h
    let forward = try #require(wide.forward) / (try #require(narrow.forward))
    let central = try #require(wide.central) / (try #require(narrow.central))
    #expect(abs(forward / ratio - 1) < 0.01)
    #expect(abs(central / (ratio * ratio) - 1) < 0.01)
  }

  @Test(
    "the best step is near the one where truncation and rounding balance",
    arguments: [("exp(x)", 0.0), ("sin(x)", 1.0), ("x^5", 2.0), ("ln(x)", 3.0)])
  func bestStep(source: String, place: Double) throws {
    let table = try Self.table(source, at: place)
    let best = try #require(table.bestStep)
    let expected = try #require(table.expectedStep)
    #expect(best > expected / 10 && best < expected * 10)
    let bestCentral = try #require(table.bestCentralStep)
    let expectedCentral = try #require(table.expectedCentralStep)
    #expect(bestCentral > expectedCentral / 10 && bestCentral < expectedCentral * 10)
  }

  @Test("the central quotient of a parabola has no truncation error, the forward one has h")
  func parabola() throws {
    let table = try Self.table("x^2", at: 1)
    let first = table.errors[0]
    #expect(first.h == 1 && first.forward == 1 && first.central == 0)
    #expect(table.derivative == 2 && table.expectedCentralStep == nil)
  }

  @Test("where f is undefined beside the place there is no error to show")
  func domainEnd() throws {
    let table = try Self.table("sqrt(x)", at: 0.01)
    #expect(table.errors[0].central == nil && table.errors[0].forward != nil)
    #expect(table.errors[40].central != nil)
  }

  @Test("a place without a derivative is refused, and so is one that is no number")
  func refusals() throws {
    #expect(throws: UnivariateError.undefined(at: 0)) { try Self.table("sqrt(x)", at: 0) }
    #expect(throws: UnivariateError.undefined(at: -1)) { try Self.table("ln(x)", at: -1) }
    #expect(throws: UnivariateError.self) { try Self.table("x", at: .nan) }
    let two = try Expression("x + y", variables: ["x", "y"])
    #expect(throws: UnivariateError.variables(count: 2)) { try two.finiteDifferences(at: 1) }
    let odd = try Expression("x", variables: ["x"])
      .finiteDifferences(at: 1, steps: [.nan, -1, 0, .infinity, 0.5])
    #expect(odd.errors.map(\.h) == [0.5])
  }
}
