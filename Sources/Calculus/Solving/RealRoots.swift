/// All real roots of a function in an interval, and what could not be settled.
///
///     let f = try Expression("x^3 - 2x", variables: ["x"])
///     let answer = try f.realRoots(in: -3...3)
///     answer.roots.map(\.location)  // -√2, 0, √2
///     answer.isComplete             // true: there are no others
public struct RealRoots: Sendable, Hashable, Codable {
  /// What is known of a root.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// f changes its sign here, rising or falling all the way: exactly one root, proved.
    case simple
    /// f changes its sign in the enclosure and is continuous: at least one root, proved. A root of
    /// odd multiplicity, a root at a kink, or roots too close to be told apart.
    case crossing
    /// f comes down to 0, as far as rounding tells, and does not change its sign.
    case touching
    /// f comes down to 0 at an end of its domain, as far as rounding tells.
    case domainEnd
  }

  /// A root, or roots too close to be told apart.
  public struct Root: Sendable, Hashable, Codable {
    /// Where it is.
    public let location: Double
    /// An interval that holds it.
    public let enclosure: ClosedRange<Double>
    /// What is known of it.
    public let kind: Kind
    /// The greatest number of roots in the enclosure, counted by multiplicity, as is proved.
    ///
    /// `nil` where no derivative up to the twelfth tells.
    public let multiplicity: Int?
    /// Whether it is proved that there is a root in the enclosure.
    public let isCertified: Bool
  }

  /// The interval that was searched.
  public let interval: ClosedRange<Double>
  /// The roots, ascending.
  public let roots: [Root]
  /// Intervals on which f is 0 throughout.
  public let zeroIntervals: [ClosedRange<Double>]
  /// Narrow intervals with a pole, a jump or a gap of the domain where f may pass 0 and no root is
  /// claimed; breaks where f keeps away from 0 are not listed.
  public let breaks: [ClosedRange<Double>]
  /// Intervals that were not searched to the end when the budget was spent, or where f underflows.
  public let unsettled: [ClosedRange<Double>]
  /// The number of intervals that were looked at.
  public let boxes: Int

  /// Whether nothing was left unsettled.
  public var isComplete: Bool { unsettled.isEmpty }
}

extension Expression {
  /// All roots in an interval, by interval analysis.
  ///
  /// Branch and bound (Moore 1966; Hansen & Walster 2004, ch. 9): a part is dropped where the enclosure
  /// of f excludes 0. Where an enclosure of f⁽ᵏ⁾ excludes 0 and f, …, f⁽ᵏ⁻¹⁾ are continuous, f⁽ᵏ⁻¹⁾
  /// is monotone and has at most one root; between roots of f⁽ʲ⁺¹⁾ the function f⁽ʲ⁾ is monotone, and
  /// so down to f (Rolle's theorem). Each root is closed in by Newton's method and the signs beside it.
  /// Elsewhere the part is cut, a little off the middle.
  ///
  /// What is promised: no root of f lies outside what is reported, as far as the enclosures of
  /// `Interval` hold; a pole or a jump is never taken for a root; what is not settled within the budget
  /// is listed.
  ///
  /// - Parameters:
  ///   - interval: the ends count.
  ///   - budget: the greatest number of parts to look at.
  public func realRoots(
    in interval: ClosedRange<Double>, budget: Int = RealRoots.standardBudget
  ) throws(UnivariateError) -> RealRoots {
    let name = try onlyVariable
    let (lower, upper) = (interval.lowerBound, interval.upperBound)
    guard lower.isFinite, upper.isFinite, (upper - lower).isFinite else {
      throw .badInterval(lower: lower, upper: upper)
    }
    guard (1...RealRoots.budgetLimit).contains(budget) else {
      throw .badBudget(budget, limit: RealRoots.budgetLimit)
    }
    var search = RealRootsSearch(RealRootsLevels(self, name), interval, budget: budget)
    return search.run()
  }
}

extension RealRoots {
  /// The parts that are looked at where nothing else is asked: a few hundred settle a usual function.
  public static let standardBudget = 20_000
  /// The greatest budget.
  public static let budgetLimit = 10_000_000
}
