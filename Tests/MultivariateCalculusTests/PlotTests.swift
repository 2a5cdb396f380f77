import Plotting
import Testing

@testable import MultivariateCalculus

/// Plots of functions of x: what is drawn, said and given as numbers.
struct PlotTests {
  static func composition(
    _ expressions: [String], _ change: (inout Plot, inout Setting) -> Void = { _, _ in }
  ) throws -> Composition {
    var figure = Plot()
    figure.expressions = expressions
    var setting = Setting()
    change(&figure, &setting)
    return try figure.compose(in: setting)
  }

  static func marks(_ composition: Composition) throws -> [Mark] {
    try #require(composition.scene).stages.flatMap(\.marks)
  }

  static func member(_ name: String, of value: JSONValue) -> JSONValue? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.0 == name }?.1
  }

  static func list(_ name: String, of composition: Composition) -> [JSONValue] {
    guard case .array(let values)? = member(name, of: composition.results) else { return [] }
    return values
  }

  @Test("branches and breaks are given as documented")
  func results() throws {
    let composition = try Self.composition(["1/x"])
    #expect(
      Self.list("branches", of: composition).map(\.text) == [
        #"{"expression": "1/x", "from": -5, "to": 0}"#,
        #"{"expression": "1/x", "from": 0, "to": 5}"#,
      ])
    let text = try #require(Self.list("breaks", of: composition).first).text
    #expect(text.contains(#""at": 0, "kind": "pole", "left": null, "right": null"#))
    #expect(text.contains(#""leftLimit": "-inf", "rightLimit": "+inf""#))
  }

  @Test("a jump has a dot at the value and a ring at the other end")
  func ends() throws {
    let dots = try Self.marks(try Self.composition(["step(x-1)"])).compactMap { mark -> Point? in
      guard case .dot(let at, _, _, let isOpen, _) = mark else { return nil }
      #expect(isOpen == (at.y == 0))
      return at
    }
    #expect(dots == [Point(1, 0), Point(1, 1)])
  }

  @Test("a removable gap is a ring, and its value a dot where there is one")
  func gaps() throws {
    for (source, count) in [
      ("(x^2-1)/(x-1)", 1), ("sqrt(x)", 0), ("x*ln(x)", 1), ("floor(sin(x))", 10),
    ] {
      let dots = try Self.marks(try Self.composition([source])).filter {
        if case .dot = $0 { true } else { false }
      }
      #expect(dots.count == count, "\(source)")
    }
  }

  @Test("asymptotes are drawn at the poles when asked for")
  func asymptotes() throws {
    func dashed(_ composition: Composition) throws -> Int {
      try Self.marks(composition).filter {
        if case .curve(_, let pen, _) = $0 { pen.dash == .model } else { false }
      }.count
    }
    #expect(try dashed(Self.composition(["tan(x)"])) == 0)
    #expect(
      try dashed(Self.composition(["tan(x)"]) { plot, _ in plot.showsAsymptotes = true }) == 4)
  }

  @Test("the tangent touches with the slope of the graph")
  func tangent() throws {
    let composition = try Self.composition(["x^3 - 2x + 2"]) { plot, _ in plot.tangents = [1] }
    #expect(
      Self.list("tangents", of: composition).map(\.text) == [
        #"{"expression": "x^3 - 2x + 2", "at": 1, "value": 1, "slope": 1}"#
      ])
    #expect(composition.description.contains("The tangent at 1 has the slope 1"))
  }

  @Test("a tangent where there is no slope is refused", arguments: [("ln(x)", -1.0), ("1/x", 0)])
  func noTangent(source: String, place: Double) {
    #expect(throws: FigureError.self) {
      try Self.composition([source]) { plot, _ in plot.tangents = [place] }
    }
  }

  @Test("up to six curves have their labels, and colours of their own")
  func labels() throws {
    for count in [1, 3, 6, 7] {
      let sources = (1...count).map { "\($0)x" }
      let curves = try Self.marks(try Self.composition(sources)).compactMap {
        mark -> (Pen, String?)? in
        if case .curve(_, let pen, let label) = mark { (pen, label) } else { nil }
      }
      #expect(curves.count == count)
      #expect(Set(curves.map(\.0)).count == count)
      #expect(Set(curves.compactMap(\.1)).count == (count <= 6 ? count : 0))
    }
  }

  @Test("zeros, extrema and breaks are told")
  func words() throws {
    let words = try Self.composition(["x/2 + 1/(x-1)"]).description
    #expect(words.contains("A pole at 1."))
    #expect(words.contains("Maximum −0.9142 at −0.4142."))
    #expect(words.contains("Minimum 1.914 at 2.414."))
    #expect(try Self.composition(["x^2-2"]).description.contains("Zeros at −1.414, 1.414."))
  }

  @Test("what is nowhere defined is said, not drawn")
  func undefined() throws {
    let composition = try Self.composition(["sqrt(-1-x^2)"])
    #expect(composition.description.hasSuffix("Undefined in the whole window."))
    #expect(composition.notices == ["'sqrt(-1-x^2)' is undefined in the whole window"])
    #expect(try Self.marks(composition).isEmpty)
  }

  @Test("a million poles are one area and a notice")
  func crowds() throws {
    let composition = try Self.composition(["tan(1e6x)"])
    #expect(composition.notices.contains { $0.contains("more breaks than can be told apart") })
    #expect(Self.list("breaks", of: composition).isEmpty)
    #expect(Self.list("crowded", of: composition).count == 1)
  }

  @Test("a graph that is cut says so")
  func cut() throws {
    #expect(try Self.composition(["x^41"]).notices.contains { $0.contains("-y A:B shows more") })
    #expect(try Self.composition(["x^2"]).notices.isEmpty)
    #expect(try Self.composition(["tan(x)"]).notices.isEmpty)
  }

  @Test("the window in y is the one that is asked for")
  func window() throws {
    let composition = try Self.composition(["x^2"]) { _, setting in setting.yRange = 1...2 }
    let window = try #require(composition.scene).panel.window
    #expect(window == Box(minX: -5, minY: 1, maxX: 5, maxY: 2))
    for mark in try Self.marks(composition) {
      guard case .curve(let path, _, _) = mark, let hull = path.hull else { continue }
      #expect(hull.minY >= 1 - 1e-6 && hull.maxY <= 2 + 1e-6)
    }
  }

  @Test("a name x for a constant and a formula that cannot be read are refused")
  func refused() {
    #expect(throws: FigureError.self) { try Self.composition(["x + * 2"]) }
    #expect(throws: FigureError.self) {
      try Self.composition(["x"]) { _, setting in setting.constants["x"] = 1 }
    }
  }
}
