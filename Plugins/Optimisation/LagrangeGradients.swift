import Plotting

/// The gradients of the function and of its constraints at the points: parallel for one constraint.
///
/// An arrow begins just outside its marker. Its length grows with the gradient within each family,
/// but the families are not to one scale: λ may be a million.
struct LagrangeGradients {
  private let arrows: [Arrow]
  /// The extent of a page unit in the window.
  private let unit: Double
  private let names: [String]

  /// A gradient at a point; family 0 is ∇f, the others are the constraints.
  private struct Arrow {
    let at: Point
    let family: Int
    let direction: Point
    /// The part of the longest gradient of the family, up to 1.
    let part: Double
    /// Whether it runs beside another one of the same direction: −1, 0 or 1.
    let side: Double
  }

  private static let pens = [
    Pen(.role(.blue), width: 5), Pen(.role(.orange), width: 5), Pen(.role(.orange), width: 5),
  ]
  /// More points than this would be a thicket.
  private static let mostPoints = 16

  init(problem: LagrangeProblem, panel: Box) {
    unit = problem.function.window.width / panel.width
    names = problem.names
    guard problem.points.count <= Self.mostPoints else {
      arrows = []
      return
    }
    let program = Program(
      problem.function.gradient + problem.equations.flatMap(\.difference.gradient))
    let gradients = problem.points.map { point in
      let values = program.values(at: point.at)
      return stride(from: 0, to: values.count, by: 2).map { Point(values[$0], values[$0 + 1]) }
    }
    let families = 0...problem.equations.count
    let longest = families.map { family in gradients.map { $0[family].length }.max() ?? 0 }
    arrows = zip(problem.points, gradients).flatMap { point, vectors in
      families.compactMap { family -> Arrow? in
        let vector = vectors[family]
        // A gradient that is zero but for rounding has no direction.
        guard vector.isFinite, vector.length > 1e-9 * longest[family],
          let direction = vector.direction
        else { return nil }
        let isBeside = families.contains { other in
          other != family && vectors[other].length > 1e-9 * longest[other]
            && (vectors[other].direction ?? .zero).dot(direction) > 0.99
        }
        return Arrow(
          at: Point(point.at[0], point.at[1]), family: family, direction: direction,
          part: vector.length / longest[family],
          side: isBeside ? (family == 0 ? -1 : 1) : 0)
      }
    }
  }

  /// The arrows, in page units of 60 to 105.
  var marks: [Mark] {
    arrows.map { arrow in
      let start =
        arrow.at + arrow.direction * (15 * unit)
        + arrow.direction.perpendicular * (7 * unit * arrow.side)
      let length = (60 + 45 * arrow.part) * unit
      return .vector(
        tail: start, tip: start + arrow.direction * length, Self.pens[arrow.family])
    }
  }

  /// What the arrows are.
  var key: [ColumnBlock] {
    let constraints = names.map { "$\\nabla \($0)$" }.joined(separator: ", ")
    let note =
      names.count == 1
      ? "opposite where $\\lambda < 0$; lengths not to one scale" : "lengths not to one scale"
    return [
      .key(.arrow(Self.pens[0]), "$\\nabla f$", note: nil),
      .key(.arrow(Self.pens[1]), constraints, note: note),
    ]
  }
}
