import Plotting

/// A map of the plane by what it does to a grid, and its linear part at a point.
///
///     var figure = JacobianMap()
///     figure.first = "x^2 - y^2"
///     figure.second = "2x y"
///     figure.point = Point(1, 0.5)
public struct JacobianMap: Figure {
  /// The word on the command line.
  public static let name = "jacobian"
  /// What it draws.
  public static let summary = "A map of the plane: a grid, its image, and the Jacobian at a point."

  /// The first component, an expression in x and y.
  public var first = "x^2 - y^2"
  /// The second component, an expression in x and y.
  public var second = "2x y"
  /// Where the linear part is taken.
  public var point: Point?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<JacobianMap>] {
    [
      .argument("u", \.first, help: "The first component, an expression in x and y."),
      .argument("v", \.second, help: "The second component, an expression in x and y."),
      .option("at", \.point, help: "Where the linear part is taken."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("The complex square turns and stretches.", ["x^2 - y^2", "2x y", "--at", "1,0.5"]),
    Example(
      "A sheet folded over: the determinant vanishes on the crease.",
      ["x", "y^2 + x/2", "--at", "0.5,0.5", "-x", "-1:1", "-y", "-1:1"]),
    Example(
      "Polar coordinates: cells grow with the radius.",
      ["x cos(y)", "x sin(y)", "--at", "1,pi/6", "-x", "0:2", "-y", "0:pi/2"]),
    Example(
      "A fold with a cusp.",
      ["x^3/3 - x y", "y", "--at", "1,-0.5", "-x", "-1.5:1.5", "-y", "-0.5:1.5"]),
  ]

  /// Maps the grid, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let mapping = try PlaneMapping(first, second, in: setting)
    return try JacobianPicture(mapping, at: point, in: setting).composition()
  }
}
