import Plotting

/// The picture of a computational graph, as rich in numbers as the page has room for.
struct GraphPicture {
  /// The panel, in units of the page.
  let window: Box
  private let problem: GraphProblem
  private let drawing: GraphDrawing
  private let detail: GraphDetail

  /// More nodes than this nobody reads.
  private static let mostNodes = 80

  private static let edgePen = Pen(.role(.axis), width: 2.2)
  private static let nodePen = Pen(.role(.axis), width: 2.2)
  private static let inputPen = Pen(.role(.ink), width: 2.2)

  /// `nil` where the graph is too large for the page.
  init?(_ problem: GraphProblem, in setting: Setting) {
    let graph = problem.graph
    guard graph.nodes.count <= Self.mostNodes else { return nil }
    let edges = GraphEdge.all(of: graph)
    let layered = LayeredGraph(
      count: graph.nodes.count, edges: edges.map { (from: $0.from, to: $0.to) })
    let room = Self.room(on: setting.canvas)
    for (detail, missing) in GraphDetail.attempts {
      for radius in GraphDrawing.radii where detail.showsValues ? radius >= 19 : radius <= 31 {
        guard
          let drawing = GraphDrawing(
            problem, layered, edges, in: room, radius: radius, detail: detail, missing: missing)
        else { continue }
        self.problem = problem
        self.drawing = drawing
        self.detail = detail
        window = Box(x: 0, y: 0, width: room.x, height: room.y)
        return
      }
    }
    return nil
  }

  /// The room of a panel without axes.
  static func room(on canvas: Canvas) -> Point {
    let wide = Panel.space(Box(x: 0, y: 0, width: 1e6, height: 1))
    let high = Panel.space(Box(x: 0, y: 0, width: 1, height: 1e6))
    let boxes = [wide, high].map { PanelArrangement(of: [$0], on: canvas).boxes[0] }
    return Point(boxes[0].width, boxes[1].height)
  }

  /// What had to be left out of the picture.
  var notices: [String] {
    let missing = drawing.partials.count { $0 == nil }
    if !detail.showsValues {
      return ["the graph is too large for numbers: values and adjoints are all in the JSON"]
    }
    if !detail.showsPartials {
      return ["there is no room for the local derivatives: they are all in the JSON"]
    }
    guard missing > 0 else { return [] }
    return [
      "\(Wording.count(missing, "local derivative")) found no room: they are all in the JSON"
    ]
  }

  // MARK: Stages

  /// Nodes, values, local derivatives, then the adjoints from right to left, then the gradient.
  func stages(_ words: GraphWords, title: String) -> [SceneStage] {
    var stages = [
      SceneStage(
        name: "nodes", marks: edgeMarks + nodeMarks,
        column: [.title(title)] + words.formulas)
    ]
    if detail.showsValues {
      stages.append(
        SceneStage(name: "values", marks: drawing.values.map(\.mark), column: words.valueKey))
    }
    if detail.showsPartials {
      stages.append(
        SceneStage(
          name: "local derivatives", marks: drawing.partials.compactMap { $0?.mark },
          column: words.partialKey))
    }
    if detail.showsValues { stages += adjointStages(words) }
    stages.append(SceneStage(name: "gradient", column: words.gradient))
    return stages
  }

  /// The backward pass, a stage for each node of a small graph, else for each layer.
  private func adjointStages(_ words: GraphWords) -> [SceneStage] {
    let shapes = drawing.shapes
    var groups: [[Int]] = []
    for number in shapes.indices.reversed() {
      let isAlone = shapes.count <= 12 && problem.graph.variable(at: number) == nil
      let x = shapes[number].centre.x
      if !isAlone, let last = groups.indices.last,
        shapes.count <= 12
          ? problem.graph.variable(at: groups[last][0]) != nil
          : groups[last].contains(where: { abs(shapes[$0].centre.x - x) < 1 })
      {
        groups[last].append(number)
      } else {
        groups.append([number])
      }
    }
    return groups.enumerated().map { step, group in
      SceneStage(
        name: "adjoints \(step + 1)", marks: group.reversed().map { drawing.adjoints[$0].mark },
        column: step == 0 ? words.adjointKey : [])
    }
  }

  private var edgeMarks: [Mark] {
    drawing.lines.flatMap { $0.marks(Self.edgePen) }
      + [.curve(drawing.exit.line, Self.edgePen, label: nil), drawing.exit.name.mark]
  }

  private var nodeMarks: [Mark] {
    var marks: [Mark] = []
    for (number, shape) in drawing.shapes.enumerated() {
      let isInput = problem.graph.variable(at: number) != nil
      marks.append(.region(shape.path, .role(.card)))
      marks.append(
        .curve(shape.path, isInput ? Self.inputPen : Self.nodePen, label: nil))
      marks.append(drawing.symbols[number].mark)
    }
    return marks
  }
}
