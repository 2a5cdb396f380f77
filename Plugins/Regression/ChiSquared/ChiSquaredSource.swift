import Plotting

/// Δχ² as a formula in x and y, which stand for two parameters: for the level curves that are
/// enclosed by intervals.
enum ChiSquaredSource {
  /// More operations than these take too long.
  private static let limit = 2500

  /// ((Σ ((yᵢ − f(xᵢ; x, y))/σᵢ)²) − χ²min)/scale, or `nil` where that is too long or other
  /// parameters take part.
  static func text(of problem: FitProblem, over names: [String], scale: Double) -> String? {
    let model = problem.result.model
    guard problem.fit.errorsInX == nil, Set(names) == Set(model.parameters),
      problem.count * (model.expression.operationCount + 4) <= limit
    else { return nil }
    let words = pieces(of: model.expression.text)
    let response = problem.response
    let terms = (0..<problem.count).map { row -> String in
      let formula = words.map { word -> String in
        if word == names[0] { return "x" }
        if word == names[1] { return "y" }
        if model.columns.contains(word) { return number(problem.column(word)[row]) }
        return word
      }.joined()
      let weight = problem.errors.map { 1 / $0[row] } ?? 1
      return "(\(number(weight))*((\(formula)) - \(number(response[row]))))^2"
    }
    let sum = terms.joined(separator: " + ")
    return "((\(sum)) - \(number(problem.result.chiSquared)))/\(number(scale))"
  }

  /// Whether there is a formula of two parameters for the fills.
  static func isFormula(_ problem: FitProblem, over names: [String]) -> Bool {
    problem.result.verdict == .solved || text(of: problem, over: names, scale: 1) != nil
  }

  /// The quadratic form about the best fit whose inverse is a covariance.
  static func quadratic(centre: Point, covariance: (Double, Double, Double)) -> String? {
    let (p, q, r) = covariance
    let determinant = p * r - q * q
    guard determinant > 0 else { return nil }
    let (x, y) = ("(x - \(number(centre.x)))", "(y - \(number(centre.y)))")
    return "\(number(r / determinant))*\(x)^2 + \(number(-2 * q / determinant))*\(x)*\(y)"
      + " + \(number(p / determinant))*\(y)^2"
  }

  private static func number(_ value: Double) -> String {
    value < 0 ? "(\(value.parameterText))" : value.parameterText
  }

  /// Names, numbers, and single characters between them.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var rest = text[...]
    while let first = rest.first {
      var word = ""
      if Language.isName(String(first)) {
        word = String(rest.prefix { Language.isName("a" + String($0)) })
      } else if first.isNumber || first == "." {
        word = String(rest.prefix { $0.isNumber || $0 == "." })
        let tail = rest.dropFirst(word.count)
        if tail.first == "e" || tail.first == "E" {
          let sign = tail.dropFirst().prefix { $0 == "-" || $0 == "+" }
          let digits = tail.dropFirst(1 + sign.count).prefix(while: \.isNumber)
          if sign.count < 2, !digits.isEmpty { word += "e" + sign + digits }
        }
      } else {
        word = String(first)
      }
      pieces.append(word)
      rest = rest.dropFirst(word.count)
    }
    return pieces
  }
}
