import CVector

/// Difference quotients against the exact derivative: how their error falls and rises again.
///
///     let f = try Expression("exp(x)", variables: ["x"])
///     let table = try f.finiteDifferences(at: 0)
///     table.bestStep         // near 1e-8: 2√ε
///     table.bestCentralStep  // near 1e-5: ∛(3ε)
public struct FiniteDifferences: Sendable, Hashable, Codable {
  /// The errors at one step.
  public struct Errors: Sendable, Hashable, Codable {
    /// The step.
    public let h: Double
    /// |(f(a + h) − f(a))/h − f′(a)|; `nil` where f is undefined.
    public let forward: Double?
    /// |(f(a + h) − f(a − h))/2h − f′(a)|; `nil` where f is undefined.
    public let central: Double?
  }

  /// The place a.
  public let place: Double
  /// f(a).
  public let value: Double
  /// f′(a), exact up to rounding.
  public let derivative: Double
  /// From the widest step to the narrowest.
  public let errors: [Errors]
  /// The step where the forward quotient is best.
  public let bestStep: Double?
  /// The step where the central quotient is best.
  public let bestCentralStep: Double?
  /// 2√(ε|f/f″|): where truncation |f″|h/2 and rounding 2ε|f|/h balance; `nil` where f or f″ is 0.
  public let expectedStep: Double?
  /// ∛(3ε|f/f‴|): where truncation |f‴|h²/6 and rounding ε|f|/h balance; `nil` where f or f‴ is 0.
  public let expectedCentralStep: Double?
}

extension Expression {
  /// Forward and central difference quotients at a place, with their errors against h.
  ///
  /// The forward error falls like h, the central one like h² (Taylor), until rounding in f raises both
  /// like ε|f|/h. The measured best step is the middle of the five neighbouring steps whose worst error
  /// is least, so that a lucky cancellation at one step does not decide.
  ///
  /// - Parameters:
  ///   - place: where f must have a finite value and derivative.
  ///   - steps: the values of h; those that are not positive and finite are left out.
  public func finiteDifferences(
    at place: Double, steps: [Double] = FiniteDifferences.standardSteps
  ) throws(UnivariateError) -> FiniteDifferences {
    let name = try onlyVariable
    guard place.isFinite else { throw .notFinite(place) }
    let slope = derivative(by: name)
    let second = slope.derivative(by: name)
    let exact = Program([self, slope, second, second.derivative(by: name)]).values(at: [place])
    guard exact[0].isFinite && exact[1].isFinite else { throw .undefined(at: place) }
    let f = PointEvaluator(Program([self]))
    let errors = steps.filter { $0 > 0 && $0.isFinite }.sorted(by: >).map { h in
      let ahead = f.values(at: [place + h])[0]
      let behind = f.values(at: [place - h])[0]
      return FiniteDifferences.Errors(
        h: h, forward: ((ahead - exact[0]) / h - exact[1]).finiteSize,
        central: ((ahead - behind) / (2 * h) - exact[1]).finiteSize)
    }
    let epsilon = Double.ulpOfOne / 2
    return FiniteDifferences(
      place: place, value: exact[0], derivative: exact[1], errors: errors,
      bestStep: FiniteDifferences.best(of: errors) { $0.forward },
      bestCentralStep: FiniteDifferences.best(of: errors) { $0.central },
      expectedStep: (2 * (epsilon * abs(exact[0] / exact[2])).squareRoot()).positive,
      expectedCentralStep: cbrt(3 * epsilon * abs(exact[0] / exact[3])).positive)
  }
}

extension FiniteDifferences {
  /// From 1 down to 1e-16, four to a decade.
  public static let standardSteps = (0...64).map { pow(10, -Double($0) / 4) }

  /// The step in the middle of the window of five whose worst error is least.
  fileprivate static func best(of errors: [Errors], _ error: (Errors) -> Double?) -> Double? {
    var best: (h: Double, worst: Double)?
    for (place, entry) in errors.enumerated() where error(entry) != nil {
      let window = errors[max(place - 2, 0)...min(place + 2, errors.count - 1)]
      let worst = window.compactMap(error).max() ?? .infinity
      if worst < best?.worst ?? .infinity { best = (entry.h, worst) }
    }
    return best?.h
  }
}

extension Double {
  /// The size, where it is finite.
  fileprivate var finiteSize: Double? { isFinite ? abs(self) : nil }

  /// The number itself, where it is positive and finite.
  fileprivate var positive: Double? { isFinite && self > 0 ? self : nil }
}
