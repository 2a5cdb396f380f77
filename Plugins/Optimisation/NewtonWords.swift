import Plotting

/// What Newton–Raphson did, in words and numbers: title, formulas, table, verdict, JSON.
struct NewtonWords {
  let problem: NewtonProblem

  private var run: NewtonRaphson { problem.run }
  private var lastIndex: Int { run.iterates.count - 1 }
  private var start: Double { run.iterates[0] }

  // MARK: The margin column

  var title: String { "Newton–Raphson from $x_0 = \(Wording.tex(start, digits: 6))$" }

  var plainTitle: String {
    "Newton–Raphson on \(Wording.text(problem.function)) from \(Wording.text(start))"
  }

  var subtitle: String? {
    run.root.map { "$x^*\(limit($0))$" }
  }

  /// f and the rule of the iteration.
  var formulas: [ColumnBlock] {
    let isRoot = run.target == .root
    let rule =
      isRoot
      ? "x_{n+1} = x_n - \\frac{f(x_n)}{f'(x_n)}" : "x_{n+1} = x_n - \\frac{f'(x_n)}{f''(x_n)}"
    var blocks = [LevelMap.formula(problem.function.texTerms, of: "f(x)", role: .blue)]
    let slope = problem.curve.textbook
    if !isRoot, slope.tex.count <= 90 {
      blocks.append(LevelMap.formula(slope.texTerms, of: "f'(x)", role: .blue))
    }
    return blocks + [.formula(terms: [rule], isHeadline: false)]
  }

  /// The iterates with their distances from the root; dots stand for the middle of a long run.
  ///
  /// - Parameter most: the greatest number of rows, that of the dots with them.
  func table(rows most: Int) -> [ColumnBlock] {
    let isLong = run.iterates.count > most
    var rows = run.iterates.indices.prefix(isLong ? most - 3 : most).map(row)
    if isLong { rows += [.elision(columns: 3), row(lastIndex - 1), row(lastIndex)] }
    let head = run.root == nil ? "$\(run.target == .root ? "f" : "f'")(x_n)$" : "$|x_n - x^*|$"
    return [.table(head: ["$n$", "$x_n$", head], rows: rows)]
  }

  private func row(_ index: Int) -> TableRow {
    let x = run.iterates[index]
    let last = run.root.map { distance(x, $0) } ?? height(at: x)
    return TableRow(cells: ["$\(index)$", "$\(number(x))$", last])
  }

  private func number(_ x: Double) -> String {
    abs(x) < 1000 ? Wording.fixed(x, decimals: 6) : Wording.tex(x, digits: 7)
  }

  private func distance(_ x: Double, _ root: Double) -> String {
    "$\(Wording.tex(abs(x - root), digits: 2))$"
  }

  private func height(at x: Double) -> String {
    let value = problem.curve.value(at: [x])
    return value.isFinite ? "$\(Wording.tex(value))$" : "undefined"
  }

  /// The root with the sign before it: exactly where that is proved, and its digits.
  private func limit(_ root: Double) -> String {
    let digits = Wording.tex(root, digits: 7)
    if Wording.isShort(root, digits: 7) { return " = " + digits }
    let exact = ExactNumber.solution(near: root, of: [problem.curve])?.tex
    return (exact.map { " = " + $0 } ?? "") + " \\approx " + digits
  }

  /// What became of it, and why.
  var verdict: [ColumnBlock] {
    let role: Role =
      switch run.outcome {
      case .converged: .teal
      case .cycle, .wandering: .orange
      case .diverged, .stationary, .leftDomain: .crimson
      }
    var blocks: [ColumnBlock] = [.verdict(verdictWord, role)]
    if let cycle = run.cycle, cycle.count <= 4 {
      blocks.append(.result("$\(round(cycle))$", marker: nil))
    }
    if let root = run.root {
      let kind = run.kind.map { "\($0.rawValue) at " } ?? ""
      blocks.append(
        .result("\(kind)$x^*\(limit(root))$", marker: nil))
    }
    if let reason { blocks.append(.remark(reason)) }
    return blocks
  }

