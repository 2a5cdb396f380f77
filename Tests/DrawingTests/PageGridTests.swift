import Drawing
import Geometry
import Testing

struct PageGridTests {
  static let square = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)

  @Test(
    "a square map stands where the grid says",
    arguments: [
      (Canvas.slide, true, Box(x: 92, y: 56, width: 764, height: 764)),
      (Canvas.slide, false, Box(x: 196, y: 56, width: 764, height: 764)),
      (
        Canvas(pixelWidth: 800, pixelHeight: 900), false,
        Box(x: 84, y: 150, width: 660, height: 660)
      ),
      (
        Canvas(pixelWidth: 1200, pixelHeight: 900), false,
        Box(x: 84, y: 92, width: 740, height: 740)
      ),
      (
        Canvas(pixelWidth: 900, pixelHeight: 900), false, Box(x: 92, y: 92, width: 740, height: 740)
      ),
    ])
  func squareMaps(canvas: Canvas, hasBar: Bool, expected: Box) {
    expectClose(mapPanel(for: Self.square, on: canvas, hasColourBar: hasBar), expected)
  }

  @Test("pixel sizes of one shape have one layout")
  func scaling() {
    let slide = mapPanel(for: Self.square, on: .slide, hasColourBar: true)
    let large = Canvas(pixelWidth: 3200, pixelHeight: 1800)
    expectClose(mapPanel(for: Self.square, on: large, hasColourBar: true), slide)
  }

  @Test("a wide window fills 980 u of a slide, a column 82 mm of a page's height")
  func wideWindows() {
    let window = Box(minX: -1.75, minY: -2.33, maxX: 1.75, maxY: 0.4)
    let panel = mapPanel(for: window, on: .slide, hasColourBar: false)
    #expect(abs(panel.width - 979.5) < 1 && abs(panel.height - 764) < 0.01)
    #expect(abs(panel.minX - 92) < 1)
    let page = Canvas(pointWidth: 170 / 25.4 * 72, pointHeight: 110 / 25.4 * 72)
    let map = mapPanel(for: Self.square, on: page, hasColourBar: false)
    #expect(abs(map.width * 0.36 / 72 * 25.4 - 82) < 0.2)
  }

  static let canvases =
    [
      (64, 64), (10_000, 10_000), (10_000, 100), (100, 10_000), (1600, 900), (1100, 900),
      (1399, 900),
    ]
    .map { Canvas(pixelWidth: $0.0, pixelHeight: $0.1) }
    + [(28, 28), (241, 230), (482, 312), (2000, 40), (40, 2000), (842, 595)].map {
      Canvas(pointWidth: $0.0, pointHeight: $0.1)
    }

  @Test(
    "the panel keeps the aspect of its window and stays on the page", arguments: canvases,
    [1e-3, 0.05, 0.5, 1, 1.3, 4, 20, 1e3])
  func anyCanvas(canvas: Canvas, aspect: Double) {
    for hasBar in [false, true] {
      let window = Box(x: 5, y: -2, width: aspect, height: 1)
      let panel = mapPanel(for: window, on: canvas, hasColourBar: hasBar)
      #expect(panel.minX > 0 && panel.minY > 0)
      #expect(panel.maxX < canvas.width && panel.maxY < canvas.height)
      let isThin = min(panel.width, panel.height) <= 24.001
      #expect(isThin || abs(panel.width / panel.height / aspect - 1) < 1e-9)
    }
  }

  @Test("windows that are none give a panel all the same")
  func badWindows() {
    for window in [
      Box(x: 0, y: 0, width: 0, height: 0), Box(x: 0, y: 0, width: .infinity, height: 1),
      Box(x: .nan, y: 0, width: 1, height: 1), Box(x: 0, y: 0, width: -1, height: 1),
    ] {
      let panel = mapPanel(for: window, on: .slide, hasColourBar: true)
      #expect(panel.width > 0 && panel.height > 0 && panel.maxX < 1600)
    }
  }

  private func expectClose(_ a: Box, _ b: Box) {
    let distance = max(
      abs(a.minX - b.minX), abs(a.minY - b.minY), abs(a.maxX - b.maxX), abs(a.maxY - b.maxY))
    #expect(distance < 0.01, "\(a) is not \(b)")
  }
}
