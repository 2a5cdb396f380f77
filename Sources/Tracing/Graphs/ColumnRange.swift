import Calculus
import Geometry

/// The least and the greatest value of a function in a column of the picture.
///
/// Values are sampled ever more closely about the best one: what is found is taken by f, so the band
/// never claims too much. The search ends when the enclosure of f proves that no more than a quarter of
/// a pixel is missing, or when the window is filled.
struct ColumnRange {
  private let f: LineFunction
  private let column: Interval
  private let view: GraphView

  private static let rounds = 12
  /// Odd, and the places a little off their lattice, so that no period meets all of them.
  private static let places = 9

  init(_ f: LineFunction, _ column: Interval, _ view: GraphView) {
    self.f = f
    self.column = column
    self.view = view
  }

  /// The values that the graph takes in the column, cut to the window; `nil` where it shows none.
  func range() -> ClosedRange<Double>? {
    let enclosure = f.enclosure(column)
    if enclosure.isEmpty { return nil }
    let floor = max(enclosure.lower, view.window.minY)
    let ceiling = min(enclosure.upper, view.window.maxY)
    // Where rounding hides every value the values themselves have to do.
    guard
      let top = extreme(1, bound: ceiling, trusted: true)
        ?? extreme(1, bound: ceiling, trusted: false),
      let bottom = extreme(-1, bound: -floor, trusted: true)
        ?? extreme(-1, bound: -floor, trusted: false)
    else { return nil }
    let (low, high) = (-bottom, top)
    guard high >= view.window.minY, low <= view.window.maxY, low <= high else { return nil }
    return max(low, view.window.minY)...min(high, view.window.maxY)
  }

  /// Whether rounding leaves a value visible: (1 − cos x)/x² is nothing but rounding near 0.
  private func isTrusted(_ x: Double) -> Bool {
    let range = f.enclosure(Interval(x))
    return !range.isContinuous || range.width <= view.pixelHeight
  }

  /// The greatest sign·f that is found, where `bound` is enough.
  private func extreme(_ sign: Double, bound: Double, trusted: Bool) -> Double? {
    var (lower, upper) = (column.lower, column.upper)
    var (best, place): (Double?, Double) = (nil, column.middle)
    for _ in 0..<Self.rounds {
      let step = (upper - lower) / Double(Self.places)
      for index in 0..<Self.places {
        let x = lower + (Double(index) + 0.5 + 0.31 * Double(index % 3 - 1)) * step
        let value = sign * f.value(x)
        if value > best ?? -.infinity, !trusted || isTrusted(x) { (best, place) = (value, x) }
      }
      if let best, best >= bound - view.pixelHeight / 4 { break }
      lower = max(place - step, column.lower)
      upper = min(place + step, column.upper)
    }
    return best
  }
}
