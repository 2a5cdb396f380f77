import Plotting

/// The picture of descents: their paths on the level curves, and the way to the least value.
struct DescentMap {
  private let problem: DescentProblem
  private let map: LevelMap
  private let setting: Setting

  /// Points beyond this many are not drawn: a path of a million points looks no different.
  private static let mostPoints = 20_000
  /// Dots of a path are at least this far apart, in page units.
  private static let dotGap = 17.0

  init(_ problem: DescentProblem, in setting: Setting) {
    self.problem = problem
    self.setting = setting
    map = LevelMap(
      problem.function, levels: problem.levels, isFilled: true, isLabelled: true, setting: setting)
  }

  private var unit: Double { problem.function.window.width / map.panel.width }

  /// The scene with its results and words.
  var composition: Composition {
    let words = DescentWords(problem: problem)
    let title = setting.title ?? words.title
    let convergence = DescentConvergence(problem)
    var stages = [
      SceneStage(name: "levels", marks: map.marks.regions + map.marks.curves, column: [])
    ]
    for (index, path) in problem.paths.enumerated() {
      stages.append(
        SceneStage(
          name: "path \(index + 1)",
          panels: [marks(of: path), convergence?.marks(of: index) ?? []],
          column: words.row(of: path)))
    }
    stages.append(SceneStage(name: "verdict", column: words.remarks))
    var scene = map.scene(
      stages: stages, title: title, plainTitle: words.plainTitle, subtitle: words.subtitle,
      description: words.description)
    scene.panel.colourBar = nil
    if let convergence {
      scene.others = [convergence.panel]
      scene.arrangement = .heading
    }
    return Composition(scene: scene, results: .object(words.json), notices: map.notices)
  }

  /// The line of a path, its points, its start, and where it ended.
  private func marks(of path: DescentProblem.Path) -> [Mark] {
    let reach = 100 * max(problem.function.window.width, problem.function.window.height)
    let centre = problem.function.window.centre
    let points = path.points.prefix(Self.mostPoints).filter { $0.distance(to: centre) < reach }
    guard let first = points.first else { return [] }
    var corners = [first]
    var dots: [Point] = []
    for point in points.dropFirst() {
      // A corner closer than a third of a unit would not be seen.
      if point.distance(to: corners[corners.count - 1]) > 0.3 * unit { corners.append(point) }
      if point.distance(to: dots.last ?? first) >= Self.dotGap * unit { dots.append(point) }
    }
    let line = zip(corners, corners.dropFirst()).map { start, end in
      CubicCurve(
        start, start.interpolated(to: end, at: 1 / 3), start.interpolated(to: end, at: 2 / 3), end)
    }
    var marks: [Mark] = []
    if !line.isEmpty {
      let way = Path([Subpath(cubics: line)])
      marks.append(.curve(way, Pen(.role(.paper), width: path.method.pen.width + 4), label: nil))
      marks.append(.curve(way, path.method.pen, label: nil))
    }
    marks += dots.map {
      .dot(at: $0, radius: 5, path.method.pen.paint, isOpen: false, label: nil)
    }
    marks.append(.dot(at: first, radius: 9, .role(.ink), isOpen: true, label: nil))
    if let marker = path.run.outcome.marker, let end = points.last {
      marks.append(.marker(marker, at: end, label: nil))
    }
    return marks
  }
}

extension Descent.Outcome {
  /// The marker of the point that was reached.
  var marker: Marker? {
    switch self {
    case .converged: .minimum
    case .reachedSaddle: .saddle
    case .reachedMaximum: .maximum
    case .stationary: .degenerate
    case .cycle, .diverged, .leftDomain, .leftWindow, .stalled, .stepLimit: nil
    }
  }
}
