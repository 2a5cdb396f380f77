import Geometry

/// A place where curves end, meet or pass.
struct Site {
  /// What happens there.
  enum Kind: Hashable {
    /// The edge of the window.
    case boundary
    /// A singular point of one piece, with the order in which branches go on.
    case singular(ImplicitSet.SingularPoint.Kind, crosses: Bool)
    /// A point that several pieces have in common: they cross there, touch there, or end.
    case meeting(isTouching: Bool)
    /// A place where a curve simply goes on.
    case through
    /// The end of a curve that belongs to it.
    case closedEnd
    /// The end of a curve that does not belong to it.
    case openEnd
    /// A missing point.
    case hole
    /// An end that nothing explains.
    case loose
  }

  /// An end of a strand.
  struct End: Hashable {
    let strand: Int
    let isStart: Bool
  }

  var point: Point
  var kind: Kind
  var ends: [End] = []
  /// The strands that pass without ending.
  var passing: [Int] = []
}

/// A fitted curve between two sites, or a closed one.
struct Strand {
  let piece: Int
  let multiplicity: Int
  let cubics: [CubicCurve]
  let isClosed: Bool
  /// The sites at the start and at the end; −1 for a closed one.
  let start: Int
  let end: Int
}

/// The sites of a picture; places that are one to rounding are one.
struct SiteList {
  private(set) var sites: [Site] = []
  private let tolerance: Point

  init(window: Box) {
    let size = max(
      abs(window.minX), abs(window.maxX), abs(window.minY), abs(window.maxY))
    let slack = 1e-9 * max(window.width, window.height) + 16 * size.ulp
    tolerance = Point(slack, slack)
  }

  subscript(index: Int) -> Site {
    get { sites[index] }
    set { sites[index] = newValue }
  }

  var indices: Range<Int> { sites.indices }

  /// The site at a point; a site of a weaker kind takes the stronger one.
  mutating func site(at p: Point, _ kind: Site.Kind) -> Int {
    if let known = index(near: p) {
      if Self.strength(kind) > Self.strength(sites[known].kind) { sites[known].kind = kind }
      return known
    }
    return newSite(at: p, kind)
  }

  /// A site of its own, however near others are.
  mutating func newSite(at p: Point, _ kind: Site.Kind) -> Int {
    sites.append(Site(point: p, kind: kind))
    return sites.count - 1
  }

  func index(near p: Point) -> Int? {
    sites.firstIndex {
      abs($0.point.x - p.x) <= tolerance.x && abs($0.point.y - p.y) <= tolerance.y
    }
  }

  /// A closed end makes a missing point part of the set; a singular point outdoes them all.
  private static func strength(_ kind: Site.Kind) -> Int {
    switch kind {
    case .loose: 0
    case .hole: 1
    case .openEnd: 2
    case .boundary: 3
    case .closedEnd: 4
    case .through, .meeting: 5
    case .singular: 6
    }
  }
}
