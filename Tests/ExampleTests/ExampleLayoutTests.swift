import PageProbing
import Plotting
import Testing

/// Every example of every figure, laid out: what can be read of it, and whether it can be read.
struct ExampleLayoutTests {
  @Test("no text of any example meets another, in any theme and in twelve sizes")
  func noOverlaps() throws {
    var pages = 0
    try ExamplePages.forEach(ExamplePages.named + ExamplePages.others) { example in
      #expect(PageProbe(example.page).collisions(on: example.page) == [], "\(example.name)")
      pages += 1
    }
    print("layouts: \(pages) pages without an overlap looked for")
    #expect(pages >= 6 * 12 * Theme.all.count)
  }

  @Test("no text is smaller than 18 px at 1080 lines, or than 7 pt on paper")
  func textSizes() throws {
    let sizes = ExamplePages.named + ExamplePages.others
    try ExamplePages.forEach(sizes, themes: [.light, .paper]) { example in
      for text in PageProbe(example.page).texts {
        let largest = text.box.runs.map(\.size).max() ?? 0
        // A fraction stands in for a number in the size of scripts, as in any book.
        let least = example.size.leastText * (text.box.rules.isEmpty ? 1 : 0.7)
        #expect(largest >= least, "\(example.name): \(text.box.text) of \(largest) u")
      }
    }
  }

  @Test("text reads at 4.5 to 1 on what is really under it")
  func textContrast() throws {
    let sizes = ExamplePages.named.filter { ["slide", "column"].contains($0.name) }
    try ExamplePages.forEach(sizes) { example in
      let layers = PaintedLayers(example.page)
      for (number, layer) in layers.layers.enumerated() {
        guard case .text(let box, let origin, let angle, let colour) = layer.item, box.width > 0
        else { continue }
        let text = PageProbe.Text(box: box, origin: origin, angle: angle)
        let paints = Set([colour] + box.runs.compactMap(\.paint).map { Colour(hex: $0.hex) })
        let least = text.samples.flatMap { place in
          paints.map { $0.contrast(to: layers.colour(under: number, at: place)) }
        }.min()
        #expect(least ?? 21 >= 4.5, "\(example.name): \(box.text)")
      }
    }
  }

  @Test("lines of the message stand at 3 to 1 on what is really under them")
  func lineContrast() throws {
    let sizes = ExamplePages.named.filter { ["slide", "column"].contains($0.name) }
    try ExamplePages.forEach(sizes) { example in
      let layers = PaintedLayers(example.page)
      let quiet = [Role.context, .grid, .card, .paper].map { example.theme.colour($0) }
      for (number, layer) in layers.layers.enumerated() {
        // Dotted lines lead to something, or are hidden parts: they are quiet by intent. What is
        // shorter than a marker lies in one.
        guard case .stroke(let path, let colour, let style) = layer.item, colour.alpha == 1,
          !quiet.contains(colour), style.dash != [3, 5],
          path.hull.map({ max($0.width, $0.height) > 20 }) ?? false
        else { continue }
        let places = path.subpaths.flatMap(\.cubics)
        let step = max(places.count / 60, 1)
        let contrasts = stride(from: 0, to: places.count, by: step).map { places[$0] }
          .filter { layers.isSeen(number, at: $0.point(at: 0.5)) }
          .map { layers.contrast(of: number, colour, at: $0, width: style.width) }
        let share = Double(contrasts.count { $0 < 3 }) / Double(max(contrasts.count, 1))
        #expect(share <= 0.05, "\(example.name): \(colour) \(contrasts.min() ?? 21)")
      }
    }
  }
}

extension PaintedLayers {
  /// The contrast of a line to what is under it; the edge of an area is seen against its outside,
  /// and a line over an area of its own colour is a part of it.
  fileprivate func contrast(
    of layer: Int, _ colour: Colour, at cubic: CubicCurve, width: Double
  ) -> Double {
    let point = cubic.point(at: 0.5)
    let across = cubic.derivative(at: 0.5).direction?.perpendicular ?? .zero
    let places = [-1.0, 0, 1].map { point + across * ($0 * (width / 2 + 2)) }
    let under = places.map { self.colour(under: layer, at: $0) }
    if colour.contrast(to: under[1]) < 1.001 { return 21 }
    return under.map { colour.contrast(to: $0) }.max() ?? 21
  }
}

extension PageProbe.Text {
  /// Points spread over the text.
  fileprivate var samples: [Point] {
    let (a, b, d) = (corners()[0], corners()[1], corners()[3])
    return [0.05, 0.35, 0.65, 0.95].flatMap { s in
      [0.1, 0.5, 0.9].map { t in a + (b - a) * s + (d - a) * t }
    }
  }
}
