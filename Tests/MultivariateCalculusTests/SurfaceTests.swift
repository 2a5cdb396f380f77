import Plotting
import Testing

@testable import MultivariateCalculus

/// The surface in its box: numbers, words, and pictures of anything.
struct SurfaceTests {
  private func member(_ value: JSONValue, _ names: String...) -> JSONValue? {
    names.reduce(value) { value, name in
      guard case .object(let members)? = value else { return nil }
      return members.first { $0.0 == name }?.1
    }
  }

  private func number(_ value: JSONValue, _ names: String...) -> Double? {
    var found: JSONValue? = value
    for name in names { found = found.flatMap { member($0, name) } }
    if case .number(let number)? = found { return number }
    return nil
  }

  private func surface(
    _ expression: String, at point: Point? = nil, _ change: (inout Surface) -> Void = { _ in }
  ) throws -> Composition {
    var figure = Surface()
    figure.expression = expression
    figure.tangentPoint = point
    change(&figure)
    return try figure.compose(in: Setting())
  }

  @Test(
    "the tangent plane has the value and the gradient of f at the point",
    arguments: [
      ("x^2 + y^2", Point(1, 0.5), 1.25, Point(2, 1)),
      ("(x^3 - 3x y^2)/6", Point(-0.6, 0.4), 0.012, Point(0.1, 0.24)),
      ("3x - 2y + 1", Point(0, 0), 1, Point(3, -2)), ("5", Point(1, 1), 5, Point(0, 0)),
      ("sqrt(9 - x^2 - y^2)", Point(2, 2), 1, Point(-2, -2)),
    ])
  func tangent(source: String, at point: Point, value: Double, gradient: Point) throws {
    let results = try surface(source, at: point).results
    #expect(number(results, "tangentPlane", "at", "x") == point.x)
    #expect(abs((number(results, "tangentPlane", "value") ?? .nan) - value) < 1e-12)
    let x = number(results, "tangentPlane", "gradient", "x") ?? .nan
    let y = number(results, "tangentPlane", "gradient", "y") ?? .nan
    #expect(abs(x - gradient.x) < 1e-12 && abs(y - gradient.y) < 1e-12)
  }

  @Test("where f has no tangent plane this is said, and no gradient is given")
  func noTangent() throws {
    for (source, word) in [
      ("abs(x) + abs(y)", "not differentiable"), ("hypot(x, y)", "not differentiable"),
      ("floor(x)", "not differentiable"), ("ln(x)", "undefined"), ("1/x", "undefined"),
      ("x y/(x^2+y^2)", "undefined"),
    ] {
      let found = try surface(source, at: Point(0, 0))
      #expect(member(found.results, "tangentPlane").flatMap { member($0, "gradient") } != nil)
      #expect(number(found.results, "tangentPlane", "gradient", "x") == nil, "\(source)")
      #expect(found.notices.contains { $0.contains(word) }, "\(source): \(found.notices)")
      #expect(found.scene?.description.contains(word) == true, "\(source)")
    }
    // At these the derivative needs care, and yet there is one.
    for source in ["x abs(x)", "abs(x)^1.5 + y", "x^2 sign(x)", "exp(x)"] {
      let found = try surface(source, at: Point(0, 0))
      #expect(number(found.results, "tangentPlane", "gradient", "x") != nil, "\(source)")
    }
  }

  @Test("how the surface runs beside its plane is what the Hessian says")
  func contact() throws {
    let cases = [
      ("x^2 + y^2", "above"), ("-x^2 - 2y^2", "below"), ("x y", "cuts"),
      ("x^2 - y^2 + x y", "cuts"),
    ]
    for (source, word) in cases {
      let description = try surface(source, at: Point(0.3, 0.2)).scene?.description ?? ""
      #expect(description.contains(word), "\(source): \(description)")
    }
  }

