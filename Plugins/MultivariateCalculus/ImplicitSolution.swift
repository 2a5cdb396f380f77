import Plotting

/// An equation with what solves it: its marks and its words.
struct ImplicitSolution {
  let equation: Equation
  let found: ImplicitSet
  /// Its place among the equations, from 0.
  let index: Int
  /// Whether there is no other equation.
  let isAlone: Bool
  /// Whether nodes and cusps have dots of their own.
  let marksSingularPoints: Bool
  let resolution: Resolution
  let window: Box

  private static let roles: [Role] = [.blue, .orange, .plum, .teal, .crimson]
  private static let width = 4.2
  /// More points than this would be a pattern of their own.
  private static let pointLimit = 40

  /// The colour of the equation.
  var role: Role { Self.roles[index % Self.roles.count] }

  /// The line of the equation; from the fifth on dashes tell it apart as well.
  var pen: Pen {
    Pen(.role(role), width: Self.width, dash: index < 4 ? .solid : .model)
  }

  /// Whether every point of the window solves the equation.
  var isWholeWindow: Bool { found.regions.contains(Path(window)) }

  // MARK: Marks

  /// Areas below, curves above them, points on top.
  var marks: [Mark] { areas + curves + points }

  private var areas: [Mark] {
    var marks: [Mark] = found.regions.map { .region($0, .tint(role, 0.22)) }
    marks += found.regions.filter { $0 != Path(window) }.map { .curve($0, pen, label: nil) }
    if let pixels = found.pixels {
      marks.append(.region(pixels.undecided, .tint(role, 0.35)))
      marks.append(.region(pixels.proved, .role(role)))
    }
    if !found.unresolved.isEmpty { marks.append(.region(unresolvedPlaces, .role(.context))) }
    return marks
  }

  private var curves: [Mark] { found.curves.map { .curve($0.path, pen, label: nil) } }

  /// The boxes of what was not settled, no smaller than can be seen.
  private var unresolvedPlaces: Path {
    Path(
      found.unresolved.prefix(2000).map { place in
        let reach = Point(
          max(0, 3 * resolution.pixelWidth - place.box.width) / 2,
          max(0, 3 * resolution.pixelHeight - place.box.height) / 2)
        let box = Box(
          minX: place.box.minX - reach.x, minY: place.box.minY - reach.y,
          maxX: place.box.maxX + reach.x, maxY: place.box.maxY + reach.y)
        return Subpath(polygon: box.corners)
      })
  }

  private var points: [Mark] {
    var marks: [Mark] = []
    let kinds = found.singularPoints.count <= Self.pointLimit ? found.singularPoints : []
    // The branches themselves show how they meet; a dot would hide it.
    for point in kinds where marksSingularPoints || point.kind == .isolated {
      switch point.kind {
      case .isolated:
        marks.append(
          .dot(
            at: point.at, radius: 1.6 * Self.width, .role(role), isOpen: false, label: nil))
      case .cusp:
        marks.append(.dot(at: point.at, radius: 5, .role(.ink), isOpen: false, label: nil))
      case .node, .tacnode, .other:
        marks.append(.dot(at: point.at, radius: 6, .role(.ink), isOpen: true, label: nil))
      }
    }
    guard ends.count + found.holes.count <= Self.pointLimit else { return marks }
    for (at, end) in ends {
      marks.append(.dot(at: at, radius: 6.5, .role(role), isOpen: end == .open, label: nil))
    }
    for hole in found.holes {
      marks.append(.dot(at: hole, radius: 6.5, .role(role), isOpen: true, label: nil))
    }
    return marks
  }

  /// The ends of curves inside the window, holes left out.
  private var ends: [(Point, ImplicitSet.End)] {
    var ends: [(Point, ImplicitSet.End)] = []
    for curve in found.curves where !curve.isClosed && !curve.ends.isEmpty {
      guard let first = curve.cubics.first?.p0, let last = curve.cubics.last?.p3 else { continue }
      let inside = [first, last].filter { !isOnEdge($0) }
      for (point, end) in zip(inside, curve.ends) where !isHole(point) { ends.append((point, end)) }
    }
    return ends
  }

