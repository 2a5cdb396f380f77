import Plotting

extension Gradient {
  /// The side of the mark of the right angle, in u.
  private static let squareSide = 20.0

  /// One gradient with the level curve through its point, its tangent and the right angle.
  func composition(at point: Point, on map: LevelMap) -> Composition {
    let f = map.function
    let sounding = Sounding(of: f, at: point)
    let (value, gradient) = (sounding.value, sounding.gradient)
    let results: JSONValue = .object([
      ("samples", .array([sounding.json])), ("value", .number(value)),
      ("gradientNorm", .number(gradient.length)),
    ])
    let place = "(\(Wording.text(point.x)), \(Wording.text(point.y)))"
    var notices = map.notices
    if !f.window.contains(point) { notices.append("the point \(place) is outside the window") }
    var marks: [Mark] = [.dot(at: point, radius: 6.5, .role(.ink), isOpen: false, label: nil)]
    var column: [ColumnBlock] = []
    var words = ""
    if !gradient.isFinite || !value.isFinite {
      words = " The function has no gradient at \(place)."
      notices.append("the function has no gradient at \(place)")
    } else if let uphill = gradient.direction {
      let curves = Self.levelCurves(value, of: map)
      let scale = VectorScale(for: gradient, from: point, in: f.window)
      marks = curves + geometry(at: point, uphill, gradient * scale.factor, map) + marks
      column = key(point, value, gradient, scale)
      words =
        " At \(place) f = \(Wording.text(value)) and the gradient is "
        + "(\(Wording.text(gradient.x)), \(Wording.text(gradient.y))), of length "
        + "\(Wording.text(gradient.length)), at right angles to the level curve."
    } else {
      words = " The gradient is zero at \(place)."
      notices.append("the gradient is zero at \(place): there is no direction uphill")
    }
    let stages = [
      map.curveStage, SceneStage(name: "gradient", marks: marks, column: column),
      SceneStage(name: "remarks", column: map.remarks),
    ]
    var scene = map.scene(stages: stages, verb: "The gradient of")
    scene.description += words
    return Composition(scene: scene, results: results, notices: notices)
  }

  /// The curves of the level of the point.
  static func levelCurves(_ level: Double, of map: LevelMap) -> [Mark] {
    LevelSetTracer(of: map.function.expression, in: map.function.window, at: map.resolution)
      .trace(levels: [level]).curves.map {
        .curve($0.path, Pen(.role(.ink), width: 2.6), label: nil)
      }
  }

  /// The vector, the tangent across it, and the square that marks the right angle.
  private func geometry(
    at p: Point, _ uphill: Point, _ vector: Point, _ map: LevelMap
  ) -> [Mark] {
    let window = map.function.window
    let unit = window.width / map.panel.width
    let reach = 0.22 * min(window.width, window.height)
    let across = uphill.perpendicular
    let side = Self.squareSide * unit
    let square = Path([
      Subpath(
        polygon: [p + across * side, p + across * side + uphill * side, p + uphill * side],
        isClosed: false)
    ])
    return [
      .curve(
        Path(line: p - across * reach, p + across * reach), Pen(.role(.orange), width: 3),
        label: nil),
      .curve(square, Pen(.role(.ink), width: 1.8), label: nil),
      .vector(tail: p, tip: p + vector, Pen(.role(.blue), width: 4)),
    ]
  }

  private func key(
    _ point: Point, _ value: Double, _ gradient: Point, _ scale: VectorScale
  ) -> [ColumnBlock] {
    let place = "\(Wording.tex(point.x, digits: 4)),\\, \(Wording.tex(point.y, digits: 4))"
    let vector = "\(Wording.tex(gradient.x, digits: 4)),\\, \(Wording.tex(gradient.y, digits: 4))"
    return [
      .key(
        .arrow(Pen(.role(.blue), width: 4)), "$\\nabla f(\(place)) = (\(vector))$",
        note: scale.words ?? "drawn to the scale of the axes"),
      .key(
        .line(Pen(.role(.orange), width: 3)), "tangent of the level curve",
        note: "$f = \(Wording.tex(value, digits: 4))$ along it, to first order"),
    ]
  }
}
