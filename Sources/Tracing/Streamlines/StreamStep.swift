import Geometry

/// A step of a streamline with its interpolant: the formula of order 5 by Dormand and Prince (1980)
/// with the error estimate of order 4, and the dense output of order 4 by Shampine (1986; the
/// coefficients as in Hairer, Nørsett & Wanner, DOPRI5).
struct StreamStep {
  /// The length of the streamline at the start of the step, and how far the step went; negative
  /// against the field.
  let start: Double
  let size: Double
  /// The part of the step that belongs to the streamline: less than 1 where it was cut off.
  var share = 1.0
  /// The direction of the field at the end of the whole step.
  let endDirection: Point
  /// The estimated error of the end.
  let error: Double
  private let c0: Point, c1: Point, c2: Point, c3: Point, c4: Point

  /// The step of length `size` from a place with its direction, or `nil` where the field ends.
  init?(
    from p: Point, along k1: Point, size h: Double, start: Double, in field: DirectionField
  ) {
    guard let k2 = field.direction(p + k1 * (h / 5)),
      let k3 = field.direction(p + (k1 * (3.0 / 40) + k2 * (9.0 / 40)) * h)
    else { return nil }
    let a4: Point = k1 * (44.0 / 45) - k2 * (56.0 / 15) + k3 * (32.0 / 9)
    guard let k4 = field.direction(p + a4 * h) else { return nil }
    let a5: Point = k1 * (19372.0 / 6561) - k2 * (25360.0 / 2187)
    let b5: Point = k3 * (64448.0 / 6561) - k4 * (212.0 / 729)
    guard let k5 = field.direction(p + (a5 + b5) * h) else { return nil }
    let a6: Point = k1 * (9017.0 / 3168) - k2 * (355.0 / 33) + k3 * (46732.0 / 5247)
    let b6: Point = k4 * (49.0 / 176) - k5 * (5103.0 / 18656)
    guard let k6 = field.direction(p + (a6 + b6) * h) else { return nil }
    let a7: Point = k1 * (35.0 / 384) + k3 * (500.0 / 1113) + k4 * (125.0 / 192)
    let b7: Point = k6 * (11.0 / 84) - k5 * (2187.0 / 6784)
    let end = p + (a7 + b7) * h
    guard let k7 = field.direction(end) else { return nil }
    let e1: Point = k1 * (71.0 / 57600) - k3 * (71.0 / 16695) + k4 * (71.0 / 1920)
    let e2: Point = k6 * (22.0 / 525) - k5 * (17253.0 / 339200) - k7 * (1.0 / 40)
    error = ((e1 + e2) * h).length
    let chord = end - p
    let bend = k1 * h - chord
    let d1: Point = k1 * (-12_715_105_075.0 / 11_282_082_432)
    let d3: Point = k3 * (87_487_479_700.0 / 32_700_410_799)
    let d4: Point = k4 * (-10_690_763_975.0 / 1_880_347_072)
    let d5: Point = k5 * (701_980_252_875.0 / 199_316_789_632)
    let d6: Point = k6 * (-1_453_857_185.0 / 822_651_844)
    let d7: Point = k7 * (69_997_945.0 / 29_380_423)
    (c0, c1, c2) = (p, chord, bend)
    c3 = chord - k7 * h - bend
    c4 = (d1 + d3 + d4 + d5 + d6 + d7) * h
    endDirection = k7
    size = h
    self.start = start
  }

  /// The place at a part of the step: 0 is its start, 1 the end of the whole step.
  func point(_ t: Double) -> Point {
    let s = 1 - t
    let inner: Point = c2 + (c3 + c4 * s) * t
    return c0 + (c1 + inner * s) * t
  }

  /// The direction of the interpolant at a part of the step, in the sense of the field.
  func direction(_ t: Double) -> Point? {
    let s = 1 - t
    let u: Point = c3 + c4 * s
    let v: Point = c2 + u * t
    let w: Point = c1 + v * s
    let slope: Point = w + ((u - c4 * t) * s - v) * t
    return (size < 0 ? -slope : slope).direction
  }

  /// Where the step ends on the streamline.
  var end: Point { point(share) }
  /// The length of the streamline where the step ends.
  var endLength: Double { start + size * share }

  /// The first part of the step, by bisection, at which `condition` holds, where it does not at 0 and
  /// does at `upper`.
  func firstShare(upTo upper: Double, where condition: (Point) -> Bool) -> Double {
    var (low, high) = (0.0, upper)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if condition(point(middle)) { high = middle } else { low = middle }
    }
    return high
  }
}
