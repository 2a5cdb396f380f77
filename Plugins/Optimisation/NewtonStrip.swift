import Plotting

/// The strip under the curve: what becomes of each start.
struct NewtonStrip {
  private let starts: NewtonStarts
  private let fates: NewtonFates
  private let start: Double
  /// The panel, with the abscissa of the curve above it.
  let panel: Panel

  /// Starts across the strip: one for two units of the panel.
  private static let cells = 505
  /// Fates that are named in the margin column, and in the words.
  private static let mostNamed = 4

  /// Nothing where the window has no width in doubles.
  init?(_ problem: NewtonProblem, over window: Box, in setting: Setting) {
    guard
      let starts = try? problem.curve.newtonStarts(
        in: window.minX...window.maxX, count: Self.cells)
    else { return nil }
    self.starts = starts
    fates = NewtonFates(starts, of: problem.run.root)
    start = problem.run.iterates[0]
    panel = .graph(
      Box(minX: window.minX, minY: 0, maxX: window.maxX, maxY: 1), xLabel: setting.xLabel ?? "$x$",
      yLabel: "where a start $x_0$ leads", yScale: .hidden, share: 0.075)
  }

  // MARK: What is drawn

  /// The colours of all starts, paler for more steps, and the start that is drawn above.
  var marks: [Mark] {
    var marks: [Mark] = []
    for index in starts.fates.indices {
      let path = path(fates.bands(of: index)) { starts.labels[$0] == index }
      if !path.isEmpty { marks.append(.region(path, fates.paint(of: index))) }
    }
    for threshold in thresholds {
      let path = path([0...1]) { isAtRoot($0) && starts.steps[$0] > threshold }
      if !path.isEmpty { marks.append(.region(path, .glaze(.paper, 0.2))) }
    }
    return marks + [
      .curve(Path(panel.window), Pen(.role(.axis), width: 1.25), label: nil),
      .dot(at: Point(start, 0.5), radius: 8, .role(.ink), isOpen: true, label: nil),
    ]
  }

  private func isAtRoot(_ cell: Int) -> Bool {
    if case .root = starts.fates[starts.labels[cell]] { true } else { false }
  }

  /// Numbers of steps that part the starts that find a root.
  private var thresholds: [Int] {
    var counts = [Int](repeating: 0, count: (starts.steps.max() ?? 0) + 1)
    for cell in starts.labels.indices where isAtRoot(cell) { counts[starts.steps[cell]] += 1 }
    return BasinMap.thresholds(of: counts)
  }

  /// The cells with a property as rectangles of some heights, each as long as it can be.
  private func path(_ bands: [ClosedRange<Double>], of isInside: (Int) -> Bool) -> Path {
    let window = panel.window
    let size = window.width / Double(starts.labels.count)
    var boxes: [Subpath] = []
    var cell = 0
    while cell < starts.labels.count {
      let first = cell
      while cell < starts.labels.count, isInside(cell) { cell += 1 }
      for band in bands where cell > first {
        boxes.append(
          Subpath(
            polygon: Box(
              minX: window.minX + size * Double(first), minY: band.lowerBound,
              maxX: window.minX + size * Double(cell), maxY: band.upperBound
            ).corners))
      }
      if cell == first { cell += 1 }
    }
    return Path(boxes)
  }

  // MARK: Words and numbers

  /// The fates by the number of their starts.
  private var ordered: [Int] {
    starts.fates.indices.sorted {
      let (a, b) = (starts.share(of: $0), starts.share(of: $1))
      return abs(a - b) > 1e-12 ? a > b : $0 < $1
    }
  }

  /// What the colours say.
  var key: [ColumnBlock] {
    let ordered = ordered
    // One further row would only say that there is one.
    let shown = ordered.count == Self.mostNamed + 1 ? ordered.count : Self.mostNamed
    var blocks: [ColumnBlock] = ordered.prefix(shown).map { index in
      let bands = fates.bands(of: index)
      let paint = fates.paint(of: index)
      return .key(
        bands == [0...1] ? .swatch(paint) : .bands(paint, bands), fates.name(of: index), note: nil)
    }
    let rest = ordered.count - blocks.count
    if rest > 0 { blocks.append(.remark("and \(Wording.count(rest, "further end"))")) }
    return blocks
  }

  /// The strip in words.
  var words: String {
    let shown = ordered.prefix(Self.mostNamed)
    let parts = shown.map { index in
      fates.words(of: index)
        + " from \(Wording.fixed(100 * starts.share(of: index), decimals: 1)) % of them"
    }
    let rest = starts.fates.count - shown.count
    let more = rest > 0 ? ", and to \(Wording.count(rest, "further end"))" : ""
    return " Starts in the window lead \(parts.joined(separator: ", "))\(more)."
  }

  /// The members of the results.
  var json: [(String, JSONValue)] {
    [("startBasins", .array(starts.fates.indices.map(fates.json)))]
  }
}
