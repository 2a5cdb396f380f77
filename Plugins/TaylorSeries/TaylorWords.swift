import Plotting

/// A Taylor series in words and numbers: title, polynomials, convergence, bound.
struct TaylorWords {
  let problem: TaylorProblem
  let pen: (Int) -> Pen

  static let bandPaint = Paint.glaze(.plum, 0.13)
  /// The line of the proved bound.
  static let boundPen = Pen(.role(.orange), width: 2, dash: .model)
  static let convergencePaint = Paint.tint(.teal, 0.45)
  /// More orders than these have no row of their own.
  private static let mostRows = 5
  /// The error below which a polynomial is taken for the function, as a part of the window.
  private static let closeness = 0.01

  private var highest: Int { problem.orders.last ?? 0 }
  private var radius: Double? { problem.convergence?.radius }

  // MARK: The margin column

  var title: String {
    let tex = problem.function.tex
    // A fraction in a line of words is either small or in the way of the line below.
    let isLow = tex.count <= 60 && !tex.contains("\\frac")
    let at = problem.place
    let name = ClosedForm(at).map { (at < 0 ? "-" : "") + $0.lineTeX } ?? Wording.tex(at, digits: 4)
    return "Taylor polynomials of $\(isLow ? tex : "f")$ about $\(name)$"
  }

  var plainTitle: String {
    "Taylor polynomials of \(Wording.text(problem.function)) about \(Wording.text(problem.place))"
  }

  var subtitle: String? {
    let terms = row(highest, after: nil)
    return terms.count <= 110 ? "$\(terms)$" : nil
  }

  var formulas: [ColumnBlock] {
    [LevelMap.formula(problem.function.texTerms, of: "f(x)")]
  }

  /// The polynomial by what it adds to the one before.
  func row(of order: Int) -> [ColumnBlock] {
    guard let index = problem.orders.firstIndex(of: order), index < Self.mostRows else {
      let isNext = problem.orders.firstIndex(of: order) == Self.mostRows
      return isNext ? [.remark("and \(problem.orders.count - Self.mostRows) more")] : []
    }
    let before = index > 0 ? problem.orders[index - 1] : nil
    return [.key(.line(pen(order)), "$\(row(order, after: before))$", note: nil)]
  }

  /// `T_3 = T_1 - \frac{x^{3}}{6}`.
  private func row(_ order: Int, after before: Int?) -> String {
    let first = before.map { $0 + 1 } ?? 0
    let all = Wording.settledSeries(problem.coefficients)
    let new = Array(repeating: 0, count: first) + all[first...order]
    var terms = Wording.polynomial(new, about: problem.place)
    let isEmpty = new.allSatisfy { $0 == 0 }
    if isEmpty, let before { return "T_{\(order)} = T_{\(before)}" }
    // What is longer than the column would be set too small to be read.
    if terms.count > 2, terms.joined().count > 44, let last = terms.last {
      let dots = "\\cdots"
      terms = before == nil ? [terms[0], " + " + dots, last] : [dots, last]
    }
    guard let before else { return "T_{\(order)} = " + terms.joined() }
    let lead = terms[0]
    terms[0] = lead.hasPrefix("-") ? " - " + lead.dropFirst() : " + " + lead
    return "T_{\(order)} = T_{\(before)}" + terms.joined()
  }

  /// How far the series converges, and why.
  var convergence: [ColumnBlock] {
    guard let convergence = problem.convergence else {
      return [.remark("radius of convergence not found")]
    }
    let radius = convergence.radius
    guard radius.isFinite else {
      return [.result("radius of convergence $\\infty$", marker: nil)]
    }
    let distance = Wording.polynomial([0, 1], about: problem.place).joined()
    let bars = distance.hasPrefix("(") ? String(distance.dropFirst().dropLast()) : distance
    let size = Wording.closedTeX(radius)
    let relation =
      ClosedForm(radius) != nil || Wording.isShort(radius, digits: 4) ? "=" : "\\approx"
    return [
      .key(
        .swatch(Self.convergencePaint), "converges for $\\left|\(bars)\\right| < \(size)$",
        note: "to the singularity at $\(singularity)$, $R \(relation) \(size)$")
    ]
  }

  /// The nearest singularities, a pair of conjugates as one.
  private var singularity: String {
    guard let near = problem.convergence?.singularities.max(by: { $0.im < $1.im }) else {
      return ""
    }
    let scale = max(abs(near.re), abs(near.im), 1)
    let re = Wording.settled(near.re, scale: scale)
    let im = Wording.settled(near.im, scale: scale)
    if im == 0 { return Wording.closedTeX(re) }
    let size = im == 1 ? "" : Wording.closedTeX(im) + "\\,"
    return (re == 0 ? "" : Wording.closedTeX(re) + " ") + "\\pm \(size)i"
  }

