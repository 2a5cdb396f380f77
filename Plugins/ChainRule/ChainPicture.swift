import Plotting

/// The picture of the chain rule: the path on the map, and the value along it beside.
struct ChainPicture {
  private let problem: ChainProblem
  private let state: ChainProblem.State
  private let map: LevelMap
  private let setting: Setting
  private let graph: Panel?
  private let valueCurve: ParametricCurve

  private static let pathPen = Pen(.role(.ink), width: 4.2)
  private static let velocityPen = Pen(.role(.orange), width: 5)
  private static let gradientPen = Pen(.role(.blue), width: 5)
  private static let valuePen = Pen(.role(.ink), width: 4.2)
  private static let tangentPen = Pen(.role(.orange), width: 3.2)

  init(_ problem: ChainProblem, levels: Levels, in setting: Setting) {
    self.problem = problem
    self.setting = setting
    state = problem.present
    map = LevelMap(
      problem.function, levels: levels, isFilled: false, isLabelled: true, isContext: true,
      setting: setting)
    let ordinates = Self.ordinates(of: problem, state)
    let window = ordinates.map { values in
      Box(
        minX: problem.range.lowerBound, minY: values.lowerBound, maxX: problem.range.upperBound,
        maxY: values.upperBound)
    }
    graph = window.map { .graph($0, xLabel: "$t$", yLabel: "$f(x(t),\\, y(t))$") }
    let box = window ?? Box(x: 0, y: 0, width: 1, height: 1)
    valueCurve = ParametricCurve(
      over: problem.range, scale: Point(box.width / 400, box.height / 400),
      tolerance: setting.tolerance, within: box.grown(by: 0.1 * box.height),
      places: problem.placeLimit
    ) { t in
      let state = problem.state(at: t)
      return (Point(t, state.value), Point(1, state.rate))
    }
  }

  /// The range of the values along the path, poles cut, or `nil` where there are none.
  private static func ordinates(
    of problem: ChainProblem, _ state: ChainProblem.State
  ) -> ClosedRange<Double>? {
    let values = (0...200).map { step -> Double in
      let part = Double(step) / 200
      return problem.state(
        at: problem.range.lowerBound * (1 - part) + problem.range.upperBound * part
      ).value
    }.filter { $0.isFinite && abs($0) < 1e150 }.sorted()
    guard let first = values.first, let last = values.last else { return nil }
    var (low, high) = (first, last)
    // Beside a pole the picture is about the middle of the values.
    let middle = values[values.count / 10]...values[values.count * 9 / 10]
    let spread = middle.upperBound - middle.lowerBound
    if spread > 0, high - low > 8 * spread {
      low = max(low, middle.lowerBound - spread)
      high = min(high, middle.upperBound + spread)
      if state.value.isFinite { (low, high) = (min(low, state.value), max(high, state.value)) }
    }
    if high - low <= 1e-9 * max(abs(high), abs(low), 1e-9) {
      let half = max(abs(high), 1) / 2
      return (low - half)...(high + half)
    }
    let margin = 0.12 * (high - low)
    return (low - margin)...(high + margin)
  }

  /// The scene with its results and words.
  var composition: Composition {
    let words = ChainWords(problem: problem, state: state)
    let title = setting.title ?? words.title
    let (vectors, keys) = vectorMarks
    let stages = [
      SceneStage(name: "levels", marks: map.marks.curves),
      SceneStage(name: "path", panels: [pathMarks, valueMarks], column: words.formulas),
      SceneStage(name: "vectors", panels: [vectors, tangentMarks], column: keys),
      SceneStage(name: "sum", column: words.sum),
    ]
    var scene = map.scene(
      stages: stages, title: title, plainTitle: words.plainTitle, subtitle: words.subtitle,
      description: words.description)
    scene.panel.colourBar = nil
    if let graph {
      scene.others = [graph]
      scene.arrangement = .heading
    }
    return Composition(
      scene: scene, results: words.json, notices: map.notices + words.notices)
  }

  // MARK: Marks

  /// Units of the map for a unit of the page, as both panels stand on it.
  private var unit: Double {
    let own = Panel.map(problem.function.window)
    let boxes = PanelArrangement(
      of: [own] + (graph.map { [$0] } ?? []), arrangement: .heading, on: setting.canvas
    ).boxes
    return problem.function.window.width / max(boxes[0].width, 1)
  }

  /// The path, as finely as it is seen.
  private var path: ParametricCurve {
    let pixel = unit * setting.canvas.pixel
    return ParametricCurve(
      over: problem.range, scale: Point(pixel, pixel), tolerance: setting.tolerance,
      within: problem.function.window.grown(by: 20 * pixel), places: problem.placeLimit
    ) { t in
      let state = problem.state(at: t)
      return (state.place, state.velocity)
    }
  }

