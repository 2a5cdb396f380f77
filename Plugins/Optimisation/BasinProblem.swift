import Plotting

/// A function with the basins of its roots or minima in a window.
struct BasinProblem {
  let function: Expression
  /// The function of the plane whose level curves are drawn; `nil` for one variable.
  let plane: PlaneFunction?
  let window: Box
  let method: Basins.Rule
  let basins: Basins
  let ends: [BasinEnd]
  let stepLimit: Int
  /// γ, where it is given.
  let stepSize: Double?

  /// About half a second of work in two threads.
  private static let mostOperations = 2.5e8

  /// Whether roots are looked for, on the complex plane.
  var isComplex: Bool { plane == nil }
  /// What starts may find.
  var goals: String {
    isComplex ? "roots" : method == .newton ? "critical points" : "minima"
  }
  /// The part of the starts that end nowhere.
  var restShare: Double { max(0, 1 - basins.ends.reduce(0) { $0 + $1.share }) }

  init(_ figure: BasinFigure, in setting: Setting) throws(FigureError) {
    let isSandpit = PlaneFunction.isSandpit(figure.expression)
    let x = setting.xRange ?? (isSandpit ? Sandpit.side : -3...3)
    let y = setting.yRange ?? (isSandpit ? Sandpit.side : -3...3)
    let window = Box(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    if !isSandpit, let f = try Self.complexFunction(figure.expression, in: setting) {
      try self.init(rootsOf: f, figure, in: window)
    } else {
      try self.init(
        minimaOf: try PlaneFunction(figure.expression, in: setting), figure, in: window)
    }
  }

  private init(
    rootsOf f: Expression, _ figure: BasinFigure, in window: Box
  ) throws(FigureError) {
    if let method = figure.method, method != .newton {
      throw .parameter(
        name: "method", value: method.rawValue,
        wanted: "newton for a function of one variable: there is nothing to descend on")
    }
    let cells = Self.cells(of: window)
    let steps = figure.steps ?? 100
    guard
      let basins = Basins(
        ofRootsOf: f, x: window.minX...window.maxX, y: window.minY...window.maxY,
        columns: cells.columns, rows: cells.rows, within: Self.mostOperations, steps: steps)
    else {
      throw .input(
        "\(f.text) has no values for complex numbers",
        hint: "basins of one variable want powers, exp, ln, sqrt, sin, cos, sinh and their kin")
    }
    (function, plane, method, self.basins) = (f, nil, .newton, basins)
    (self.window, stepLimit, stepSize) = (window, steps, figure.stepSize)
    let extent = max(window.width, window.height)
    ends = basins.ends.map { BasinEnd(root: $0, of: f, extent: extent) }
  }

  private init(
    minimaOf f: PlaneFunction, _ figure: BasinFigure, in window: Box
  ) throws(FigureError) {
    let method = figure.method ?? .gradient
    let cells = Self.cells(of: window)
    let steps = figure.steps ?? (method == .newton ? 100 : 1000)
    guard
      let basins = Basins(
        ofMinimaOf: f.expression, by: method, factor: figure.stepSize,
        x: window.minX...window.maxX, y: window.minY...window.maxY, columns: cells.columns,
        rows: cells.rows, within: Self.mostOperations, steps: steps)
    else { throw .input("\(figure.expression) is no function of x and y", hint: "") }
    (function, plane, self.method, self.basins) = (f.expression, f, method, basins)
    (self.window, stepLimit, stepSize) = (window, steps, figure.stepSize)
    let extent = max(window.width, window.height)
    ends = basins.ends.map { BasinEnd(critical: $0, of: f.expression, extent: extent) }
  }

  /// The function of one variable, called x or z; `nil` where it has a y.
  private static func complexFunction(
    _ source: String, in setting: Setting
  ) throws(FigureError) -> Expression? {
    try setting.refuseConstants(called: ["x", "y", "z"])
    do throws(ParseError) {
      let both = try Expression(source, variables: ["x", "y"], constants: setting.constants)
      if both.depends(on: "y") { return nil }
      return try Expression(source, variables: ["x"], constants: setting.constants)
    } catch {
      if let f = try? Expression(source, variables: ["z"], constants: setting.constants) {
        return f
      }
      throw .expression(source, error)
    }
  }

  /// Cells of a unit on the longer side of a map.
  private static func cells(of window: Box) -> (columns: Int, rows: Int) {
    let most = 764.0
    let longest = max(window.width, window.height)
    func count(_ side: Double) -> Int {
      let cells = most * side / longest
      return cells.isFinite ? max(Int(cells.rounded()), 1) : 1
    }
    return (count(window.width), count(window.height))
  }
}