  @Test("the box holds the values, and a pole does not stretch it")
  func heights() throws {
    let bowl = try surface("x^2 + y^2").results
    guard case .array(let range)? = member(bowl, "zRange"), case .number(let low) = range[0],
      case .number(let high) = range[1]
    else {
      Issue.record("no range")
      return
    }
    #expect(low <= 0 && low > -3 && high >= 18 && high <= 20)
    let pole = try surface("1/(x^2 + y^2)")
    guard case .array(let ends)? = member(pole.results, "zRange"), case .number(let top) = ends[1]
    else {
      Issue.record("no range")
      return
    }
    #expect(top < 5)
    #expect(pole.scene?.description.contains("cut off") == true)
  }

  @Test(
    "any function and any view end in a picture with finite coordinates",
    arguments: [
      "0/0", "sqrt(-1-x^2)", "5", "0", "1e300 x", "1e-300 y", "-1e308 + 0x", "1.7e308 sign(x)",
      "exp(exp(exp(x^2+y^2)))", "sin(1000x) sin(1000y)", "tan(x y)", "1/(x y)", "floor(x)", "x^y",
      "gamma(x)", "ln(x)", "1e9 + x/1e6",
    ])
  func hostile(source: String) throws {
    for angles in [
      ViewAngles(), ViewAngles(azimuth: 0, elevation: 90), ViewAngles(azimuth: 90, elevation: -90),
      ViewAngles(azimuth: 1e15, elevation: 0), ViewAngles(azimuth: 180, elevation: 0),
    ] {
      let found = try surface(source, at: Point(1, 2)) {
        $0.angles = angles
        $0.showsFloor = true
        $0.points = [Point(0, 0), Point(1e300, 0)]
        $0.curves = ["x = y", "0 = 1", "x^2 + y^2 = 4"]
      }
      let scene = try #require(found.scene)
      #expect(scene.panel.window.width > 0 && scene.panel.window.height > 0)
      var count = 0
      for mark in scene.stages.flatMap(\.marks) {
        count += 1
        switch mark {
        case .region(let path, _), .curve(let path, _, _):
          for subpath in path.subpaths {
            #expect(subpath.start.isFinite && subpath.segments.allSatisfy(\.end.isFinite))
          }
        case .text(_, let place, _, _, _, _): #expect(place.isFinite)
        default: continue
        }
      }
      #expect(count < 60_000)
    }
  }

  @Test("what is out of reach is an error or a notice, not a figure of something else")
  func errors() throws {
    #expect(throws: FigureError.self) { try surface("x + ") }
    #expect(throws: FigureError.self) { try surface("x") { $0.curves = ["x +"] } }
    #expect(throws: FigureError.self) { try surface("x") { $0.cells = 1_000_000 } }
    #expect(throws: ParameterError.self) { try ViewAngles(parameterText: "10") }
    #expect(throws: ParameterError.self) { try ViewAngles(parameterText: "10,91") }
    #expect(throws: ParameterError.self) { try ViewAngles(parameterText: "10,20,30") }
    #expect(try ViewAngles(parameterText: "-60, 25") == ViewAngles(azimuth: -60, elevation: 25))
    let outside = try surface("x", at: Point(7, 7))
    #expect(outside.notices.contains { $0.contains("outside the window") })
    #expect(number(outside.results, "tangentPlane", "value") == 7)
    #expect(
      try surface("sin(1000x) sin(1000y)").notices.contains { $0.contains("faster than the mesh") })
  }

  @Test("marked points know whether they are hidden")
  func points() throws {
    // Behind the hill as seen along y from below y = −3.
    let found = try surface("3exp(-x^2 - y^2)") {
      $0.angles = ViewAngles(azimuth: -90, elevation: 10)
      $0.points = [Point(0, 1.5), Point(0, -1.5), Point(0, 0), Point(2.5, 1.5)]
    }
    guard case .array(let points)? = member(found.results, "points") else {
      Issue.record("no points")
      return
    }
    let hidden = points.map { point -> Bool in
      if case .bool(true)? = member(point, "hidden") { return true }
      return false
    }
    #expect(hidden == [true, false, false, false])
  }
}
