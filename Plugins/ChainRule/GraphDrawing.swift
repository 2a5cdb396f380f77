import Plotting

/// The places of all parts of a graph in a room, at one radius of the nodes and one detail.
///
/// Coordinates are units of the page from the lower left corner of the room.
struct GraphDrawing {
  let shapes: [NodeShape]
  let symbols: [GraphText]
  let edges: [GraphEdge]
  let lines: [EdgeLine]
  /// The value above and the adjoint below each node; none where the detail has none.
  private(set) var values: [GraphText] = []
  private(set) var adjoints: [GraphText] = []
  /// The local derivative at each edge; `nil` where there is no room for it.
  private(set) var partials: [GraphText?] = []
  /// Where the value of the whole goes.
  let exit: (line: Path, name: GraphText)

  /// The radii that are tried, from the largest down.
  static let radii: [Double] = [46, 41, 36, 31, 27, 23, 19, 16]
  /// The height of a value or an adjoint with its distance from a node of the radius.
  private static func textRoom(_ radius: Double) -> Double { radius >= 30 ? 32 : 27 }
  private static let exitRoom = 64.0
  /// The part of the local derivatives that may find no room where no drawing has room for all.
  static let mostMissing = 0.15

  /// The drawing, or `nil` where it does not fit; `missing` is the part of the local derivatives that
  /// may be left out.
  init?(
    _ problem: GraphProblem, _ layered: LayeredGraph, _ edges: [GraphEdge], in room: Point,
    radius: Double, detail: GraphDetail, missing: Double
  ) {
    let graph = problem.graph
    let role: TextRole = radius >= 27 ? .axisName : .note
    let texts = graph.nodes.indices.map {
      GraphText(graph.tex(of: $0), at: .zero, role, .role(.ink))
    }
    let widths = texts.map { max($0.extent.x + 18, 2 * radius) }
    guard
      let centres = Self.centres(
        layered, widths: widths, in: room, radius: radius, hasTexts: detail.showsValues)
    else { return nil }
    let shapes = graph.nodes.indices.map {
      NodeShape(at: centres[$0], radius: radius, width: widths[$0])
    }
    self.shapes = shapes
    self.edges = edges
    symbols = texts.indices.map { GraphText(texts[$0].tex, at: centres[$0], role, .role(.ink)) }
    lines = zip(edges, layered.routes).map { edge, route in
      Self.line(
        through: route.map { centres[$0] }, from: edge.from, to: edge.to, shapes,
        textRoom: detail.showsValues ? Self.textRoom(radius) : 0)
    }
    exit = Self.exit(from: shapes[shapes.count - 1])
    if detail.showsValues {
      values = numbers(problem.run.values, detail, above: true, paint: .role(.blue))
      adjoints = numbers(problem.run.adjoints, detail, above: false, paint: .role(.orange))
      guard nodeTextsFit(in: room), missing > 0 || textsAreClear else { return nil }
    }
    if detail.showsPartials {
      var labels = EdgeLabels(
        lines: lines, room: room,
        obstacles: shapes.map(\.box) + (values + adjoints + [exit.name]).map { $0.box.grown(by: 4) }
      )
      partials = labels.placed(Self.wanted(edges, problem, detail))
      let lost = partials.count { $0 == nil }
      guard Double(lost) <= missing * Double(edges.count) else { return nil }
    }
  }

  // MARK: Places

  /// The places of the nodes and dummies, or `nil` where they need more room.
  private static func centres(
    _ layered: LayeredGraph, widths: [Double], in room: Point, radius: Double, hasTexts: Bool
  ) -> [Point]? {
    let texts = hasTexts ? textRoom(radius) : 0
    let heights = layered.heights { upper, lower in
      let own = [upper, lower].reduce(0) { $0 + ($1.node == nil ? 12 : radius + texts) }
      return own + (hasTexts ? 12 : 10)
    }
    let high = heights.max() ?? 0
    let low = heights.min() ?? 0
    let margin = radius + texts + 2
    guard high - low <= room.y - 2 * margin else { return nil }
    let middle = (high + low) / 2
    let stretched = { (stretch: Double) -> [Point]? in
      let heights = heights.map { room.y / 2 + ($0 - middle) * stretch }
      guard let abscissae = abscissae(layered, heights, widths: widths, in: room, radius: radius)
      else { return nil }
      return layered.vertices.indices.map {
        Point(abscissae[layered.vertices[$0].layer], heights[$0])
      }
    }
    // What room is left is filled, unless that made the edges steep.
    let most = min(max((room.y - 2 * margin) * 0.84 / max(high - low, 1), 1), 1.9)
    for stretch in [most, 1 + (most - 1) / 2] where stretch > 1 {
      guard let centres = stretched(stretch) else { continue }
      let isGentle = layered.behind.indices.allSatisfy { vertex in
        layered.behind[vertex].allSatisfy {
          abs(centres[$0].y - centres[vertex].y) < 1.3 * (centres[$0].x - centres[vertex].x)
        }
      }
      if isGentle { return centres }
    }
    return stretched(1)
  }

