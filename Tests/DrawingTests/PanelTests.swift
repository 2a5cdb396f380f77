import CVector
import Geometry
import PageProbing
import Testing
import Typesetting

@testable import Drawing

/// Panels beside and under one another, and graphs with scales of their own.
struct PanelTests {
  private func layout(
    _ scene: Scene, on canvas: Canvas = .slide, theme: Theme = .light
  ) throws -> Layout {
    try layOut(scene, on: canvas, theme: theme, typesetter: Typesetter(family: theme.family))
  }

  @Test(
    "no text of a figure of several panels meets another or the edge of the page",
    arguments: LayoutTests.canvases, Theme.all)
  func noCollisions(canvas: (String, Canvas), theme: Theme) throws {
    for scene in PanelScenes.all {
      let page = try layout(scene, on: canvas.1, theme: theme).page
      let probe = PageProbe(page)
      #expect(probe.texts.count > 5)
      #expect(probe.collisions(on: page) == [])
      #expect(probe.isFinite)
    }
  }

  @Test("panels do not overlap and stay on the page", arguments: LayoutTests.canvases)
  func panelsAreApart(canvas: (String, Canvas)) {
    for scene in PanelScenes.all {
      let boxes = PanelArrangement(
        of: scene.panels, arrangement: scene.arrangement, on: canvas.1
      ).boxes
      #expect(boxes.count == scene.panels.count)
      let page = Box(x: 0, y: 0, width: canvas.1.width, height: canvas.1.height)
      for (number, box) in boxes.enumerated() {
        #expect(page.contains(box))
        for other in boxes[..<number] { #expect(!box.intersects(other)) }
      }
    }
  }

  @Test("stacked graphs share their left and right edges; only the lowest has numbers below")
  func stackedGraphs() throws {
    let scene = PanelScenes.scene(PanelScenes.graph, [PanelScenes.errors])
    let boxes = PanelArrangement(of: scene.panels, on: .slide).boxes
    #expect(boxes[0].minX == boxes[1].minX)
    #expect(boxes[0].maxX == boxes[1].maxX)
    #expect(boxes[0].maxY < boxes[1].minY)
    let probe = PageProbe(try layout(scene).page)
    let zeros = probe.texts.filter { $0.box.text == "2π" }
    #expect(zeros.count == 1)
    #expect(zeros.allSatisfy { $0.origin.y > boxes[1].maxY })
  }

  @Test("a curve that leaves at the right is named outside, beside its end")
  func labelAtTheEnd() throws {
    let scene = PanelScenes.scene(PanelScenes.graph)
    let box = PanelArrangement(of: scene.panels, on: .slide).boxes[0]
    let probe = PageProbe(try layout(scene).page)
    let name = try #require(
      probe.texts.first { $0.box.text.hasPrefix("sin") && $0.origin.x > 1000 })
    #expect(name.origin.x > box.maxX)
    #expect(name.origin.x < box.maxX + 20)
    #expect(abs(name.origin.y - box.centre.y) < 20)
  }

  @Test("names of curves keep away from all curves and from one another")
  func directLabelsAreFree() throws {
    let scene = PanelScenes.scene(PanelScenes.graph)
    let box = PanelArrangement(of: scene.panels, on: .slide).boxes[0]
    let map = try #require(PanelMap(from: scene.panel.window, to: box))
    let samples = scene.stages[0].marks.flatMap { mark -> [Point] in
      guard case .curve(let path, _, _) = mark else { return [] }
      return path.subpaths.flatMap { $0.cubics.map(\.p3) }.map { map($0) }.filter(box.contains)
    }
    let probe = PageProbe(try layout(scene).page)
    let names = probe.texts.filter { ["T1", "T3", "wavy"].contains($0.box.text) }
    #expect(names.count == 3)
    for name in names {
      #expect(!samples.contains { name.covers($0, margin: 2) })
    }
  }

  @Test("on a logarithmic axis the numbers are powers of ten, or their multiples over few decades")
  func logarithmicTicks() throws {
    let wide = try #require(Ticks(in: -6...0.6, about: 4, scale: .logarithmic))
    #expect(wide.ticks(in: -6...0.6).map(\.label) == ["$10^{-6}$", "$10^{-4}$", "$10^{-2}$", "1"])
    let narrow = try #require(Ticks(in: 0...1, about: 4, scale: .logarithmic))
    #expect(narrow.ticks(in: 0...1).map(\.label) == ["$1$", "$2$", "$3$", "$5$", "$10$"])
    let tiny = try #require(Ticks(in: 0...0.1, about: 4, scale: .logarithmic))
    #expect(!tiny.ticks(in: 0...0.1).isEmpty)
  }

