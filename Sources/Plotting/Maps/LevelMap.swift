/// A map of the plane with the level curves of a function.
///
/// Figures that stand on such a map add stages of their own:
///
///     let map = LevelMap(
///       function, levels: .count(10), isFilled: false, isLabelled: true, setting: setting)
///     let scene = map.scene(stages: [map.curveStage, arrows], verb: "The gradient of")
public struct LevelMap: Sendable {
  /// The function.
  public let function: PlaneFunction
  /// The panel on the page, in u.
  public let panel: Box
  /// The pixels of the panel, and how far a drawn curve may be from the true one.
  public let resolution: Resolution
  /// The level curves with their colours.
  public let marks: LevelCurveMarks
  private let isGeometric: Bool
  private let setting: Setting

  /// Traces the level curves of a function, also at the values of its saddles where they are given.
  ///
  /// The panel is that of a map with equal aspect, unless one is given. A function of plateaus has no
  /// level curves: between two of them the set f = c is empty, on one of them it is an area. Its
  /// plateaus are filled, and nothing is left open.
  public init(
    _ function: PlaneFunction, levels: Levels, through saddleValues: [Double] = [],
    isFilled: Bool, isLabelled: Bool, isContext: Bool = false, on place: Box? = nil,
    setting: Setting
  ) {
    let isFilled = isFilled || function.isStepped && !isContext
    var choice = Self.choose(levels, of: function)
    // Two saddles of one height lie on one level, whatever rounding says.
    var added: Set<Double> = []
    let scale = choice.levels.map(abs).max() ?? 1
    for value in saddleValues
    where !choice.levels.contains(where: { abs($0 - value) <= 1e-12 * scale }) {
      added.insert(value)
      choice.levels.append(value)
    }
    choice.levels.sort()
    let hasBar =
      isFilled && keepsColourBar(on: setting.canvas, curvesAreLabelled: isLabelled)
    let panel =
      place ?? mapPanel(for: function.window, on: setting.canvas, hasColourBar: hasBar)
    let pixels = Point(
      panel.width / setting.canvas.pixel, panel.height / setting.canvas.pixel)
    resolution = Resolution(
      window: function.window, pixels: pixels, tolerance: setting.tolerance)
    let tracer = LevelSetTracer(of: function.expression, in: function.window, at: resolution)
    let found = tracer.trace(levels: choice.levels, withRegions: isFilled)
    let traced = function.isStepped ? found.settled : found
    self.function = function
    self.panel = panel
    self.setting = setting
    isGeometric = choice.isGeometric
    marks = LevelCurveMarks(
      traced: traced, levels: choice.levels, isSigned: function.isSigned, isFilled: isFilled,
      isLabelled: isLabelled, dashesNegative: setting.isForPaper, isContext: isContext,
      saddleLevels: added)
  }

  private static func choose(
    _ levels: Levels, of f: PlaneFunction
  ) -> (levels: [Double], isGeometric: Bool) {
    switch levels {
    case .list(let list): (Array(Set(list)).sorted(), false)
    case .critical: choose(.count(10), of: f)
    case .count(let count):
      f.values.isEmpty || f.isConstant ? ([], false) : f.roundLevels(about: count)
    }
  }

  // MARK: What is drawn

  /// The stage of the fills and curves; `scene` adds the formulas to the first stage.
  public var curveStage: SceneStage {
    SceneStage(name: "curves", marks: marks.regions + marks.curves, column: [])
  }

  /// The scene with its title and formulas in the first stage.
  ///
  /// The title ends in the function, `Level curves of`, unless it is a sentence of its own.
  public func scene(stages: [SceneStage], verb: String, isSentence: Bool = false) -> Scene {
    var stages = stages
    stages[0].column = heading(verb) + stages[0].column
    let tex = function.shortTeX
    let full =
      isSentence
      ? verb : tex.flatMap { $0.count <= 60 ? "\(verb) $\($0)$" : nil } ?? "\(verb) $f$"
    return scene(
      stages: stages, title: full, plainTitle: isSentence ? verb : "\(verb) \(name)",
      subtitle: gradientFormula.map { "$" + $0.joined() + "$" },
      description: description(isSentence ? "Level curves of" : verb))
  }

