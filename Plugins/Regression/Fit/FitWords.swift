import Plotting

/// A fit in words and numbers: title, formula, parameters, goodness, description.
struct FitWords {
  let problem: FitProblem
  /// Whether the model goes through all points.
  let isExact: Bool
  private let estimates: [(name: String, estimate: Estimate)]

  /// More parameters than these are only in the numbers.
  private static let mostShown = 7

  init(_ problem: FitProblem) {
    self.problem = problem
    let isExact = problem.isExact
    self.isExact = isExact
    let scale = problem.result.parameters.reduce(0) { max($0, abs($1.value)) }
    estimates = problem.result.parameters.map { parameter in
      let value = isExact ? Wording.settled(parameter.value, scale: scale) : parameter.value
      // Residuals that vanish tell nothing of errors; errors that were given stay what they are.
      let isSilent = isExact && !problem.result.errorsAreBelieved
      return (parameter.name, Estimate(value, error: isSilent ? 0 : parameter.standardError ?? 0))
    }
  }

  var result: FitResult { problem.result }

  // MARK: Names

  /// The name of a column beside an axis: one letter is a formula, words are words.
  private func name(of column: String) -> String {
    let header = problem.headers[column] ?? column
    if Language.isName(header), header.count <= 3 || header.hasSuffix("_") {
      return "$\(Expression.tex(ofName: header))$"
    }
    return header.replacing("_", with: " ").replacing("$", with: "\\$")
  }

  var acrossName: String { problem.abscissa.map(name) ?? "fitted" }

  var upName: String {
    if problem.abscissa == nil { return "observed" }
    let response = result.model.response
    if response.variables.count == 1, response.text == response.variables[0] {
      return name(of: response.text)
    }
    return response.tex.count <= 60 ? "$\(response.tex)$" : "$y$"
  }

  private var isWeighted: Bool { result.errorsAreBelieved }

  // MARK: The margin column

  var title: String {
    isWeighted ? "Weighted least-squares fit" : "Least-squares fit"
  }

  var plainTitle: String { "\(title) of \(problem.file)" }

  var subtitle: String? {
    if estimates.isEmpty || estimates.count > 2 {
      let tex = result.model.expression.tex
      return tex.count <= 90 && !tex.contains("\\frac") ? "$\(left) = \(tex)$" : nil
    }
    let shown = estimates.map { "\(Expression.tex(ofName: $0.name)) = \($0.estimate.tex)" }
    return "$" + shown.joined(separator: ",\\; ") + "$"
  }

  private var left: String {
    problem.abscissa.map { column in
      let header = problem.headers[column] ?? column
      let name = column == "x" || header.count > 3 ? "x" : Expression.tex(ofName: column)
      return column.count > 3 ? "f" : "f(\(name))"
    } ?? "f"
  }

  /// The model.
  var formula: [ColumnBlock] {
    [LevelMap.formula(result.model.expression.texTerms, of: left, role: .blue)]
  }

  /// The parameters with their errors, two digits of these.
  var parameters: [ColumnBlock] {
    var blocks = estimates.prefix(Self.mostShown).map { name, estimate -> ColumnBlock in
      .result("$\(Expression.tex(ofName: name)) = \(estimate.tex)$", marker: nil)
    }
    if estimates.count > Self.mostShown {
      blocks.append(.remark("and \(estimates.count - Self.mostShown) more"))
    }
    return blocks
  }

  var bandKeys: [ColumnBlock] {
    [
      .key(.swatch(FittedCurve.confidencePaint), "95 % confidence", note: "where the curve lies"),
      .key(.swatch(FittedCurve.predictionPaint), "95 % prediction", note: "where a new point lies"),
    ]
  }

  var squareKey: [ColumnBlock] {
    [
      .key(
        .swatch(.tint(.orange, 0.3)), "squares of the residuals", note: "their sum is least")
    ]
  }

  /// χ² with its degrees of freedom and p, or the spread of the residuals.
  var goodness: [ColumnBlock] {
    var blocks = correlation
    if isWeighted {
      blocks.append(
        .result(
          "$\\chi^2/\\mathrm{dof} = \(Wording.tex(result.chiSquared, digits: 3))"
            + "/\(result.degreesOfFreedom)$", marker: nil))
      if let p = result.pValue {
        blocks.append(.result("$p = \(Wording.tex(p, digits: 2))$", marker: nil))
        blocks.append(.remark(Self.judgement(p)))
      }
    } else {
      if let deviation = result.residualStandardDeviation {
        blocks.append(
          .result(
            "$\\hat{\\sigma} = \(Wording.tex(isExact ? 0 : deviation, digits: 3))$", marker: nil))
      }
      if let share = result.rSquared {
        blocks.append(.result("$R^2 = \(Wording.tex(share, digits: 4))$", marker: nil))
      }
    }
    return blocks + [.remark(errorRemark)]
  }

  /// The correlations of up to four parameters.
  private var correlation: [ColumnBlock] {
    let count = result.parameters.count
    guard (2...4).contains(count) else { return [] }
    let rows = (0..<count).map { i in (0..<count).map { result.correlation(i, $0) } }
    guard rows.joined().allSatisfy(\.isFinite) else { return [] }
    let cells = rows.enumerated().map { i, row in
      row.enumerated().map { j, value in
        i == j ? "1" : abs(value) < 0.005 ? "0" : Wording.fixed(value, decimals: 2)
      }
    }
    return [
      .formula(
        terms: ["\\mathrm{correlation} \\;\\; " + Wording.matrix(cells)], isHeadline: false,
        role: .soft)
    ]
  }

  private var errorRemark: String {
    if isExact { return "the model goes through all points" }
    if isWeighted { return "errors given and used as they are; ± one standard error" }
    return result.degreesOfFreedom > 0
      ? "no errors given: the spread $\\hat{\\sigma}$ of the residuals stands for them"
      : "as many points as parameters: errors cannot be told"
  }

  static func judgement(_ p: Double) -> String {
    switch p {
    case ..<0.001: "a bad fit: the model or the errors are wrong"
    case ..<0.05: "a doubtful fit: chance would seldom do this"
    case 0.999...: "too good: the errors may be too large"
    default: "a good fit: neither too far nor too close"
    }
  }

  // MARK: Description

  /// The fit in words.
  var description: String {
    let model = result.model
    let kind = isWeighted ? "Weighted least-squares fit" : "Least-squares fit"
    let shown = estimates.prefix(12).map { "\($0.name) = \($0.estimate.text)" }
    var words =
      "\(kind) of \(Wording.text(model.response)) = \(Wording.text(model.expression)) to "
      + "\(Wording.count(problem.count, "point")) of \(problem.file)"
    words += shown.isEmpty ? ". " : ": \(shown.joined(separator: ", ")). "
    let dof = "\(result.degreesOfFreedom) \(result.degreesOfFreedom == 1 ? "degree" : "degrees")"
    if isWeighted {
      words +=
        "Chi-squared \(Wording.text(result.chiSquared)) for \(dof) of freedom"
        + (result.pValue.map { ", p = \(Wording.text($0, digits: 2))" } ?? "") + ". "
      let far = result.weightedResiduals.count { abs($0) > 2 }
      words += "\(Wording.count(far, "pull")) beyond 2."
    } else {
      words +=
        "Sum of squares \(Wording.text(isExact ? 0 : result.chiSquared, digits: 5)) for \(dof) of freedom"
        + (result.residualStandardDeviation.map {
          ", residual standard deviation \(Wording.text(isExact ? 0 : $0))"
        } ?? "") + "."
    }
    if isExact { words += " The model goes through all points." }
    return words
  }
}