  /// The path with heads that say which way it runs, and the place at the time.
  private var pathMarks: [Mark] {
    var marks: [Mark] = [.curve(path.path, Self.pathPen, label: nil)]
    for part in [0.2, 0.8] {
      let t = problem.range.lowerBound * (1 - part) + problem.range.upperBound * part
      let state = problem.state(at: t)
      guard state.place.isFinite, let along = state.velocity.direction,
        state.place.distance(to: self.state.place) > 60 * unit
      else { continue }
      marks.append(
        .arrowhead(at: state.place, direction: along, length: 22, .role(.ink)))
    }
    if state.place.isFinite {
      marks.append(.dot(at: state.place, radius: 7, .role(.ink), isOpen: false, label: nil))
    }
    return marks
  }

  private var valueMarks: [Mark] {
    guard graph != nil else { return [] }
    return [.curve(valueCurve.path, Self.valuePen, label: nil)]
  }

  /// The tangent of the value at the time.
  private var tangentMarks: [Mark] {
    guard let graph, state.value.isFinite, state.rate.isFinite else { return [] }
    let reach = 0.25 * graph.window.width
    let (before, after) = (problem.time - reach, problem.time + reach)
    return [
      .curve(
        Path(
          line: Point(before, state.value - reach * state.rate),
          Point(after, state.value + reach * state.rate)), Self.tangentPen, label: nil),
      .dot(
        at: Point(problem.time, state.value), radius: 6.5, .role(.ink), isOpen: false, label: nil),
    ]
  }

  /// The velocity and the gradient at the place with their names, and the notes on their lengths.
  private var vectorMarks: ([Mark], [ColumnBlock]) {
    var marks: [Mark] = []
    var notes: [ColumnBlock] = []
    var drawn: [(tip: Point, pen: Pen, name: String)] = []
    let both = [
      (state.velocity, Self.velocityPen, "(x',\\, y')"),
      (state.gradient, Self.gradientPen, "\\nabla f"),
    ]
    for (vector, pen, name) in both where vector.isFinite && state.place.isFinite {
      guard vector.length > 0 else { continue }
      let scale = VectorScale(for: vector, in: problem.function.window, longest: 0.42)
      drawn.append((state.place + vector * scale.factor, pen, name))
      if let words = scale.words { notes.append(.remark("$\(name)$ \(words)")) }
    }
    for (tip, pen, _) in drawn { marks.append(.vector(tail: state.place, tip: tip, pen)) }
    if state.place.isFinite {
      marks.append(.dot(at: state.place, radius: 7, .role(.ink), isOpen: false, label: nil))
    }
    return (marks + names(of: drawn), notes)
  }

  /// The names of the vectors: at the tip, or beside the shaft, where there is room.
  private func names(of vectors: [(tip: Point, pen: Pen, name: String)]) -> [Mark] {
    let unit = unit
    let room = problem.function.window.grown(by: -8 * unit)
    let curve = path.pieces.joined().flatMap { cubic in
      (0..<12).map { cubic.point(at: Double($0) / 12) }
    }
    var taken: [Box] = []
    var marks: [Mark] = []
    for (number, vector) in vectors.enumerated() {
      let extent = TextExtent.of(vector.name, size: 24) * unit
      guard let along = (vector.tip - state.place).direction else { continue }
      let others = vectors.indices.filter { $0 != number }.map { vectors[$0].tip }
      let beside = [0.6, 0.8, 0.9, 0.4].flatMap { part in
        let place = state.place.interpolated(to: vector.tip, at: part)
        return [(place, along.perpendicular), (place, -along.perpendicular)]
      }
      let tries = ([(vector.tip, along)] + beside).map { place, side -> Box in
        let reach = abs(side.x) * extent.x / 2 + abs(side.y) * extent.y / 2 + 9 * unit
        let centre = place + side * reach
        return Box(
          x: centre.x - extent.x / 2, y: centre.y - extent.y / 2, width: extent.x,
          height: extent.y)
      }
      let free = tries.filter { box in
        room.contains(box) && !taken.contains { $0.intersects(box) }
          && !others.contains { box.isMet(byLineFrom: state.place, to: $0) }
      }
      guard let box = free.first(where: { !curve.contains(where: $0.contains) }) ?? free.first
      else { continue }
      taken.append(box)
      marks.append(
        .text(
          "$\(vector.name)$", at: box.centre, anchor: .centre, offset: .zero, .direct,
          vector.pen.paint))
    }
    return marks
  }
}
