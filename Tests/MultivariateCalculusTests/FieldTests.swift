import Plotting
import Testing

@testable import MultivariateCalculus

/// The field: arrows or streamlines, zeros with kinds, results and words.
struct FieldTests {
  private func composition(
    _ p: String, _ q: String, _ change: (inout Field) -> Void = { _ in }
  ) throws -> Composition {
    var figure = Field()
    figure.first = p
    figure.second = q
    change(&figure)
    return try figure.compose(in: Setting())
  }

  private func member(_ name: String, of value: JSONValue) -> JSONValue? {
    if case .object(let members) = value { members.first { $0.0 == name }?.1 } else { nil }
  }

  private func list(_ name: String, of value: JSONValue) -> [JSONValue] {
    if case .array(let items)? = member(name, of: value) { items } else { [] }
  }

  @Test("samples are vectors of the field, and arrows have their directions")
  func samples() throws {
    let composition = try composition("-y", "x")
    let samples = list("samples", of: composition.results)
    #expect(samples.count == 225)
    #expect(samples[0].text == #"{"at": {"x": -2.8, "y": -2.8}, "vector": {"x": 2.8, "y": -2.8}}"#)
    let scene = try #require(composition.scene)
    let arrows = GradientTests.arrows(scene)
    #expect(arrows.count > 200)
    for (tail, tip) in arrows {
      let middle = tail.interpolated(to: tip, at: 0.5)
      #expect(abs((tip - tail).dot(middle)) < 1e-9)
    }
  }

  @Test("zeros are listed with kinds and eigenvalues, drawn and said")
  func zeros() throws {
    let composition = try composition("y", "-sin(x)")
    let zeros = list("zeros", of: composition.results)
    #expect(zeros.count == 1)
    #expect(member("kind", of: zeros[0]) == .string("centre"))
    #expect(
      member("eigenvalues", of: zeros[0])?.text == #"[{"re": 0, "im": -1}, {"re": 0, "im": 1}]"#)
    #expect(composition.description.contains("1 zero: centre at (0, 0)."))
    let dots = try #require(composition.scene).stages.flatMap(\.marks).filter {
      if case .dot = $0 { true } else { false }
    }
    #expect(dots.count == 1)
  }

  @Test("streamlines are listed as Béziers, closed orbits as closed")
  func streamlines() throws {
    let composition = try composition("-y", "x") { $0.showsStreamlines = true }
    let lines = list("streamlines", of: composition.results)
    let closed = lines.filter { member("closed", of: $0) == .bool(true) }
    #expect(closed.count >= 8 && lines.count > closed.count)
    for line in lines {
      guard case .array(let points)? = member("bezier", of: line) else { continue }
      #expect(points.count % 3 == 1)
    }
    #expect(composition.description.contains("\(closed.count) of them closed orbits"))
    let heads = try #require(composition.scene).stages.flatMap(\.marks).filter {
      if case .arrowhead = $0 { true } else { false }
    }
    #expect(heads.count >= lines.count)
  }

  @Test("a density of two makes about twice as many lines")
  func density() throws {
    let usual = try composition("1", "x") { $0.showsStreamlines = true }
    let dense = try composition("1", "x") {
      $0.showsStreamlines = true
      $0.density = (try? StreamDensity(parameterText: "2")) ?? .usual
    }
    let (few, many) = (
      list("streamlines", of: usual.results).count, list("streamlines", of: dense.results).count
    )
    #expect(many > few * 3 / 2 && many < few * 3)
    for text in ["0", "5", "-1", "x", "nan"] {
      #expect(throws: ParameterError.self) { try StreamDensity(parameterText: text) }
    }
  }

  @Test("separatrices and limit cycles have their own stage and words")
  func borders() throws {
    let saddle = try composition("x", "-y") { $0.showsSeparatrices = true }
    #expect(saddle.description.contains("4 of them separatrices"))
    #expect(try #require(saddle.scene).stages.map(\.name).contains("borders"))
    let cycle = try composition("y", "(1-x^2) y - x") { $0.showsStreamlines = true }
    #expect(cycle.description.contains("A limit cycle between x = −2.01 and 2.01."))
  }

  @Test("empty answers are said")
  func empty() throws {
    for (p, q, words) in [
      ("0", "0", "zero along whole curves or everywhere"), ("ln(-1-x^2)", "1", "undefined"),
      ("1", "0", "no zero"),
    ] {
      for isStream in [false, true] {
        let composition = try composition(p, q) { $0.showsStreamlines = isStream }
        #expect(composition.description.contains(words))
      }
    }
    let nothing = try composition("0", "0") { $0.showsStreamlines = true }
    #expect(nothing.notices == ["there is no streamline to draw"])
  }

  @Test("a gradient has streamlines from minima to maxima, or stands alone at a point")
  func gradient() throws {
    var figure = Gradient()
    figure.expression = "cos(2x) + cos(2y)"
    figure.showsStreamlines = true
    let streams = try figure.compose(in: Setting())
    #expect(list("streamlines", of: streams.results).count > 30)
    #expect(streams.description.contains("none of them closed"))

    figure = Gradient()
    figure.expression = "x^2/4 + y^2"
    figure.points = [Point(1, 1)]
    let alone = try figure.compose(in: Setting())
    #expect(
      list("samples", of: alone.results).map(\.text)
        == [#"{"at": {"x": 1, "y": 1}, "gradient": {"x": 0.5, "y": 2}, "value": 1.25}"#])
    let vectors = try #require(alone.scene).stages.flatMap(\.marks).compactMap { mark -> Point? in
      if case .vector(let tail, let tip, _) = mark { tip - tail } else { nil }
    }
    #expect(vectors == [Point(0.5, 2)])
    figure.points = [Point(0, 0)]
    #expect(try figure.compose(in: Setting()).notices.count == 1)
  }
}