  /// The proved bound, and how far the polynomial is as good as the function.
  var remainder: [ColumnBlock] {
    var blocks: [ColumnBlock] = [
      .key(
        .swatch(Self.bandPaint), "$T_{\(highest)}$ ± a proved bound", note: "contains $f$"),
      .key(
        .line(Self.boundPen), "the bound for $T_{\(highest)}$", note: nil),
    ]
    if let reach = closeReach {
      blocks.append(
        .remark(
          "$|f - T_{\(highest)}| < \(Wording.tex(Self.closeness))$ from "
            + "$\(Wording.tex(reach.from, digits: 3))$ to $\(Wording.tex(reach.to, digits: 3))$"))
    }
    return blocks
  }

  /// The places between which the bound of the highest polynomial is small.
  private var closeReach: (from: Double, to: Double)? {
    guard let remainder = problem.remainder else { return nil }
    let near = remainder.places.filter { remainder.bound(at: $0) < Self.closeness }
    guard let from = near.first, let to = near.last, from < to else { return nil }
    return (from, to)
  }

  // MARK: Words and numbers

  /// The greatest proved error of the highest polynomial in the window.
  private var greatestBound: Double? {
    guard let remainder = problem.remainder else { return nil }
    let ends = [problem.window.minX, problem.window.maxX].map(remainder.bound)
    return ends.max().flatMap { $0.isFinite ? $0 : nil }
  }

  var description: String {
    let orders = problem.orders.map(String.init).joined(separator: ", ")
    let one = problem.orders.count == 1
    var words =
      "\(Wording.text(problem.function)) and its Taylor polynomial\(one ? "" : "s") of order "
      + "\(orders) about \(Wording.text(problem.place)) on \(Wording.text(problem.window)). "
    words += "Coefficients: "
    words += Wording.settledSeries(problem.coefficients).prefix(9).map { Wording.text($0) }
      .joined(separator: ", ")
    words += problem.coefficients.count > 9 ? ", …. " : ". "
    if let radius {
      words +=
        radius.isFinite
        ? "The series converges for |x − a| < \(Wording.text(radius, digits: 6)), as far as the "
          + "nearest singularity \(nearestWords)."
        : "The series converges everywhere."
    } else {
      words += "The radius of convergence was not found."
    }
    if let bound = greatestBound {
      words +=
        " In the window T\(highest) is proved to differ from the function by no more than "
        + "\(Wording.text(bound))."
    }
    if let reach = closeReach {
      words +=
        " From \(Wording.text(reach.from, digits: 3)) to \(Wording.text(reach.to, digits: 3)) the "
        + "error of T\(highest) is proved to be less than \(Wording.text(Self.closeness))."
    }
    return words
  }

  private var nearestWords: String {
    guard let near = problem.convergence?.singularities.max(by: { $0.im < $1.im }) else {
      return ""
    }
    let scale = max(abs(near.re), abs(near.im), 1)
    let re = Wording.text(Wording.settled(near.re, scale: scale))
    let im = Wording.settled(near.im, scale: scale)
    return im == 0 ? "at \(re)" : "at \(re) ± \(Wording.text(im))i"
  }

  var notices: [String] {
    var notices: [String] = []
    if problem.isContinued {
      notices.append(
        "the function is undefined at \(Wording.text(problem.place)): "
          + "the series is that of its continuation")
    }
    if problem.showsRemainder, greatestBound == nil {
      notices.append("no bound of the error is proved in the whole window")
    }
    return notices
  }

  var json: [(String, JSONValue)] {
    let singularities = problem.convergence?.singularities ?? []
    return [
      ("coefficients", JSONValue(problem.coefficients)),
      ("radius", radius.map { .number($0) } ?? .null),
      ("entire", radius.map { .bool($0 == .infinity) } ?? .null),
      ("remainderBound", greatestBound.map { .number($0) } ?? .null),
      ("about", .number(problem.place)), ("orders", JSONValue(problem.orders.map(Double.init))),
      (
        "polynomials",
        .array(
          problem.orders.map { order in
            .object([
              ("order", .number(Double(order))),
              ("expression", .string(problem.expression(order)?.text ?? "")),
            ])
          })
      ),
      (
        "singularities",
        .array(singularities.map { .object([("re", .number($0.re)), ("im", .number($0.im))]) })
      ),
      (
        "window",
        .object([
          ("x", JSONValue([problem.window.minX, problem.window.maxX])),
          ("y", JSONValue([problem.window.minY, problem.window.maxY])),
        ])
      ),
    ]
  }
}

extension Wording {
  /// Coefficients of a series without those that are nothing but the rounding of their neighbours.
  static func settledSeries(_ coefficients: [Double]) -> [Double] {
    coefficients.indices.map { index in
      let near = coefficients[max(0, index - 2)..<min(coefficients.count, index + 3)]
      let scale = near.reduce(0) { max($0, abs($1)) }
      return abs(coefficients[index]) <= 1e-14 * scale ? 0 : coefficients[index]
    }
  }
}
