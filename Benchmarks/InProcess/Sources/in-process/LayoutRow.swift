import Foundation
import Plotting
import StandardTopics

/// The layout of a figure with twenty labels, as a run of the tool does it: once, with fonts that
/// are not open yet; and again and again.
enum LayoutRow {
  private enum Failure: Error { case noSuchFigure }

  static func twentyLabels() throws -> Row.Work {
    var found: Scene?
    for topic in standardTopics {
      for kind in topic.figures where kind.name == "contour" { found = try drawnScene(of: kind) }
    }
    guard let scene = found else { throw Failure.noSuchFigure }
    let start = ContinuousClock.now
    let texts = try layOut(scene).texts
    let first = ContinuousClock.now - start
    let fonts = try layOut(scene).fonts
    return {
      let again = try Stopwatch.least { _ = try layOut(scene) }
      return Measurement(
        seconds: ["first layout": first.seconds, "layout again": again],
        facts: [
          "texts": [Double(texts)], "fonts": [Double(fonts.count)],
          "serif fonts": [Double(fonts.count { $0.contains("/lm") })],
        ])
    }
  }

  /// The figure that the script draws with the tool as well.
  private static func drawnScene<Kind: Figure>(of kind: Kind.Type) throws -> Scene {
    var figure = Kind()
    for (name, text) in [("expression", "x^2+y^2"), ("levels", "20")] {
      try Kind.parameters.first { $0.name == name }?.write(&figure, [text])
    }
    guard let scene = try figure.compose(in: Setting()).scene else { throw Failure.noSuchFigure }
    return scene
  }

  /// Lays out a scene with a new typesetter: how many texts stand on the page, and which fonts are
  /// open then.
  private static func layOut(_ scene: Scene) throws -> (texts: Int, fonts: Set<Substring>) {
    let typesetter = try Typesetter(family: .sans, palette: Theme.light.textPalette)
    let page = try Plotting.layOut(scene, on: .slide, theme: .light, typesetter: typesetter).page
    return withExtendedLifetime(typesetter) {
      (page.stages.reduce(0) { $0 + texts(in: $1.items) }, openFonts)
    }
  }

  private static func texts(in items: [PageItem]) -> Int {
    items.reduce(0) { count, item in
      switch item {
      case .text: count + 1
      case .clipped(_, let inside): count + texts(in: inside)
      case .fill, .stroke: count
      }
    }
  }

  /// The font files in the memory of this process.
  private static var openFonts: Set<Substring> {
    let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
    let files = maps.split(separator: "\n").compactMap { $0.split(separator: " ").last }
    return Set(files.filter { $0.hasSuffix(".otf") || $0.hasSuffix(".ttf") })
  }
}