  private func isHole(_ p: Point) -> Bool {
    found.holes.contains { $0.distance(to: p) <= resolution.pixelWidth / 10 }
  }

  private func isOnEdge(_ p: Point) -> Bool {
    p.x == window.minX || p.x == window.maxX || p.y == window.minY || p.y == window.maxY
  }

  // MARK: Words

  /// The equation as text, unless it is too long to be read.
  var name: String {
    "\(Wording.text(equation.left)) = \(Wording.text(equation.right))"
  }

  /// How many singular points there are of a kind.
  func count(of kind: ImplicitSet.SingularPoint.Kind) -> Int {
    found.singularPoints.count { $0.kind == kind }
  }

  /// What solves the equation, in one sentence or a few.
  var sentences: String {
    if isWholeWindow { return "Every point of the window solves it." }
    var words = summary + "."
    let named = found.singularPoints.prefix(9).map { point in
      "\(point.kind.word) at (\(Wording.text(settled(point.at).x)), "
        + "\(Wording.text(settled(point.at).y)))"
    }
    if !named.isEmpty {
      let rest = found.singularPoints.count - named.count
      words += " Singular points: " + named.joined(separator: "; ")
      words += rest > 0 ? "; and \(rest) more." : "."
    }
    if let repeated = found.curves.map(\.multiplicity).max(), repeated > 1 {
      words += " A factor occurs \(repeated) times: its curve is drawn once."
    }
    if !found.holes.isEmpty { words += " \(Wording.count(found.holes.count, "point")) missing." }
    if let near = found.closeApproaches.first {
      words += " Two parts come within \(Wording.text(near.gap)) of each other."
    }
    return words + doubts
  }

  /// The numbers of components, loops and points on the edge.
  private var summary: String {
    if found.isEmpty { return "No point of the window solves it" }
    guard let components = found.components else { return "Not all of it could be settled" }
    var parts = [Wording.count(components, "component")]
    if let loops = found.closedLoops { parts.append(Wording.count(loops, "closed loop")) }
    if let hits = found.boundaryHits {
      parts.append("\(Wording.count(hits.count, "point")) on the edge of the window")
    }
    if !found.regions.isEmpty { parts.append("an area among them") }
    return parts.joined(separator: ", ")
  }

  private var doubts: String {
    var words = ""
    if let pixels = found.pixels {
      words +=
        " The curves cannot be traced at this size: \(Wording.count(pixels.provedCount, "pixel")) "
        + "hold a solution by proof, \(pixels.undecidedCount) are undecided and drawn pale; "
        + "all others hold none."
    }
    if !found.unresolved.isEmpty {
      words +=
        " Not settled at \(Wording.count(found.unresolved.count, "place")), which "
        + (found.unresolved.count == 1 ? "is" : "are") + " listed and drawn grey."
    }
    return words
  }

  /// A point as it is shown: what is zero or round but for rounding is written so.
  func settled(_ p: Point) -> Point {
    let x = max(abs(window.minX), abs(window.maxX))
    let y = max(abs(window.minY), abs(window.maxY))
    return Point(Wording.settled(p.x, scale: x), Wording.settled(p.y, scale: y))
  }
}

extension ImplicitSet {
  /// Whether nothing was found and nothing is open.
  var isEmpty: Bool {
    curves.isEmpty && regions.isEmpty && singularPoints.isEmpty && unresolved.isEmpty
      && pixels == nil && (components ?? 0) == 0
  }
}

extension ImplicitSet.SingularPoint.Kind {
  /// The kind in a sentence.
  var word: String {
    switch self {
    case .isolated: "isolated point"
    case .other: "higher singular point"
    default: rawValue
    }
  }

  /// Several of the kind.
  var plural: String { word + "s" }
}
