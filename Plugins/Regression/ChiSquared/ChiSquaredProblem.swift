import Plotting

/// A fit with the landscape of χ² over two of its parameters.
struct ChiSquaredProblem {
  /// A way down.
  struct Way {
    let method: String
    let points: [Point]
    /// χ² at the points.
    let values: [Double?]
    /// All parameters at the points, where they are known.
    let trail: [[String: Double]]
  }

  let fit: FitProblem
  /// The two parameters.
  let names: [String]
  let centre: Point
  /// (σ₁², σ₁₂, σ₂²).
  let covariance: (Double, Double, Double)
  /// What χ² is measured in: 1 with errors, else the variance of the residuals.
  let scale: Double
  let ellipses: [ErrorEllipse]
  /// The true curves, by Δχ².
  let contours: [(delta: Double, curve: ContourWalk.Curve)]
  let start: Point
  let window: Box
  let ways: [Way]
  /// Δχ² on a lattice, where it is no formula.
  let grid: ProfileGrid?
  let notices: [String]

  /// Δχ² of one parameter's ±1σ, and of the joint regions of 68 % and 95 %.
  static let levels = [1, 2.30, 6.18]

  init(
    _ fit: FitProblem, over names: [String], from given: NamedPoint?, in setting: Setting
  ) throws(FigureError) {
    self.fit = fit
    self.names = names
    let places = names.map { name in
      fit.result.parameters.firstIndex { $0.name == name } ?? 0
    }
    let centre = Point(
      fit.result.parameters[places[0]].value, fit.result.parameters[places[1]].value)
    self.centre = centre
    scale =
      fit.result.errorsAreBelieved || fit.isExact ? 1 : fit.result.reducedChiSquared ?? 1
    let matrix = fit.result.unscaledCovariance
    let factor = scale
    covariance = (
      matrix[places[0], places[0]] * factor, matrix[places[0], places[1]] * factor,
      matrix[places[1], places[1]] * factor
    )
    ellipses = try Self.ellipses(of: names, in: fit, centre, covariance)
    let landscape = try ChiSquaredLandscape(
      fit, names: names, centre: centre, covariance: covariance, scale: scale)
    contours = Self.levels.compactMap { delta in
      landscape.contour(delta).map { (delta, $0) }
    }
    let model = ellipses[ellipses.count - 1].box
    let hull = contours.compactMap { Self.hull(of: $0.curve, near: model) }
      .reduce(model) { $0.union($1) }
    start = Self.start(given, names, hull, landscape)
    window = Self.window(hull, start, setting)
    ways = landscape.ways(from: start, given: fit.fit.start, names, in: window)
    // The formula of χ² is for two parameters alone; a profile of more is sampled.
    grid =
      ChiSquaredSource.isFormula(fit, over: names)
      ? nil : ProfileGrid({ landscape.jet($0) }, in: window)
    notices = fit.notices + Self.notices(of: contours, isCutShort: landscape.isExhausted, fit)
  }

  /// The ellipses of the quadratic model.
  private static func ellipses(
    of names: [String], in fit: FitProblem, _ centre: Point,
    _ covariance: (Double, Double, Double)
  ) throws(FigureError) -> [ErrorEllipse] {
    let ellipses = levels.compactMap {
      ErrorEllipse(delta: $0, centre: centre, covariance: covariance)
    }
    guard ellipses.count == levels.count else {
      throw .input(
        "\(fit.file): the data do not determine \(names[0]) and \(names[1])",
        hint: "there is no ellipse: choose other parameters with --over, or a simpler model")
    }
    return ellipses
  }

  private static func notices(
    of contours: [(delta: Double, curve: ContourWalk.Curve)], isCutShort: Bool, _ fit: FitProblem
  ) -> [String] {
    var notices: [String] = []
    if contours.count < levels.count || contours.contains(where: { !$0.curve.isClosed }) {
      notices.append(
        isCutShort
          ? "too many points to follow the true regions: only the ellipses are drawn"
          : "not every true region could be followed: it is open, or the model ends there")
    }
    if fit.isExact, !fit.result.errorsAreBelieved {
      notices.append("the model goes through all points: sigma = 1 is taken for their errors")
    }
    return notices
  }

  /// The one or two parameters over which χ² is drawn.
  static func names(_ over: String?, of model: FitModel) throws(FigureError) -> [String] {
    guard !model.parameters.isEmpty else {
      throw .input(
        "chi2 wants a model with a parameter, and this one has none",
        hint: "for example: --model 'a + b x'")
    }
    guard let over else { return Array(model.parameters.prefix(2)) }
    let names = over.pieces(at: ",")
    guard (1...2).contains(names.count), Set(names).count == names.count else {
      throw .parameter(name: "over", value: over, wanted: "one parameter a or two a,b")
    }
    for name in names where !model.parameters.contains(name) {
      throw .parameter(
        name: "over", value: over,
        wanted: "parameters of the model, \(model.parameters.enumeration)")
    }
    return names
  }

  /// How far the true joint 68 % region reaches, where its border could be followed.
  var jointReach: JointReach? { reach(of: 2.30) }

  /// How far the true region of a level reaches.
  func reach(of delta: Double) -> JointReach? {
    contours.first { $0.delta == delta }.flatMap { JointReach($0.curve) }
  }

  /// The box of a curve; of an open one what is not far from the ellipses, which would shrink to dots.
  private static func hull(of curve: ContourWalk.Curve, near box: Box) -> Box? {
    guard let hull = curve.path.bounds, !curve.isClosed else { return curve.path.bounds }
    return Box(
      minX: max(hull.minX, box.minX - 0.75 * box.width),
      minY: max(hull.minY, box.minY - 0.75 * box.height),
      maxX: min(hull.maxX, box.maxX + 0.75 * box.width),
      maxY: min(hull.maxY, box.maxY + 0.75 * box.height))
  }

  /// The start that was given, or a corner of the neighbourhood where χ² is large.
  private static func start(
    _ given: NamedPoint?, _ names: [String], _ hull: Box, _ landscape: ChiSquaredLandscape
  ) -> Point {
    let all = given?.names ?? landscape.parameters
    if let given, let x = all.firstIndex(of: names[0]), let y = all.firstIndex(of: names[1]),
      given.values.indices.contains(max(x, y))
    {
      return Point(given.values[x], given.values[y])
    }
    var best: (value: Double, point: Point)?
    for (x, y) in [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)] {
      let point = hull.centre + Point(0.85 * x * hull.width, 0.7 * y * hull.height)
      if let value = landscape.jet(point)?.value, value > best?.value ?? -.infinity {
        best = (value, point)
      }
    }
    return best?.point ?? hull.centre
  }

  /// The window over the regions and the start, unless that is very far.
  private static func window(_ hull: Box, _ start: Point, _ setting: Setting) -> Box {
    let reach = 12.0
    var box = hull
    if abs(start.x - hull.centre.x) < reach * hull.width,
      abs(start.y - hull.centre.y) < reach * hull.height,
      let point = Box(containing: [start, hull.centre])
    {
      box = hull.union(point)
    }
    let (x, y) = (0.1 * box.width, 0.1 * box.height)
    let across = setting.xRange ?? (box.minX - x)...(box.maxX + x)
    let up = setting.yRange ?? (box.minY - y)...(box.maxY + y)
    return Box(
      minX: across.lowerBound, minY: up.lowerBound, maxX: across.upperBound, maxY: up.upperBound)
  }
}
