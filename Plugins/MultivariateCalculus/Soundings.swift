import Plotting

/// The value and the gradient of a function at a point.
struct Sounding {
  let at: Point
  let value: Double
  /// Not a number where the function has no gradient, as at a kink.
  let gradient: Point

  /// Evaluates a function and its gradient at a point.
  init(of f: PlaneFunction, at point: Point) {
    at = point
    let jet = Program([f.expression] + f.gradient).values(at: [point.x, point.y])
    value = jet[0]
    let hasGradient = f.expression.isDifferentiable(at: [point.x, point.y])
    gradient = hasGradient ? Point(jet[1], jet[2]) : Point(.nan, .nan)
  }

  /// The point with its value and gradient; `null` for what is not there.
  var json: JSONValue {
    .object([
      ("at", JSONValue(at)), ("gradient", gradient.isFinite ? JSONValue(gradient) : .null),
      ("value", .number(value)),
    ])
  }
}

/// Numbered points of a map with their values and gradients: what is known of a function that can
/// only be asked point by point.
struct Soundings {
  private let map: LevelMap
  private let soundings: [Sounding]

  /// The greatest number of points.
  static let most = 40
  /// Rows of the table; where there are more points, the first of them.
  private static let mostListed = 9
  private static let pen = Pen(.role(.blue), width: 3)

  /// Asks the function of a map at some points.
  init(at points: [Point], on map: LevelMap) {
    self.map = map
    soundings = points.map { Sounding(of: map.function, at: $0) }
  }

  /// The scene, point by point, with its results and words.
  var composition: Composition {
    let scale = scale
    var stages = [map.curveStage]
    for (index, sounding) in soundings.enumerated() {
      stages.append(
        SceneStage(name: "point \(index + 1)", marks: marks(of: index, sounding, scale)))
    }
    stages.append(SceneStage(name: "table", column: table(scale)))
    stages.append(SceneStage(name: "remarks", column: map.remarks))
    var scene = map.scene(stages: stages, verb: "The gradient of")
    scene.description += words
    return Composition(
      scene: scene, results: .object([("samples", .array(soundings.map(\.json)))]),
      notices: map.notices + notices)
  }

  /// The scale at which all arrows are drawn: that of the longest.
  private var scale: VectorScale? {
    let longest = soundings.filter { $0.gradient.isFinite && $0.gradient.length > 0 }
      .max { $0.gradient.length < $1.gradient.length }
    return longest.map { VectorScale(for: $0.gradient, from: $0.at, in: map.function.window) }
  }

  private func marks(of index: Int, _ sounding: Sounding, _ scale: VectorScale?) -> [Mark] {
    var marks: [Mark] = []
    if let scale, sounding.gradient.isFinite, sounding.gradient.length > 0 {
      let tip = sounding.at + sounding.gradient * scale.factor
      marks.append(.vector(tail: sounding.at, tip: tip, Self.pen))
    }
    let dot = Mark.dot(
      at: sounding.at, radius: 6.5, .role(.ink), isOpen: false, label: "\(index + 1)")
    return marks + [dot]
  }

  // MARK: Words

  /// The point with the least value, where that is one alone.
  private var lowest: Int? {
    guard let least = soundings.map(\.value).filter(\.isFinite).min() else { return nil }
    let all = soundings.indices.filter { soundings[$0].value == least }
    return all.count == 1 ? all.first : nil
  }

  private func table(_ scale: VectorScale?) -> [ColumnBlock] {
    let listed = soundings.prefix(Self.mostListed)
    let values = Self.decimals(listed.map(\.value))
    let slopes = Self.decimals(listed.map(\.gradient.length))
    var rows = listed.indices.map { index in
      let at = listed[index].at
      let place = "(\(Wording.tex(at.x, digits: 4)),\\, \(Wording.tex(at.y, digits: 4)))"
      return TableRow(cells: ["\(index + 1)", "$\(place)$", values[index], slopes[index]])
    }
    if soundings.count > listed.count { rows.append(.elision(columns: 4)) }
    var blocks: [ColumnBlock] = [.table(head: ["", "point", "$f$", "$|\\nabla f|$"], rows: rows)]
    if let scale {
      blocks.append(
        .key(.arrow(Self.pen), "$\\nabla f$: uphill", note: scale.words))
    }
    if let lowest { blocks.append(.remark("the lowest of them: point \(lowest + 1)")) }
    return blocks
  }

  /// Numbers of one column with as many decimals each; a dash for what is no number.
  private static func decimals(_ values: [Double]) -> [String] {
    let areShort = values.allSatisfy { Wording.isShort($0, digits: 4) }
    return values.map {
      $0.isFinite ? "$\(areShort ? Wording.tex($0, digits: 4) : Wording.fixed($0))$" : "–"
    }
  }

  private var words: String {
    let each = soundings.enumerated().map { index, sounding in
      let gradient = sounding.gradient
      let slope =
        gradient.isFinite
        ? "∇f = (\(Wording.text(gradient.x)), \(Wording.text(gradient.y)))" : "no gradient"
      let value = sounding.value.isFinite ? "f = \(Wording.text(sounding.value))" : "no value"
      return "\(index + 1) at \(Self.place(sounding)): \(value), \(slope)"
    }
    let end = lowest.map { " The lowest of them is point \($0 + 1)." } ?? ""
    return " Points: " + each.joined(separator: "; ") + "." + end
  }

  private var notices: [String] {
    soundings.enumerated().flatMap { index, sounding in
      var notices: [String] = []
      let name = "point \(index + 1), \(Self.place(sounding)),"
      if !map.function.window.contains(sounding.at) {
        notices.append("\(name) is outside the window")
      }
      if !sounding.gradient.isFinite || !sounding.value.isFinite {
        notices.append("the function has no gradient at \(name.dropLast())")
      }
      return notices
    }
  }

  private static func place(_ sounding: Sounding) -> String {
    "(\(Wording.text(sounding.at.x)), \(Wording.text(sounding.at.y)))"
  }
}
