import Plotting

/// The places of the neurons of a network, and the lines between them.
struct NetworkDrawing {
  /// The panel, in units of the page.
  let window: Box
  private let sizes: [Int]
  private let network: Network?
  private let highlight: NetworkParameter?
  /// The neurons of each layer that are drawn, from the top; `nil` stands for those left out.
  private let rows: [[Int?]]
  private let radius: Double
  private let abscissae: [Double]
  private let pitch: Double
  /// The names of the first and the last neurons in TeX, where they have some of their own.
  private let ends: (inputs: [String], outputs: [String])?

  private static let mostRows = 12
  private static let headRoom = 44.0
  private static let plainPen = Pen(.role(.axis), width: 1.6)
  private static let paleBack = Pen(.role(.context), width: 1.4)
  private static let pathPen = Pen(.role(.orange), width: 3.2)
  private static let heroPen = Pen(.role(.crimson), width: 5)

  /// Paper around a line that crosses others.
  private static func casing(_ path: Path, _ pen: Pen) -> Mark {
    .curve(path, Pen(.role(.paper), width: pen.width + 4), label: nil)
  }

  init(
    _ sizes: [Int], network: Network?, highlight: NetworkParameter? = nil,
    ends: (inputs: [String], outputs: [String])? = nil, in room: Point
  ) {
    self.sizes = sizes
    self.ends = ends
    self.network = network
    self.highlight = highlight
    window = Box(x: 0, y: 0, width: room.x, height: room.y)
    let most = min(Self.mostRows, max(3, Int((room.y - 60) / 40)))
    rows = sizes.enumerated().map { layer, size in
      Self.rows(of: size, most: most, keeping: Self.wanted(in: layer, highlight))
    }
    let highest = rows.map(\.count).max() ?? 1
    let pitch = min((room.y - 2 * Self.headRoom - 20) / Double(max(highest, 1)), 190)
    let gap = (room.x - 120) / Double(max(sizes.count - 1, 1))
    radius = max(min(sizes.count > 3 ? 27 : 34, 0.36 * pitch, 0.2 * gap), 3)
    self.pitch = pitch
    let step = min(gap, sizes.count > 2 ? 340 : 440)
    let start = room.x / 2 - step * Double(sizes.count - 1) / 2
    abscissae = sizes.indices.map { start + step * Double($0) }
  }

  /// The neurons that the highlighted parameter names.
  private static func wanted(in layer: Int, _ highlight: NetworkParameter?) -> [Int] {
    guard let highlight else { return [] }
    if layer == highlight.layer { return [highlight.neuron - 1] }
    return layer == highlight.layer - 1 ? highlight.source.map { [$0 - 1] } ?? [] : []
  }

  /// All neurons of a short layer, else the first ones and the last ones.
  private static func rows(of size: Int, most: Int, keeping wanted: [Int]) -> [Int?] {
    guard size > most else { return (0..<size).map { $0 } }
    let half = (most - 1) / 2
    var shown = Set(0..<half).union((size - half)..<size)
    shown.formUnion(wanted)
    var rows: [Int?] = []
    for number in shown.sorted() {
      if let last = rows.last ?? nil, number > last + 1 { rows.append(nil) }
      rows.append(number)
    }
    return rows
  }

  private func place(_ row: Int, in layer: Int) -> Point {
    let middle = Double(rows[layer].count - 1) / 2
    return Point(
      abscissae[layer], window.height / 2 - 8 + (middle - Double(row)) * pitch)
  }

  /// What had to be left out.
  var notices: [String] {
    let cut = rows.indices.filter { rows[$0].contains(nil) }
    guard !cut.isEmpty else { return [] }
    let names = cut.map { "\(sizes[$0])" }.joined(separator: ", ")
    return ["of layers with \(names) neurons only the first and the last ones are drawn"]
  }

  // MARK: Stages

