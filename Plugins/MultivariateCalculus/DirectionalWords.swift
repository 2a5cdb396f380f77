import Plotting

/// A directional derivative in formulas, words and numbers.
struct DirectionalWords {
  let slice: DirectionalSlice
  /// How long ∇f and u are drawn.
  let gradientScale: VectorScale
  let unitScale: VectorScale

  var title: String { "The slope along a direction" }

  var plainTitle: String {
    "The directional derivative of \(Wording.text(slice.function.expression))"
  }

  private static func number(_ value: Double) -> String { Wording.closedTeX(value) }

  private static func pair(_ p: Point) -> String {
    "(\(number(p.x)),\\, \(number(p.y)))"
  }

  private var place: String { Self.pair(slice.point) }
  private var rate: Double {
    Wording.settled(slice.derivative, scale: slice.gradient.length)
  }

  var subtitle: String? {
    slice.exists
      ? "$D_{\\mathbf{u}} f\(place) = \(Wording.tex(rate, digits: 5))$" : nil
  }

  // MARK: The margin column

  var formulas: [ColumnBlock] {
    [LevelMap.formula(slice.function.expression.texTerms, of: "f(x, y)")]
  }

  /// The unit vector, and of what it is one.
  var direction: [ColumnBlock] {
    let isUnit = abs(slice.given.length - 1) < 1e-12
    let source = isUnit ? "a unit vector" : "$\(Self.pair(slice.given))$ made one unit long"
    let scale = unitScale.words.map { ", \($0)" } ?? ""
    return [
      .key(
        .arrow(DirectionalPicture.unitPen), "$\\mathbf{u} = \(Self.pair(slice.unit))$",
        note: source + scale)
    ]
  }

  var gradient: [ColumnBlock] {
    guard slice.exists else { return [] }
    return [
      .key(
        .arrow(DirectionalPicture.gradientPen),
        "$\\nabla f\(place) = \(Self.pair(slice.gradient))$",
        note: gradientScale.words)
    ]
  }

  /// D_u f = ∇f·u, written out.
  var derivative: [ColumnBlock] {
    guard slice.exists else {
      return [.remark("no directional derivative: $f$ is not smooth here")]
    }
    let products = [
      "D_{\\mathbf{u}} f = \\nabla f \\cdot \\mathbf{u}",
      " = " + Self.product(slice.gradient.x, slice.unit.x, isFirst: true),
      " " + Self.product(slice.gradient.y, slice.unit.y, isFirst: false),
    ]
    return [
      .formula(terms: products, isHeadline: false),
      .formula(
        terms: ["D_{\\mathbf{u}} f = \(Wording.tex(rate, digits: 5))"], isHeadline: false,
        role: .orange), .remark(remark),
    ]
  }

  /// The product of two components: sizes with one sign before them.
  private static func product(_ a: Double, _ b: Double, isFirst: Bool) -> String {
    let isNegative = (a < 0) != (b < 0) && a != 0 && b != 0
    let sign = isNegative ? "-" : isFirst ? "" : "+"
    let sizes = [a, b].map { Wording.tex(abs($0), digits: 4) }
    return "\(sign) \(sizes[0]) \\cdot \(sizes[1])"
  }

  /// What the number means beside the steepest slope.
  private var remark: String {
    guard let share = slice.share else { return "the gradient is zero: level in all directions" }
    let steepest = "$|\\nabla f| = \(Wording.tex(slice.gradient.length, digits: 4))$"
    let per = abs(share) * 100
    if rate == 0 { return "along the level curve: no change to first order" }
    if per > 99.9999 {
      return rate > 0
        ? "the steepest way up: \(steepest)" : "the steepest way down: $-\(steepest.dropFirst())"
    }
    let way = rate > 0 ? "uphill" : "downhill"
    return "\(way) at \(Wording.text(per, digits: 2)) % of the steepest slope, \(steepest)"
  }

  // MARK: Words and numbers

  var description: String {
    let at = "(\(Wording.text(slice.point.x)), \(Wording.text(slice.point.y)))"
    let u = "(\(Wording.text(slice.unit.x)), \(Wording.text(slice.unit.y)))"
    var words =
      "Level curves of \(Wording.text(slice.function.expression)) on "
      + "\(Wording.text(slice.function.window)), and its slice through \(at) along the unit "
      + "vector \(u)."
    guard slice.exists else {
      return words
        + (slice.value.isFinite
          ? " The function is not differentiable at \(at)."
          : " The function is undefined at \(at).")
    }
    words +=
      " There f = \(Wording.text(slice.value)) and the gradient is "
      + "(\(Wording.text(slice.gradient.x)), \(Wording.text(slice.gradient.y))), so the "
      + "directional derivative, their scalar product, is \(Wording.text(rate, digits: 5))"
    guard let share = slice.share else { return words + ": the gradient is zero." }
    return words + ", \(Wording.text(share * 100, digits: 3)) % of the steepest slope "
      + "\(Wording.text(slice.gradient.length)); it is the slope of the slice at the point."
  }

  var notices: [String] {
    let at = "(\(Wording.text(slice.point.x)), \(Wording.text(slice.point.y)))"
    var notices: [String] = []
    if !slice.function.window.contains(slice.point) {
      notices.append("the point \(at) is outside the window")
    }
    if !slice.exists {
      notices.append(
        slice.value.isFinite
          ? "the function is not differentiable at \(at): no directional derivative"
          : "the function is undefined at \(at)")
    }
    return notices
  }

  var json: [(String, JSONValue)] {
    let gradient: JSONValue = slice.exists ? JSONValue(slice.gradient) : .null
    return [
      (
        "samples", .array([.object([("at", JSONValue(slice.point)), ("gradient", gradient)])])
      ),
      ("value", .number(slice.value)),
      ("gradientNorm", slice.exists ? .number(slice.gradient.length) : .null),
      ("direction", JSONValue(slice.unit)),
      ("directionalDerivative", slice.exists ? .number(slice.derivative) : .null),
    ]
  }
}
