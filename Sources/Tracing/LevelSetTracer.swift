import Calculus
import Geometry

/// Finds the level curves of a function in a window.
///
/// Interval arithmetic decides where the curves are (`Subdivision`), bracketing finds where they
/// cross the sides of cells (`EdgeRoots`), monotonicity says how they run between (`CellArcs`), and
/// cubics are fitted to the tolerance (`CubicFit`).
///
/// Promised: curves on which f is continuous with ∇f ≠ 0 are found whole, closed ones closed, each
/// component one curve, drawn points within the tolerance (tested at samples, not proved between
/// them). Not promised: levels that f touches without crossing; singular points and discontinuities
/// are reported as `unresolved` at the size of a quarter of a pixel, with curves ending there.
/// Cost: proportional to the length of the curves in cells, not to the area of the window.
public struct LevelSetTracer {
  private let field: ScalarField
  private let window: Box
  private let resolution: Resolution
  private let ratio: Quadtree.SplitRatio

  /// A tracer of `f`, an expression in two variables, in `window`.
  public init(of f: Expression, in window: Box, at resolution: Resolution) {
    self.init(of: f, in: window, at: resolution, ratio: Quadtree.SplitRatio())
  }

  init(
    of f: Expression, in window: Box, at resolution: Resolution, ratio: Quadtree.SplitRatio
  ) {
    precondition(f.variables.count == 2, "a level curve lies in a plane")
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
    let cores = CoreClusters(subdivision, edges: edges)
    var traced: [TracedChain] = []
    for chain in ArcChain.chains(of: arcs, rootCount: edges.roots.count) {
      if let curve = fitted(chain, edges.roots, levels) { traced.append(curve) }
    }
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
    let (curves, settled) = cores.joined(traced, pixel: pixelSize)
    return LevelSet(
      curves: curves.sorted { $0.level < $1.level }, regions: regions, domain: domain,
      unresolved: cores.unresolved(except: settled, isCutShort: subdivision.isCutShort))
  }

  private var pixelSize: Point { Point(resolution.pixelWidth, resolution.pixelHeight) }

  /// The cubics of a chain in data coordinates, higher values on the left; nothing for a speck that
  /// only touches the corner of the window.
  private func fitted(_ chain: ArcChain, _ roots: [Root], _ levels: [Double]) -> TracedChain? {
    let pixels = PixelField(field, window: window, resolution: resolution)
    var chain = chain
    let level = levels[chain.level]
    var sampler = CurveSampler(
      chain: chain, roots: roots, field: field, pixels: pixels, level: level)
    let first = sampler.sample(0, chain.links[0].isForward ? 0.5 - 1e-3 : 0.5 + 1e-3)
    let second = sampler.sample(0, chain.links[0].isForward ? 0.5 + 1e-3 : 0.5 - 1e-3)
    if (second.point - first.point).dot(first.tangent) < 0 {
      chain = chain.reversed
      sampler = CurveSampler(
        chain: chain, roots: roots, field: field, pixels: pixels, level: level)
    }
    var fit = CubicFit(sampler, tolerance: fittingTolerance)
    // A curve through the very corner of the window leaves a speck of no length there.
    guard fit.length > 1e-3 else { return nil }
    var cubics = fit.cubics().map { cubic in
      CubicCurve(
        pixels.data(cubic.p0), pixels.data(cubic.p1), pixels.data(cubic.p2),
        pixels.data(cubic.p3))
    }
    guard !cubics.isEmpty else { return nil }
    cubics[0].p0 = roots[chain.start].point
    cubics[cubics.count - 1].p3 = roots[chain.end].point
    return TracedChain(chain: chain, level: level, cubics: cubics)
  }

  /// The tolerance of the fit: what is left when written coordinates are rounded to 1/100 px.
  private var fittingTolerance: Double {
    max(resolution.tolerance - 0.008, resolution.tolerance / 2)
  }
}

/// A chain with the cubics that were fitted to it, in data coordinates.
struct TracedChain {
  let chain: ArcChain
  let level: Double
  let cubics: [CubicCurve]
}
