import Plotting

/// The streamlines of a field on a map: marks, key, words and numbers.
struct Streams {
  let traced: StreamlineSet
  private let window: Box
  /// Data per u, for the arrowheads.
  private let unit: Double
  /// The colour of all lines, or `nil` where they are coloured by speed.
  private let paint: Paint?
  /// The least and the greatest mean speed of a line.
  private let speeds: [Double]

  private static let headSpacing = 300.0
  private static let headLength = 19.0
  /// A smaller loop around a marker would not be seen.
  private static let leastLoop = 66.0

  /// Traces the lines of the field with two components between its zeros.
  init(
    of components: [Expression], zeros: PlaneZeroSet, in window: Box, panel: Box,
    density: StreamDensity, withSeparatrices: Bool, paint: Paint? = nil, setting: Setting
  ) {
    let pixel = setting.canvas.pixel
    let resolution = Resolution(
      window: window, pixels: Point(panel.width / pixel, panel.height / pixel),
      tolerance: setting.tolerance)
    traced = StreamlineTracer(
      of: components[0], components[1], in: window, at: resolution, zeros: zeros,
      separation: density.separation / pixel, headSpacing: Self.headSpacing / pixel,
      leastLoop: Self.leastLoop / pixel
    ).trace(withSeparatrices: withSeparatrices)
    self.window = window
    unit = window.width / panel.width
    let speeds = traced.lines.filter { $0.kind == .line }.map(\.meanSpeed).filter(\.isFinite)
      .sorted()
    let isEven = (speeds.last ?? 0) <= 1.05 * (speeds.first ?? 0)
    self.paint = paint ?? (isEven ? .role(.blue) : nil)
    self.speeds = speeds
  }

  // MARK: What is drawn

  /// The ordinary lines with their heads.
  var lines: [Mark] { marks(of: .line) }
  /// Limit cycles and separatrices, which stand over the ordinary lines.
  var borders: [Mark] { marks(of: .limitCycle) + marks(of: .separatrix) }

  /// The stages of the lines, the strong ones last.
  var stages: [SceneStage] {
    let first = SceneStage(name: "streamlines", marks: lines, column: lineKey)
    if borders.isEmpty { return [first] }
    return [first, SceneStage(name: "borders", marks: borders, column: borderKey)]
  }

  private func marks(of kind: Streamline.Kind) -> [Mark] {
    traced.lines.filter { $0.kind == kind }.flatMap { line -> [Mark] in
      let pen = pen(of: line)
      return [.curve(line.path, pen, label: nil)] + line.heads.map { head($0, pen) }
    }
  }

  /// A head whose middle stands at its place.
  private func head(_ head: Streamline.Head, _ pen: Pen) -> Mark {
    let length = Self.headLength + (pen.width > 3 ? 3 : 0)
    let tip = head.at + head.direction * (length / 2 * unit)
    return .arrowhead(at: tip, direction: head.direction, length: length, pen.paint)
  }

  private func pen(of line: Streamline) -> Pen {
    switch line.kind {
    case .separatrix: Self.separatrixPen
    case .limitCycle: Self.cyclePen
    case .line: Pen(paint ?? .lineRamp(rank(of: line.meanSpeed)), width: 2.2)
    }
  }

  private static let separatrixPen = Pen(.role(.ink), width: 3.6)
  private static let cyclePen = Pen(.role(.orange), width: 4.2)

  /// The share of lines that are slower: the colours are used up evenly.
  private func rank(of speed: Double) -> Double {
    guard speeds.count > 1, speed.isFinite else { return 0.5 }
    let slower = speeds.firstIndex { $0 >= speed } ?? speeds.count - 1
    return Double(slower) / Double(speeds.count - 1)
  }

  /// The row of the key that says what the colours of the lines mean.
  var lineKey: [ColumnBlock] {
    guard paint == nil, let least = speeds.first, let greatest = speeds.last else { return [] }
    return [
      .key(
        .line(Pen(.lineRamp(0.5), width: 2.2)), "streamlines, coloured by speed",
        note: "mean $|F|$ along a line: \(Wording.text(least, digits: 3)) "
          + "(dark) to \(Wording.text(greatest, digits: 3))")
    ]
  }

  /// The rows of the key for the strong lines.
  var borderKey: [ColumnBlock] {
    let kinds = Set(traced.lines.map(\.kind))
    var rows: [ColumnBlock] = []
    if kinds.contains(.limitCycle) {
      rows.append(
        .key(.line(Self.cyclePen), "limit cycle", note: "its neighbours wind to it or from it"))
    }
    if kinds.contains(.separatrix) {
      rows.append(
        .key(.line(Self.separatrixPen), "separatrices", note: "they lead into and out of saddles"))
    }
    return rows
  }

  // MARK: Words and numbers

  /// The lines in words: how many, how many are closed, what special ones there are.
  var description: String {
    guard !traced.lines.isEmpty else { return " There is no streamline." }
    let closed = traced.lines.filter(\.isClosed)
    let cycles = traced.lines.filter { $0.kind == .limitCycle }
    let separatrices = traced.lines.filter { $0.kind == .separatrix }.count
    var words =
      " \(Wording.count(traced.lines.count, "streamline")), "
      + (closed.isEmpty ? "none of them closed" : "\(closed.count) of them closed orbits")
    if separatrices > 0 { words += ", \(separatrices) of them separatrices of saddles" }
    words += "."
    for cycle in cycles.prefix(5) {
      let places = cycle.cubics.flatMap { cubic in
        (0..<32).map { cubic.point(at: Double($0) / 32) }
      }
      guard let box = Box(containing: places) else { continue }
      words += " A limit cycle between x = \(Wording.text(box.minX, digits: 3)) and "
      words += "\(Wording.text(box.maxX, digits: 3))."
    }
    return words
  }

  /// Remarks for standard error.
  var notices: [String] {
    if traced.isCutShort {
      return ["the work allowed for a figure ran out: streamlines are missing"]
    }
    return traced.lines.isEmpty ? ["there is no streamline to draw"] : []
  }

  /// The lines as JSON.
  var json: JSONValue {
    .array(
      traced.lines.map { line in
        .object([
          ("kind", .string(line.kind.rawValue)), ("closed", .bool(line.isClosed)),
          ("bezier", Self.json(line.cubics)),
        ])
      })
  }

  /// The control points of a chain of cubics: 1 + 3k points of k cubics.
  private static func json(_ cubics: [CubicCurve]) -> JSONValue {
    var points = cubics.first.map { [$0.p0] } ?? []
    for cubic in cubics { points += [cubic.p1, cubic.p2, cubic.p3] }
    return .array(points.map { JSONValue([$0.x, $0.y]) })
  }
}
