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
          panels: [
            marks(of: path, number: index),
            convergence?.marks(of: index, isNamed: isNamed(index)) ?? [],
          ],
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
  private func marks(of path: DescentProblem.Path, number: Int) -> [Mark] {
    let window = problem.function.window
    let reach = 100 * max(window.width, window.height)
    let points = path.points.prefix(Self.mostPoints).filter {
      $0.distance(to: window.centre) < reach
    }
    guard let first = points.first else { return [] }
    var corners = [first]
    var dots: [Point] = []
    for point in points.dropFirst() {
      // A corner closer than a third of a unit would not be seen.
      if point.distance(to: corners[corners.count - 1]) > 0.3 * unit { corners.append(point) }
      if point.distance(to: dots.last ?? first) >= Self.dotGap * unit { dots.append(point) }
    }
    var marks = line(through: corners, path.method.pen)
    let named = isNamed(number) ? namedDot(of: dots.filter(window.contains), number) : nil
    marks += dots.map {
      .dot(
        at: $0, radius: 5, path.method.pen.paint, isOpen: false,
        label: $0 == named ? path.method.words : nil)
    }
    if let exit = exit(of: corners) {
      marks.append(
        .arrowhead(at: exit.at, direction: exit.way, length: 20, path.method.pen.paint))
    }
    let isOnlyStart = problem.paths.allSatisfy { $0.start == problem.paths[0].start }
    let label = isOnlyStart && number == 0 ? "start" : nil
    marks.append(.dot(at: first, radius: 9, .role(.ink), isOpen: true, label: label))
    if let marker = path.run.outcome.marker, let end = points.last {
      marks.append(.marker(marker, at: end, label: isFirst(toReach: end, number) ? name(end) : nil))
    }
    return marks
  }

  private func line(through corners: [Point], _ pen: Pen) -> [Mark] {
    guard corners.count > 1 else { return [] }
    let line = zip(corners, corners.dropFirst()).map { start, end in
      CubicCurve(
        start, start.interpolated(to: end, at: 1 / 3), start.interpolated(to: end, at: 2 / 3), end)
    }
    let way = Path([Subpath(cubics: line)])
    return [
      .curve(way, Pen(.role(.paper), width: pen.width + 4), label: nil),
      .curve(way, pen, label: nil),
    ]
  }

  /// The dot that carries the name of a path: the one with the most room to the other paths.
  private func namedDot(of dots: [Point], _ number: Int) -> Point? {
    var others: [Point] = []
    for (index, path) in problem.paths.enumerated() {
      let points = path.points.prefix(400).filter(problem.function.window.contains)
      others += index == number ? [points.first, points.last].compactMap(\.self) : points
    }
    func room(_ dot: Point) -> Double {
      others.reduce(problem.function.window.width) { min($0, $1.distance(to: dot)) }
    }
    return dots.max { room($0) < room($1) }
  }

  /// Whether a path has its name in the picture: few paths, and the first of its method.
  private func isNamed(_ number: Int) -> Bool {
    let paths = problem.paths
    return paths.count <= 4
      && !paths.prefix(number).contains { $0.method == paths[number].method }
  }

  /// Where a path leaves the window for good, a little inside, and in which direction.
  private func exit(of corners: [Point]) -> (at: Point, way: Point)? {
    let window = problem.function.window
    guard let last = corners.lastIndex(where: window.contains), last + 1 < corners.count else {
      return nil
    }
    let (start, end) = (corners[last], corners[last + 1])
    var (low, high) = (0.0, 1.0)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if window.contains(start.interpolated(to: end, at: middle)) {
        low = middle
      } else {
        high = middle
      }
    }
    let way = end - start
    return way.length > 0 ? (start.interpolated(to: end, at: low), way) : nil
  }

  /// Whether no path before has ended at a place.
  private func isFirst(toReach end: Point, _ number: Int) -> Bool {
    problem.paths.prefix(number).allSatisfy { path in
      guard path.run.outcome.marker != nil, let other = path.points.last else { return true }
      return other.distance(to: end) > 20 * unit
    }
  }

  private func name(_ point: Point) -> String {
    DescentWords(problem: problem).place(point, isTeX: true)
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
