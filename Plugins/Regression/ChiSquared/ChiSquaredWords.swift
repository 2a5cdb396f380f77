import Plotting

/// The landscape of χ² in words and numbers: keys, description, JSON.
struct ChiSquaredWords {
  let problem: ChiSquaredProblem
  private let fit: FitWords

  /// Whether the words have to leave room for another panel.
  let isBrief: Bool

  init(_ problem: ChiSquaredProblem, isBrief: Bool) {
    self.problem = problem
    self.isBrief = isBrief
    fit = FitWords(problem.fit)
  }

  private var result: FitResult { problem.fit.result }

  /// A level as it is usually written: 2.30.
  static func text(_ delta: Double) -> String {
    delta == 1 ? "1" : Wording.fixed(delta, decimals: 2)
  }

  // MARK: The margin column

  var title: String { "The $\\chi^2$ landscape and its quadratic model" }

  var plainTitle: String { "Chi-squared of a fit to \(problem.fit.file)" }

  var subtitle: String? {
    "$\\chi^2_{\\min} = \(Wording.tex(result.chiSquared, digits: 4))$"
  }

  /// The model, the least χ², and the two parameters.
  var heading: [ColumnBlock] {
    let counts = "\(problem.fit.count) - \(result.parameters.count) = \(result.degreesOfFreedom)"
    let least = ColumnBlock.result(
      "$\\chi^2_{\\min} = \(Wording.tex(result.chiSquared, digits: 3)),\\; \(counts)$ dof",
      marker: .minimum)
    let values = estimates.map { "$\(Expression.tex(ofName: $0.name)) = \($0.estimate.tex)$" }
    // Beside another panel both parameters share a line where they are short.
    let areShort = values.reduce(0) { $0 + $1.count } < 60
    return fit.formula + [least]
      + (isBrief && areShort
        ? [.result(values.joined(separator: ",  "), marker: nil)]
        : values.map { .result($0, marker: nil) })
  }

  private var estimates: [(name: String, estimate: Estimate)] {
    let (p, _, r) = problem.covariance
    return [
      (problem.names[0], Estimate(problem.centre.x, error: p.squareRoot())),
      (problem.names[1], Estimate(problem.centre.y, error: r.squareRoot())),
    ]
  }

  /// A row of the key; beside another panel without its second line.
  private func row(_ sample: KeySample, _ text: String, _ note: String) -> ColumnBlock {
    .key(sample, text, note: isBrief ? nil : note)
  }

  var regionKeys: [ColumnBlock] {
    guard !problem.contours.isEmpty else { return [] }
    return [
      row(
        .line(ChiSquaredPage.pen(of: 2.30)),
        isBrief ? "true regions: 68 % (2.30), 95 %" : "$\\Delta\\chi^2 = 2.30$, true",
        "joint 68 % region; 6.18: 95 %")
    ]
  }

  var ellipseKeys: [ColumnBlock] {
    [
      row(
        .line(ChiSquaredPage.ellipsePen), "the quadratic model",
        "ellipses of the covariance matrix")
    ]
  }

  var projectionKeys: [ColumnBlock] {
    [
      row(
        .line(ChiSquaredPage.projectionPen),
        isBrief
          ? "$\\pm 1\\sigma$ of one: $\\Delta\\chi^2 = 1$" : "$\\pm 1\\sigma$ of one parameter",
        "the ellipse of $\\Delta\\chi^2 = 1$, not of 2.30")
    ]
      + (problem.jointReach == nil
        ? []
        : [
          row(
            .line(ChiSquaredPage.jointPen), "reach of the joint 68 %",
            "projection of $\\Delta\\chi^2 = 2.30$")
        ])
  }

  func key(of way: ChiSquaredProblem.Way) -> [ColumnBlock] {
    let steps = Wording.count(way.points.count - 1, "step")
    let isSlow = way.method == "steepestDescent"
    let name = isSlow ? "steepest descent" : "Levenberg–Marquardt"
    return [
      row(
        .line(ChiSquaredPage.pen(of: way)), isBrief ? "\(name), \(steps)" : name,
        isSlow ? "\(steps): across, then along" : "\(steps): gradient, then Gauss–Newton")
    ]
  }

