import Plotting
import Testing

@testable import TaylorSeries

/// Taylor polynomials: their coefficients, their convergence, the bound of their error.
struct TaylorTests {
  private static func compose(
    _ expression: String, about place: Double? = nil, orders: [Int]? = nil,
    on x: ClosedRange<Double>? = nil,
    showsRemainder: Bool = true
  ) throws -> Composition {
    var figure = Taylor()
    figure.expression = expression
    figure.place = place
    figure.orders = orders.map(Orders.init)
    figure.showsRemainder = showsRemainder
    var setting = Setting()
    setting.xRange = x
    return try figure.compose(in: setting)
  }

  private static func member(_ name: String, of composition: Composition) -> JSONValue? {
    guard case .object(let members) = composition.results else { return nil }
    return members.first { $0.0 == name }?.1
  }

  @Test(
    "the standards of the lectures have the coefficients of the textbooks",
    arguments: [
      ("exp(x)", 0.0, "[1, 1, 0.5, 0.16666666666666666, 0.041666666666666664]"),
      ("cos(x)", 0, "[1, 0, -0.5, 0, 0.041666666666666664]"), ("1/x", 1, "[1, -1, 1, -1, 1]"),
      ("1/(1+x^2)", 0, "[1, 0, -1, 0, 1]"), ("1/(1-x)", 0, "[1, 1, 1, 1, 1]"),
    ])
  func coefficients(source: String, place: Double, expected: String) throws {
    let composition = try Self.compose(source, about: place, orders: [1, 4])
    #expect(Self.member("coefficients", of: composition)?.text == expected)
  }

  @Test("the radius is in words, in the results and on the axis")
  func radius() throws {
    let poles = try Self.compose("1/(1+x^2)", about: 1, orders: [2])
    #expect(Self.member("radius", of: poles)?.text == "1.4142135623730951")
    #expect(Self.member("entire", of: poles)?.text == "false")
    #expect(poles.description.contains("nearest singularity at 0 ± 1i"))
    let entire = try Self.compose("sin(x)", orders: [1, 3])
    #expect(Self.member("radius", of: entire)?.text == "null")
    #expect(Self.member("entire", of: entire)?.text == "true")
    #expect(entire.description.contains("converges everywhere"))
  }

  @Test(
    "the bound holds and is not far above the true error",
    arguments: ["sin(x)", "exp(-x)", "1/(3+x)", "ln(2+x)", "x^2 cos(3x)"], [1, 2, 5])
  func bound(source: String, order: Int) throws {
    let composition = try Self.compose(source, about: 0, orders: [order], on: -1...1)
    guard case .number(let bound) = Self.member("remainderBound", of: composition) else {
      Issue.record("no bound")
      return
    }
    let f = try Expression(source, variables: ["x"])
    let coefficients = try f.taylorCoefficients(of: order, at: 0)
    var worst = 0.0
    for step in -200...200 {
      let x = Double(step) / 200
      let value = coefficients.reversed().reduce(0) { $0 * x + $1 }
      worst = max(worst, abs(f.value(at: [x]) - value))
    }
    #expect(worst <= bound * (1 + 1e-12) + 1e-15)
    #expect(bound <= 60 * worst + 1e-14)
  }

  @Test(
    "a pole or a branch behind the end of the window does not spoil the bound",
    arguments: [
      ("gamma(x)", 1.2, 9, 0.2, 2.2, 0.80722), ("cbrt(1+x)", 2, 8, -0.8, 6, 0.120727),
      ("exp(-1/x)", 1.2, 5, 0.2, 2.2, 0.083202), ("1/x", 1, 6, 0.05, 1.9, 13.96674),
    ])
  func nearPoles(
    source: String, place: Double, order: Int, from: Double, to: Double, worst: Double
  ) throws {
    let f = try Expression(source, variables: ["x"])
    let remainder = try f.taylorRemainder(of: order, at: place, on: from...to)
    let bound = max(remainder.bound(at: from), remainder.bound(at: to))
    #expect(bound >= worst * (1 - 1e-4) && bound <= 100 * worst)
    let outline = remainder.outline
    for (a, b) in zip(outline, outline.dropFirst()) where a.x < b.x {
      for part in [0.1, 0.5, 0.9] {
        let line = a.bound + (b.bound - a.bound) * part
        #expect(remainder.bound(at: a.x + (b.x - a.x) * part) <= line * (1 + 1e-9))
      }
    }
  }

  @Test("the sine has the bound of its vanishing next term: |x|⁹/9!")
  func vanishingTerm() throws {
    let f = try Expression("sin(x)", variables: ["x"])
    let remainder = try f.taylorRemainder(of: 7, at: 0, on: -2...2)
    let next = 1.0 / 362_880
    #expect(remainder.bound(at: 1) <= next * (1 + 1e-9) && remainder.bound(at: 1) > 0.9 * next)
    #expect(remainder.bound(at: 0) == 0 && remainder.bound(at: 3) == .infinity)
    #expect(remainder.outline.allSatisfy { $0.bound >= remainder.bound(at: $0.x) })
  }

  @Test("each order is a stage, in an ordered ramp, with its curve and its errors")
  func stages() throws {
    let scene = try #require(try Self.compose("sin(x)", orders: [1, 3, 5]).scene)
    #expect(
      scene.stages.map(\.name) == [
        "bound", "function", "order 1", "order 3", "order 5", "convergence", "remainder",
      ])
    #expect(scene.others.count == 1)
    let paints = scene.stages[2...4].compactMap { stage -> Paint? in
      guard case .curve(_, let pen, _) = stage.marks.first else { return nil }
      return pen.paint
    }
    #expect(paints == [.lineRamp(0.7), .lineRamp(0.45), .lineRamp(0.2)])
  }

  @Test("without orders the first four that differ are taken, without a place 0 or 1")
  func defaults() throws {
    #expect(Self.member("orders", of: try Self.compose("cos(x)"))?.text == "[2, 4, 6, 8]")
    #expect(Self.member("orders", of: try Self.compose("x^2 - 1"))?.text == "[2]")
    #expect(Self.member("orders", of: try Self.compose("5"))?.text == "[0]")
    #expect(Self.member("about", of: try Self.compose("ln(x)"))?.text == "1")
  }

  @Test("the series of what fills a gap, with a notice")
  func gap() throws {
    let composition = try Self.compose("sin(x)/x", about: 0, orders: [4])
    guard case .array(let found) = Self.member("coefficients", of: composition) else { return }
    for (value, expected) in zip(found, [1, 0, -1.0 / 6, 0, 1.0 / 120]) {
      guard case .number(let number) = value else { continue }
      #expect(abs(number - expected) < 1e-15)
    }
    #expect(composition.notices.first?.contains("continuation") == true)
  }

  @Test(
    "what cannot be expanded is refused", arguments: [("abs(x)", 0.0), ("ln(x)", 0), ("1/x", 0)])
  func refusals(source: String, place: Double) {
    #expect(throws: FigureError.self) { try Self.compose(source, about: place) }
  }

  @Test(
    "hostile input makes a figure or an error",
    arguments: [
      ("exp(1000x)", 0.0), ("tan(x)", 1.57), ("1e300 x^9", 1), ("exp(exp(x))", 3), ("0", 0),
      ("sin(1e9 x)", 0), ("x^60", 1e5), ("sqrt(-1-x^2)", 0),
    ])
  func hostile(source: String, place: Double) throws {
    do {
      let window = try #require(
        try Self.compose(source, about: place, orders: [1, 60]).scene
      ).panel.window
      #expect(window.width > 0 && window.height > 0 && window.height.isFinite)
    } catch is FigureError {}
  }
}
