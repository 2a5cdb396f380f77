import Plotting

/// The colours of basins, cell by cell: a colour for each end, paler for each further step.
struct BasinMap {
  let basins: Basins
  let window: Box
  /// Numbers of steps that part the starts into shares of about the same size.
  let thresholds: [Int]
  private let runs: BasinRuns

  /// Ends that have a colour of a role; more of them share a ramp.
  private static let roles: [Role] = [.blue, .orange, .teal, .plum, .crimson]
  /// How many times the colours grow paler.
  private static let shades = 4

  /// The colours of basins in a window.
  init(_ basins: Basins, in window: Box) {
    self.basins = basins
    self.window = window
    runs = BasinRuns(basins)
    thresholds = Self.thresholds(of: runs.countsBySteps)
  }

  /// The colour of an end.
  func paint(of end: Int) -> Paint {
    let count = basins.ends.count
    if count <= Self.roles.count { return .tint(Self.roles[end], 0.92) }
    // Ends beside each other are far from each other on the ramp: by the golden ratio.
    let turn = Double(end) * 0.618_033_988_749_895
    return .image(turn - turn.rounded(.down))
  }

  private func colour(of label: Int) -> Paint { label < 0 ? Self.none : paint(of: label) }

  /// The colour of starts without an end.
  static let none = Paint.role(.context)

  /// The marks: the window as if all starts had the commonest end, a region for each other end and for
  /// none, then veils over the starts that take longer.
  var marks: [Mark] {
    let ground = basins.ends.indices.max { basins.ends[$0].share < basins.ends[$1].share } ?? -1
    var marks: [Mark] = [.region(Path(window), colour(of: ground))]
    for end in -1..<basins.ends.count where end != ground {
      let path = runs.path(in: window) { $0.label == end }
      if !path.isEmpty { marks.append(.region(path, colour(of: end))) }
    }
    for threshold in thresholds {
      let path = runs.path(in: window) { $0.label >= 0 && $0.steps > threshold }
      if !path.isEmpty { marks.append(.region(path, .glaze(.paper, 0.2))) }
    }
    return marks
  }

  /// Numbers of steps that part starts, counted by them, into shares of about the same size.
  static func thresholds(of counts: [Int]) -> [Int] {
    let count = counts.reduce(0, +)
    guard count > 1, let most = counts.lastIndex(where: { $0 > 0 }) else { return [] }
    var parts: Set<Int> = []
    var before = 0
    for (steps, own) in counts.enumerated() {
      for shade in 1...shades
      where (before..<before + own).contains(shade * (count - 1) / (shades + 1)) {
        parts.insert(steps)
      }
      before += own
    }
    return parts.sorted().filter { $0 < most }
  }
}
