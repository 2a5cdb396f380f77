import Geometry

/// Fits a chain of cubics to a level curve: few of them, each proved by samples.
///
/// From its start a piece is made as long as the tolerance allows (greedy). Both ends lie on the
/// curve with its direction, so pieces join smoothly; the two lengths of the handles are found by
/// Gauss–Newton on the distance (f − c)/|∇f| of points of the cubic from the curve, so that no
/// parametrisation of the curve is needed. A piece is accepted when points along it are within the
/// tolerance of the curve (two Newton steps along ∇f each) and the samples of the curve are within
/// the tolerance of the piece. Nothing else is emitted, except lines shorter than the tolerance; and
/// where the work allowed for a curve runs out, lines between its samples, which are listed.
/// Cost: proportional to the length of the curve.
struct CubicFit {
  private let sampler: CurveSampler
  private let tolerance: Double
  /// The samples from the end of the curve to where the fit has come: the next one is the last.
  private var ahead: [CurveSample]
  /// How many times the way between two neighbours may be halved.
  private var splitsLeft: Int
  /// The ends of lines that no test confirmed, in pixels.
  private(set) var untested: [(Point, Point)] = []

  /// No piece turns by more than this (radians).
  private static let turnLimit = 2.0
  private static let checks = 20
  /// The points along a piece, in parts of `checks`: those that fail most often first.
  private static let checkOrder = [
    10, 3, 17, 6, 14, 1, 19, 8, 12, 4, 16, 2, 18, 5, 15, 7, 13, 9, 11,
  ]
  /// What the samples may use up of the tolerance: between two of them the distance is a little more.
  private static let share = 0.95
  /// Halvings that every curve is allowed, and how many more for each pixel of its length: a curve
  /// that bends in every pixel takes few more, one that no test confirms would take them without end.
  private static let freeSplits = 400, splitsPerPixel = 4.0
  /// Halvings for one operation of the function, of which each takes some hundreds.
  private static let splitsPerCost = 1_000_000

  init(_ sampler: CurveSampler, tolerance: Double) {
    self.sampler = sampler
    self.tolerance = tolerance * Self.share
    ahead = sampler.samples().reversed()
    for index in ahead.indices.dropFirst() {
      ahead[index].rest =
        ahead[index - 1].rest + ahead[index].point.distance(to: ahead[index - 1].point)
    }
    let length = ahead.last?.rest ?? 0
    splitsLeft = min(
      Self.freeSplits + Int(min(Self.splitsPerPixel * length, 1e6)),
      Self.splitsPerCost / sampler.field.cost)
  }

  /// The length of the rest of the curve in pixels.
  var length: Double { ahead.last?.rest ?? 0 }

  /// The sample so many places from where the fit has come.
  private func sample(_ place: Int) -> CurveSample { ahead[ahead.count - 1 - place] }

  /// The cubics from the start of the curve to its end, in pixels.
  mutating func cubics() -> [CubicCurve] {
    var cubics: [CubicCurve] = []
    var reach = max(ahead.count / 4, 1)
    while ahead.count > 1 {
      let (cubic, end) = longest(guess: reach)
      cubics.append(cubic)
      reach = max(end, 1)
      ahead.removeLast(end)
    }
    return cubics
  }

  /// The longest piece that holds the tolerance, and the place of the sample where it ends.
  private mutating func longest(guess: Int) -> (CubicCurve, Int) {
    let last = ahead.count - 1
    var good: (CubicCurve, Int)?
    var bad = last + 1
    var end = min(guess, last)
    while true {
      if let cubic = piece(to: end) {
        good = (cubic, end)
        if end == last || end + 1 >= bad { break }
        end = bad <= last ? (end + bad) / 2 : min(end * 2, last)
      } else {
        bad = end
        if end == 1 { return (split(), 1) }
        let floor = good?.1 ?? 0
        if floor + 1 >= bad { break }
        end = good == nil ? max(end / 2, 1) : (floor + bad) / 2
      }
    }
    return good ?? (split(), 1)
  }

  /// Two neighbouring samples that no cubic joins: looks more closely, down to a length that is
  /// invisible or until the curve has had its share of the work.
  private mutating func split() -> CubicCurve {
    while true {
      let (a, b) = (sample(0), sample(1))
      let line = CubicCurve(line: a.point, b.point)
      if a.point.distance(to: b.point) < tolerance / 4 { return line }
      let t = a.link == b.link ? (a.t + b.t) / 2 : (startOfLink(b.link) + b.t) / 2
      guard splitsLeft > 0, t != a.t || a.link != b.link, t != b.t else {
        untested.append((a.point, b.point))
        return line
      }
      splitsLeft -= 1
      insert(sampler.sample(b.link, t))
      if let cubic = piece(to: 1) { return cubic }
    }
  }

