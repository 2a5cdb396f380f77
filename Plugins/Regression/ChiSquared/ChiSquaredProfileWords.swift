import Plotting

/// χ² over one parameter in words and numbers.
struct ChiSquaredProfileWords {
  private let profile: ChiSquaredProfile
  private let fit: FitWords

  init(_ profile: ChiSquaredProfile) {
    self.profile = profile
    fit = FitWords(profile.fit)
  }

  private var result: FitResult { profile.fit.result }
  private var symbol: String { Expression.tex(ofName: profile.name) }

  // MARK: The margin column

  var title: String { "$\\chi^2$ over one parameter" }

  var plainTitle: String { "Chi-squared over \(profile.name) of a fit to \(profile.fit.file)" }

  var subtitle: String? {
    "$\(symbol) = \(Estimate(profile.best, error: profile.error).tex)$"
  }

  var heading: [ColumnBlock] {
    fit.formula + [
      .result(
        "$\\chi^2_{\\min} = \(Wording.tex(result.chiSquared, digits: 3))$, \(result.degreesOfFreedom) dof",
        marker: .minimum)
    ]
  }

  /// The intervals, each with its uneven sides.
  var intervals: [ColumnBlock] {
    profile.intervals.map { interval in
      let sides = [interval.from, interval.to].map { end in
        end.map { Wording.tex(abs($0 - profile.best), digits: 2) } ?? "?"
      }
      let best = Wording.tex(profile.best, digits: 4)
      return .result(
        "$\\Delta\\chi^2 \\leq \(Wording.tex(interval.delta)):\\;"
          + " \(symbol) = \(best)^{+\(sides[1])}_{-\(sides[0])}$", marker: nil)
    }
  }

  var way: [ColumnBlock] {
    guard profile.path.count > 1 else { return [] }
    return [
      .key(
        .dot(.role(.blue), isOpen: false),
        "Levenberg–Marquardt, \(Wording.count(profile.path.count - 1, "step"))", note: nil)
    ]
  }

  var remarks: [ColumnBlock] {
    var words = "$\\sigma = \(Wording.tex(profile.error, digits: 2))$ of the covariance"
    if result.verdict == .solved { words += "; linear, so the parabola is true" }
    if result.parameters.count > 1 { words += "; other parameters at their best" }
    if !result.errorsAreBelieved, profile.scale != 1 {
      words += "; in units of $\\hat{\\sigma}^2$, for no errors are given"
    }
    return [.remark(words)]
  }

  // MARK: Words and numbers

  var description: String {
    let name = profile.name
    var words =
      "Chi-squared of \(Wording.text(result.model.response)) = "
      + "\(Wording.text(result.model.expression)) over \(name), for "
      + "\(Wording.count(profile.fit.count, "point")) of \(profile.fit.file): least "
      + "\(Wording.text(result.chiSquared)) at \(name) = "
      + "\(Estimate(profile.best, error: profile.error).text), for "
      + "\(Wording.count(result.degreesOfFreedom, "degree")) of freedom."
    for interval in profile.intervals {
      let ends = [interval.from, interval.to].map { end in
        end.map { Wording.text($0) } ?? "no end"
      }
      words +=
        " It is within \(Wording.text(interval.delta)) of the least from \(ends[0]) to \(ends[1])."
    }
    if profile.path.count > 1 {
      words +=
        " Levenberg–Marquardt takes \(Wording.count(profile.path.count - 1, "step"))."
    }
    return words
  }

  var json: [(String, JSONValue)] {
    let name = profile.name
    func place(_ value: Double) -> JSONValue { .object([(name, .number(value))]) }
    return fit.json + [
      ("over", .array([.string(name)])),
      (
        "ellipses",
        .array(
          profile.intervals.map { interval in
            .object([
              ("deltaChiSquared", .number(interval.delta)), ("centre", place(profile.best)),
              ("axes", JSONValue([interval.delta.squareRoot() * profile.error])),
            ])
          })
      ),
      (
        "intervals",
        .array(
          profile.intervals.map { interval in
            .object([
              ("deltaChiSquared", .number(interval.delta)),
              ("from", interval.from.map { .number($0) } ?? .null),
              ("to", interval.to.map { .number($0) } ?? .null),
            ])
          })
      ),
      ("path", .array(profile.path.map { place($0.at) })),
      (
        "paths",
        .array([
          .object([
            ("method", .string("levenbergMarquardt")),
            ("points", .array(profile.path.map { place($0.at) })),
            (
              "values", JSONValue(profile.path.map { $0.value * profile.scale + result.chiSquared })
            ),
          ])
        ])
      ),
    ]
  }
}
