import Calculus
import Geometry

/// A level curve in the pixels of the picture: where distances are what the eye sees.
///
/// The origin is the least corner of the window; ordinates point upwards, as in the data.
struct PixelField {
  private let field: ScalarField
  private let origin: Point
  private let resolution: Resolution

  init(_ field: ScalarField, window: Box, resolution: Resolution) {
    self.field = field
    self.resolution = resolution
    origin = Point(window.minX, window.minY)
  }

  func pixels(_ p: Point) -> Point {
    Point((p.x - origin.x) / resolution.pixelWidth, (p.y - origin.y) / resolution.pixelHeight)
  }

  func data(_ p: Point) -> Point {
    Point(
      origin.x + p.x * resolution.pixelWidth, origin.y + p.y * resolution.pixelHeight)
  }

  /// f at a place in pixels.
  func value(_ p: Point) -> Double {
    let q = data(p)
    return field.value(q.x, q.y)
  }

  /// f and its gradient per pixel at a place in pixels.
  func jet(_ p: Point) -> (value: Double, gradient: Point) {
    let q = data(p)
    let (value, gradient) = field.jet(q.x, q.y)
    if value.isFinite && !gradient.isFinite { return (value, differences(p)) }
    return (
      value, Point(gradient.x * resolution.pixelWidth, gradient.y * resolution.pixelHeight)
    )
  }

  /// The gradient by differences over a thousandth of a pixel: for functions whose derivatives
  /// overflow where they do not.
  private func differences(_ p: Point) -> Point {
    let h = 5e-4
    return Point(
      value(p + Point(h, 0)) - value(p - Point(h, 0)),
      value(p + Point(0, h)) - value(p - Point(0, h))) / (2 * h)
  }

  /// The direction of the level curve through a place, higher values on its left.
  func direction(_ p: Point) -> Point? { Self.direction(gradient: jet(p).gradient) }

  /// The direction of the level curve where the gradient per unit of the data is known.
  func direction(dataGradient g: Point) -> Point? {
    Self.direction(gradient: Point(g.x * resolution.pixelWidth, g.y * resolution.pixelHeight))
  }

  private static func direction(gradient: Point) -> Point? {
    Point(gradient.y, -gradient.x).direction
  }
}

/// A point of a level curve with its direction.
struct CurveSample {
  let point: Point
  let tangent: Point
  /// The index of the link of the chain, and the place on its arc.
  let link: Int
  let t: Double
  /// The length of the way from there to the end, by chords.
  var rest = 0.0
}

/// Points on a chain, close enough to follow its turns.
struct CurveSampler {
  let chain: ArcChain
  let roots: [Root]
  let field: ScalarField
  let pixels: PixelField
  let level: Double
  /// The branches at singular points that are links of the chain.
  var spokes: [Spoke] = []

  /// Two neighbours turn by no more than this (radians).
  private static let turn = 0.15
  private static let depthLimit = 10

  /// The samples from the start of the chain to its end.
  func samples() -> [CurveSample] {
    var samples: [CurveSample] = []
    for (index, link) in chain.links.enumerated() {
      let first = sample(index, link.isForward ? 0 : 1)
      let last = sample(index, link.isForward ? 1 : 0)
      if samples.isEmpty { samples.append(first) }
      refine(from: first, to: last, depth: 0, &samples)
      samples.append(last)
    }
    return Self.distinct(samples)
  }

  /// The samples without those of a new link that coincide with the one before.
  private static func distinct(_ samples: [CurveSample]) -> [CurveSample] {
    var result: [CurveSample] = []
    result.reserveCapacity(samples.count)
    for sample in samples {
      if let last = result.last, sample.link != last.link,
        last.point.distance(to: sample.point) < 1e-9
      {
        continue
      }
      result.append(sample)
    }
    return result
  }

  /// The point of a link at `t`, 0 and 1 being the ends of its arc.
  func sample(_ index: Int, _ t: Double) -> CurveSample {
    let arc = chain.links[index].arc
    if arc.spoke >= 0 { return sampleOfSpoke(index, t) }
    let (place, gradient) = arc.place(
      at: t, from: roots[arc.start].point, to: roots[arc.end].point, field, level)
    let point = pixels.pixels(place)
    let tangent = gradient.map { pixels.direction(dataGradient: $0) } ?? pixels.direction(point)
    return CurveSample(
      point: point, tangent: tangent ?? fallbackDirection(index), link: index, t: t)
  }

  private func sampleOfSpoke(_ index: Int, _ t: Double) -> CurveSample {
    let link = chain.links[index]
    let spoke = spokes[link.arc.spoke]
    let point = spoke.point(at: t)
    let outwards = link.isForward ? spoke.tangent : -spoke.tangent
    // The gradient vanishes at the point itself.
    let isInnermost = t * spoke.radius < 1e-3
    var tangent = isInnermost ? outwards : pixels.direction(point) ?? outwards
    // Near the point the sign is that of the way.
    let way = link.isForward ? point - spoke.centre : spoke.centre - point
    if tangent.dot(way) < 0 { tangent = -tangent }
    return CurveSample(point: point, tangent: isInnermost ? outwards : tangent, link: index, t: t)
  }

  /// The signed distance of a place from the curve, to first order, and the direction in which it is
  /// measured.
  func offset(_ p: Point) -> (Double, Point)? {
    var nearest: (Double, Point)?
    // Only the ends of a chain are spokes.
    for index in [0, chain.links.count - 1] where chain.links[index].arc.spoke >= 0 {
      let link = chain.links[index]
      guard let found = spokes[link.arc.spoke].offset(p) else { continue }
      if abs(found.0) < abs(nearest?.0 ?? .infinity) { nearest = found }
    }
    if let nearest { return nearest }
    let (value, gradient) = pixels.jet(p)
    let slope = gradient.length
    guard slope > 0, value.isFinite, slope.isFinite else { return nil }
    return ((value - level) / slope, gradient / slope)
  }

  /// The direction of the chord, where the gradient vanishes in rounding.
  private func fallbackDirection(_ index: Int) -> Point {
    let link = chain.links[index]
    let chord =
      pixels.pixels(roots[link.end].point) - pixels.pixels(roots[link.start].point)
    return chord.direction ?? Point(1, 0)
  }

  private func refine(
    from a: CurveSample, to b: CurveSample, depth: Int, _ samples: inout [CurveSample]
  ) {
    guard depth < Self.depthLimit, a.point.distance(to: b.point) > 0.5 else { return }
    let middle = sample(a.link, (a.t + b.t) / 2)
    let isStraight =
      Self.angle(a.tangent, middle.tangent) < Self.turn
      && Self.angle(middle.tangent, b.tangent) < Self.turn
    if !isStraight { refine(from: a, to: middle, depth: depth + 1, &samples) }
    samples.append(middle)
    if !isStraight { refine(from: middle, to: b, depth: depth + 1, &samples) }
  }

  /// The angle between two directions, 0 to about 3, by the length of the difference.
  static func angle(_ a: Point, _ b: Point) -> Double {
    let half = min((a - b).length / 2, 1)
    return 2 * half * (1 + half * half / 6 + 3 * half * half * half * half / 40)
  }
}