  /// Puts a sample between the first two that are ahead.
  private mutating func insert(_ new: CurveSample) {
    var (first, new) = (ahead.removeLast(), new)
    new.rest = sample(0).rest + new.point.distance(to: sample(0).point)
    first.rest = new.rest + first.point.distance(to: new.point)
    ahead += [new, first]
  }

  private func startOfLink(_ index: Int) -> Double {
    sampler.chain.links[index].isForward ? 0 : 1
  }

  // MARK: One piece

  /// The cubic to the sample at a place, or `nil` when it does not hold the tolerance.
  private func piece(to end: Int) -> CubicCurve? {
    let (a, b) = (sample(0), sample(end))
    let length = a.rest - b.rest
    guard length > 0 else { return CubicCurve(line: a.point, b.point) }
    var turn = 0.0
    for place in 0..<end {
      turn += CurveSampler.angle(sample(place).tangent, sample(place + 1).tangent)
      if turn > Self.turnLimit { return nil }
    }
    guard let cubic = fitted(a, b, length), holds(cubic, end, length) else { return nil }
    return cubic
  }

  private func cubic(_ a: CurveSample, _ b: CurveSample, _ handles: (Double, Double)) -> CubicCurve
  {
    CubicCurve(
      a.point, a.point + handles.0 * a.tangent, b.point - handles.1 * b.tangent, b.point)
  }

  /// The best lengths of the handles: Gauss–Newton on the distances of seven points.
  private func fitted(_ a: CurveSample, _ b: CurveSample, _ length: Double) -> CubicCurve? {
    var handles = (length / 3, length / 3)
    for round in 0..<4 {
      let cubic = cubic(a, b, handles)
      var (aa, ab, bb, ar, br) = (0.0, 0.0, 0.0, 0.0, 0.0)
      var worst = 0.0
      for step in 1...7 {
        let t = Double(step) / 8
        let s = 1 - t
        guard let (distance, normal) = sampler.offset(cubic.point(at: t)) else { return nil }
        let u = 3 * s * s * t * normal.dot(a.tangent)
        let v = -3 * s * t * t * normal.dot(b.tangent)
        aa += u * u
        ab += u * v
        bb += v * v
        ar += u * distance
        br += v * distance
        worst = max(worst, abs(distance))
      }
      if worst < tolerance / 100 { break }
      // Further steps make so long a piece a little better, not good.
      if round > 1 && worst > 4 * tolerance { return nil }
      // A straight piece has normals across its tangents: its handles may stay as they are.
      let ridge = 1e-9
      let determinant = (aa + ridge) * (bb + ridge) - ab * ab
      let da = (ar * (bb + ridge) - br * ab) / determinant
      let db = (br * (aa + ridge) - ar * ab) / determinant
      guard da.isFinite && db.isFinite else { break }
      handles.0 = min(max(handles.0 - da, length * 0.05), length * 1.2)
      handles.1 = min(max(handles.1 - db, length * 0.05), length * 1.2)
      if abs(da) + abs(db) < length * 1e-4 { break }
    }
    return cubic(a, b, handles)
  }

  /// Whether all points looked at are within the tolerance, in both directions.
  private func holds(_ cubic: CubicCurve, _ end: Int, _ length: Double) -> Bool {
    for step in Self.checkOrder {
      let p = cubic.point(at: Double(step) / Double(Self.checks))
      guard let (distance, normal) = sampler.offset(p), abs(distance) <= 2 * tolerance else {
        return false
      }
      if abs(distance) < tolerance / 8 { continue }
      let foot = p - distance * normal
      guard let (rest, again) = sampler.offset(foot) else { return false }
      if p.distance(to: foot - rest * again) > tolerance { return false }
    }
    for place in 1..<max(end, 1) {
      let sample = sample(place)
      let guess = (self.length - sample.rest) / length
      if distance(of: sample.point, from: cubic, near: guess) > tolerance { return false }
    }
    return true
  }

  /// The distance of a point from a cubic near a parameter, by three Newton steps.
  private func distance(of p: Point, from cubic: CubicCurve, near guess: Double) -> Double {
    var t = guess
    for _ in 0..<3 {
      let offset = cubic.point(at: t) - p
      let slope = cubic.derivative(at: t)
      let speed = slope.dot(slope)
      guard speed > 0 else { break }
      t = min(max(t - offset.dot(slope) / speed, 0), 1)
    }
    return cubic.point(at: t).distance(to: p)
  }
}
