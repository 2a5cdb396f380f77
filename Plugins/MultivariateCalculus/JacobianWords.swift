import Plotting

/// A map of the plane and its linear part in words and numbers.
struct JacobianWords {
  let mapping: PlaneMapping
  let part: LinearPart
  let step: Double
  /// Whether the determinant changes its sign in the window.
  let hasFolds: Bool
  /// Whether it vanishes on curves, with a change of its sign or without.
  let isFlatSomewhere: Bool

  private var place: String {
    "\(Wording.closedTeX(part.point.x)),\\, \(Wording.closedTeX(part.point.y))"
  }

  var title: String { "A map, and its linear part at one point" }

  var plainTitle: String {
    "The map (\(Wording.text(mapping.components[0])), \(Wording.text(mapping.components[1])))"
  }

  var subtitle: String? {
    "$\\det J(\(place)) = \(Wording.tex(part.determinant, digits: 5))$"
  }

  var formulas: [ColumnBlock] {
    zip(["u", "v"], mapping.components).map { name, part in
      LevelMap.formula(part.texTerms, of: name, isHeadline: false)
    }
  }

  /// The Jacobian matrix in general, where it is short, and at the point.
  var matrices: [ColumnBlock] {
    var blocks: [ColumnBlock] = []
    let tex = mapping.derivatives.map { $0.map(\.textbook.tex) }
    if tex.joined().allSatisfy({ $0.count <= 24 }) {
      blocks.append(
        .formula(terms: ["J(x, y) = " + Wording.matrix(tex)], isHeadline: false))
    }
    blocks.append(
      .formula(terms: ["J(\(place)) = " + Wording.matrix(part.rows)], isHeadline: false))
    return blocks
  }

  var determinant: [ColumnBlock] {
    [
      .formula(
        terms: ["\\det J = \(Wording.tex(part.determinant, digits: 5))"], isHeadline: false,
        role: .orange), .remark(verdict),
    ]
  }

  private var verdict: String {
    let d = part.determinant
    if d == 0 { return "areas vanish: the map has no inverse here" }
    let side = d > 0 ? "orientation kept" : "orientation reversed"
    let size = abs(d)
    if size == 1 { return "areas stay, \(side)" }
    return size > 1
      ? "areas grow \(Wording.text(size, digits: 3))-fold, \(side)"
      : "areas shrink to \(Wording.text(size, digits: 3)), \(side)"
  }

  /// The signed areas of the cell and of its linear image.
  private var areaWords: String {
    let area = step * step
    let image = Wording.closedTeX(Wording.settled(part.determinant * area, scale: 1))
    return "signed area $\\det J \\cdot \(Wording.closedTeX(area)) = \(image)$"
  }

  var key: [ColumnBlock] {
    var blocks: [ColumnBlock] = [
      .key(
        .swatch(JacobianPicture.cellPaint(of: part.determinant)),
        "a cell of side $\(Wording.closedTeX(step))$",
        note: "and its true image"),
      .key(.line(JacobianPicture.linearPen), "its linear image", note: areaWords),
    ]
    if isFlatSomewhere {
      blocks.append(
        .key(
          .line(JacobianPicture.foldPen),
          hasFolds ? "fold: $\\det J = 0$" : "$\\det J = 0$, no fold", note: nil))
    }
    return blocks
  }

  var description: String {
    let rows = part.rows.map { row in
      "(" + row.map { Wording.text(Wording.settled($0, scale: 1)) }.joined(separator: ", ") + ")"
    }
    var words =
      "The map u = \(Wording.text(mapping.components[0])), v = "
      + "\(Wording.text(mapping.components[1])). At (\(Wording.text(part.point.x)), "
      + "\(Wording.text(part.point.y))), which goes to (\(Wording.text(part.image.x)), "
      + "\(Wording.text(part.image.y))), its Jacobian matrix has the rows "
      + "\(rows.joined(separator: " and ")) and the determinant "
      + "\(Wording.text(part.determinant, digits: 5)): \(verdict)."
    if hasFolds {
      words += " The determinant vanishes on curves in the window: the map folds there."
    } else if isFlatSomewhere {
      words +=
        " The determinant vanishes on curves in the window, and has one sign on both sides: "
        + "the map is flat there, and folds nowhere."
    }
    return words
  }

  var json: [(String, JSONValue)] {
    [
      ("jacobian", .array(part.rows.map { JSONValue($0) })),
      ("determinant", .number(part.determinant)),
      ("inverse", part.inverse.map { .array($0.map { JSONValue($0) }) } ?? .null),
      ("at", JSONValue(part.point)),
      ("image", .object([("u", .number(part.image.x)), ("v", .number(part.image.y))])),
      (
        "cell",
        .object([
          ("side", .number(step)), ("area", .number(step * step)),
          ("signedImageArea", .number(part.determinant * step * step)),
        ])
      ),
      ("folds", .bool(hasFolds)),
    ]
  }
}
