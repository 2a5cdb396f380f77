import Plotting

/// Finds room for labels beside lines: near the middle, clear of everything else.
struct EdgeLabels {
  let lines: [EdgeLine]
  let room: Point
  /// What labels keep off; those that are placed are added.
  private var obstacles: [Box]
  private let samples: [[Point]]

  private static let places = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8]

  init(lines: [EdgeLine], room: Point, obstacles: [Box]) {
    self.lines = lines
    self.room = room
    self.obstacles = obstacles
    samples = lines.map(\.samples)
  }

  /// Places a label at each line, of the texts wanted there the first that has room.
  ///
  /// Short lines choose first: they have the fewest places.
  mutating func placed(_ wanted: [[String]]) -> [GraphText?] {
    var result = Array(repeating: GraphText?.none, count: wanted.count)
    let lengths = lines.map { line in line.cubics.reduce(0) { $0 + $1.length() } }
    for index in lengths.indices.sorted(by: { (lengths[$0], $0) < (lengths[$1], $1) }) {
      for tex in wanted[index] {
        guard let text = place(tex, at: index) else { continue }
        result[index] = text
        obstacles.append(text.box.grown(by: 3))
        break
      }
    }
    return result
  }

  private func place(_ tex: String, at index: Int) -> GraphText? {
    var best: (text: GraphText, cost: Double)?
    for place in Self.places {
      guard let (point, along) = point(at: place, of: lines[index]) else { continue }
      for side in [1.0, -1] {
        let text = Self.text(tex, beside: point, along.perpendicular * side)
        guard let crowd = crowd(around: text, of: index) else { continue }
        let cost = 3 * abs(place - 0.5) + crowd + (side < 0 ? 0.2 : 0)
        if cost < best?.cost ?? .infinity { best = (text, cost) }
      }
    }
    return best?.text
  }

  /// The text that just clears a line on one side of a point.
  private static func text(_ tex: String, beside point: Point, _ across: Point) -> GraphText {
    let text = GraphText(tex, at: point, .note, .role(.soft))
    let distance =
      abs(across.x) * text.extent.x / 2 + abs(across.y) * text.extent.y / 2 + 5
    return GraphText(tex, at: point + across * distance, .note, .role(.soft))
  }

  /// How much other lines disturb a text; `nil` where it meets something.
  private func crowd(around text: GraphText, of index: Int) -> Double? {
    let box = text.box.grown(by: 2)
    guard box.minX >= 0, box.minY >= 0, box.maxX <= room.x, box.maxY <= room.y,
      !obstacles.contains(where: { $0.intersects(box) })
    else { return nil }
    var crowd = 0.0
    let near = text.box.grown(by: 12)
    for (number, points) in samples.enumerated() {
      for (a, b) in zip(points, points.dropFirst()) {
        if box.isMet(byLineFrom: a, to: b) { return nil }
        // Between two lines it would not be clear whose label it is.
        if number != index, near.isMet(byLineFrom: a, to: b) { crowd += 0.5 }
      }
    }
    return crowd
  }

  /// The point at a part of the length of a line, and its direction there.
  private func point(at part: Double, of line: EdgeLine) -> (Point, Point)? {
    let lengths = line.cubics.map { $0.length() }
    var rest = part * lengths.reduce(0, +)
    for (cubic, length) in zip(line.cubics, lengths) {
      if rest <= length, length > 0 {
        let t = rest / length
        return cubic.derivative(at: t).direction.map { (cubic.point(at: t), $0) }
      }
      rest -= length
    }
    return nil
  }
}
