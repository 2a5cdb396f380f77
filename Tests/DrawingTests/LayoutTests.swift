import Geometry
import PageProbing
import Testing
import Typesetting

@testable import Drawing

struct LayoutTests {
  static let canvases: [(String, Canvas)] = [
    ("slide", .slide), ("half", Canvas(pixelWidth: 800, pixelHeight: 900)),
    ("4:3", Canvas(pixelWidth: 1200, pixelHeight: 900)),
    ("square", Canvas(pixelWidth: 900, pixelHeight: 900)),
    ("narrow", Canvas(pixelWidth: 1100, pixelHeight: 900)),
    ("ultrawide", Canvas(pixelWidth: 3200, pixelHeight: 900)),
    ("portrait", Canvas(pixelWidth: 900, pixelHeight: 1600)),
    ("column", Canvas(pointWidth: 241, pointHeight: 230)),
    ("page", Canvas(pointWidth: 482, pointHeight: 312)),
  ]

  private func layout(
    _ scene: Scene, on canvas: Canvas = .slide, theme: Theme = .light
  ) throws -> Layout {
    try layOut(
      scene, on: canvas, theme: theme, typesetter: Typesetter(family: theme.family))
  }

  @Test("no text meets another or the edge of the page", arguments: canvases, Theme.all)
  func noCollisions(canvas: (String, Canvas), theme: Theme) throws {
    for scene in [
      SyntheticScenes.circles(), SyntheticScenes.peaksScene(theme: theme),
      SyntheticScenes.crowded,
    ] {
      let page = try layout(scene, on: canvas.1, theme: theme).page
      let probe = PageProbe(page)
      #expect(probe.texts.count > 10)
      #expect(probe.collisions(on: page) == [])
      #expect(probe.isFinite)
    }
  }