  @Test("a title over wide panels is not repeated in the column")
  func titleOnce() throws {
    let probe = PageProbe(try layout(PanelScenes.scene(PanelScenes.graph)).page)
    #expect(!probe.texts.contains { $0.box.text == "A title" })
    #expect(probe.texts.contains { $0.box.text.hasPrefix("Taylor polynomials") })
  }

  @Test("in the manner of a textbook the axes meet at the origin and numbers keep off the curves")
  func textbookAxes() throws {
    let scene = PanelScenes.scene(PanelScenes.graph)
    let box = PanelArrangement(of: scene.panels, on: .slide).boxes[0]
    let map = try #require(PanelMap(from: scene.panel.window, to: box))
    let page = try layout(scene, theme: .textbook).page
    let origin = map(.zero)
    let axes = PageProbe(page, stages: 0..<1)
    let lines = axes.strokes.compactMap(\.hull)
    #expect(lines.contains { $0.minY == origin.y && $0.maxY == origin.y && $0.minX == box.minX })
    #expect(lines.contains { $0.minX == origin.x && $0.maxX == origin.x && $0.maxY == box.maxY })
    let numbers = axes.texts.filter { $0.box.text == "1" || $0.box.text == "−1" }
    #expect(!numbers.isEmpty)
    #expect(!axes.texts.contains { $0.box.text == "0" })
    let sine = PanelScenes.polygon(-2 * Double.pi...2 * Double.pi) { sin($0) }
    for point in sine.subpaths[0].cubics.map({ map($0.p3) }) {
      #expect(!numbers.contains { $0.covers(point, margin: 2) })
    }
  }

  @Test("seven curves have a legend in the emptiest corner, six are named beside them")
  func legend() throws {
    func scene(_ count: Int) -> Scene {
      let marks = (1...count).map { number in
        let slope = Double(number) / Double(count)
        return Mark.curve(
          PanelScenes.polygon(-6...6) { -slope * ($0 + 6) / 5 + 2.4 },
          Pen(.lineRamp(slope), width: 3), label: "curve \(number)")
      }
      return Scene(
        panel: PanelScenes.graph, stages: [SceneStage(name: "curves", marks: marks)], title: "",
        description: "")
    }
    let box = PanelArrangement(of: [PanelScenes.graph], on: .slide).boxes[0]
    let seven = PageProbe(try layout(scene(7)).page).texts.filter {
      $0.box.text.hasPrefix("curve")
    }
    #expect(seven.count == 7)
    #expect(Set(seven.map(\.origin.x)).count == 1)
    #expect(seven.allSatisfy { $0.origin.y > box.centre.y })
    let six = PageProbe(try layout(scene(6)).page).texts.filter { $0.box.text.hasPrefix("curve") }
    #expect(Set(six.map(\.origin.y)).count == six.count)
  }

  @Test("a name without a free place beside its point moves away and has a leader")
  func leaders() throws {
    // Points so close in a ring that the inner one has no room beside it.
    let ring = (0..<8).map { number in
      let angle = (Double(number) + 0.5) * Double.pi / 4
      return Mark.marker(.saddle, at: Point(0.325 * cos(angle), 0.325 * sin(angle)), label: nil)
    }
    let scene = Scene(
      panel: PanelScenes.map,
      stages: [
        SceneStage(name: "points", marks: [.marker(.minimum, at: .zero, label: "$P$")] + ring)
      ], title: "", description: "")
    let laid = try layout(scene)
    #expect(laid.notices == [])
    let probe = PageProbe(laid.page, stages: 1..<2)
    let name = try #require(probe.texts.first)
    let box = PanelArrangement(of: scene.panels, on: .slide).boxes[0]
    #expect(name.origin.distance(to: box.centre) > 40)
    let leader = probe.strokes.compactMap(\.hull).first {
      Point($0.width, $0.height).length > 12
        && name.box.bounds(at: name.origin).grown(by: 5)
          .intersects($0)
    }
    #expect(leader != nil)
  }
}
