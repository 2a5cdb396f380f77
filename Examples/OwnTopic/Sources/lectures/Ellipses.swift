import Plotting

/// Ellipses with common foci: the level curves of the sum of the distances to two points.
struct Ellipses: Figure {
  static let name = "ellipses"
  static let summary = "Ellipses with common foci, as level curves of a sum of distances."

  /// The foci.
  var first = Point(-1, 0)
  var second = Point(1, 0)
  /// About how many ellipses are drawn.
  var count = 8

  static let parameters: [Parameter<Ellipses>] = [
    .argument("first", \.first, help: "A focus."),
    .argument("second", \.second, help: "The other focus."),
    .option("count", \.count, help: "About how many ellipses."),
  ]

  static let examples = [
    Example("The gardener's construction.", ["-1,0", "1,0"]),
    Example("Many of them about an oblique axis.", ["-1,-1/2", "1,1/2", "--count", "16"]),
  ]

  func compose(in setting: Setting) throws(FigureError) -> Composition {
    guard (1...200).contains(count) else {
      throw .parameter(name: "count", value: "\(count)", wanted: "a whole number from 1 to 200")
    }
    let window = Box(setting.xRange ?? -3...3, setting.yRange ?? -3...3)
    let sum = try sumOfDistances(in: setting)
    // The least sum is the distance between the foci; each is greatest at a corner of the window.
    let sums = window.corners.map { $0.distance(to: first) + $0.distance(to: second) }
    let range = first.distance(to: second)...max(sums.max() ?? 0, first.distance(to: second))
    let panel = mapPanel(for: window, on: setting.canvas, hasColourBar: false)
    let pixels = Point(panel.width / setting.canvas.pixel, panel.height / setting.canvas.pixel)
    let resolution = Resolution(window: window, pixels: pixels, tolerance: setting.tolerance)
    let set = LevelSetTracer(of: sum, in: window, at: resolution)
      .trace(levels: niceLevels(in: range, about: count))
    return Composition(scene: scene(of: set, in: window, setting), results: results(of: set))
  }

  /// |P − F₁| + |P − F₂| as an expression in x and y.
  private func sumOfDistances(in setting: Setting) throws(FigureError) -> Expression {
    let source = "hypot(x - a, y - b) + hypot(x - c, y - d)"
    let places = ["a": first.x, "b": first.y, "c": second.x, "d": second.y]
    do throws(ParseError) {
      return try Expression(source, variables: ["x", "y"], constants: places)
    } catch {
      throw .expression(source, error)
    }
  }

  private func scene(of set: LevelSet, in window: Box, _ setting: Setting) -> Scene {
    let title = setting.title ?? "Ellipses with common foci"
    let curves = set.curves.map { curve in
      Mark.curve(
        curve.path, Pen(.role(.blue), width: 2.6), label: "$\(curve.level.parameterText)$")
    }
    let radius = min(window.width, window.height) / 100
    let foci = [first, second].map { Mark.region(Path(circle: $0, radius: radius), .role(.ink)) }
    let map = Panel.map(
      window, xLabel: setting.xLabel ?? "$x$", yLabel: setting.yLabel ?? "$y$")
    return Scene(
      panel: map,
      stages: [
        SceneStage(
          name: "foci", marks: foci,
          column: [
            .title(title), .formula(terms: ["|P - F_1|", "+ |P - F_2| = s"], isHeadline: true),
          ]),
        SceneStage(name: "curves", marks: curves),
      ],
      title: title,
      description: "Curves on which the sum of the distances to \(first.parameterText) and "
        + "\(second.parameterText) is constant: \(set.curves.count) of them.")
  }

  private func results(of set: LevelSet) -> JSONValue {
    let curves = set.curves.map { curve in
      JSONValue.object([("sum", .number(curve.level)), ("closed", .bool(curve.isClosed))])
    }
    return .object([("curves", .array(curves))])
  }
}

extension Box {
  /// The box of two ranges.
  fileprivate init(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
    self.init(minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }
}
