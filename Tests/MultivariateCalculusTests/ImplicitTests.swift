import Plotting
import Testing

@testable import MultivariateCalculus

/// The figure `implicit`: results, marks and words.
struct ImplicitTests {
  static func compose(
    _ equations: [String], in setting: Setting = Setting()
  ) throws -> Composition {
    var figure = Implicit()
    figure.equations = equations
    return try figure.compose(in: setting)
  }

  static func member(_ name: String, of value: JSONValue) -> JSONValue? {
    if case .object(let members) = value { members.first { $0.0 == name }?.1 } else { nil }
  }

  static func list(_ name: String, of value: JSONValue) -> [JSONValue] {
    if case .array(let list)? = member(name, of: value) { list } else { [] }
  }

  @Test("a nodal cubic is one component with one node and two points on the edge")
  func node() throws {
    let results = try Self.compose(["y^2 = x^3 + x^2"]).results
    #expect(Self.member("components", of: results) == .number(1))
    #expect(Self.member("closedLoops", of: results) == .number(0))
    #expect(Self.member("boundaryHits", of: results) == .number(2))
    let point = try #require(Self.list("singularPoints", of: results).first)
    #expect(Self.member("kind", of: point) == .string("node"))
    #expect(Self.member("at", of: point) == JSONValue(Point(0, 0)))
    #expect(Self.list("unresolved", of: results).isEmpty)
  }

  @Test("the ends of steps are said, closed and open")
  func ends() throws {
    let results = try Self.compose(["y = floor(x)"]).results
    let curves = Self.list("curves", of: results)
    #expect(curves.count == 6)
    let inner = curves.filter { Self.list("ends", of: $0) == [.string("closed"), .string("open")] }
    #expect(inner.count >= 4)
  }

  @Test("a double curve is drawn once and its multiplicity said")
  func multiplicity() throws {
    let composition = try Self.compose(["(x^2+y^2-1)^2 = 0"])
    let curves = Self.list("curves", of: composition.results)
    #expect(curves.count == 1)
    #expect(curves.first.flatMap { Self.member("multiplicity", of: $0) } == .number(2))
    #expect(composition.description.contains("2 times"))
  }

  @Test("an area is a region")
  func region() throws {
    let composition = try Self.compose(["max(x^2+y^2-1, 0) = 0"])
    #expect(Self.list("regions", of: composition.results).count == 1)
    #expect(Self.member("components", of: composition.results) == .number(1))
    let marks = try #require(composition.scene).stages[0].marks
    #expect(marks.contains { if case .region = $0 { true } else { false } })
  }

  @Test("several equations have a colour each and results of their own")
  func several() throws {
    let composition = try Self.compose(["x^2+y^2=1", "y^2=x^3"])
    let scene = try #require(composition.scene)
    var roles: [Paint] = []
    for stage in scene.stages {
      for case .curve(_, let pen, _) in stage.marks where !roles.contains(pen.paint) {
        roles.append(pen.paint)
      }
    }
    #expect(roles == [.role(.blue), .role(.orange)])
    #expect(Self.list("equations", of: composition.results).count == 2)
    #expect(Self.member("components", of: composition.results) == .number(2))
  }

  @Test("an equation without a solution is an answer with a notice")
  func empty() throws {
    let composition = try Self.compose(["x^2+y^2 = -1"])
    #expect(composition.notices == ["no point of the window solves x^2 + y^2 = -1"])
    #expect(Self.member("components", of: composition.results) == .number(0))
    #expect(try Self.compose(["0 = 0"]).description.contains("Every point"))
  }

  @Test("what is not settled is said in the results, the words and a notice")
  func unresolved() throws {
    let composition = try Self.compose(["x^4 + 2x^2 y^2 + y^4 - 2x^2 - 2y^2 + 1 = 0"])
    #expect(Self.member("components", of: composition.results) == .null)
    #expect(!Self.list("unresolved", of: composition.results).isEmpty)
    #expect(composition.description.contains("Not settled"))
    #expect(composition.notices.count == 1)
  }

  @Test("a mistake in an equation is shown at its place")
  func errors() {
    #expect(
      throws: FigureError.expression("x = y = 1", ParseError(.secondEquals, at: 6))
    ) { try Self.compose(["x = y = 1"]) }
  }
}