  /// The scene of stages that bring their own heading; a title of the user replaces the given one.
  public func scene(
    stages: [SceneStage], title: String, plainTitle: String, subtitle: String?,
    description: String
  ) -> Scene {
    var map = Panel.map(function.window)
    map.xLabel = setting.xLabel ?? map.xLabel
    map.yLabel = setting.yLabel ?? map.yLabel
    map.colourBar = marks.colourBar
    // Both axes of a map share their step, so both must ask for multiples of π.
    let window = function.window
    let scales = [
      setting.scale(of: window.minX...window.maxX, for: [function.expression], in: "x"),
      setting.scale(of: window.minY...window.maxY, for: [function.expression], in: "y"),
    ]
    if scales == [.pi, .pi] { (map.xScale, map.yScale) = (.pi, .pi) }
    return Scene(
      panel: map, stages: stages, title: setting.title ?? title, subtitle: subtitle,
      plainTitle: setting.title == nil ? plainTitle : nil, description: description)
  }

  private func heading(_ verb: String) -> [ColumnBlock] {
    var blocks: [ColumnBlock] = [
      .title(setting.title ?? verb), function.formula(of: "f(x, y)"),
    ]
    if let gradientFormula { blocks.append(.formula(terms: gradientFormula, isHeadline: false)) }
    return blocks
  }

  /// A formula with its name before it and, for an equation, a right side behind it.
  ///
  /// Nobody reads a formula of many lines, and it would leave no room for the rest: an ellipsis
  /// stands for it.
  public static func formula(
    _ terms: [String], of name: String, equals right: String? = nil, role: Role = .ink,
    isHeadline: Bool = true
  ) -> ColumnBlock {
    var terms = terms.reduce(0, { $0 + $1.count }) > 1500 ? ["\\ldots"] : terms
    terms[0] = "\(name) = " + terms[0]
    if let right { terms.append(" = \(right)") }
    return .formula(terms: terms, isHeadline: isHeadline, role: role)
  }

  /// ∇f = (…, …) where it is short enough to be read.
  private var gradientFormula: [String]? {
    guard function.name == nil else { return nil }
    return Self.vector(function.gradient.map(\.textbook), of: "\\nabla f")
  }

