import Geometry

/// Fits cubics to chains of one function.
struct ChainFitter {
  let field: ScalarField
  let window: Box
  let resolution: Resolution
  var spokes: [Spoke] = []

  /// A chain, which may have been reversed, with its cubics in data coordinates.
  struct Fitted {
    let chain: ArcChain
    let cubics: [CubicCurve]
    /// Where the work allowed ran out, so that lines stand for the curve.
    let unresolved: [UnresolvedPlace]
  }

  /// The cubics of a chain, higher values on the left.
  ///
  /// Nothing for a speck that only touches the corner of the window.
  func fitted(_ chain: ArcChain, _ roots: [Root], level: Double) -> Fitted? {
    let pixels = PixelField(field, window: window, resolution: resolution)
    var chain = chain
    var sampler = CurveSampler(
      chain: chain, roots: roots, field: field, pixels: pixels, level: level, spokes: spokes)
    let link = longestLink(of: chain, roots)
    let step = chain.links[link].isForward ? 1e-3 : -1e-3
    let first = sampler.sample(link, 0.5 - step)
    let second = sampler.sample(link, 0.5 + step)
    if (second.point - first.point).dot(first.tangent) < 0 {
      chain = chain.reversed
      sampler = CurveSampler(
        chain: chain, roots: roots, field: field, pixels: pixels, level: level, spokes: spokes)
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
    return Fitted(
      chain: chain, cubics: cubics, unresolved: places(of: fit.untested, pixels))
  }

  /// Boxes around lines in pixels: one for those that follow each other.
  private func places(of lines: [(Point, Point)], _ pixels: PixelField) -> [UnresolvedPlace] {
    var boxes: [Box] = []
    var end: Point?
    for (a, b) in lines {
      let box = Box(around: pixels.data(a), resolution).union(
        Box(around: pixels.data(b), resolution))
      if a == end, let last = boxes.popLast() {
        boxes.append(last.union(box))
      } else {
        boxes.append(box)
      }
      end = b
    }
    return boxes.map { UnresolvedPlace(box: $0, reason: .budget) }
  }

  /// Where the direction of a chain shows best: a curve through a vertex has links of no length.
  private func longestLink(of chain: ArcChain, _ roots: [Root]) -> Int {
    var (best, longest) = (0, -1.0)
    for (index, link) in chain.links.prefix(16).enumerated() where link.arc.spoke < 0 {
      let length = roots[link.start].point.distance(to: roots[link.end].point)
      if length > longest { (best, longest) = (index, length) }
    }
    return best
  }

  /// The tolerance of the fit: what is left when written coordinates are rounded to 1/100 px.
  private var fittingTolerance: Double {
    max(resolution.tolerance - 0.008, resolution.tolerance / 2)
  }
}
