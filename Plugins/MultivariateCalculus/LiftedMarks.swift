import Plotting

/// Points and curves of the plane lifted onto a surface.
struct LiftedMarks {
  /// A point with its height.
  struct LiftedPoint {
    let at: Point
    let value: Double
    /// Whether a part of the surface is in front of it.
    let isHidden: Bool
  }

  let points: [LiftedPoint]
  let equations: [Equation]
  /// The curves over the equations.
  let line: LiftedLine
  private let picture: SurfacePicture

  static let pen = Pen(.role(.orange), width: 3.6)

  init(on picture: SurfacePicture, points: [Point], equations: [Equation]) {
    self.picture = picture
    self.equations = equations
    let f = PointEvaluator(Program([picture.function.expression]))
    self.points = points.map { point in
      f.evaluate(point.x, point.y)
      let value = f.result(0)
      let place = SpacePoint(over: point, value)
      return LiftedPoint(
        at: point, value: value,
        isHidden: place.isFinite && picture.sight.isHidden(surfacePoint: place))
    }
    var chains: [[SpaceCubic]] = []
    for equation in equations {
      let traced = SurfacePicture.trace(
        equation.difference, levels: [0], in: picture.frame, picture.setting)
      for curve in traced.curves { chains += picture.lift.lifted(curve.cubics, spans: 4) }
    }
    line = LiftedLine(chains, Self.pen)
  }

  var isEmpty: Bool { points.isEmpty && equations.isEmpty }

  /// The points that can be drawn.
  private var shown: [LiftedPoint] {
    points.filter {
      $0.value.isFinite && picture.mesh.heights.contains($0.value)
        && picture.function.window.contains($0.at)
    }
  }

  /// The curves, their hidden parts dashed, and the points, hidden ones as rings.
  var stage: SceneStage {
    var marks = line.marks(in: picture)
    for point in shown {
      marks.append(
        .dot(
          at: picture.frame.view(SpacePoint(over: point.at, point.value)), radius: 7,
          .role(.ink), isOpen: point.isHidden, label: nil))
    }
    return SceneStage(name: "lifted", marks: marks, column: column)
  }

  private var column: [ColumnBlock] {
    var blocks: [ColumnBlock] = equations.map { equation in
      let tex = equation.tex
      let note = tex.count <= 90 ? "$\(tex)$" : "the curve of the equation"
      return .key(.line(Self.pen), "over \(note)", note: nil)
    }
    for point in points.prefix(8) {
      let place = "\(Wording.tex(point.at.x, digits: 4)),\\, \(Wording.tex(point.at.y, digits: 4))"
      blocks.append(
        .result(
          point.value.isFinite
            ? "$f(\(place)) = \(Wording.tex(point.value, digits: 5))$"
            : "$f(\(place))$ is undefined", marker: nil))
    }
    return blocks
  }

  /// The curves and points in words.
  var description: String {
    var words = ""
    for equation in equations {
      let text = equation.text.count <= 400 ? equation.text : "a long equation"
      words += " The curve over \(text) is drawn on the surface."
    }
    if !equations.isEmpty && line.chains.isEmpty {
      words += " No point of the surface lies over it."
    }
    for point in points.prefix(8) {
      let at = "(\(Wording.text(point.at.x)), \(Wording.text(point.at.y)))"
      words +=
        point.value.isFinite
        ? " Marked: \(at) with the value \(Wording.text(point.value))"
          + (point.isHidden ? ", hidden behind the surface." : ".")
        : " The function is undefined at \(at)."
    }
    return words
  }

  /// What the terminal should say.
  var notices: [String] {
    var notices: [String] = []
    if !equations.isEmpty && line.chains.isEmpty {
      notices.append("no point of the surface lies over the given curves")
    }
    let missing = points.count - shown.count
    if missing > 0 {
      notices.append("\(Wording.count(missing, "marked point")) cannot be drawn on the surface")
    }
    return notices
  }

  /// The points as JSON.
  var json: JSONValue {
    .array(
      points.map { point in
        .object([
          ("at", .object([("x", .number(point.at.x)), ("y", .number(point.at.y))])),
          ("value", .number(point.value)), ("hidden", .bool(point.isHidden)),
        ])
      })
  }
}