  /// A vector with its name before it and the places where it may be broken, unless a component is
  /// too long to be read.
  public static func vector(_ components: [Expression], of name: String) -> [String]? {
    guard components.allSatisfy({ $0.tex.count <= 90 }) else { return nil }
    // Brackets that stretch cannot be broken between lines, but large ones can.
    let isTall = components.contains { $0.tex.contains("\\frac") }
    var terms: [String] = []
    for (index, component) in components.enumerated() {
      var own = component.texTerms
      own[0] = (index == 0 ? "\(name) = \(isTall ? "\\Bigl(" : "(")" : "\\; ") + own[0]
      let isLast = index == components.count - 1
      own[own.count - 1] += isLast ? isTall ? "\\Bigr)" : ")" : ","
      terms += own
    }
    return terms
  }

  /// What the spacing of the curves says.
  public var remarks: [ColumnBlock] {
    let levels = marks.levels.filter { !marks.saddleLevels.contains($0) }
    guard levels.count > 1 else { return [] }
    let digits = Wording.digits(telling: levels)
    let list = Wording.list(levels) { "$\(Wording.tex($0, digits: digits))$" }
    if hasOnlyPlateaus {
      return [
        .remark("$f$ is constant between its jumps: no level curves, so plateaus are filled")
      ]
    }
    if isGeometric { return [.remark("levels \(list): equal ratios, for a steep function")] }
    guard Wording.isEven(levels) else { return [.remark("levels \(list)")] }
    return [.remark("levels \(list): equal steps in $f$, so close curves mean a steep slope")]
  }

  // MARK: Words and numbers

  private var name: String { function.words }

  /// Whether no level is met but on plateaus; sign(x y) is 0 on curves.
  private var hasOnlyPlateaus: Bool { function.isStepped && marks.traced.curves.isEmpty }

  private func description(_ verb: String) -> String {
    var words = "\(verb) \(name) on \(Wording.text(function.window))."
    if function.values.isEmpty {
      return words + " The function is undefined in the whole window."
    }
    if function.isConstant {
      return words + " The function is constant: \(Wording.text(function.values[0]))."
    }
    if hasOnlyPlateaus {
      return words + " The function is constant between its jumps, so there is no level curve; the "
        + "plateaus are filled. Values from \(Wording.text(function.values[0])) to "
        + "\(Wording.text(function.values[function.values.count - 1])) on a lattice of the window."
    }
    let closed = marks.traced.curves.filter(\.isClosed).count
    let digits = Wording.digits(telling: marks.levels)
    words +=
      marks.traced.curves.isEmpty
      ? " There is no curve at the levels \(Wording.list(marks.levels) { Wording.text($0) })."
      : " \(Wording.count(marks.traced.curves.count, "curve")), \(closed) closed, at "
        + "\(Wording.list(marks.levels) { Wording.text($0, digits: digits) })."
    words +=
      " Values from \(Wording.text(function.values[0])) to "
      + "\(Wording.text(function.values[function.values.count - 1])) on a lattice of the window."
    if function.isUndefinedInPart { words += " Undefined in a part of the window." }
    if !marks.traced.isolatedPoints.isEmpty {
      let count = marks.traced.isolatedPoints.count
      words += " \(Wording.count(count, "single point")) at a level."
    }
    if !marks.traced.unresolved.isEmpty {
      words += " Not settled at \(Wording.count(marks.traced.unresolved.count, "place"))."
    }
    return words
  }

  /// Remarks for standard error.
  public var notices: [String] {
    if function.values.isEmpty { return ["the function is undefined in the whole window"] }
    if function.isConstant {
      return ["the function is constant (\(Wording.text(function.values[0]))): no level curves"]
    }
    if hasOnlyPlateaus {
      return [
        "the function is constant between its jumps: no level curves, its plateaus are filled"
      ]
    }
    let isBare = marks.traced.curves.isEmpty && marks.traced.isolatedPoints.isEmpty
    if marks.traced.unresolved.contains(where: { $0.reason == .budget }) {
      return [
        "the work allowed for a figure ran out"
          + (isBare ? " before a level curve was found" : ": some curves end early")
      ]
    }
    return isBare ? ["no level curve crosses the window"] : []
  }

  /// The curves as JSON.
  public var results: [(String, JSONValue)] {
    [
      ("levels", JSONValue(marks.levels)),
      (
        "curves",
        .array(
          marks.traced.curves.map { curve in
            .object([
              ("level", .number(curve.level)), ("closed", .bool(curve.isClosed)),
              ("bezier", Self.json(curve.cubics)),
            ])
          })
      ),
      (
        "isolatedPoints",
        .array(
          marks.traced.isolatedPoints.map { point in
            .object([("level", .number(point.level)), ("at", JSONValue(point.at))])
          })
      ),
      ("unresolved", .array(marks.traced.unresolved.map(Self.json))),
    ]
  }

  /// The control points of a chain of cubics: 1 + 3k points of k cubics.
  private static func json(_ cubics: [CubicCurve]) -> JSONValue {
    var points = cubics.first.map { [$0.p0] } ?? []
    for cubic in cubics { points += [cubic.p1, cubic.p2, cubic.p3] }
    return .array(points.map { JSONValue([$0.x, $0.y]) })
  }

  private static func json(_ place: UnresolvedPlace) -> JSONValue {
    .object([
      ("x", JSONValue([place.box.minX, place.box.maxX])),
      ("y", JSONValue([place.box.minY, place.box.maxY])),
      ("reason", .string(place.reason.rawValue)),
    ])
  }
}
