import Plotting

/// The colours of basins, cell by cell: a colour for each end, paler for each further step.
struct BasinMap {
  let basins: Basins
  let window: Box
  /// The end that has the first colour.
  var first: Int?

  /// Ends that have a colour of a role; more of them share a ramp.
  private static let roles: [Role] = [.blue, .orange, .teal, .plum, .crimson]
  /// How many times the colours grow paler.
  private static let shades = 4

  /// The colour of an end.
  func paint(of end: Int) -> Paint {
    let count = basins.ends.count
    if count <= Self.roles.count {
      let place = end == first ? 0 : first.map { end < $0 ? end + 1 : end } ?? end
      return .tint(Self.roles[place], 0.92)
    }
    // Ends beside each other are far from each other on the ramp: by the golden ratio.
    let turn = Double(end) * 0.618_033_988_749_895
    return .image(turn - turn.rounded(.down))
  }

  /// The colour of starts without an end.
  static let none = Paint.role(.context)

  /// The marks: a region for each end, then veils over the starts that take longer.
  var marks: [Mark] {
    var marks: [Mark] = [.region(Path(window), Self.none)]
    for end in basins.ends.indices {
      let path = path(of: { basins.labels[$0] == end })
      if !path.isEmpty { marks.append(.region(path, paint(of: end))) }
    }
    for threshold in thresholds {
      let path = path(of: { basins.labels[$0] >= 0 && basins.steps[$0] > threshold })
      if !path.isEmpty { marks.append(.region(path, .glaze(.paper, 0.2))) }
    }
    return marks
  }

  /// Numbers of steps that part the starts into shares of about the same size.
  var thresholds: [Int] {
    // So many starts that counting them by their steps is far quicker than sorting them.
    var counts = [Int](repeating: 0, count: (basins.steps.max() ?? 0) + 1)
    for (label, steps) in zip(basins.labels, basins.steps) where label >= 0 { counts[steps] += 1 }
    let count = counts.reduce(0, +)
    guard count > 1, let most = counts.lastIndex(where: { $0 > 0 }) else { return [] }
    var parts: Set<Int> = []
    var before = 0
    for (steps, own) in counts.enumerated() {
      for shade in 1...Self.shades
      where (before..<before + own).contains(shade * (count - 1) / (Self.shades + 1)) {
        parts.insert(steps)
      }
      before += own
    }
    return parts.sorted().filter { $0 < most }
  }

  /// The cells with a property as rectangles, each as long and as high as it can be.
  private func path(of isInside: (Int) -> Bool) -> Path {
    let (columns, rows) = (basins.columns, basins.rows)
    var open: [Int: (end: Int, row: Int)] = [:]
    var boxes: [Subpath] = []
    func close(_ start: Int, _ run: (end: Int, row: Int), at row: Int) {
      boxes.append(Subpath(polygon: box(start, run.row, run.end, row).corners))
    }
    for row in 0..<rows {
      var runs: [Int: Int] = [:]
      var column = 0
      while column < columns {
        guard isInside(row * columns + column) else {
          column += 1
          continue
        }
        let start = column
        while column < columns, isInside(row * columns + column) { column += 1 }
        runs[start] = column
      }
      for start in open.keys.sorted() {
        if let run = open[start], runs[start] != run.end {
          close(start, run, at: row)
          open[start] = nil
        }
      }
      for (start, end) in runs where open[start] == nil { open[start] = (end, row) }
    }
    for start in open.keys.sorted() {
      if let run = open[start] { close(start, run, at: rows) }
    }
    return Path(boxes)
  }

  private func box(_ left: Int, _ low: Int, _ right: Int, _ high: Int) -> Box {
    func x(_ column: Int) -> Double {
      window.minX + window.width * Double(column) / Double(basins.columns)
    }
    func y(_ row: Int) -> Double {
      window.minY + window.height * Double(row) / Double(basins.rows)
    }
    return Box(minX: x(left), minY: y(low), maxX: x(right), maxY: y(high))
  }
}