  /// The places of the layers: steep edges get the most room.
  private static func abscissae(
    _ layered: LayeredGraph, _ heights: [Double], widths: [Double], in room: Point, radius: Double
  ) -> [Double]? {
    let layers = layered.layers.map { layer in
      (layer.compactMap { layered.vertices[$0].node.map { widths[$0] } }.max() ?? 0) / 2
    }
    guard let first = layers.first, let last = layers.last else { return nil }
    let left = first + 2
    let right = room.x - last - exitRoom
    // Arrows need some room between the widest nodes of neighbouring layers.
    let least = zip(layers, layers.dropFirst()).map { $0 + $1 + (radius < 27 ? 22 : 34) }
    let slack = right - left - least.reduce(0, +)
    guard slack >= 0 else { return nil }
    let wishes = layered.layers.dropLast().map { layer in
      let rises = layer.flatMap { vertex in
        layered.behind[vertex].map { abs(heights[$0] - heights[vertex]) }
      }
      return 150 + (rises.max() ?? 0)
    }
    // A short chain is not drawn out over the whole width.
    let shared = min(slack, 5.5 * radius * Double(wishes.count))
    let start = left + (slack - shared) / 2
    var abscissae = [start]
    for (gap, wish) in zip(least, wishes) {
      let share = shared * wish / wishes.reduce(0, +)
      abscissae.append(abscissae[abscissae.count - 1] + gap + share)
    }
    return abscissae
  }

  /// A straight line where it passes no other node, else one around them.
  private static func line(
    through points: [Point], from source: Int, to target: Int, _ shapes: [NodeShape],
    textRoom: Double
  ) -> EdgeLine {
    let ends = [points[0], points[points.count - 1]]
    let isFree = shapes.indices.allSatisfy { number in
      if number == source || number == target { return true }
      var box = shapes[number].box.grown(by: 6)
      box.minY -= textRoom
      box.maxY += textRoom
      return !box.isMet(byLineFrom: ends[0], to: ends[1])
    }
    return EdgeLine(
      through: isFree ? ends : points, from: shapes[source], to: shapes[target])
  }

  private static func exit(from shape: NodeShape) -> (line: Path, name: GraphText) {
    let start = Point(shape.centre.x + shape.reach + 2, shape.centre.y)
    let end = Point(start.x + 26, start.y)
    let name = GraphText("f", at: Point(end.x + 16, end.y), .axisName, .role(.ink))
    return (Path(line: start, end), name)
  }

  // MARK: Texts

  /// The numbers at the nodes, each where the fewest lines pass.
  private func numbers(
    _ numbers: [Double], _ detail: GraphDetail, above: Bool, paint: Paint
  ) -> [GraphText] {
    zip(shapes, numbers).map { shape, number in
      let height = shape.radius + 0.5 * Self.textRoom(shape.radius) + 2
      let base = Point(shape.centre.x, shape.centre.y + (above ? height : -height))
      let role: TextRole = shape.radius >= 30 ? .tick : .note
      let tries = [0, 0.35, -0.35, 0.6, -0.6, 0.9, -0.9].map { shift in
        let text = GraphText(detail.tex(number), at: base, role, paint)
        return GraphText(
          text.tex, at: Point(base.x + shift * text.extent.x, base.y), role, paint)
      }
      let crowds = tries.map { text in lines.count { $0.meets(text.box) } }
      let least = crowds.min() ?? 0
      return zip(tries, crowds).first { $0.1 == least }?.0 ?? tries[0]
    }
  }

  /// Whether no line runs through a number.
  private var textsAreClear: Bool {
    let boxes = (values + adjoints).map { $0.box.grown(by: -3) }
    return !lines.contains { line in boxes.contains { line.meets($0) } }
  }

  /// Whether no number meets another, or a node, or the edge of the room.
  private func nodeTextsFit(in room: Point) -> Bool {
    let boxes = (values + adjoints).map { $0.box.grown(by: 2) }
    let all = boxes + shapes.map { $0.box.grown(by: -1) }
    let inside = Box(minX: -40, minY: -2, maxX: room.x, maxY: room.y + 2)
    for (number, box) in boxes.enumerated() {
      if !inside.contains(box) { return false }
      if all[(number + 1)...].contains(where: { $0.intersects(box) }) { return false }
    }
    return true
  }

  /// What each edge would say: the best first.
  private static func wanted(
    _ edges: [GraphEdge], _ problem: GraphProblem, _ detail: GraphDetail
  ) -> [[String]] {
    edges.map { edge in
      let partials = problem.run.partials[edge.to]
      let number = detail.tex(edge.inputs.reduce(0) { $0 + partials[$1] })
      guard detail.showsFormulas, edge.inputs.count == 1,
        let formula = problem.graph.partial(of: edge.to, byInput: edge.inputs[0]),
        formula.number == nil
      else { return [number] }
      let tex = formula.tex
      let isShort =
        tex.count < 60 && !tex.contains("\\frac") && !tex.contains("\\begin")
        && TextExtent.of(tex, size: 20).x < 130
      return isShort ? ["\(tex) = \(number)", number] : [number]
    }
  }
}
