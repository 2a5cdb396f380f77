import Plotting

/// The picture of χ² over two parameters.
struct ChiSquaredPage {
  let problem: ChiSquaredProblem
  private let setting: Setting
  private let panel: Panel
  /// The panel on the page.
  let box: Box
  /// The fit beside the map.
  private let evolving: EvolvingFit?

  private static let dotGap = 17.0

  init(_ problem: ChiSquaredProblem, in setting: Setting) {
    self.problem = problem
    self.setting = setting
    var panel = Panel.chart(
      problem.window, xLabel: "$\(Expression.tex(ofName: problem.names[0]))$",
      yLabel: "$\(Expression.tex(ofName: problem.names[1]))$")
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    self.panel = panel
    let trail = problem.ways.first { $0.method == "levenbergMarquardt" }?.trail ?? []
    evolving = EvolvingFit(problem.fit, trail: trail, beside: panel, in: setting)
    let panels = [panel] + (evolving.map { [$0.panel] } ?? [])
    box =
      PanelArrangement(of: panels, arrangement: .heading, on: setting.canvas).boxes.first
      ?? problem.window
  }

  /// The scene with its results and words.
  var composition: Composition {
    let words = ChiSquaredWords(problem, isBrief: evolving != nil)
    let title = setting.title ?? words.title
    var stages = [
      SceneStage(
        name: "landscape", panels: [landscape, evolving?.points ?? []],
        column: [.title(title)] + words.heading),
      SceneStage(name: "regions", marks: regions, column: words.regionKeys),
      SceneStage(name: "ellipses", marks: ellipses, column: words.ellipseKeys),
      SceneStage(name: "projections", marks: projections, column: words.projectionKeys),
    ]
    // The short way stands over the one with many points.
    for way in problem.ways.reversed() {
      let isQuick = way.method == "levenbergMarquardt"
      stages.append(
        SceneStage(
          name: way.method,
          panels: [
            marks(of: way), isQuick ? evolving.map { $0.steps + $0.points } ?? [] : [],
          ], column: words.key(of: way)))
    }
    stages.append(
      SceneStage(
        name: "best", panels: [ends, evolving.map { $0.last + $0.points } ?? []],
        column: words.remarks))
    let scene = Scene(
      panel, evolving.map { [$0.panel] } ?? [], arrangement: evolving == nil ? .stacked : .heading,
      stages: stages, title: title, subtitle: words.subtitle,
      plainTitle: setting.title == nil ? words.plainTitle : nil, description: words.description)
    return Composition(
      scene: scene, results: .object(words.json), notices: problem.notices)
  }

  // MARK: The landscape

  /// Pale bands between levels in equal ratios, where χ² is a formula of the two alone.
  private var landscape: [Mark] {
    if let grid = problem.grid { return landscape(of: grid) }
    var plain = setting
    plain.constants = [:]
    plain.xRange = problem.window.minX...problem.window.maxX
    plain.yRange = problem.window.minY...problem.window.maxY
    guard let source, let function = try? PlaneFunction(source, in: plain) else { return [] }
    let high = function.values.last ?? 0
    let outer =
      high > 30 ? geometricLevels(in: 12...min(high, 1e6), about: 5).filter { $0 > 8 } : []
    let map = LevelMap(
      function, levels: .list([2.30, 6.18] + outer), isFilled: true, isLabelled: true, on: box,
      setting: plain)
    let curves = map.marks.traced.curves.filter { $0.level > 8 }.map { curve -> Mark in
      .curve(
        curve.path, Pen(.role(.curveOverFill), width: 1.6),
        label: "$\(Wording.tex(curve.level, digits: 6))$")
    }
    return map.marks.regions + curves
  }

  /// The same of a profile that is sampled.
  private func landscape(of grid: ProfileGrid) -> [Mark] {
    let high = grid.greatest
    let outer =
      high > 30 ? geometricLevels(in: 12...min(high, 1e6), about: 5).filter { $0 > 8 } : []
    let levels = [2.30, 6.18] + outer
    var marks: [Mark] = [.region(Path(problem.window), .sequentialFill(0))]
    for (index, level) in levels.enumerated() where level < high {
      let part = Double(index + 1) / Double(levels.count)
      marks.append(.region(grid.region(above: level), .sequentialFill(part)))
    }
    return marks
      + outer.flatMap { level in
        grid.curves(at: level).map { path -> Mark in
          .curve(
            path, Pen(.role(.curveOverFill), width: 1.6),
            label: "$\(Wording.tex(level, digits: 6))$")
        }
      }
  }

  private var source: String? {
    problem.fit.result.verdict == .solved
      ? ChiSquaredSource.quadratic(centre: problem.centre, covariance: problem.covariance)
      : ChiSquaredSource.text(
        of: problem.fit, over: problem.names, scale: problem.scale)
  }

  // MARK: Regions, ellipses, projections

  private var regions: [Mark] {
    problem.contours.map { delta, curve in
      .curve(curve.path, Self.pen(of: delta), label: "$\(ChiSquaredWords.text(delta))$")
    }
  }

  static func pen(of delta: Double) -> Pen {
    Pen(.role(.ink), width: delta == 2.30 ? 4.2 : delta == 1 ? 1.8 : 2.6)
  }

  static let ellipsePen = Pen(.role(.orange), width: 2.8, dash: .model)

  private var ellipses: [Mark] {
    problem.ellipses.flatMap { ellipse -> [Mark] in
      let width = ellipse.delta == 2.30 ? 3.6 : 2.6
      return [
        .curve(ellipse.path, Pen(.role(.paper), width: width + 4, dash: .model), label: nil),
        .curve(ellipse.path, Pen(.role(.orange), width: width, dash: .model), label: nil),
      ]
    }
  }

  // MARK: Ways

  /// The line of a way, with dots that do not touch.
  private func marks(of way: ChiSquaredProblem.Way) -> [Mark] {
    let window = problem.window
    let reach = 50.0
    func place(_ point: Point) -> Point {
      Point(point.x / window.width * box.width, point.y / window.height * box.height)
    }
    let seen = way.points.filter { point in
      abs(point.x - window.centre.x) < reach * window.width
        && abs(point.y - window.centre.y) < reach * window.height
    }
    guard let first = seen.first else { return [] }
    var corners = [first]
    var dots: [Point] = []
    for point in seen.dropFirst() {
      if place(point).distance(to: place(corners[corners.count - 1])) > 0.4 {
        corners.append(point)
      }
      if place(point).distance(to: place(dots.last ?? first)) >= Self.dotGap { dots.append(point) }
    }
    let line = zip(corners, corners.dropFirst()).map { CubicCurve(line: $0, $1) }
    guard !line.isEmpty else { return [] }
    let path = Path([Subpath(cubics: line)])
    let pen = Self.pen(of: way)
    let radius = way.method == "steepestDescent" ? 4.5 : 6.5
    return [
      .curve(path, Pen(.role(.paper), width: pen.width + 4), label: nil),
      .curve(path, pen, label: nil),
    ]
      + dots.map { .dot(at: $0, radius: radius, pen.paint, isOpen: false, label: nil) }
  }

  static func pen(of way: ChiSquaredProblem.Way) -> Pen {
    Pen(.role(way.method == "steepestDescent" ? .plum : .blue), width: 3.2)
  }

  private var ends: [Mark] {
    var marks: [Mark] = []
    if !problem.ways.isEmpty {
      marks.append(
        .dot(at: problem.start, radius: 9, .role(.ink), isOpen: true, label: "start"))
    }
    return marks + [.marker(.minimum, at: problem.centre, label: nil)]
  }
}
