/// A rectangle of the plane that a search speaks about.
public struct SearchBox: Hashable, Sendable, Codable {
  /// The abscissas.
  public let x: ClosedRange<Double>
  /// The ordinates.
  public let y: ClosedRange<Double>

  /// The rectangle between four ends.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.x = x
    self.y = y
  }
}

/// A rectangle during a search: its sides as intervals, and how often it was cut.
struct PlaneBox: Sendable {
  var x: Interval
  var y: Interval
  var depth = 0

  init(_ x: Interval, _ y: Interval, depth: Int = 0) {
    self.x = x
    self.y = y
    self.depth = depth
  }

  init(_ box: SearchBox) {
    self.init(
      Interval(box.x.lowerBound, box.x.upperBound), Interval(box.y.lowerBound, box.y.upperBound))
  }

  /// The square of half-widths `rx` and `ry` around a point.
  init(around p: PlanePoint, _ rx: Double, _ ry: Double) {
    self.init(Interval(p.x - rx, p.x + rx), Interval(p.y - ry, p.y + ry))
  }

  /// The box for the outside world.
  var searchBox: SearchBox {
    SearchBox(
      x: Swift.min(x.lower, x.upper)...Swift.max(x.lower, x.upper),
      y: Swift.min(y.lower, y.upper)...Swift.max(y.lower, y.upper))
  }

  var middle: PlanePoint { PlanePoint(x: x.middle, y: y.middle) }

  /// The point of the box with the shortest decimal coordinates.
  ///
  /// A search that narrows a kink down to a box knows nothing better, and formulas like round numbers.
  var simplestPoint: PlanePoint { PlanePoint(x: x.simplestNumber, y: y.simplestNumber) }

  func contains(_ p: PlanePoint) -> Bool { x.contains(p.x) && y.contains(p.y) }

  func contains(_ other: PlaneBox) -> Bool {
    x.lower <= other.x.lower && other.x.upper <= x.upper
      && y.lower <= other.y.lower && other.y.upper <= y.upper
  }

  /// The least box around two.
  func hull(_ other: PlaneBox) -> PlaneBox {
    PlaneBox(
      Interval(Swift.min(x.lower, other.x.lower), Swift.max(x.upper, other.x.upper)),
      Interval(Swift.min(y.lower, other.y.lower), Swift.max(y.upper, other.y.upper)), depth: depth)
  }

  /// The box made larger on every side.
  func inflated(_ dx: Double, _ dy: Double) -> PlaneBox {
    PlaneBox(
      Interval(x.lower - dx, x.upper + dx), Interval(y.lower - dy, y.upper + dy), depth: depth)
  }

  /// Whether two boxes have a point in common.
  func meets(_ other: PlaneBox) -> Bool {
    x.lower <= other.x.upper && other.x.lower <= x.upper
      && y.lower <= other.y.upper && other.y.lower <= y.upper
  }

  /// The two parts beside a cut across x or y.
  ///
  /// Cut a little beside the middle: roots such as 0 like to lie on middles.
  func halves(acrossX: Bool) -> (PlaneBox, PlaneBox) {
    var (a, b) = (self, self)
    (a.depth, b.depth) = (depth + 1, depth + 1)
    if acrossX {
      let cut = x.lower + 0.493 * (x.upper - x.lower)
      (a.x.upper, b.x.lower) = (cut, cut)
    } else {
      let cut = y.lower + 0.493 * (y.upper - y.lower)
      (a.y.upper, b.y.lower) = (cut, cut)
    }
    return (a, b)
  }
}

extension Interval {
  /// The number of the interval with the fewest decimals, up to 18 of them.
  fileprivate var simplestNumber: Double {
    if contains(0) { return 0 }
    var scale = 1e-3
    while scale <= 1e18 {
      let value = (middle * scale).rounded() / scale
      if contains(value) { return value }
      scale *= 10
    }
    return middle
  }
}

/// A point of the plane.
struct PlanePoint: Hashable, Sendable {
  var x: Double
  var y: Double

  var coordinates: [Double] { [x, y] }
  var isFinite: Bool { x.isFinite && y.isFinite }
}
