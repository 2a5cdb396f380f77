import Plotting
import Testing

@testable import MultivariateCalculus

/// The figure `contour`: levels, marks, words and numbers.
struct ContourTests {
  static func compose(
    _ expression: String, _ change: (inout Contour) -> Void = { _ in },
    in setting: Setting = Setting()
  ) throws -> Composition {
    var figure = Contour()
    figure.expression = expression
    change(&figure)
    return try figure.compose(in: setting)
  }

  static func levels(_ composition: Composition) -> [Double] {
    guard case .object(let members) = composition.results,
      case .array(let values)? = members.first(where: { $0.0 == "levels" })?.1
    else { return [] }
    return values.compactMap { if case .number(let value) = $0 { value } else { nil } }
  }

  @Test("levels are round numbers, about as many as wanted")
  func levels() throws {
    #expect(Self.levels(try Self.compose("x^2+y^2")) == [2, 4, 6, 8, 10, 12, 14, 16])
    let four = try Self.compose("x^2+y^2", { $0.levels = .count(4) })
    #expect(Self.levels(four) == [4, 8, 12, 16])
    let list = try Self.compose("x^2+y^2", { $0.levels = .list([3, 1, 1]) })
    #expect(Self.levels(list) == [1, 3])
    let steep = Self.levels(try Self.compose("exp(x^2+y^2)"))
    #expect(steep.count > 4 && steep[1] / steep[0] == steep[2] / steep[1])
    #expect(Self.levels(try Self.compose("sin(x)cos(y)")).contains(0))
  }

  @Test("where the work runs out before a curve is found, nothing is said of the window")
  func exhausted() throws {
    let waves = (0..<2000).map { "sin(\($0)x + y)" }.joined(separator: " + ")
    #expect(
      try Self.compose(waves).notices
        == ["the work allowed for a figure ran out before a level curve was found"])
  }

  @Test(
    "a function of plateaus has no level curves: the plateaus are filled, nothing is left open",
    arguments: ["floor(x) + floor(y)", "ceil(x - y)", "if(x < y, 1, 2)", "round(x)"])
  func plateaus(source: String) throws {
    let composition = try Self.compose(source)
    #expect(
      composition.notices
        == ["the function is constant between its jumps: no level curves, its plateaus are filled"])
    let scene = try #require(composition.scene)
    #expect(scene.description.contains("constant between its jumps"))
    let fills = scene.stages[0].marks.count { if case .region = $0 { true } else { false } }
    #expect(fills > 1)
    #expect(scene.panel.colourBar != nil)
    let text = composition.results.text
    #expect(text.contains("\"curves\": []") && text.contains("\"unresolved\": []"))
  }

  @Test(
    "levels are read from text",
    arguments: [("12", "12"), ("1,2,4", "1,2,4"), ("0.5,", "0.5,"), ("-1, 0 ,1", "-1,0,1")])
  func levelTexts(text: String, written: String) throws {
    #expect(try Levels(parameterText: text).parameterText == written)
  }

  @Test(
    "texts that are no levels are refused",
    arguments: ["0", "1e9", "x", "", "1,,2", "1,inf", "201", "-3", "2.5", "1,1/0"])
  func badLevels(text: String) {
    #expect(throws: ParameterError.self) { try Levels(parameterText: text) }
  }

  @Test("filled regions are painted from the lowest to the highest, zero between the colours")
  func filled() throws {
    let scene = try #require(try Self.compose("sin(x)cos(y)", { $0.isFilled = true }).scene)
    var paints: [Double] = []
    for case .region(_, .divergingFill(let t)) in scene.stages[0].marks { paints.append(t) }
    #expect(paints == paints.sorted())
    #expect(paints.first.map { abs($0 + (paints.last ?? 0)) < 1e-12 } ?? false)
    #expect(scene.panel.colourBar?.bands.count == paints.count)
  }

  @Test("a function without level curves is an answer with a notice")
  func emptyAnswers() throws {
    let constant = try Self.compose("3")
    #expect(constant.notices == ["the function is constant (3): no level curves"])
    let undefined = try Self.compose("sqrt(-1-x^2)", { $0.isFilled = true })
    #expect(undefined.notices == ["the function is undefined in the whole window"])
    #expect(undefined.description.contains("undefined in the whole window"))
    let outside = try Self.compose("x^2+y^2", { $0.levels = .list([100]) })
    #expect(outside.notices == ["no level curve crosses the window"])
  }

  @Test("a constant cannot be named like a variable")
  func shadowing() {
    var setting = Setting()
    setting.constants = ["x": 2]
    #expect(
      throws: FigureError.parameter(
        name: "let", value: "x=2", wanted: "a name other than those of the variables x and y")
    ) { try Self.compose("x^2", in: setting) }
  }

  @Test("an unreadable expression is refused with its place")
  func unreadable() {
    #expect(
      throws: FigureError.expression(
        "x^2 + * y", ParseError(.missingOperand(after: "+", found: "*"), at: 6))
    ) {
      try Self.compose("x^2 + * y")
    }
  }

  @Test("the description says what, where, how many and which")
  func description() throws {
    let text = try Self.compose("x^2+y^2").description
    #expect(
      text == "Level curves of x^2 + y^2 on [−3, 3] × [−3, 3]. 20 curves, 4 closed, at "
        + "2, 4, …, 16. Values from 0 to 18 on a lattice of the window. "
        + "1 critical point: minimum 0 at (0, 0).")
  }

  @Test("an expression of thousands of terms is drawn, its formula left out")
  func longExpression() throws {
    let source = (1...2000).map { "sin(\($0)x)/\($0)^2" }.joined(separator: "+")
    let scene = try #require(try Self.compose(source, { $0.levels = .list([0.5]) }).scene)
    let formulas = scene.stages.flatMap(\.column).compactMap {
      if case .formula(let terms, _, _) = $0 { terms } else { nil }
    }
    #expect(formulas.first == ["f(x, y) = \\ldots"])
    #expect(scene.description.contains("a long expression"))
  }

  private static func curves(_ composition: Composition) -> [JSONValue] {
    ImplicitTests.list("curves", of: composition.results)
  }

  @Test("a level that is only touched is one closed curve")
  func touching() throws {
    let composition = try Self.compose("(x^2+y^2-1)^2", { $0.levels = .list([0]) })
    let closed = Self.curves(composition).map { ImplicitTests.member("closed", of: $0) }
    #expect(closed == [.bool(true)])
  }

  @Test("a level that is a single point is a dot")
  func isolated() throws {
    let composition = try Self.compose("x^2+y^2", { $0.levels = .list([0, 1]) })
    #expect(ImplicitTests.list("isolatedPoints", of: composition.results).count == 1)
    let marks = try #require(composition.scene).stages[0].marks
    #expect(marks.contains { if case .dot = $0 { true } else { false } })
  }

  @Test("level curves are not joined across a jump")
  func jump() throws {
    let composition = try Self.compose("floor(x) + y", { $0.levels = .list([0.25]) })
    // −3 ≤ x < 3: the step with y = 3.25 lies above the window.
    #expect(Self.curves(composition).count == 5)
  }

  @Test("the level of a saddle crosses itself")
  func saddleLevel() throws {
    let composition = try Self.compose("x^3 - 3x + y^2", { $0.levels = .critical })
    let saddle = Self.curves(composition).filter {
      ImplicitTests.member("level", of: $0) == .number(2)
    }
    #expect(!saddle.isEmpty)
    #expect(ImplicitTests.list("unresolved", of: composition.results).isEmpty)
  }
}
