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
    window = Box(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    let cells = Self.cells(of: window)
    stepSize = figure.stepSize
    if !isSandpit, let f = try Self.complexFunction(figure.expression, in: setting) {
      if let method = figure.method, method != .newton {
        throw .parameter(
          name: "method", value: method.rawValue,
          wanted: "newton for a function of one variable: there is nothing to descend on")
      }
      stepLimit = figure.steps ?? 100
      guard
        let basins = Basins(
          ofRootsOf: f, x: x, y: y, columns: cells.columns, rows: cells.rows,
          within: Self.mostOperations, steps: stepLimit)
      else {
        throw .input(
          "\(f.text) has no values for complex numbers",
          hint: "basins of one variable want powers, exp, ln, sqrt, sin, cos, sinh and their kin")
      }
      (function, plane, method, self.basins) = (f, nil, .newton, basins)
      let extent = max(window.width, window.height)
      ends = basins.ends.map { BasinEnd(root: $0, of: f, extent: extent) }
      return
    }
    let plane = try PlaneFunction(figure.expression, in: setting)
    method = figure.method ?? .gradient
    stepLimit = figure.steps ?? (method == .newton ? 100 : 1000)
    guard
      let basins = Basins(
        ofMinimaOf: plane.expression, by: method, factor: figure.stepSize, x: x, y: y,
        columns: cells.columns, rows: cells.rows, within: Self.mostOperations, steps: stepLimit)
    else { throw .input("\(figure.expression) is no function of x and y", hint: "") }
    self.basins = basins
    self.plane = plane
    function = plane.expression
    let extent = max(window.width, window.height)
    ends = basins.ends.map { BasinEnd(critical: $0, of: plane.expression, extent: extent) }
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
