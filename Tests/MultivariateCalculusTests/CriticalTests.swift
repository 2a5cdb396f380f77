import Plotting
import Testing

@testable import MultivariateCalculus

/// Critical points in figures: markers, levels through saddles, tables.
struct CriticalTests {
  static func markers(_ composition: Composition) -> [Marker] {
    (composition.scene?.stages ?? []).flatMap(\.marks).compactMap {
      if case .marker(let m, _, _) = $0 { m } else { nil }
    }
  }

  @Test("a plain contour marks the points it finds at once, and can leave them out")
  func contour() throws {
    var figure = Contour()
    #expect(Self.markers(try figure.compose(in: Setting())) == [.minimum])
    figure.hasNoCriticalPoints = true
    #expect(Self.markers(try figure.compose(in: Setting())).isEmpty)
    figure = Contour()
    figure.expression = "sin(9x)cos(9y)"
    #expect(Self.markers(try figure.compose(in: Setting())).isEmpty)
  }

  @Test("an extremum at a kink is marked and told, as the numbers tell it")
  func kink() throws {
    var figure = Critical()
    figure.expression = "abs(x - 1) + y^2"
    let composition = try figure.compose(in: Setting())
    #expect(Self.markers(composition) == [.minimum])
    let scene = try #require(composition.scene)
    #expect(scene.description.hasSuffix(" At kinks: minimum 0 at (1, 0)."))
    #expect(composition.results.text.contains("\"nonsmoothPoints\": [{\"at\": {"))
    var plain = Contour()
    plain.expression = "2 - sqrt(x^2 + y^2)"
    let cone = try #require(try plain.compose(in: Setting()).scene)
    #expect(cone.description.hasSuffix(" At kinks: maximum 2 at (0, 0)."))
    let column = cone.stages.flatMap(\.column)
    #expect(column.contains(.result("maximum $f(0,\\, 0) = 2$, at a kink", marker: .maximum)))
  }

  @Test("levels through critical points can be drawn with the points left out")
  func levelsWithoutPoints() throws {
    var figure = Contour()
    figure.expression = "x^3 - 3x + y^2"
    figure.levels = .critical
    figure.hasNoCriticalPoints = true
    #expect(Self.markers(try figure.compose(in: Setting())).isEmpty)
  }

  @Test("the figure critical finds all points of Himmelblau's kind and the levels of its saddles")
  func critical() throws {
    var figure = Critical()
    figure.expression = "(x^2+y-2)^2 + (x+y^2-2)^2"
    let composition = try figure.compose(in: Setting())
    let markers = Self.markers(composition)
    #expect(markers.filter { $0 == .minimum }.count == 4)
    #expect(markers.filter { $0 == .saddle }.count == 4)
    #expect(markers.filter { $0 == .maximum }.count == 1)
    #expect(composition.notices.isEmpty)
    #expect(composition.results.text.contains("\"continuum\": false"))
  }

  @Test("the level through a saddle is added, dashed, as crossing curves")
  func saddleLevel() throws {
    var figure = Contour()
    figure.expression = "x^3 - 3x + y^2"
    figure.levels = .critical
    let scene = try #require(try figure.compose(in: Setting()).scene)
    let dashed = scene.stages[0].marks.filter {
      if case .curve(_, let pen, _) = $0 { pen.dash == .critical } else { false }
    }
    #expect(!dashed.isEmpty)
  }

  @Test("a function whose gradient vanishes along a curve says so")
  func continuum() throws {
    var figure = Critical()
    figure.expression = "(x^2 + y^2 - 1)^2"
    let composition = try figure.compose(in: Setting())
    #expect(composition.description.contains("vanishes along whole curves"))
    #expect(composition.results.text.contains("\"continuum\": true"))
  }

  @Test("what is zero or round but for rounding is written so, beside the raw numbers in JSON")
  func roundNumbers() throws {
    var figure = Contour()
    figure.expression = "(x-0.1)^2 + (y-0.3)^2"
    let words = try figure.compose(in: Setting()).description
    #expect(words.hasSuffix("1 critical point: minimum 0 at (0.1, 0.3)."))
    figure.expression = "(x^2+y-2)^2 + (x+y^2-2)^2"
    let others = try figure.compose(in: Setting()).description
    #expect(others.contains("minimum 0 at (1, 1)"))
  }
}
