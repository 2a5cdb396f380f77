import Plotting
import Testing

@testable import TaylorSeries

/// Linear and quadratic models: the numbers, the texts, where they are good.
struct LineariseTests {
  private static func compose(
    _ expression: String, at point: NamedPoint? = nil, within tolerance: Double? = nil
  ) throws -> Composition {
    var figure = Linearise()
    figure.expression = expression
    figure.point = point
    figure.tolerance = tolerance
    return try figure.compose(in: Setting())
  }

  private static func member(_ name: String, of composition: Composition) -> JSONValue? {
    guard case .object(let members) = composition.results else { return nil }
    return members.first { $0.0 == name }?.1
  }

  private static func formulas(of composition: Composition) -> [String] {
    (composition.scene?.stages.flatMap(\.column) ?? []).compactMap { block in
      if case .formula(let terms, _, _) = block { terms.joined() } else { nil }
    }
  }

  @Test("the Jacobian of the lecture, in any number of variables")
  func lecture() throws {
    let point = NamedPoint(names: ["x", "y", "z"], values: [1, 2, 3])
    let composition = try Self.compose("x^2 y + 3z", at: point)
    #expect(composition.listing != nil)
    let formulas = Self.formulas(of: composition)
    #expect(
      formulas.contains {
        $0.contains("\\begin{pmatrix} 4 & 2 & 0 \\\\ 2 & 0 & 0 \\\\ 0 & 0 & 0")
      })
    #expect(Self.member("value", of: composition)?.text == "11")
    #expect(Self.member("gradient", of: composition)?.text == #"{"x": 4, "y": 1, "z": 3}"#)
    #expect(Self.member("hessian", of: composition)?.text == "[[4, 2, 0], [2, 0, 0], [0, 0, 0]]")
    #expect(
      Self.member("linear", of: composition)?.text
        == #""11 + 4*(x - 1) + (y - 2) + 3*(z - 3)""#)
  }

  @Test(
    "the texts read back and agree with the function to their order",
    arguments: [
      ("exp(-(x^2+y^2))", [0.5, 0.5]), ("sin(x)cos(y) + x y", [-1, 2]), ("x/(1+y^2)", [0, 0]),
      ("x^3 - 2x + y", [-1e-3, 1e5]), ("exp(x) ln(y+3)", [0.25, -1]),
    ])
  func texts(source: String, at: [Double]) throws {
    let composition = try Self.compose(source, at: NamedPoint(names: ["x", "y"], values: at))
    let f = try Expression(source, variables: ["x", "y"])
    for (name, order) in [("linear", 2.0), ("quadratic", 3)] {
      guard case .string(let text) = Self.member(name, of: composition) else { continue }
      let model = try Expression(text, variables: ["x", "y"])
      let errors = [1e-2, 1e-3].map { h -> Double in
        let p = [at[0] + h, at[1] + 0.7 * h]
        return abs(f.value(at: p) - model.value(at: p))
      }
      // Ten times nearer the error is 10² or 10³ times less.
      #expect(errors[1] <= 3 * errors[0] * (order == 2 ? 1e-2 : 1e-3) + 1e-10)
    }
  }

  @Test("the interval where a model of one variable is good has its ends at the tolerance")
  func within() throws {
    let composition = try Self.compose("sin(x)", at: NamedPoint(values: [0]), within: 0.01)
    guard case .array(let reaches) = Self.member("within", of: composition),
      case .array(let ends) = reaches.first, case .number(let end) = ends.last
    else {
      Issue.record("no interval")
      return
    }
    let f = try Expression("x - sin(x)", variables: ["x"])
    #expect(abs(f.value(at: [end]) - 0.01) < 1e-9)
  }

  @Test("two variables are the surface with its tangent plane, and two maps with the same levels")
  func plane() throws {
    let scene = try #require(try Self.compose("x^2 + y^2", at: NamedPoint(values: [1, 1])).scene)
    #expect(scene.others.count == 2 && scene.arrangement == .flanked)
    #expect(scene.panels.map(\.kind) == [.space, .map, .map])
    #expect(scene.stages.map(\.name) == ["within", "function", "linear", "quadratic"])
  }

  @Test("matrices too wide for the page show their first entries and the last")
  func manyVariables() throws {
    let names = (1...30).map { "v\($0)" }
    let source = names.map { "sin(\($0))^2" }.joined(separator: " + ")
    let point = NamedPoint(names: names, values: Array(repeating: 0.5, count: 30))
    let composition = try Self.compose(source, at: point)
    let matrices = Self.formulas(of: composition).filter { $0.contains("pmatrix") }
    #expect(matrices.count == 2 && matrices.allSatisfy { $0.contains("\\cdots") })
    #expect(matrices[1].contains("\\ddots"))
  }

  @Test("three variables are slices along the gradient and where the function bends most")
  func slices() throws {
    let point = NamedPoint(names: ["x", "y", "z"], values: [1, 2, 3])
    let composition = try Self.compose("x^2 y + 3z", at: point)
    let scene = try #require(composition.scene)
    #expect(scene.panels.map(\.kind) == [.graph, .graph])
    guard case .array(let slices)? = Self.member("slices", of: composition) else {
      Issue.record("no slices")
      return
    }
    #expect(slices.count == 2)
    // |∇f|² = 16 + 1 + 9, and uᵀHu along it is (4·16 + 2·2·4)/26.
    let first = slices[0].text
    #expect(first.contains("\"along\": \"gradient\""))
    #expect(first.contains("\"slope\": 5.0990195135927"))
    #expect(first.contains("\"curvature\": 3.07692307692307"))
    // The eigenvalues of (4 2; 2 0) are 2 ± √8.
    #expect(slices[1].text.contains("\"eigenvalue\": 4.8284271247461"))
    #expect(slices[1].text.contains("\"curvature\": 4.8284271247461"))
  }

  @Test("where there is no gradient or no Hessian, other directions are taken")
  func flat() throws {
    let point = NamedPoint(names: ["x", "y", "z"], values: [0, 0, 0])
    let bowl = try Self.compose("x^2 + 2y^2 + 3z^2", at: point)
    #expect(Self.member("slices", of: bowl)?.text.contains("gradient") == false)
    let plane = try Self.compose("x + y + z", at: point)
    #expect(Self.member("slices", of: plane)?.text.contains("\"along\": \"axis\"") == true)
    let nothing = try Self.compose("0 x + 0 y + 0 z + 1", at: point)
    #expect(nothing.scene?.panels.count == 2)
  }

  @Test("a narrow page has room for the maps alone")
  func narrow() throws {
    var figure = Linearise()
    figure.point = NamedPoint(values: [0.5, 0.5])
    var setting = Setting()
    setting.canvas = Canvas(pixelWidth: 800, pixelHeight: 900)
    let scene = try #require(try figure.compose(in: setting).scene)
    #expect(scene.panels.map(\.kind) == [.map, .map])
  }

  @Test(
    "a point without derivatives is refused",
    arguments: [("abs(x)", 0.0), ("ln(x)", -1), ("sqrt(x)", 0)])
  func refusals(source: String, place: Double) {
    #expect(throws: FigureError.self) {
      try Self.compose(source, at: NamedPoint(values: [place]))
    }
  }
}
