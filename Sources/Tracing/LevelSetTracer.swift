import Calculus
import Geometry

/// Finds the level curves of a function in a window.
///
/// Interval arithmetic decides where the curves are (`Subdivision`), bracketing finds where they
/// cross the sides of cells (`EdgeRoots`), monotonicity says how they run between (`CellArcs`), and
/// cubics are fitted to the tolerance (`CubicFit`).
///
/// A level c that passes through a cell which is left open at a quarter of a pixel, by a singular point
/// or a break of f, is traced for itself as the curve f − c = 0 (`ImplicitTracer`).
///
/// Promised: curves are found whole, closed ones closed, each component one curve unless branches
/// cross, drawn points within the tolerance (tested at samples, not proved between them). What is not
/// settled is listed.
/// Cost: proportional to the length of the curves in cells, not to the area of the window.
public struct LevelSetTracer {
  private let function: Expression
  private let field: ScalarField
  private let window: Box
  private let resolution: Resolution
  private let ratio: Quadtree.SplitRatio
  /// Whether levels with singular points are traced as implicit curves.
  var followsSingularLevels = true

  /// A tracer of `f`, an expression in two variables, in `window`.
  public init(of f: Expression, in window: Box, at resolution: Resolution) {
    self.init(of: f, in: window, at: resolution, ratio: Quadtree.SplitRatio())
  }

  init(
    of f: Expression, in window: Box, at resolution: Resolution, ratio: Quadtree.SplitRatio
  ) {
    precondition(f.variables.count == 2, "a level curve lies in a plane")
    function = f
    field = ScalarField(f)
    self.window = window
    self.resolution = resolution
    self.ratio = ratio
  }

  /// The level curves at the given levels; with regions, the areas above them as well.
  public func trace(levels unsorted: [Double], withRegions: Bool = false) -> LevelSet {
    let levels = Array(Set(unsorted)).sorted()
    let subdivision = Subdivision(
      of: field, levels: levels, window: window, resolution: resolution,
      findsDomain: withRegions, ratio: ratio)
    var edges = EdgeRoots(field: field, levels: levels, resolution: resolution)
    var arcs: [Arc] = []
    for graph in subdivision.graphs {
      arcs += CellArcs.arcs(of: graph, subdivision.quadtree, &edges, field, levels)
    }
    let traced = fitted(arcs, edges, levels)
    var regions: [SuperlevelRegion] = []
    var domain = Path()
    if withRegions {
      var builder = RegionBuilder(
        subdivision: subdivision, field: field, levels: levels, edges: edges)
      domain = builder.domain()
      regions = levels.indices.map { index in
        SuperlevelRegion(
          level: levels[index],
          path: builder.region(index, curves: traced.filter { $0.chain.level == index }))
      }
    }
    let singular = singularLevels(levels, subdivision, edges)
    var found = FoundCurves()
    for chain in traced where !singular.contains(chain.chain.level) { found.add(chain) }
    for index in singular.sorted() {
      if let set = implicit(levels[index]) {
        found.add(set, at: levels[index])
      } else {
        // Too fine to be traced for itself: its curves as they are known, with the places left open.
        for chain in traced where chain.chain.level == index { found.add(chain) }
        found.add(openPlaces(levels[index], in: subdivision))
      }
    }
    if subdivision.isCutShort {
      found.unresolved += CoreClusters.merged(subdivision.cores).map {
        UnresolvedPlace(box: $0, reason: .budget)
      }
    }
    return LevelSet(
      curves: found.curves.sorted { $0.level < $1.level }, isolatedPoints: found.points,
      regions: regions, domain: domain, unresolved: found.unresolved)
  }

  /// The chains of arcs with the cubics fitted to them.
  private func fitted(_ arcs: [Arc], _ edges: EdgeRoots, _ levels: [Double]) -> [TracedChain] {
    let fitter = ChainFitter(field: field, window: window, resolution: resolution)
    return ArcChain.chains(of: arcs, rootCount: edges.roots.count).compactMap { chain in
      let level = levels[chain.level]
      guard let fit = fitter.fitted(chain, edges.roots, level: level) else { return nil }
      return TracedChain(
        chain: fit.chain, level: level, cubics: fit.cubics, unresolved: fit.unresolved)
    }
  }

  // MARK: Levels with singular points

  /// The greatest number of levels that are traced one by one.
  private static let singularLimit = 60

  /// The levels that pass through cells which the subdivision gave up.
  ///
  /// Where f has no bound, at a pole, only the levels whose curves lead there.
  private func singularLevels(
    _ levels: [Double], _ subdivision: Subdivision, _ edges: EdgeRoots
  ) -> Set<Int> {
    guard followsSingularLevels, !subdivision.isCutShort else { return [] }
    var found: Set<Int> = []
    for cell in subdivision.cores where found.count < levels.count {
      let range = field.enclosure(Interval(cell.x), Interval(cell.y))
      if range.lower > -.infinity && range.upper < .infinity {
        for index in levels.indices where range.contains(levels[index]) { found.insert(index) }
      } else {
        for side in cell.sides {
          found.formUnion(edges.known(on: side).map { edges.roots[$0].level })
        }
      }
    }
    return found.count <= Self.singularLimit ? found : []
  }

  /// Where a level may run through cells that the subdivision gave up.
  private func openPlaces(_ level: Double, in subdivision: Subdivision) -> [UnresolvedPlace] {
    let cores = subdivision.cores.filter {
      field.enclosure(Interval($0.x), Interval($0.y)).contains(level)
    }
    return CoreClusters.merged(cores).map { UnresolvedPlace(box: $0, reason: .pixel) }
  }

  /// The level c as the curve f − c = 0; `nil` where that is too fine to be traced.
  private func implicit(_ level: Double) -> ImplicitSet? {
    var tracer = ImplicitTracer(of: function.shifted(by: -level), in: window, at: resolution)
    tracer.ratio = ratio
    tracer.trustsRounding = true
    return tracer.trace(paintsPixels: false)
  }
}

/// A chain with the cubics that were fitted to it, in data coordinates.
struct TracedChain {
  let chain: ArcChain
  let level: Double
  let cubics: [CubicCurve]
  let unresolved: [UnresolvedPlace]
}

/// Curves, points and open places, while they are gathered from chains and from implicit curves.
private struct FoundCurves {
  var curves: [LevelCurve] = []
  var points: [IsolatedPoint] = []
  var unresolved: [UnresolvedPlace] = []
  private var known: Set<UnresolvedPlace> = []

  mutating func add(_ chain: TracedChain) {
    curves.append(
      LevelCurve(level: chain.level, isClosed: chain.chain.isClosed, cubics: chain.cubics))
    add(chain.unresolved)
  }

  mutating func add(_ set: ImplicitSet, at level: Double) {
    curves += set.curves.map {
      LevelCurve(level: level, isClosed: $0.isClosed, cubics: $0.cubics)
    }
    points += set.singularPoints.filter { $0.kind == .isolated }
      .map { IsolatedPoint(level: level, at: $0.at) }
    add(set.unresolved)
  }

  /// A break that several levels cross is told once.
  mutating func add(_ places: [UnresolvedPlace]) {
    unresolved += places.filter { known.insert($0).inserted }
  }
}
