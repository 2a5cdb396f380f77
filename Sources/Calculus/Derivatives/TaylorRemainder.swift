import CVector

/// A proved bound of the error of a Taylor polynomial on an interval.
///
///     let f = try Expression("sin(x)", variables: ["x"])
///     let remainder = try f.taylorRemainder(of: 3, at: 0, on: -2...2)
///     remainder.bound(at: 1)   // 1/120: the error of x − x³/6 is less
///
/// The error at x is the integral from a to x of (n + 1) c(t) (x − t)ⁿ with the Taylor coefficient
/// c = f⁽ⁿ⁺¹⁾/(n+1)!. Enclosures of it on cells between the tᵢ that reach outwards from a give the bound
/// Σ|cᵢ| ((x − tᵢ)ⁿ⁺¹ − (x − tᵢ₊₁)ⁿ⁺¹): a cell beside x weighs little, so that a pole behind x spoils
/// less of it than of Lagrange's form, where the greatest cᵢ counts for all. The next term, known at a,
/// with the remainder after it gives another bound; the better one counts, so that a vanishing next
/// term is made use of. The bound is infinite from where they are no longer finite and continuous.
public struct TaylorRemainder: Hashable, Sendable {
  /// The place of the expansion.
  public let place: Double
  /// The order of the polynomial.
  public let order: Int
  /// The ends of cells on both sides in ascending order, where the bound is known to be finite.
  public let places: [Double]
  /// For each side the ends of its cells outwards and the sizes of the coefficients on them.
  private let left: Side, right: Side
  /// The size of the coefficient of n + 1 at the place itself.
  private let head: Double
  private struct Side: Hashable {
    var ends: [Double] = []
    /// The sizes of the coefficients of n + 1 and of n + 2.
    var next: [Double] = [], second: [Double] = []
  }

  fileprivate init(
    of program: (Interval) throws(DerivativeError) -> [Interval], order: Int, at place: Double,
    on interval: ClosedRange<Double>, cells: Int
  ) throws(DerivativeError) {
    self.place = place
    self.order = order
    let next = try program(Interval(place))[order + 1]
    head = next.isContinuous ? max(abs(next.lower), abs(next.upper)) : .infinity
    var sides: [Side] = []
    for end in [interval.lowerBound, interval.upperBound] {
      sides.append(try Self.side(order + 1, from: place, to: end, cells: cells, program))
    }
    (left, right) = (sides[0], sides[1])
    places = left.ends.reversed() + [place] + right.ends
  }

  private static func side(
    _ exponent: Int, from place: Double, to end: Double, cells: Int,
    _ program: (Interval) throws(DerivativeError) -> [Interval]
  ) throws(DerivativeError) -> Side {
    var side = Side()
    var inner = place
    for cell in 1...cells {
      let outer = place + (end - place) * Double(cell) / Double(cells)
      guard outer != inner else { continue }
      let enclosures = try program(Interval(min(inner, outer), max(inner, outer)))
      guard enclosures.allSatisfy(\.isContinuous) else { break }
      let (next, second) = (enclosures[exponent].size, enclosures[exponent + 1].size)
      guard next.isFinite || second.isFinite else { break }
      side.ends.append(outer)
      side.next.append(next)
      side.second.append(second)
      inner = outer
    }
    return side
  }

  /// A number that the error at x does not exceed; infinite where none is proved.
  public func bound(at x: Double) -> Double {
    if x == place { return 0 }
    let side = x < place ? left : right
    let distance = abs(x - place)
    guard let cell = side.ends.firstIndex(where: { abs($0 - place) >= distance }) else {
      return .infinity
    }
    let bounds = bounds(distance, side, through: cell)
    return min(bounds.next, bounds.second)
  }

  /// A bound at each of `places` and between, that joined by straight lines is nowhere less than
  /// `bound`.
  ///
  /// Either bound is convex on a cell, so that its chord is above it; where their chords cross there is
  /// a point more.
  public var outline: [(x: Double, bound: Double)] {
    func points(_ side: Side) -> [(x: Double, bound: Double)] {
      var points: [(x: Double, bound: Double)] = []
      var (inner, last) = (place, (next: 0.0, second: 0.0))
      for cell in side.ends.indices {
        let outer = side.ends[cell]
        let here = bounds(abs(outer - place), side, through: cell)
        let (before, after) = (last.next - last.second, here.next - here.second)
        if before * after < 0 || (before.isFinite && !after.isFinite) {
          let part = after.isFinite ? before / (before - after) : 0
          let crossing =
            here.next.isFinite
            ? last.next + (here.next - last.next) * part
            : last.second + (here.second - last.second) * part
          points.append((inner + (outer - inner) * part, crossing))
        }
        points.append((outer, min(here.next, here.second)))
        (inner, last) = (outer, here)
      }
      return points
    }
    return points(left).reversed() + [(place, 0)] + points(right)
  }

  /// The bounds by the coefficients of n + 1 and of n + 2, widened by the rounding of their sums.
  private func bounds(
    _ distance: Double, _ side: Side, through cell: Int
  ) -> (next: Double, second: Double) {
    var outer = pow(distance, Double(order + 1))
    var (rest, next, second) = (distance, 0.0, head * outer)
    for index in 0...cell {
      let left = index == cell ? 0 : max(distance - abs(side.ends[index] - place), 0)
      let inner = pow(left, Double(order + 1))
      next += side.next[index] * (outer - inner)
      second += side.second[index] * (outer * rest - inner * left)
      (rest, outer) = (left, inner)
    }
    // A difference keeps all but about four digits where cells are hundreds.
    return (
      next.isNaN ? .infinity : next * (1 + 1e-11), second.isNaN ? .infinity : second * (1 + 1e-11)
    )
  }
}

extension Interval {
  /// The greatest absolute value in it.
  fileprivate var size: Double { max(abs(lower), abs(upper)) }
}

extension Expression {
  /// A proved bound of the error of the Taylor polynomial of an order about a place.
  ///
  /// With the promise of the intervals about the C library; the rounding of the coefficients
  /// themselves is not in it.
  ///
  /// - Throws: what `taylorCoefficients` throws.
  public func taylorRemainder(
    of order: Int, at place: Double, on interval: ClosedRange<Double>, cells: Int = 200
  ) throws(DerivativeError) -> TaylorRemainder {
    // A series of n terms takes n² operations for each one of the expression.
    let terms = Double(order) + 2
    let affordable = Int(min(1e6, 5e7 / (Double(operationCount) * terms * terms)))
    return try TaylorRemainder(
      of: { box throws(DerivativeError) in
        try self.taylorEnclosures(of: order + 2, on: box)
      }, order: order, at: place, on: interval,
      cells: min(cells, max(affordable, 8)))
  }
}