  /// Neurons, then the edges of each layer, then the paths of the derivative.
  func stages(_ words: NetworkWords, title: String) -> [SceneStage] {
    var stages = [
      SceneStage(
        name: "neurons", marks: neuronMarks, column: [.title(title)] + words.size)
    ]
    for layer in 1..<sizes.count {
      stages.append(
        SceneStage(
          name: "weights \(layer)", marks: edgeMarks(of: layer) + weightNames(of: layer),
          column: layer == 1 ? words.rule : []))
    }
    stages[stages.count - 1].column += words.weightKey
    if highlight != nil {
      stages.append(
        SceneStage(name: "paths", marks: pathMarks, column: words.derivative))
    }
    return stages
  }

  /// The edges of all layers.
  var edgeMarks: [Mark] { (1..<sizes.count).flatMap { edgeMarks(of: $0) } }

  /// The neurons with their names, and those of the layers.
  var neuronMarks: [Mark] {
    var marks: [Mark] = []
    for layer in sizes.indices {
      for (row, neuron) in rows[layer].enumerated() {
        let centre = place(row, in: layer)
        guard let neuron else {
          marks += [-1.0, 0, 1].map {
            .dot(
              at: Point(centre.x, centre.y + $0 * min(10, 0.25 * pitch)), radius: 2.2,
              .role(.soft), isOpen: false, label: nil)
          }
          continue
        }
        let circle = Path(circle: centre, radius: radius)
        marks.append(.region(circle, .role(.card)))
        marks.append(.curve(circle, Pen(.role(.ink), width: 2), label: nil))
        if radius >= 19 {
          marks.append(
            .text(
              "$\(name(of: neuron, in: layer))$", at: centre, anchor: .centre, offset: .zero,
              radius >= 25 ? .tick : .note, .role(.ink)))
        }
      }
      let top = place(0, in: layer)
      let room = layer > 0 ? abscissae[layer] - abscissae[layer - 1] : window.width
      if radius >= 8, room > 70 {
        marks.append(
          .text(
            "$a^{(\(layer))}$", at: Point(top.x, top.y + radius), anchor: .bottom,
            offset: Point(0, -12), .tick, .role(.ink)))
      }
    }
    return marks
  }

  /// The name of a neuron, or its number alone where the circle is too small for more.
  private func name(of neuron: Int, in layer: Int) -> String {
    let own = layer == 0 ? ends?.inputs : layer == sizes.count - 1 ? ends?.outputs : nil
    let given = own.flatMap { $0.indices.contains(neuron) ? $0[neuron] : nil }
    let size = radius >= 25 ? 22.0 : 20
    return [given, "a_{\(neuron + 1)}"].compactMap(\.self)
      .first { TextExtent.of($0, size: size).x < 2 * radius - 4 } ?? "\(neuron + 1)"
  }

  /// The drawn edges into a layer: rows before and behind.
  private func edges(into layer: Int) -> [(from: Int, to: Int)] {
    rows[layer].indices.flatMap { to in
      rows[layer - 1].indices.compactMap { from in
        rows[layer][to] == nil || rows[layer - 1][from] == nil ? nil : (from, to)
      }
    }
  }

  /// The part of a line that keeps off both circles.
  private func line(_ from: Int, _ to: Int, into layer: Int) -> Path {
    let (a, b) = (place(from, in: layer - 1), place(to, in: layer))
    let along = (b - a).direction ?? Point(1, 0)
    return Path(line: a + along * (radius + 1), b - along * (radius + 1))
  }

