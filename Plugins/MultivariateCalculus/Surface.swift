import Plotting

/// The surface z = f(x, y), perhaps with its tangent plane at a point.
///
///     var figure = Surface()
///     figure.expression = "x^2 - y^2"
///     figure.tangentPoint = Point(1, 0.5)
public struct Surface: Figure {
  /// The word on the command line.
  public static let name = "surface"
  /// What it draws.
  public static let summary = "The surface z = f(x, y), with its tangent plane at a point."

  /// The function, an expression in x and y.
  public var expression = "x^2+y^2"
  /// Where the tangent plane touches.
  public var tangentPoint: Point?
  /// From where the surface is seen.
  public var angles = ViewAngles()
  /// Whether level curves are drawn on the floor and on the surface.
  public var showsFloor = false
  /// Which level curves these are.
  public var levels = Levels.count(8)
  /// Points that are lifted onto the surface.
  public var points: [Point] = []
  /// Equations of curves that are lifted onto the surface.
  public var curves: [String] = []
  /// How long the axes are beside one another.
  public var proportions = SpaceProportions.auto

  /// How many cells the mesh has along a side, from 2 to 400, where it is given.
  public var cells: Int?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Surface>] {
    [
      .argument("expression", \.expression, help: "The function, an expression in x and y."),
      .option("tangent-at", \.tangentPoint, help: "Draw the tangent plane at a point."),
      .option("view", \.angles, help: "Azimuth and elevation of the eye, in degrees."),
      .flag("floor", \.showsFloor, help: "Draw level curves on the floor and the surface."),
      .option("levels", \.levels, help: "About N levels at round values, or a list of levels."),
      .option("mark", \.points, help: "Mark the point of the surface over a point."),
      .option(
        "along", \.curves, placeholder: "EQUATION",
        help: "Draw the curve of the surface over an equation in x and y."),
      .option("cells", \.cells, help: "The cells along a side of the mesh, from 2 to 400."),
      .option("proportions", \.proportions, help: "Axes fitted to the page, or true to the data."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("A bowl with its level curves on it and on the floor.", ["(x^2+y^2)/3", "--floor"]),
    Example(
      "A tangent plane on the slope of a hill.",
      [
        "1.7exp(-(x^2+y^2)/1.5) - 0.9exp(-((x-1.2)^2+(y-0.9)^2)/0.6)", "--tangent-at",
        "-0.55,-0.75",
      ]),
    Example(
      "The monkey saddle, cut by its tangent plane.",
      ["(x^3 - 3x y^2)/12", "--tangent-at", "-0.9,0.6", "--view", "-35,35"]),
    Example(
      "A constraint on a hemisphere, which ends where the root does.",
      ["sqrt(9 - x^2 - y^2)", "--along", "x + y = 1", "--mark", "1/2,1/2"]),
  ]

  /// Makes the mesh, lifts the curves and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let function = try PlaneFunction(expression, in: setting)
    if let cells, !(2...400).contains(cells) {
      throw .parameter(name: "cells", value: String(cells), wanted: "a whole number from 2 to 400")
    }
    var equations: [Equation] = []
    for curve in curves {
      do throws(ParseError) {
        equations.append(
          try Equation(curve, variables: ["x", "y"], constants: setting.constants))
      } catch { throw .expression(curve, error) }
    }
    let picture = SurfacePicture(
      of: function, levels: showsFloor ? levels : nil, from: angles, proportions: proportions,
      tangentAt: tangentPoint, cells: cells, setting: setting)
    let lifted = LiftedMarks(on: picture, points: points, equations: equations)
    var stages = [picture.floorStage, picture.surfaceStage]
    if !lifted.isEmpty { stages.append(lifted.stage) }
    if let plane = picture.plane {
      stages += TangentStages(plane, on: picture, under: lifted.line).stages
    }
    let words = SurfaceWords(picture, lifted)
    stages[0].column = words.heading + stages[0].column
    stages[stages.count - 1].column += words.remarks
    let scene = Scene(
      panel: picture.frame.panel, stages: stages, title: words.title, subtitle: words.subtitle,
      plainTitle: words.plainTitle, description: words.description)
    return Composition(scene: scene, results: words.results, notices: words.notices)
  }
}
