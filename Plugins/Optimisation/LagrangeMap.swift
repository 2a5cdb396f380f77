import Plotting

/// The picture of a function on its constraint, built up from its level curves.
struct LagrangeMap {
  private let problem: LagrangeProblem
  private let map: LevelMap
  private let setting: Setting
  /// For each constraint its curves in the window.
  private let constraints: [[ImplicitSet.Curve]]
  /// The level curves of f exactly through the points.
  private let touching: [LevelCurve]

  /// More level curves through points than this would be a family of their own.
  private static let mostLevels = 12
  /// The names that a reader can follow from the table to the map.
  static let mostNames = 9

  private static let constraintPen = Pen(.role(.orange), width: 5.5)
  private static let touchingPen = Pen(.role(.blue), width: 3)

  init(_ problem: LagrangeProblem, levels: Levels, in setting: Setting) {
    self.problem = problem
    self.setting = setting
    map = LevelMap(
      problem.function, levels: levels, isFilled: false, isLabelled: false, isContext: true,
      setting: setting)
    let window = problem.function.window
    let resolution = map.resolution
    constraints = problem.equations.map { equation in
      ImplicitTracer(of: equation.difference, in: window, at: resolution).trace().curves
    }
    let values = Self.distinct(problem.points.map(\.value), beside: problem.function.values)
    touching =
      values.isEmpty || values.count > Self.mostLevels
      ? []
      : LevelSetTracer(of: problem.function.expression, in: window, at: resolution)
        .trace(levels: values).curves
  }

  /// Values that differ by more than rounding: points of one height lie on one level.
  private static func distinct(_ values: [Double], beside all: [Double]) -> [Double] {
    let scale = max(abs(all.first ?? 0), abs(all.last ?? 0))
    var kept: [Double] = []
    for value in values.sorted() {
      if let last = kept.last, value - last <= 1e-9 * scale { continue }
      kept.append(value)
    }
    return kept
  }

  /// The scene with its results and words.
  var composition: Composition {
    let words = LagrangeWords(problem: problem)
    let title = setting.title ?? words.title
    let gradients = LagrangeGradients(problem: problem, panel: map.panel)
    let stages = [
      SceneStage(
        name: "levels", marks: map.marks.curves,
        column: [
          .title(title),
          problem.function.formula(of: "f", role: .blue, isHeadline: false),
        ]),
      SceneStage(name: "constraint", marks: constraintMarks, column: words.constraintFormulas),
      SceneStage(name: "points", marks: touchingMarks + pointMarks),
      SceneStage(
        name: "gradients", marks: gradients.marks,
        column: problem.points.isEmpty ? [] : [words.condition]),
      SceneStage(
        name: "table",
        column: words.table + words.kinds + (gradients.marks.isEmpty ? [] : gradients.key)
          + words.remarks),
    ]
    let scene = map.scene(
      stages: stages, title: title, plainTitle: words.plainTitle, subtitle: words.subtitle,
      description: words.description)
    return Composition(
      scene: scene, results: .object(words.json), notices: map.notices + words.notices)
  }

  private var constraintMarks: [Mark] {
    zip(constraints, problem.names).flatMap { curves, name in
      let longest = curves.indices.max { curves[$0].cubics.count < curves[$1].cubics.count }
      return curves.indices.map { index in
        Mark.curve(
          curves[index].path, Self.constraintPen, label: index == longest ? "$\(name) = 0$" : nil)
      }
    }
  }

  private var touchingMarks: [Mark] {
    touching.map { curve in
      .curve(
        curve.path, Self.touchingPen, label: "$\(Wording.tex(curve.level, digits: 3))$")
    }
  }

  private var pointMarks: [Mark] {
    let hasNames = problem.points.count <= Self.mostNames
    let points = problem.points.enumerated().map { index, point in
      Mark.marker(
        point.kind.marker, at: Point(point.at[0], point.at[1]),
        label: hasNames ? "$P_\(index + 1)$" : nil)
    }
    let kinks = problem.found.nonsmoothPoints.map { point in
      Mark.marker(point.kind.marker, at: Point(point.at[0], point.at[1]), label: nil)
    }
    let singular = problem.singularPoints.enumerated().map { index, point in
      Mark.marker(
        .degenerate, at: Point(point.at[0], point.at[1]),
        label: index < Self.mostNames ? "$S_\(index + 1)$" : nil)
    }
    return points + kinks + singular
  }
}
