import Plotting

/// An edge of the picture: from a value to an operation that uses it.
struct GraphEdge {
  let from: Int, to: Int
  /// Which of the operation's inputs it is; two for an operation such as xˣ.
  var inputs: [Int]

  /// The edges of a graph; two between the same nodes are one.
  static func all(of graph: ComputationalGraph) -> [GraphEdge] {
    var edges: [GraphEdge] = []
    for (number, node) in graph.nodes.enumerated() {
      let first = edges.count
      for (place, input) in node.inputs.enumerated() {
        if let same = edges[first...].firstIndex(where: { $0.from == input }) {
          edges[same].inputs.append(place)
        } else {
          edges.append(GraphEdge(from: input, to: number, inputs: [place]))
        }
      }
    }
    return edges
  }
}

/// The line of an edge between two shapes.
struct EdgeLine {
  /// From the outline of one shape to the tip of the arrow.
  let cubics: [CubicCurve]

  static let headLength = 16.0
  /// The room between an outline and a line.
  private static let gap = 2.5

  /// The line through `points`, of which the first and the last are the centres of shapes.
  init(through points: [Point], from source: NodeShape, to target: NodeShape) {
    let curves = Self.smooth(points)
    let start = Self.exit(of: curves, from: source)
    let end = Self.exit(of: curves.reversed().map(\.reversed), from: target)
    var kept: [CubicCurve] = []
    for (number, curve) in curves.enumerated() {
      let last = curves.count - 1 - end.index
      guard number >= start.index, number <= last else { continue }
      let first = number == start.index ? start.t : 0
      let final = number == last ? 1 - end.t : 1
      if first < final { kept.append(curve.part(from: first, to: final)) }
    }
    cubics = kept
  }

  /// A smooth line through points with rising abscissae: its slopes are those of the chords.
  private static func smooth(_ points: [Point]) -> [CubicCurve] {
    let slopes = points.indices.map { index -> Point in
      let a = points[max(index - 1, 0)]
      let b = points[min(index + 1, points.count - 1)]
      return Point(1, (b.y - a.y) / max(b.x - a.x, 1e-9))
    }
    return points.indices.dropLast().map { index in
      let (a, b) = (points[index], points[index + 1])
      let step = (b.x - a.x) / 3
      return CubicCurve(a, a + slopes[index] * step, b - slopes[index + 1] * step, b)
    }
  }

  /// Where a chain of curves that begins in a shape leaves it.
  private static func exit(
    of curves: [CubicCurve], from shape: NodeShape
  ) -> (index: Int, t: Double) {
    for (index, curve) in curves.enumerated() where shape.distance(to: curve.p3) > gap {
      var (inside, outside) = (0.0, 1.0)
      for _ in 0..<40 {
        let t = (inside + outside) / 2
        if shape.distance(to: curve.point(at: t)) > gap { outside = t } else { inside = t }
      }
      return (index, outside)
    }
    return (curves.count - 1, 1)
  }

  /// Points along the line for what must keep off it.
  var samples: [Point] {
    cubics.flatMap { cubic in
      (0...12).map { cubic.point(at: Double($0) / 12) }
    }
  }

  /// Whether the line runs through a box.
  func meets(_ box: Box) -> Bool {
    let points = samples
    return zip(points, points.dropFirst()).contains { box.isMet(byLineFrom: $0, to: $1) }
  }

  /// The line with its arrowhead.
  func marks(_ pen: Pen) -> [Mark] {
    guard let last = cubics.last, let along = (last.p3 - last.point(at: 0.9)).direction else {
      return []
    }
    let length = last.length()
    guard length > 1 else { return [] }
    let head = min(Self.headLength, 0.6 * length)
    // The shaft ends inside the head, so that no blunt end shows.
    let shaft = cubics.dropLast() + [last.part(from: 0, to: max(1 - 0.74 * head / length, 0.1))]
    return [
      .curve(Path([Subpath(cubics: Array(shaft))]), pen, label: nil),
      .arrowhead(at: last.p3, direction: along, length: head, pen.paint),
    ]
  }
}
