import Calculus
import Geometry

/// Evenly spaced streamlines of a vector field (P, Q) in a window.
///
/// The field is followed by `StreamIntegrator`; lines are placed as by Jobard & Lefer (1997): each is
/// begun at the separation from an older one and keeps at least half of it from all others. First come
/// limit cycles, then separatrices if they are asked for, then lines that run from one natural end to
/// another, last the gaps. Cubics are fitted to the dense output (`TrailFit`).
///
/// Promised: points of a line within the tolerance of the solution; orbits closed that come back to
/// within 5e-5 pixels; no line within `clearance` of a known zero, nor across a pole, a jump or the
/// edge of the domain. Limit cycles are found where a ray from a zero meets them and their return
/// map is smooth: not proved to be all. Cost: some microseconds for ten pixels of line.
public struct StreamlineTracer {
  private let window: Box
  private let resolution: Resolution
  private let separation: Double
  private let field: DirectionField
  private let symmetry: FlowSymmetry
  private let zeros: PlaneZeroSet
  private let headSpacing: Double
  private let leastLoop: Double

  /// Lines end at this part of the separation from a zero.
  static let clearanceShare = 0.35
  /// The operations that all lines together may cost: about a second.
  private static let operationLimit = 150_000_000

  /// A tracer for a field with known zeros.
  ///
  /// - Parameters:
  ///   - p: the component along x.
  ///   - q: the component along y.
  ///   - window: where lines are drawn.
  ///   - resolution: how many pixels the window has.
  ///   - zeros: where the field vanishes: no line runs through them.
  ///   - separation: the distance of neighbouring lines in pixels.
  ///   - headSpacing: the length of line to one arrowhead in pixels.
  ///   - leastLoop: the diagonal in pixels below which a closed orbit is left out: a marker inside
  ///     would hide it.
  public init(
    of p: Expression, _ q: Expression, in window: Box, at resolution: Resolution,
    zeros: PlaneZeroSet, separation: Double, headSpacing: Double, leastLoop: Double = 0
  ) {
    precondition(p.variables.count == 2 && q.variables.count == 2, "a field of the plane")
    self.window = window
    self.resolution = resolution
    self.zeros = zeros
    self.separation = max(separation, 2)
    self.headSpacing = max(headSpacing, 10)
    self.leastLoop = leastLoop
    field = DirectionField(
      p, q, window: window, pixel: Point(resolution.pixelWidth, resolution.pixelHeight),
      budget: Self.operationLimit)
    symmetry = FlowSymmetry(of: p, q)
  }

  /// The lines; with separatrices of the saddles on request.
  public func trace(withSeparatrices: Bool = false) -> StreamlineSet {
    var all = PlaceGrid(extent: field.extent, cell: separation)
    var saddles = all
    for zero in zeros.zeros {
      all.insert(pixels(zero))
      if zero.kind == .saddle { saddles.insert(pixels(zero)) }
    }
    let integrator = StreamIntegrator(
      field: field, zeros: all, clearance: separation * Self.clearanceShare)
    let placement = StreamPlacement(
      integrator, separation: separation, saddles: saddles, leastLoop: leastLoop)
    for cycle in cycles(integrator) { placement.place(cycle, .limitCycle) }
    if withSeparatrices { placement.placeSeparatrices(of: zeros) }
    let seeds = centreSeeds + lattice
    placement.fill(from: seeds, .whole)
    placement.fill(from: seeds, .truncated)
    let lines = placement.lines.compactMap(streamline)
    return StreamlineSet(lines: lines, isCutShort: field.isExhausted)
  }

  private func pixels(_ zero: PlaneZero) -> Point { field.pixels(Point(zero.x, zero.y)) }

  // MARK: Where lines begin

  /// The places from which rays may meet closed orbits: zeros that orbits can run around.
  private func cycles(_ integrator: StreamIntegrator) -> [Trail] {
    if symmetry.keepsAreas || symmetry.isGradient { return [] }
    var hubs = zeros.zeros.filter { $0.kind != .saddle }.prefix(64).map(pixels)
    if hubs.isEmpty {
      // A closed orbit runs around a zero, or around a place where there is no field.
      if zeros.isComplete && field.isContinuous { return [] }
      hubs = [Point(field.extent.x / 2, field.extent.y / 2)]
    }
    return LimitCycles(integrator, separation: separation).cycles(around: Array(hubs))
  }

  /// Places beside the zeros that lines run around, so that the innermost orbit is not forgotten.
  private var centreSeeds: [Point] {
    zeros.zeros.prefix(400).flatMap { zero -> [Point] in
      let place = pixels(zero)
      switch zero.kind {
      case .saddle: return []
      case .centre, .linearCentre:
        // A circle has a diagonal of 2.8 radii, other orbits less.
        return [place + Point(max(0.9 * separation, 0.4 * leastLoop), 0)]
      default:
        return (0..<4).map { index in
          let side = [Point(1, 0), Point(0, 1), Point(-1, 0), Point(0, -1)][index]
          return place + side * separation
        }
      }
    }
  }

  /// Places all over the window, the middle first.
  private var lattice: [Point] {
    let columns = max(1, min(400, Int(field.extent.x / separation)))
    let rows = max(1, min(400, Int(field.extent.y / separation)))
    var places: [Point] = [Point(field.extent.x / 2, field.extent.y / 2)]
    for row in 0..<rows {
      for column in 0..<columns {
        places.append(
          Point(
            field.extent.x * (Double(column) + 0.5) / Double(columns),
            field.extent.y * (Double(row) + 0.5) / Double(rows)))
      }
    }
    return places
  }

  // MARK: From trails to curves

  private func streamline(_ trail: Trail, _ kind: Streamline.Kind) -> Streamline? {
    let tolerance = max(resolution.tolerance - 0.008, resolution.tolerance / 2)
    let cubics = TrailFit(trail, field: field, tolerance: tolerance).cubics()
    guard !cubics.isEmpty else { return nil }
    let heads = StreamHeads(on: trail, field: field)
    return Streamline(
      kind: kind, isClosed: trail.isClosed,
      cubics: cubics.map {
        CubicCurve(field.data($0.p0), field.data($0.p1), field.data($0.p2), field.data($0.p3))
      },
      heads: heads.places(every: headSpacing), meanSpeed: heads.meanSpeed)
  }
}
