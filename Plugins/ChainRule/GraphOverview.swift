import Plotting

/// The shape of a graph that is too large to be read: a dot for each node, layer by layer.
struct GraphOverview {
  /// The panel, in units of the page.
  let window: Box
  private let graph: ComputationalGraph
  private let layers: [[Int]]
  private let centres: [Point]

  /// More dots than this would be one grey area.
  private static let mostDots = 3000

  init(_ problem: GraphProblem, in setting: Setting) {
    graph = problem.graph
    let room = GraphPicture.room(on: setting.canvas)
    window = Box(x: 0, y: 0, width: room.x, height: room.y)
    var layer: [Int] = []
    for node in graph.nodes {
      layer.append((node.inputs.map { layer[$0] }.max() ?? -1) + 1)
    }
    var layers = Array(repeating: [Int](), count: (layer.max() ?? 0) + 1)
    for (number, place) in layer.enumerated() { layers[place].append(number) }
    self.layers = layers
    centres = Self.centres(layers, graph, in: room)
  }

  /// The layers from left to right, the nodes of each in the order of the heights of their inputs.
  private static func centres(
    _ layers: [[Int]], _ graph: ComputationalGraph, in room: Point
  ) -> [Point] {
    var centres = Array(repeating: Point.zero, count: graph.nodes.count)
    let most = layers.map(\.count).max() ?? 1
    let pitch = min((room.y - 40) / Double(most), 40)
    for (number, layer) in layers.enumerated() {
      let part = layers.count > 1 ? Double(number) / Double(layers.count - 1) : 0.5
      let means = layer.map { node -> Double in
        let heights = graph.nodes[node].inputs.map { centres[$0].y }
        return heights.isEmpty ? 0 : heights.reduce(0, +) / Double(heights.count)
      }
      let order = layer.indices.sorted { (-means[$0], $0) < (-means[$1], $1) }
      for (place, index) in order.enumerated() {
        let height = (Double(layer.count - 1) / 2 - Double(place)) * pitch
        centres[layer[index]] = Point(20 + part * (room.x - 40), room.y / 2 + height)
      }
    }
    return centres
  }

  /// What the picture does not say.
  var notices: [String] {
    [
      "\(graph.nodes.count) nodes in \(layers.count) layers are too many to be named: "
        + "all values and adjoints are in the JSON"
    ]
  }

  /// Edges and dots, then the gradient.
  func stages(_ words: GraphWords, title: String) -> [SceneStage] {
    let size =
      "\(Wording.count(graph.nodes.count, "node")) in \(Wording.count(layers.count, "layer")): "
      + "too many to be named"
    return [
      SceneStage(name: "nodes", marks: marks, column: [.title(title)] + words.formulas),
      SceneStage(name: "gradient", column: words.gradient + [.remark(size)]),
    ]
  }

  private var marks: [Mark] {
    guard graph.nodes.count <= Self.mostDots else { return [] }
    var lines: [Subpath] = []
    for (number, node) in graph.nodes.enumerated() {
      for input in node.inputs {
        lines.append(Subpath(polygon: [centres[input], centres[number]], isClosed: false))
      }
    }
    let radius = graph.nodes.count > 600 ? 2.0 : graph.nodes.count > 150 ? 3 : 5
    let edges = Mark.curve(Path(lines), Pen(.role(.context), width: 1.25), label: nil)
    return (lines.isEmpty ? [] : [edges])
      + graph.nodes.indices.map { number in
        let isInput = graph.variable(at: number) != nil
        return .dot(
          at: centres[number], radius: isInput ? radius + 2 : radius,
          .role(isInput ? .blue : .ink), isOpen: false, label: nil)
      }
  }
}
