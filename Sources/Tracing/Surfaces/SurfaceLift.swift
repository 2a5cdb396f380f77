import Calculus
import Geometry

/// Lifts curves of the floor onto a surface z = f(x, y).
///
/// On each piece the height is the cubic with the values and exact slopes of f at the ends (Hermite);
/// pieces are halved until it is within the tolerance of f at three places between. A curve stops
/// where f is undefined or leaves the shown heights, found by bisection, and where f jumps.
public struct SurfaceLift {
  private let field: ScalarField
  private let heights: ClosedRange<Double>
  private let tolerance: Double

  /// A piece of a curve at least so short, as a part of the whole, is not halved further.
  private static let shortest = 1.0 / 512

  /// A lift onto `f`, an expression in two variables, to `tolerance` in z.
  public init(onto f: Expression, heights: ClosedRange<Double>, tolerance: Double) {
    field = ScalarField(f)
    self.heights = heights
    self.tolerance = tolerance
  }

  /// The connected pieces of a curve of the floor on the surface.
  ///
  /// `spans` is how many parts each cubic is looked at in.
  public func lifted(_ cubics: [CubicCurve], spans: Int = 16) -> [[SpaceCubic]] {
    var chains: [[SpaceCubic]] = []
    var chain: [SpaceCubic] = []
    for cubic in cubics {
      for index in 0..<max(spans, 1) {
        let start = Double(index) / Double(max(spans, 1))
        let end = Double(index + 1) / Double(max(spans, 1))
        add(cubic, start, end, &chain, &chains)
      }
    }
    if !chain.isEmpty { chains.append(chain) }
    return chains
  }

  private func isShown(_ z: Double) -> Bool { z.isFinite && heights.contains(z) }

  private func height(_ cubic: CubicCurve, _ t: Double) -> Double {
    let p = cubic.point(at: t)
    return field.value(p.x, p.y)
  }

  /// Adds what is shown of a curve between two parameters.
  private func add(
    _ cubic: CubicCurve, _ start: Double, _ end: Double, _ chain: inout [SpaceCubic],
    _ chains: inout [[SpaceCubic]]
  ) {
    func close() {
      if !chain.isEmpty { chains.append(chain) }
      chain = []
    }
    switch (isShown(height(cubic, start)), isShown(height(cubic, end))) {
    case (true, true): halve(cubic, start, end, &chain, &chains)
    case (true, false):
      halve(cubic, start, border(cubic, start, end), &chain, &chains)
      close()
    case (false, true):
      close()
      halve(cubic, border(cubic, end, start), end, &chain, &chains)
    case (false, false): close()
    }
  }

  /// The last parameter that is shown on the way from one that is to one that is not.
  private func border(_ cubic: CubicCurve, _ start: Double, _ end: Double) -> Double {
    var (inside, outside) = (start, end)
    for _ in 0..<40 {
      let middle = inside / 2 + outside / 2
      if isShown(height(cubic, middle)) { inside = middle } else { outside = middle }
    }
    return inside
  }

  private func halve(
    _ cubic: CubicCurve, _ start: Double, _ end: Double, _ chain: inout [SpaceCubic],
    _ chains: inout [[SpaceCubic]]
  ) {
    guard end > start else { return }
    if let piece = hermite(cubic, start, end) {
      chain.append(piece)
    } else if end - start > Self.shortest {
      let middle = start / 2 + end / 2
      if isShown(height(cubic, middle)) {
        halve(cubic, start, middle, &chain, &chains)
        halve(cubic, middle, end, &chain, &chains)
      } else {
        add(cubic, start, middle, &chain, &chains)
        add(cubic, middle, end, &chain, &chains)
      }
    } else {
      let (a, b) = (height(cubic, start), height(cubic, end))
      if jumps(cubic, start, end, abs(b - a)) {
        if !chain.isEmpty { chains.append(chain) }
        chain = []
      } else {
        let (p, q) = (cubic.point(at: start), cubic.point(at: end))
        chain.append(SpaceCubic(line: SpacePoint(over: p, a), SpacePoint(over: q, b)))
      }
    }
  }

  /// Whether f jumps between two parameters: halving the way does not halve the difference.
  private func jumps(
    _ cubic: CubicCurve, _ start: Double, _ end: Double, _ difference: Double
  ) -> Bool {
    guard difference > (heights.upperBound - heights.lowerBound) / 100 else { return false }
    var (low, high) = (start, end)
    var (a, b) = (height(cubic, start), height(cubic, end))
    for _ in 0..<30 {
      let middle = low / 2 + high / 2
      let value = height(cubic, middle)
      guard value.isFinite else { return true }
      if abs(value - a) > abs(b - value) {
        (high, b) = (middle, value)
      } else {
        (low, a) = (middle, value)
      }
      if abs(b - a) < difference / 4 { return false }
    }
    return true
  }

  /// The cubic over a part of a curve, or `nil` where it is not within the tolerance.
  private func hermite(_ cubic: CubicCurve, _ start: Double, _ end: Double) -> SpaceCubic? {
    let part = cubic.part(from: start, to: end)
    let (a, b) = (field.jet(part.p0.x, part.p0.y), field.jet(part.p3.x, part.p3.y))
    let rise = a.gradient.dot(3 * (part.p1 - part.p0))
    let fall = b.gradient.dot(3 * (part.p3 - part.p2))
    let lifted = SpaceCubic(
      part, heights: (a.value, a.value + rise / 3, b.value - fall / 3, b.value))
    guard lifted.isFinite else { return nil }
    for t in [0.25, 0.5, 0.75] {
      let p = lifted.point(at: t)
      let z = field.value(p.x, p.y)
      guard isShown(z), abs(z - p.z) <= tolerance else { return nil }
    }
    return lifted
  }
}
