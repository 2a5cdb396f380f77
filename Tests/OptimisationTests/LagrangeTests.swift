import Plotting
import Testing

@testable import Optimisation

/// The picture of a function on its constraint.
struct LagrangeTests {
  private static func compose(
    _ expression: String, _ constraints: String..., window: ClosedRange<Double> = -3...3
  ) throws -> Composition {
    var figure = Lagrange()
    figure.expression = expression
    figure.constraints = constraints
    var setting = Setting()
    setting.xRange = window
    setting.yRange = window
    return try figure.compose(in: setting)
  }

  private static func vectors(
    _ composition: Composition
  ) throws -> [(tail: Point, tip: Point, paint: Paint)] {
    try #require(composition.scene).stages.flatMap(\.marks).compactMap { mark in
      if case .vector(let tail, let tip, let pen) = mark { (tail, tip, pen.paint) } else { nil }
    }
  }

  @Test("the arrows of ∇f and ∇g at a point are parallel, against each other where λ < 0")
  func parallel() throws {
    let composition = try Self.compose("x + 2y", "x^2 + y^2 = 4")
    let vectors = try Self.vectors(composition)
    #expect(vectors.count == 4)
    for pair in [vectors[0..<2], vectors[2..<4]].map(Array.init) {
      let (f, g) = (pair[0].tip - pair[0].tail, pair[1].tip - pair[1].tail)
      #expect(abs(f.cross(g)) < 1e-12 * f.length * g.length)
      #expect(pair[0].paint == .role(.blue) && pair[1].paint == .role(.orange))
    }
    // The minimum comes second, and there λ is negative.
    let (f, g) = (vectors[2].tip - vectors[2].tail, vectors[3].tip - vectors[3].tail)
    #expect(f.dot(g) < 0)
  }

  @Test("a blue level curve passes through every point, at right angles to ∇f")
  func touching() throws {
    let composition = try Self.compose("x^2 + 2y^2", "x + y = 1.5")
    let scene = try #require(composition.scene)
    let marks = scene.stages.flatMap(\.marks)
    let point = try #require(
      marks.compactMap { mark -> Point? in
        if case .marker(_, let at, _) = mark { at } else { nil }
      }.first)
    let distances = marks.compactMap { mark -> Double? in
      guard case .curve(let path, let pen, _) = mark, pen.paint == .role(.blue) else { return nil }
      return path.subpaths.flatMap(\.cubics).flatMap { cubic in
        (0...20).map { cubic.point(at: Double($0) / 20).distance(to: point) }
      }.min()
    }
    #expect(try #require(distances.min()) < 0.05)
    #expect(abs(point.x - 1) < 1e-12 && abs(point.y - 0.5) < 1e-12)
  }

  @Test("each stage adds its part, and the table comes last")
  func stages() throws {
    let scene = try #require(try Self.compose("x^2 y", "x^2 + y^2 = 3").scene)
    #expect(scene.stages.map(\.name) == ["levels", "constraint", "points", "gradients", "table"])
    let last = try #require(scene.stages.last)
    #expect(last.marks.isEmpty)
    let rows = last.column.compactMap { block in
      if case .table(_, let rows) = block { rows } else { nil }
    }.first
    #expect(rows?.count == 6)
  }

  @Test("empty constraints, continua and undefined functions are answers with a notice")
  func emptyAnswers() throws {
    let empty = try Self.compose("x + y", "x^2 + y^2 = -1")
    #expect(empty.notices == ["no point of the window satisfies the constraint"])
    #expect(empty.description.contains("No point of the window satisfies the constraint."))
    let continuum = try Self.compose("x^2 + y^2", "x^2 + y^2 = 4")
    #expect(
      continuum.notices == ["the function is stationary along whole pieces of the constraint"])
    #expect(continuum.results.text.contains("\"continuum\": true"))
    let undefined = try Self.compose("sqrt(-1 - x^2)", "x = y")
    #expect(undefined.notices.contains("the function is undefined in the whole window"))
    #expect(undefined.description.contains("undefined in the whole window"))
    let nowhere = try Self.compose("x", "ln(-1 - x^2) = y")
    #expect(nowhere.notices.contains("the constraint is undefined in the whole window"))
    let none = try Self.compose("x", "y = x")
    #expect(none.notices == ["there is no point in the window where ∇f = λ∇g"])
  }

  @Test("a cusp is a singular point, said in words and marked")
  func cusp() throws {
    let composition = try Self.compose("x", "y^2 = x^3")
    #expect(composition.description.contains("1 point where ∇g = 0: f = 0 at (0, 0)."))
    #expect(composition.notices.isEmpty)
  }

  @Test("two constraints in the plane give the points where they meet")
  func twoConstraints() throws {
    let composition = try Self.compose("x y", "x^2 + y^2 = 4", "y = x")
    #expect(composition.description.contains("2 points where ∇f = λ₁∇g₁ + λ₂∇g₂"))
    let vectors = try Self.vectors(composition)
    #expect(vectors.count == 6)
  }

  @Test("constants stand in the constraint, and the lecture's points come out")
  func constants() throws {
    var figure = Lagrange()
    figure.expression = "x^2 y"
    figure.constraints = ["x^2 + y^2 = a^2"]
    var setting = Setting()
    setting.constants = ["a": 2]
    let words = try figure.compose(in: setting).description
    // f = ±2a³/(3√3) at (±a√(2/3), ±a/√3).
    #expect(words.contains("maximum 3.0792 at (1.633, 1.155)"))
  }
}
