import Plotting

/// The linear part of a map of the plane at a point.
struct LinearPart {
  let point: Point
  let image: Point
  /// The columns of the Jacobian matrix: the images of the two unit vectors.
  let alongX: Point
  let alongY: Point

  /// - Parameter components: the functions that have to be differentiable, and not only by their
  ///   formulas: none for a point that nobody asked for.
  /// - Throws: that the map or its derivatives are undefined at the point.
  init(
    of components: [Expression], _ values: PlaneMappingEvaluator, at point: Point
  ) throws(FigureError) {
    let jet = values.jet(point)
    guard jet.image.isFinite, jet.alongX.isFinite, jet.alongY.isFinite,
      components.allSatisfy({ $0.isDifferentiable(at: [point.x, point.y]) })
    else {
      throw .parameter(
        name: "at", value: point.parameterText,
        wanted: "a point where the map and its derivatives are finite")
    }
    self.point = point
    image = jet.image
    (alongX, alongY) = (jet.alongX, jet.alongY)
  }

  var rows: [[Double]] { [[alongX.x, alongY.x], [alongX.y, alongY.y]] }

  /// The signed area of the image of the unit square; zero where it is nothing but rounding.
  var determinant: Double {
    let (p, q) = (alongX.x * alongY.y, alongY.x * alongX.y)
    let value = p - q
    return abs(value) <= 4 * Double.ulpOfOne * (abs(p) + abs(q)) ? 0 : value
  }

  /// The inverse matrix; nothing where the determinant is zero.
  var inverse: [[Double]]? {
    let d = determinant
    guard d != 0 else { return nil }
    let rows = [[alongY.y / d, -alongY.x / d], [-alongX.y / d, alongX.x / d]]
    return rows.joined().allSatisfy(\.isFinite) ? rows.map { $0.map { $0 == 0 ? 0 : $0 } } : nil
  }
}
