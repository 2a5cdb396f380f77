import Plotting

/// The tangent plane in formulas and in words.
struct TangentPlaneWords {
  let plane: TangentPlane

  init(_ plane: TangentPlane) { self.plane = plane }

  private static func number(_ value: Double) -> String {
    Wording.isShort(value, digits: 4)
      ? Wording.tex(value, digits: 4)
      : abs(value) < 1e-2 || abs(value) >= 1e4 ? Wording.tex(value) : Wording.fixed(value)
  }

  private var pair: String { "(\(Self.number(plane.at.x)),\\, \(Self.number(plane.at.y)))" }

  /// The terms of the equation of the plane: z = f(a) + f_x (x − a) + f_y (y − b).
  var terms: [String] {
    var terms: [String] = []
    for (slope, variable, start) in [
      (plane.gradient.x, "x", plane.at.x), (plane.gradient.y, "y", plane.at.y),
    ] where slope != 0 {
      let difference =
        start == 0
        ? variable
        : "(\(variable) \(start < 0 ? "+" : "-") \(Self.number(abs(start))))"
      let size = Self.number(abs(slope))
      terms.append(
        "\(slope < 0 ? "-" : "+") \(size == "1" ? "" : size + "\\,")\(difference)")
    }
    if plane.value != 0 || terms.isEmpty {
      return ["z = \(Self.number(plane.value))"] + terms.map { " " + $0 }
    }
    let first = terms[0]
    terms[0] = "z = " + (first.hasPrefix("+ ") ? String(first.dropFirst(2)) : first)
    return terms
  }

  /// The point with the value there.
  var place: [ColumnBlock] {
    plane.value.isFinite
      ? [.result("$f\(pair) = \(Self.number(plane.value))$", marker: nil)] : []
  }

  /// The sections through the point, and their slopes there.
  var sections: [ColumnBlock] {
    let (a, b) = (Self.number(plane.at.x), Self.number(plane.at.y))
    let (x, y) = (Self.number(plane.gradient.x), Self.number(plane.gradient.y))
    return [
      .key(
        .line(TangentSections.xPen), "section $y = \(b)$",
        note: plane.exists ? "slope $f_x = \(x)$" : nil),
      .key(
        .line(TangentSections.yPen), "section $x = \(a)$",
        note: plane.exists ? "slope $f_y = \(y)$" : nil),
    ]
  }

  /// The gradient and the equation in the margin column.
  var column: [ColumnBlock] {
    guard plane.exists else { return [] }
    let gradient = "(\(Self.number(plane.gradient.x)),\\, \(Self.number(plane.gradient.y)))"
    return [
      .formula(terms: ["\\nabla f = \(gradient)"], isHeadline: false),
      .formula(terms: terms, isHeadline: false, role: .orange),
    ]
  }

  /// What to see.
  var remark: String? {
    switch plane.contact {
    case .above: "Near the point the surface stays above its tangent plane."
    case .below: "Near the point the surface stays below its tangent plane."
    case .crossing: "The plane touches at the point and cuts the surface there."
    case .unsettled: nil
    }
  }

  /// The plane as a sentence.
  var description: String {
    let at = "(\(Wording.text(plane.at.x)), \(Wording.text(plane.at.y)))"
    guard plane.exists else {
      return plane.value.isFinite
        ? " No tangent plane at \(at): f is not differentiable there."
        : " No tangent plane at \(at): f is undefined there."
    }
    let (x, y) = (Wording.text(plane.gradient.x), Wording.text(plane.gradient.y))
    let drawn =
      plane.isInWindow
      ? " The sections x = \(Wording.text(plane.at.x)) and y = \(Wording.text(plane.at.y)) are "
        + "drawn, with their tangents in the plane."
      : " The point is outside the window: the plane is not drawn."
    return " Tangent plane at \(at): value \(Wording.text(plane.value)), gradient (\(x), \(y))."
      + (remark.map { " " + $0 } ?? "") + drawn
  }

  /// What the terminal should say.
  var notices: [String] {
    if !plane.value.isFinite { return ["f is undefined at the point: no tangent plane"] }
    if !plane.exists { return ["f is not differentiable at the point: no tangent plane"] }
    return plane.isInWindow ? [] : ["the point is outside the window: its plane is not drawn"]
  }

  /// The numbers: without a tangent plane there is no gradient.
  var json: JSONValue {
    .object([
      ("at", .object([("x", .number(plane.at.x)), ("y", .number(plane.at.y))])),
      ("value", .number(plane.value)),
      (
        "gradient",
        plane.exists
          ? .object([("x", .number(plane.gradient.x)), ("y", .number(plane.gradient.y))]) : .null
      ),
    ])
  }
}
