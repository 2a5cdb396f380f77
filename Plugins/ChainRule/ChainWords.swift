import Plotting

/// What the chain rule says at a time: formulas, the sum of products, JSON.
struct ChainWords {
  let problem: ChainProblem
  let state: ChainProblem.State

  private var names: [String] { ["x", "y"] }
  private var partials: [Double] { [state.gradient.x, state.gradient.y] }
  private var rates: [Double] { [state.velocity.x, state.velocity.y] }
  /// The rate, zero where it is nothing but rounding beside its parts.
  private var rate: Double {
    Wording.settled(state.rate, scale: state.products.reduce(0) { max($0, abs($1)) })
  }
  private var isDefined: Bool { state.value.isFinite && state.rate.isFinite }

  var title: String { "The rate along a path" }

  var plainTitle: String {
    "\(problem.function.words) along "
      + "(\(Wording.text(problem.path[0])), \(Wording.text(problem.path[1])))"
  }

  var subtitle: String? {
    isDefined ? "$df/dt = \(Wording.tex(rate, digits: 4))$ at \(timeTeX)" : nil
  }

  private var timeTeX: String { "$t = \(Wording.tex(problem.time, digits: 5))$" }

  /// The function and the path.
  var formulas: [ColumnBlock] {
    let path = problem.path.map(\.tex)
    var blocks = [
      LevelMap.formula(
        problem.function.expression.texTerms, of: "f(x, y)", role: .blue, isHeadline: false)
    ]
    if path.allSatisfy({ $0.count <= 60 && !$0.contains("\\frac") }) {
      blocks.append(
        .formula(terms: ["(x, y) = (\(path[0]),", "\\; \(path[1]))"], isHeadline: false))
    }
    return blocks
  }

  /// The sum of products, with the numbers, and what it gives.
  var sum: [ColumnBlock] {
    guard isDefined else {
      return [.verdict("No rate here", .crimson), .remark("undefined at \(timeTeX)")]
    }
    let parts = zip(partials, rates).enumerated().map { index, pair in
      let numbers = [pair.0, pair.1].map { number in
        let tex = Wording.tex(number, digits: 4)
        return number < 0 ? "(\(tex))" : tex
      }
      return (index == 0 ? " = " : " + ") + numbers.joined(separator: " \\cdot ")
    }
    let rule =
      "\\frac{df}{dt} = \\frac{\\partial f}{\\partial x}\\frac{dx}{dt}"
      + " + \\frac{\\partial f}{\\partial y}\\frac{dy}{dt}"
    return [
      .formula(terms: [rule], isHeadline: false),
      .formula(
        terms: parts + [" = \(Wording.tex(rate, digits: 4))"], isHeadline: false, role: .orange),
    ]
  }

  /// The figure in words.
  var description: String {
    let head =
      "Level curves of \(problem.function.words) on "
      + "\(Wording.text(problem.function.window)) with the path "
      + "(\(Wording.text(problem.path[0])), \(Wording.text(problem.path[1]))). "
    let when = "At t = \(Wording.text(problem.time, digits: 5))"
    guard isDefined else {
      return head + "\(when) the function or the path has no value or no derivative."
    }
    let products = zip(partials, rates).map { "\(Wording.text($0)) · \(Wording.text($1))" }
    return head
      + "\(when) the point is (\(Wording.text(state.place.x)), \(Wording.text(state.place.y))), "
      + "f = \(Wording.text(state.value)) and df/dt = ∂f/∂x · dx/dt + ∂f/∂y · dy/dt = "
      + "\(products.joined(separator: " + ")) = \(Wording.text(rate))."
      + (rate == 0
        ? " The velocity is at right angles to the gradient, or one of them is zero." : "")
  }

  /// Remarks for standard error.
  var notices: [String] {
    let when = "t = \(Wording.text(problem.time, digits: 5))"
    if !isDefined { return ["the function or the path has no derivative at \(when)"] }
    return problem.function.window.contains(state.place)
      ? [] : ["the point at \(when) is outside the window"]
  }

  /// The results as JSON.
  var json: JSONValue {
    let terms = names.indices.map { index -> JSONValue in
      .object([
        ("variable", .string(names[index])), ("partial", .number(partials[index])),
        ("rate", .number(rates[index])), ("product", .number(state.products[index])),
      ])
    }
    return .object([
      ("value", .number(state.value)), ("derivative", .number(state.rate)),
      ("terms", .array(terms)), ("t", .number(problem.time)), ("at", JSONValue(state.place)),
    ])
  }
}