  private func edgeMarks(of layer: Int) -> [Mark] {
    let edges = self.edges(into: layer)
    guard let weights = network?.weights(ofLayer: layer - 1) else {
      let pen = highlight != nil || edges.count > 60 ? Self.paleBack : Self.plainPen
      let lines = edges.flatMap { line($0.from, $0.to, into: layer).subpaths }
      return lines.isEmpty ? [] : [.curve(Path(lines), pen, label: nil)]
    }
    let greatest = largestWeight
    let sized = edges.compactMap { edge -> (weight: Double, edge: (from: Int, to: Int))? in
      guard let to = rows[layer][edge.to], let from = rows[layer - 1][edge.from] else {
        return nil
      }
      return (weights[to][from], edge)
    }
    // The heaviest lines are painted last: they are the message.
    return sized.enumerated().sorted {
      (abs($0.element.weight), $0.offset) < (abs($1.element.weight), $1.offset)
    }.map { _, entry in
      .curve(
        line(entry.edge.from, entry.edge.to, into: layer),
        Self.pen(of: greatest > 0 ? entry.weight / greatest : 0), label: nil)
    }
  }

  /// Blue for negative, orange for positive; thin for small.
  ///
  /// Paler lines would not show on a wall.
  static func pen(of part: Double) -> Pen {
    let size = min(abs(part), 1)
    return Pen(.role(part < 0 ? .blue : .orange), width: 1 + 8.5 * size)
  }

  private var largestWeight: Double {
    guard let network else { return 0 }
    return (1..<sizes.count).reduce(0) { greatest, layer in
      (network.weights(ofLayer: layer - 1) ?? []).joined().reduce(greatest) {
        max($0, abs($1))
      }
    }
  }

  /// The names of weights and biases where there are few enough to be read.
  private func weightNames(of layer: Int) -> [Mark] {
    let all = (1..<sizes.count).reduce(0) { $0 + self.edges(into: $1).count }
    guard all <= 12, radius >= 19, !rows.joined().contains(nil) else { return [] }
    var marks: [Mark] = []
    for row in rows[layer].indices {
      let centre = place(row, in: layer)
      marks.append(
        .text(
          "$b_{\(row + 1)}$", at: Point(centre.x, centre.y - radius), anchor: .top,
          offset: Point(0, 8), .note, .role(.orange)))
    }
    let edges = self.edges(into: layer)
    let lines = edges.map { edge -> EdgeLine in
      let ends = [place(edge.from, in: layer - 1), place(edge.to, in: layer)]
      let shapes = ends.map { NodeShape(at: $0, radius: radius, width: 2 * radius) }
      return EdgeLine(through: ends, from: shapes[0], to: shapes[1])
    }
    let others = sizes.indices.flatMap { layer in
      rows[layer].indices.map { Box(containing: [place($0, in: layer)]) }
    }.compactMap { $0?.grown(by: radius + 24) }
    var labels = EdgeLabels(
      lines: lines, room: Point(window.width, window.height), obstacles: others)
    let names = labels.placed(edges.map { ["w_{\($0.to + 1)\($0.from + 1)}"] })
    return marks + names.compactMap { $0?.mark }
  }

  /// The edge of the parameter, and every edge behind the neuron that it changes.
  private var pathMarks: [Mark] {
    guard let highlight,
      let row = rows[highlight.layer].firstIndex(of: highlight.neuron - 1)
    else { return [] }
    var marks: [Mark] = []
    for layer in (highlight.layer + 1)..<max(sizes.count, highlight.layer + 1) {
      let used = edges(into: layer).filter { layer > highlight.layer + 1 || $0.from == row }
      let lines = used.flatMap { line($0.from, $0.to, into: layer).subpaths }
      marks.append(Self.casing(Path(lines), Self.pathPen))
      marks.append(.curve(Path(lines), Self.pathPen, label: nil))
    }
    if let source = highlight.source,
      let from = rows[highlight.layer - 1].firstIndex(of: source - 1)
    {
      let way = line(from, row, into: highlight.layer)
      marks.append(Self.casing(way, Self.heroPen))
      marks.append(.curve(way, Self.heroPen, label: nil))
    }
    let centre = place(row, in: highlight.layer)
    let ring = Path(circle: centre, radius: radius)
    marks.append(Self.casing(ring, Pen(.role(.crimson), width: 4)))
    marks.append(.curve(ring, Pen(.role(.crimson), width: 4), label: nil))
    return marks
  }
}
