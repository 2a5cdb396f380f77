import CVector

/// A proved bound of the error of a Taylor polynomial on an interval.
///
///     let f = try Expression("sin(x)", variables: ["x"])
///     let remainder = try f.taylorRemainder(of: 3, at: 0, on: -2...2)
///     remainder.bound(at: 1)   // 1/120: the error of x − x³/6 is less
///
/// By Lagrange's form the error at x is c (x − a)ⁿ⁺¹ where c is a Taylor coefficient f⁽ⁿ⁺¹⁾/(n+1)!
/// somewhere between a and x. Enclosures of it on cells that reach outwards from a give the greatest
/// size that it may have. The next term, known at a, with the remainder after it gives another bound;
/// the better one counts, so that a vanishing next term is made use of. The bound is infinite from
/// where they are no longer finite and continuous.
public struct TaylorRemainder: Hashable, Sendable {
  /// The place of the expansion.
  public let place: Double
  /// The order of the polynomial.
  public let order: Int
  /// The ends of cells on both sides in ascending order, where the bound is known to be finite.
  public let places: [Double]
  /// For each side the ends of its cells outwards and the sizes of the coefficients up to there.
  private let left: Side, right: Side
  /// The size of the coefficient of n + 1 at the place itself.
  private let head: Double
  /// The exponents of the coefficients: n + 1, and n + 2 for what is left beside the head.
  private let exponents: [Int]

  private struct Side: Hashable {
    var ends: [Double] = []
    var sizes: [[Double]] = []
  }

  fileprivate init(
    of program: (Interval) throws(DerivativeError) -> [Interval], order: Int, at place: Double,
    on interval: ClosedRange<Double>, cells: Int
  ) throws(DerivativeError) {
    self.place = place
    self.order = order
    let next = try program(Interval(place))[order + 1]
    head = next.isContinuous ? max(abs(next.lower), abs(next.upper)) : .infinity
    exponents = [order + 1, order + 2]
    var sides: [Side] = []
    for end in [interval.lowerBound, interval.upperBound] {
      sides.append(try Self.side(exponents, from: place, to: end, cells: cells, program))
    }
    (left, right) = (sides[0], sides[1])
    places = left.ends.reversed() + [place] + right.ends
  }

  private static func side(
    _ exponents: [Int], from place: Double, to end: Double, cells: Int,
    _ program: (Interval) throws(DerivativeError) -> [Interval]
  ) throws(DerivativeError) -> Side {
    var side = Side()
    var sizes = exponents.map { _ in 0.0 }
    var inner = place
    for cell in 1...cells {
      let outer = place + (end - place) * Double(cell) / Double(cells)
      guard outer != inner else { continue }
      let enclosures = try program(Interval(min(inner, outer), max(inner, outer)))
      guard enclosures.allSatisfy(\.isContinuous) else { break }
      for (index, exponent) in exponents.enumerated() {
        let size = max(abs(enclosures[exponent].lower), abs(enclosures[exponent].upper))
        sizes[index] = max(sizes[index], size)
      }
      guard sizes.contains(where: \.isFinite) else { break }
      side.ends.append(outer)
      side.sizes.append(sizes)
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
    return bound(distance, side.sizes[cell])
  }

  /// A bound at each of `places` that, joined by straight lines, is nowhere less than `bound`.
  public var outline: [(x: Double, bound: Double)] {
    func points(_ side: Side) -> [(x: Double, bound: Double)] {
      side.ends.indices.map { cell in
        let outer = min(cell + 1, side.ends.count - 1)
        return (side.ends[cell], bound(abs(side.ends[cell] - place), side.sizes[outer]))
      }
    }
    return points(left).reversed() + [(place, 0)] + points(right)
  }

  /// The least of the bounds, widened by the rounding of its powers.
  private func bound(_ distance: Double, _ sizes: [Double]) -> Double {
    var bounds = zip(exponents, sizes).map { $1 * pow(distance, Double($0)) }
    bounds[1] += head * pow(distance, Double(order + 1))
    return (bounds.filter { !$0.isNaN }.min() ?? .infinity) * (1 + 1e-14)
  }
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