  @Test("light and dark have one layout", arguments: canvases)
  func lightAndDark(canvas: (String, Canvas)) throws {
    let scene = SyntheticScenes.peaksScene()
    let light = try layout(scene, on: canvas.1, theme: .light).page
    let dark = try layout(scene, on: canvas.1, theme: .dark).page
    #expect(light.background != dark.background)
    #expect(
      light.stages.map { $0.items.map(\.withoutColour) }
        == dark.stages.map { $0.items.map(\.withoutColour) })
  }

  @Test("two layouts of a scene are equal")
  func determinism() throws {
    let scene = SyntheticScenes.peaksScene()
    #expect(try layout(scene) == layout(scene))
  }

  @Test("the axes come first, then each stage of the scene")
  func stages() throws {
    let page = try layout(SyntheticScenes.peaksScene()).page
    #expect(page.stages.map(\.name) == ["axes", "fill", "curves", "arrows", "points"])
    #expect(page.stages.allSatisfy { !$0.items.isEmpty })
    let axes = PageProbe(page, stages: 0..<1).texts.map(\.box.text)
    #expect(axes.contains { $0.hasSuffix("3") })
    // The bar explains the fills and appears with them.
    let fill = PageProbe(page, stages: 1..<2).texts.map(\.box.text)
    #expect(fill.contains { $0.hasSuffix("7.5") })
  }

  @Test("curves leave the places of their labels free", arguments: [0, 1])
  func gaps(number: Int) throws {
    let scene = number == 0 ? SyntheticScenes.circles() : SyntheticScenes.peaksScene()
    let page = try layout(scene).page
    let stage = page.stages.firstIndex { $0.name == "curves" } ?? 0
    let probe = PageProbe(page, stages: stage..<(stage + 1))
    let panel = mapPanel(for: scene.panel.window, on: .slide, hasColourBar: number == 1)
    let labels = probe.texts.filter { panel.contains($0.origin) }
    #expect(labels.count >= 7)
    let points = probe.strokes.flatMap(\.subpaths).flatMap(\.cubics).flatMap { cubic in
      (0...64).map { cubic.point(at: Double($0) / 64) }
    }
    for label in labels {
      #expect(!points.contains { label.covers($0, margin: 2) }, "\(label.box.text)")
      // The line goes on at both ends of the gap: it is no wider than it must be.
      let centre = label.corners().reduce(Point.zero, +) / 4
      let nearest = points.map { $0.distance(to: centre) }.min() ?? .infinity
      #expect(nearest < label.box.width / 2 + 9, "\(label.box.text)")
      #expect(label.angle > -1.63 && label.angle <= Double.pi / 2)
      #expect(label.corners().allSatisfy { panel.grown(by: -16).contains($0) })
    }
  }

  @Test("the labels of circles stand on one ray to the upper right, one for each level")
  func ladder() throws {
    let page = try layout(SyntheticScenes.circles()).page
    let probe = PageProbe(page, stages: 1..<2)
    let centre = Point(196 + 382, 56 + 382)
    let labels = probe.texts.filter { $0.origin.x < 960 }
    #expect(labels.map(\.box.text) == ["2", "4", "6", "8", "10", "12", "14"])
    for label in labels {
      let way = label.corners().reduce(Point.zero, +) / 4 - centre
      #expect(way.x > 0 && way.y < 0 && abs(way.x + way.y) < 12)
    }
  }

  @Test("a page without room for remarks and keys says what it left out")
  func overflow() throws {
    var scene = SyntheticScenes.peaksScene()
    scene.stages[3].column += (1...3).map { .remark("a remark that says what to see \($0)") }
    scene.stages[3].column += (1...8).map { .result("$f_{\($0)} = \($0)$", marker: .saddle) }
    let layout = try layout(scene)
    #expect(layout.notices.count == 1)
    #expect(layout.notices[0].contains("3 remarks"))
    #expect(PageProbe(layout.page).collisions(on: layout.page) == [])
  }

  @Test("titles and formulas of any length stay on the page", arguments: canvases)
  func longWords(canvas: (String, Canvas)) throws {
    var scene = SyntheticScenes.circles()
    let words = Array(repeating: "A title of $x^2$", count: 20).joined(separator: " ")
    scene.title = words
    scene.subtitle = words
    scene.panel.xLabel = "the temperature of the heated water in kelvin"
    scene.panel.yLabel = String(repeating: "w", count: 300)
    let terms = (1...60).map { "+ \($0) x^{\($0)}" }
    let long = Array(repeating: "\\alpha", count: 200).joined(separator: " ")
    scene.stages[0].column = [
      .title(words), .title(String(repeating: "m", count: 500)),
      .formula(terms: ["f ="] + terms, isHeadline: true),
      .formula(terms: [long], isHeadline: true), .remark(words),
      .key(.line(Pen(.role(.blue), width: 3)), words, note: words),
    ]
    let page = try layout(scene, on: canvas.1).page
    #expect(PageProbe(page).collisions(on: page) == [])
  }

  @Test(
    "any window is laid out: huge, tiny, far from zero, thin, or none",
    arguments: [
      Box(x: -1e300, y: -1e300, width: 2e300, height: 2e300),
      Box(x: 0, y: 0, width: 1e-300, height: 1e-300),
      Box(x: 1e9, y: 1e9, width: 1e-3, height: 1e-3), Box(x: 0, y: 0, width: 1000, height: 1),
      Box(x: 0, y: 0, width: 1, height: 1000), Box(x: 0, y: 0, width: 0, height: 0),
      Box(x: 0, y: 0, width: .infinity, height: .infinity),
      Box(x: -1e308, y: -1e308, width: 1.7e308, height: 1.7e308),
      Box(x: 1e16, y: 1e16, width: 2, height: 2), Box(x: 0, y: 0, width: 1e200, height: 1e-200),
    ], PageGridTests.canvases)
  func anyWindow(window: Box, canvas: Canvas) throws {
    var scene = SyntheticScenes.circles()
    scene.panel.window = window
    scene.stages[0].marks.append(
      .vector(tail: Point(.nan, 0), tip: .zero, Pen(.role(.blue), width: 5)))
    scene.stages[0].marks.append(
      .fieldArrow(tail: .zero, tip: Point(.infinity, 0), Pen(.role(.ink), width: 2.2)))
    scene.stages[0].marks.append(
      .region(Path(Box(x: .nan, y: 0, width: 1, height: 1)), .role(.card)))
    let page = try layout(scene, on: canvas).page
    let probe = PageProbe(page)
    #expect(probe.isFinite)
    #expect(probe.collisions(on: page) == [])
  }

  @Test("arrows of a field yield to markers and to labels")
  func arrowsYield() throws {
    let pen = Pen(.role(.ink), width: 2.2)
    let arrows: [Mark] = [
      .fieldArrow(tail: Point(-0.1, 0), tip: Point(0.1, 0), pen),
      .fieldArrow(tail: Point(-1.1, -1.1), tip: Point(-0.9, -0.9), pen),
      .fieldArrow(tail: Point(2.9, 0), tip: Point(3.1, 0), pen),
    ]
    var scene = SyntheticScenes.circles()
    scene.stages.append(SceneStage(name: "arrows", marks: arrows))
    let page = try layout(scene).page
    // The first is under the marker, the last leaves the frame: a shaft and a head are left.
    #expect(page.stages.last?.items.count == 2)
  }

  @Test("points at the edge of the window count, points outside do not")
  func markersInWindow() throws {
    var scene = SyntheticScenes.circles()
    scene.stages[1].marks = [.marker(.saddle, at: Point(3, 3), label: nil)]
    let inside = try layout(scene).page.stages[2].items.count
    scene.stages[1].marks = [.marker(.saddle, at: Point(3.001, 3), label: nil)]
    #expect(try layout(scene).page.stages[2].items.count == inside - 2)
  }

  @Test("thousands of points and curves are laid out in bounded time", .timeLimit(.minutes(1)))
  func thousands() throws {
    var scene = SyntheticScenes.circles()
    let places = (0..<1000).map { number in
      Point(-3 + 6 * Double(number % 63) / 62, -3 + 6 * Double(number / 63) / 16)
    }
    scene.stages[0].marks += places.map { .marker(.saddle, at: $0, label: "$P$") }
    scene.stages[0].marks += places.prefix(400).map { place in
      .curve(
        Path(circle: place, radius: 0.5), Pen(.role(.blue), width: 2), label: "$\(place.x)$")
    }
    let notices = try layout(scene).notices
    #expect(notices.count == 1 && notices[0].hasSuffix("have no name for want of room"))
  }

  @Test("a wrong formula in a label is an error, not a trap")
  func wrongFormula() {
    var scene = SyntheticScenes.circles()
    scene.panel.xLabel = "$\\frac{x$"
    #expect(throws: TypesettingError.self) { try layout(scene) }
  }
}
