import Plotting

/// The gradient of a function of x and y over its level curves.
///
///     var figure = Gradient()
///     figure.expression = "x^2 - y^2"
public struct Gradient: Figure {
  /// The word on the command line.
  public static let name = "gradient"
  /// What it draws.
  public static let summary = "The gradient of a function of x and y over its level curves."

  /// The function, an expression in x and y.
  public var expression = "x^2+y^2"
  /// Which levels are drawn.
  public var levels = Levels.count(10)
  /// How the length of the arrows follows the gradient.
  public var arrowLengths = ArrowLengths.power
  /// Whether streamlines are drawn in place of arrows: the paths of steepest ascent.
  public var showsStreamlines = false
  /// How densely the streamlines are drawn.
  public var density = StreamDensity.usual
  /// The points whose gradients alone are drawn: one with the tangent of its level curve, several as
  /// numbered soundings with a table.
  public var points: [Point] = []
  /// The direction whose rate of change is drawn, with the slice of the function along it.
  public var direction: Point?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Gradient>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x and y."),
      .option("levels", \.levels, help: "About N levels at round values, or a list of levels."),
      .option("arrows", \.arrowLengths, help: "How the length of an arrow follows the gradient."),
      .flag("stream", \.showsStreamlines, help: "Draw paths of steepest ascent, not arrows."),
      .option("density", \.density, help: "How densely streamlines are drawn: 0.25 to 4."),
      .option(
        "at", \.points, placeholder: "POINT",
        help: "Draw the gradient here alone, with its tangent. Repeatable: numbered points."),
      .option(
        "direction", \.direction, placeholder: "U",
        help: "Draw the directional derivative along U = A,B, and the slice beside the map."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("Uphill from a saddle.", ["x^2 - y^2"]),
    Example("Long on the slopes, short at the top.", ["exp(-(x^2+y^2)/2)"]),
    Example(
      "Paths of steepest ascent to the tops of nine hills.", ["cos(2x) + cos(2y)", "--stream"]),
    Example(
      "One gradient at right angles to the tangent of its level curve.",
      ["x^2/4 + y^2", "--at", "1,1"]),
    Example(
      "The slope along a direction, and the slice of the hill along it.",
      ["3exp(-(x^2+y^2)/3) + x/3", "--at", "-1.5,0.5", "--direction", "2,1"]),
    Example(
      "Soundings in a pit: how deep it is at each, and which way is up.",
      [
        "sandpit:random:3", "--at", "3,4", "--at", "4.2,4.7", "--at", "5.2,4.6", "--at", "2,3",
        "--at", "1.6,1.2", "--at", "3.8,1",
      ]),
  ]

  /// Evaluates the gradient, or follows it, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let function = try PlaneFunction(expression, in: setting)
    guard points.count <= Soundings.most else {
      throw .input(
        "\(points.count) points are more than a figure can show",
        hint: "give --at at most \(Soundings.most) times")
    }
    if let direction {
      guard points.count <= 1 else {
        throw .input(
          "a direction starts at one point, and \(points.count) are given",
          hint: "give --at once, or leave out --direction")
      }
      let slice = try DirectionalSlice(
        of: function, at: points.first ?? Self.usualPoint(in: function.window), along: direction)
      return DirectionalPicture(slice, levels: levels, in: setting).composition
    }
    let map = LevelMap(
      function, levels: levels, isFilled: false, isLabelled: true, isContext: true,
      setting: setting)
    if points.count > 1 { return Soundings(at: points, on: map).composition }
    if let point = points.first { return composition(at: point, on: map) }
    let arrows = VectorArrows(gradientOf: map.function, panel: map.panel, lengths: arrowLengths)
    if showsStreamlines { return streams(arrows, on: map, in: setting) }
    let pen = Pen(.role(.blue), width: 2.2)
    let stages = [
      map.curveStage,
      SceneStage(name: "arrows", marks: arrows.marks(pen), column: [arrows.gradientKey(pen)]),
      SceneStage(name: "remarks", column: map.remarks),
    ]
    var scene = map.scene(stages: stages, verb: "The gradient of")
    scene.description += arrows.words(of: "gradient")
    return Composition(
      scene: scene, results: .object([("samples", arrows.json(named: "gradient"))]),
      notices: map.notices)
  }

  /// (1, 1) where a window shows it, else a point off its middle, where a function is often flat.
  private static func usualPoint(in window: Box) -> Point {
    let usual = Point(1, 1)
    if window.grown(by: -0.02 * min(window.width, window.height)).contains(usual) { return usual }
    return window.centre + Point(window.width, window.height) / 6
  }

  /// The streamlines of the gradient from minima to maxima.
  private func streams(
    _ arrows: VectorArrows, on map: LevelMap, in setting: Setting
  ) -> Composition {
    let f = map.function
    let zeros = PlaneZeroSearch(
      of: f.gradient[0], f.gradient[1],
      in: (f.window.minX...f.window.maxX, f.window.minY...f.window.maxY)
    ).zeros()
    let streams = Streams(
      of: f.gradient, zeros: zeros, in: f.window, panel: map.panel, density: density,
      withSeparatrices: false, paint: .role(.blue), setting: setting)
    let points = zeros.zeros.prefix(150).map { zero in
      Mark.marker(Self.marker(of: zero.kind), at: Point(zero.x, zero.y), label: nil)
    }
    let key = ColumnBlock.key(
      .line(Pen(.role(.blue), width: 2.2)), "paths of steepest ascent",
      note: "along $\\nabla f$, at right angles to the curves")
    let stages = [
      map.curveStage,
      SceneStage(name: "streamlines", marks: streams.lines, column: [key]),
      SceneStage(name: "points", marks: points),
      SceneStage(name: "remarks", column: map.remarks),
    ]
    var scene = map.scene(stages: stages, verb: "The gradient of")
    scene.description += streams.description
    let results: [(String, JSONValue)] = [
      ("samples", arrows.json(named: "gradient")), ("streamlines", streams.json),
    ]
    return Composition(
      scene: scene, results: .object(results), notices: map.notices + streams.notices)
  }

  /// Where the flow of the gradient comes from is a minimum.
  private static func marker(of kind: PlaneZero.Kind) -> Marker {
    switch kind {
    case .stableNode, .stableSpiral: .maximum
    case .unstableNode, .unstableSpiral: .minimum
    case .saddle: .saddle
    case .centre, .linearCentre, .degenerate: .degenerate
    }
  }
}