  var remarks: [ColumnBlock] {
    var words = "curves: $\\Delta\\chi^2 = \\chi^2 - \\chi^2_{\\min}$"
    if !result.errorsAreBelieved, problem.scale != 1 {
      words = "curves: $\\Delta\\chi^2/\\hat{\\sigma}^2$, for no errors are given"
    }
    if result.verdict == .solved { words += "; linear, so the ellipses are true" }
    if result.parameters.count > 2 { words += "; other parameters at their best" }
    return [.remark(words)]
  }

  // MARK: Words and numbers

  /// The landscape in words.
  var description: String {
    let (a, b) = (problem.names[0], problem.names[1])
    let shown = estimates.map { "\($0.name) = \($0.estimate.text)" }.joined(separator: ", ")
    var words =
      "Chi-squared of \(Wording.text(result.model.response)) = "
      + "\(Wording.text(result.model.expression)) over \(a) and \(b), for "
      + "\(Wording.count(problem.fit.count, "point")) of \(problem.fit.file): least "
      + "\(Wording.text(result.chiSquared)) at \(shown), for "
      + "\(Wording.count(result.degreesOfFreedom, "degree")) of freedom. "
    if let reach = problem.jointReach {
      words +=
        "The true joint 68 % region reaches \(reach.x.words(of: a)) and "
        + "\(reach.y.words(of: b)). "
    }
    let (p, q, r) = problem.covariance
    words += "Correlation \(Wording.text(q / (p * r).squareRoot(), digits: 3)). "
    for way in problem.ways {
      let name = way.method == "steepestDescent" ? "Steepest descent" : "Levenberg–Marquardt"
      words += "\(name) takes \(Wording.count(way.points.count - 1, "step")). "
    }
    return String(words.dropLast())
  }

  /// The members of the results.
  var json: [(String, JSONValue)] {
    let quick = problem.ways.first { $0.method == "levenbergMarquardt" }
    return fit.json + [
      ("over", .array(problem.names.map { .string($0) })),
      ("ellipses", .array(problem.ellipses.map(member))),
      ("projections", .object(projections)),
      ("contours", .array(problem.contours.map { Self.member($0.delta, $0.curve) })),
      ("path", .array((quick?.points ?? []).map(place))),
      ("paths", .array(problem.ways.map(member))),
    ]
  }

  /// For each parameter ±1σ of the quadratic model, and how far the true regions of Δχ² = 1 and of the
  /// joint 68 % reach.
  private var projections: [(String, JSONValue)] {
    let (single, joint) = (problem.reach(of: 1), problem.jointReach)
    let (p, _, r) = problem.covariance
    func members(
      _ centre: Double, _ sigma: Double, _ extent: (JointReach) -> JointReach.Extent
    ) -> JSONValue {
      .object([
        ("sigma", JSONValue([centre - sigma, centre + sigma])),
        ("profile", single.map { extent($0).json } ?? .null),
        ("joint68", joint.map { extent($0).json } ?? .null),
      ])
    }
    return [
      (problem.names[0], members(problem.centre.x, p.squareRoot(), \.x)),
      (problem.names[1], members(problem.centre.y, r.squareRoot(), \.y)),
    ]
  }

  private func place(_ point: Point) -> JSONValue {
    .object([(problem.names[0], .number(point.x)), (problem.names[1], .number(point.y))])
  }

  private func member(_ ellipse: ErrorEllipse) -> JSONValue {
    .object([
      ("deltaChiSquared", .number(ellipse.delta)), ("centre", place(ellipse.centre)),
      ("axes", JSONValue([ellipse.long.length, ellipse.short.length])),
      ("vectors", .array([place(ellipse.long), place(ellipse.short)])),
      (
        "extent",
        place(Point((ellipse.box.width) / 2, (ellipse.box.height) / 2))
      ),
    ])
  }

  private func member(_ way: ChiSquaredProblem.Way) -> JSONValue {
    .object([
      ("method", .string(way.method)), ("points", .array(way.points.map(place))),
      ("values", .array(way.values.map { $0.map { .number($0) } ?? .null })),
    ])
  }

  private static func member(_ delta: Double, _ curve: ContourWalk.Curve) -> JSONValue {
    var points = curve.cubics.first.map { [$0.p0] } ?? []
    for cubic in curve.cubics { points += [cubic.p1, cubic.p2, cubic.p3] }
    return .object([
      ("deltaChiSquared", .number(delta)), ("closed", .bool(curve.isClosed)),
      ("bezier", .array(points.map { JSONValue([$0.x, $0.y]) })),
    ])
  }
}
