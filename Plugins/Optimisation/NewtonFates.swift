import Plotting

/// How the fates of starts look: a colour for each, and bands that tell them apart without it.
///
/// Roots fill the height of the strip, a cycle has as many bands as places (four at most), what leaves
/// upwards keeps to the upper half, and where nothing is defined nothing is painted.
struct NewtonFates {
  let starts: NewtonStarts
  /// The width of the window, by which a place counts as 0.
  let scale: Double
  /// The root that the drawn run finds: it has the first colour.
  private let first: Int?
  private let roots: [Int]

  init(_ starts: NewtonStarts, of root: Double?) {
    self.starts = starts
    scale = starts.range.upperBound - starts.range.lowerBound
    let places = starts.fates.enumerated().compactMap { index, fate in
      if case .root(let x) = fate { (index, x) } else { nil }
    }
    roots = places.map(\.0)
    first = root.flatMap { root in
      places.min { abs($0.1 - root) < abs($1.1 - root) }?.0
    }
  }

  /// The colours of roots: those of cycles and of divergence only where there are none.
  private var rootRoles: [Role] {
    var roles: [Role] = [.blue, .teal, .plum]
    if !starts.fates.contains(where: \.isCycle) { roles.insert(.orange, at: 1) }
    if !starts.fates.contains(where: \.isDiverged) { roles.append(.crimson) }
    return roles
  }

  /// The colour of a fate.
  func paint(of index: Int) -> Paint {
    switch starts.fates[index] {
    case .root: return paint(ofRoot: index)
    case .furtherRoot: return .tint(.ink, 0.45)
    case .cycle, .furtherCycle: return .role(.orange)
    case .diverged: return .role(.crimson)
    case .stationary: return .role(.ink)
    case .leftDomain: return .role(.paper)
    case .wandering: return .role(.context)
    }
  }

  private func paint(ofRoot index: Int) -> Paint {
    let place = roots.firstIndex(of: index) ?? 0
    if roots.count <= rootRoles.count {
      let order = [first].compactMap { $0 } + roots.filter { $0 != first }
      return .tint(rootRoles[order.firstIndex(of: index) ?? place], 0.92)
    }
    // Roots beside each other are far from each other on the ramp: by the golden ratio.
    let turn = Double(place) * 0.618_033_988_749_895
    return .image(turn - turn.rounded(.down))
  }

  /// The parts of the strip's height that a fate fills.
  func bands(of index: Int) -> [ClosedRange<Double>] {
    switch starts.fates[index] {
    case .root, .furtherRoot, .wandering: [0...1]
    case .cycle(let places): Self.stripes(places.count)
    case .furtherCycle(let period): Self.stripes(period)
    case .diverged(.up): [0.5...1]
    case .diverged(.down): [0...0.5]
    case .diverged(.alternating): [0...0.25, 0.75...1]
    case .stationary: [0.42...0.58]
    case .leftDomain: []
    }
  }

  /// Bands of one height with gaps of a third of it.
  private static func stripes(_ count: Int) -> [ClosedRange<Double>] {
    let count = Double(min(max(count, 2), 4))
    let pitch = 4 / (4 * count - 1)
    return stride(from: 0, to: count, by: 1).map { $0 * pitch...min($0 * pitch + 0.75 * pitch, 1) }
  }

  // MARK: Words

  /// What a fate is, in a row of the key.
  func name(of index: Int) -> String {
    switch starts.fates[index] {
    case .root(let x): "leads to $\(tex(x))$"
    case .furtherRoot: "leads to another root"
    case .cycle(let places) where places.count <= 3:
      "cycle $\((places + places.prefix(1)).map(tex).joined(separator: " \\to "))$"
    case .cycle(let places): "cycle of \(places.count) from $\(tex(places[0]))$"
    case .furtherCycle(let period): "many cycles of \(period)"
    case .diverged(.up): "diverges to $+\\infty$"
    case .diverged(.down): "diverges to $-\\infty$"
    case .diverged(.alternating): "diverges, side to side"
    case .stationary: "a level tangent: no next step"
    case .leftDomain: "leaves the domain"
    case .wandering: "still wanders after \(Expression.newtonStartSteps)"
    }
  }

  /// What a fate is, in a sentence that begins with "Starts lead".
  func words(of index: Int) -> String {
    switch starts.fates[index] {
    case .root(let x): "to \(text(x))"
    case .furtherRoot: "to further roots"
    case .cycle(let places): "to the cycle \(places.map(text).joined(separator: ", "))"
    case .furtherCycle(let period): "to cycles of \(period)"
    case .diverged(.up): "to infinity"
    case .diverged(.down): "to minus infinity"
    case .diverged(.alternating): "to infinity on both sides in turn"
    case .stationary: "to a level tangent"
    case .leftDomain: "out of the domain"
    case .wandering: "nowhere within \(Expression.newtonStartSteps) steps"
    }
  }

  private func tex(_ x: Double) -> String {
    Wording.tex(Wording.settled(x, scale: scale), digits: 4)
  }
  private func text(_ x: Double) -> String { Wording.text(Wording.settled(x, scale: scale)) }

  /// The members of the results for a fate.
  func json(of index: Int) -> JSONValue {
    let fate = starts.fates[index]
    var root = JSONValue.null
    var cycle = JSONValue.null
    if case .root(let x) = fate { root = .number(x) }
    if case .cycle(let places) = fate { cycle = JSONValue(places) }
    return .object([
      ("outcome", .string(fate.outcome.rawValue)), ("root", root), ("cycle", cycle),
      ("period", fate.period.map { .number(Double($0)) } ?? .null),
      ("towards", fate.direction.map { .string($0.rawValue) } ?? .null),
      ("share", .number(starts.share(of: index))),
    ])
  }
}

extension NewtonStarts.Fate {
  fileprivate var isCycle: Bool { period != nil }
  fileprivate var isDiverged: Bool { direction != nil }

  /// The length of the cycle.
  fileprivate var period: Int? {
    switch self {
    case .cycle(let places): places.count
    case .furtherCycle(let period): period
    default: nil
    }
  }

  /// Where a divergent run goes.
  fileprivate var direction: NewtonStarts.Direction? {
    if case .diverged(let direction) = self { direction } else { nil }
  }

  /// The verdict on a run with this fate.
  fileprivate var outcome: NewtonRaphson.Outcome {
    switch self {
    case .root, .furtherRoot: .converged
    case .cycle, .furtherCycle: .cycle
    case .diverged: .diverged
    case .stationary: .stationary
    case .leftDomain: .leftDomain
    case .wandering: .wandering
    }
  }
}