  /// Once round a cycle, from the least place.
  private func round(_ cycle: [Double]) -> String {
    let size = cycle.map(abs).max() ?? 1
    return (cycle + cycle.prefix(1)).map {
      Wording.tex(Wording.settled($0, scale: size), digits: 4)
    }.joined(separator: " \\to ")
  }

  private var verdictWord: String {
    switch run.outcome {
    case .converged: "Converged in \(Wording.count(lastIndex, "step"))"
    case .cycle: "Cycle of \(run.period ?? 0)"
    case .diverged: "Diverged"
    case .stationary: run.target == .root ? "f′ = 0" : "f″ = 0"
    case .leftDomain: "Left the domain"
    case .wandering: "Still wandering"
    }
  }

  private var reason: String? {
    switch run.outcome {
    case .converged:
      if let multiplicity = run.multiplicity {
        return "a root of multiplicity \(Wording.text(multiplicity, digits: 2)): "
          + "one digit gained at a time"
      }
      guard let order = run.order else { return nil }
      let number = Wording.text(order, digits: 2)
      if order > 2.7 { return "order \(number): the correct digits triple" }
      return order > 1.7 ? "order \(number): the correct digits double" : "order \(number)"
    case .cycle: return "the same \(run.period ?? 0) places again and again"
    case .diverged:
      return switch NewtonStarts.Direction(of: run.iterates) {
      case .up: "towards $+\\infty$: no root is approached"
      case .down: "towards $-\\infty$: no root is approached"
      case .alternating: "farther each time, from side to side"
      }
    case .stationary: return "the tangent at $x_{\(lastIndex)}$ is level: it has no foot"
    case .leftDomain: return "nothing is defined at $x_{\(lastIndex)}$"
    case .wandering: return "no rule after \(Wording.count(lastIndex, "step"))"
    }
  }

  // MARK: Words and numbers

  /// The run in words.
  var description: String {
    let shown = run.iterates.prefix(6).map { Wording.text($0, digits: 5) }
    let what = run.target == .root ? "" : ", seeking an extremum,"
    var words =
      "Newton–Raphson on \(Wording.text(problem.function))\(what) from \(Wording.text(start)): "
      + shown.joined(separator: ", ") + (run.iterates.count > 6 ? ", …" : "") + ". "
    switch run.outcome {
    case .converged:
      words +=
        "It converges to \(Wording.text(run.root ?? start, digits: 7)) in "
        + "\(Wording.count(lastIndex, "step"))."
    case .cycle:
      let cycle = run.cycle ?? []
      let size = cycle.map(abs).max() ?? 1
      let places = cycle.map { Wording.text(Wording.settled($0, scale: size), digits: 5) }
      words +=
        "It falls into a cycle of \(cycle.count): \(places.joined(separator: ", ")) and again."
    case .diverged: words += "It diverges."
    case .stationary: words += "The derivative is zero at the last one, so there is no next step."
    case .leftDomain: words += "The function or its derivative is undefined at the last one."
    case .wandering: words += "It still wanders after \(Wording.count(lastIndex, "step"))."
    }
    return words
  }

  /// Remarks for standard error.
  var notices: [String] {
    run.outcome == .leftDomain && lastIndex == 0
      ? ["the function or its derivative is undefined at the start"] : []
  }

  /// The members of the results.
  var json: [(String, JSONValue)] {
    [
      ("iterates", JSONValue(run.iterates)), ("outcome", .string(run.outcome.rawValue)),
      ("root", run.root.map { .number($0) } ?? .null),
      ("cycle", run.cycle.map { JSONValue($0) } ?? .null),
      ("period", run.period.map { .number(Double($0)) } ?? .null),
      ("order", run.order.map { .number($0) } ?? .null),
      ("multiplicity", run.multiplicity.map { .number($0) } ?? .null),
      ("kind", run.kind.map { .string($0.rawValue) } ?? .null),
      ("steps", .number(Double(lastIndex))),
    ]
  }
}
