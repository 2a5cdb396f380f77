import Plotting

/// The points of the plane that solve equations in x and y: implicit curves.
///
///     var figure = Implicit()
///     figure.equations = ["y^2 = x^3 + x^2"]
public struct Implicit: Figure {
  /// The word on the command line.
  public static let name = "implicit"
  /// What it draws.
  public static let summary = "The curves that solve equations in x and y."

  /// The equations; one without an equals sign is to be zero.
  public var equations = ["x^2+y^2=1"]

  /// Whether nodes and cusps have dots.
  public var marksSingularPoints = false

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Implicit>] {
    [
      .argument(
        "equation", \.equations, help: "Equations in x and y; F without '=' stands for F = 0."),
      .flag(
        "singular", \.marksSingularPoints, help: "Mark where a curve crosses itself or turns back."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("A loop that crosses itself.", ["y^2 = x^3 + x^2"]),
    Example(
      "Two equations and where each has its loops.", ["x^2/4 + y^2 = 1", "x^3 + y^3 = 3 x y"]),
    Example("A cusp, sharp as it is, and marked.", ["y^2 = x^3", "--singular"]),
    Example(
      "Poles are not solutions, a missing point is a ring.",
      ["tan(x y) = 1", "x^2/(x - y) = 1/(x-y)"]
    ),
    Example(
      "An area, its border and a point for itself.",
      ["max(x^2 + y^2 - 1, 0) = 0", "y^2 = (x+2)^2 (x-1)"]),
  ]

  /// Solves the equations and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let window = Self.window(setting)
    let panel = mapPanel(for: window, on: setting.canvas, hasColourBar: false)
    let pixels = Point(panel.width / setting.canvas.pixel, panel.height / setting.canvas.pixel)
    let resolution = Resolution(window: window, pixels: pixels, tolerance: setting.tolerance)
    var solutions: [ImplicitSolution] = []
    for (index, source) in equations.enumerated() {
      let equation = try Self.equation(source, setting)
      let found = ImplicitTracer(of: equation.difference, in: window, at: resolution).trace()
      solutions.append(
        ImplicitSolution(
          equation: equation, found: found, index: index, isAlone: equations.count == 1,
          marksSingularPoints: marksSingularPoints,
          resolution: resolution, window: window))
    }
    let picture = ImplicitPicture(solutions: solutions, window: window, setting: setting)
    return Composition(
      scene: picture.scene, results: ImplicitResults(solutions).json, notices: picture.notices)
  }

  private static func window(_ setting: Setting) -> Box {
    let x = setting.xRange ?? -3...3
    let y = setting.yRange ?? -3...3
    return Box(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }

  private static func equation(
    _ source: String, _ setting: Setting
  ) throws(FigureError) -> Equation {
    try setting.refuseConstants(called: ["x", "y"])
    do throws(ParseError) {
      return try Equation(source, variables: ["x", "y"], constants: setting.constants)
    } catch {
      throw .expression(source, error)
    }
  }
}
