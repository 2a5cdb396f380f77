/// A function of x and y in its window, with what a look at its values tells.
public struct PlaneFunction: Sendable {
  /// The function.
  public let expression: Expression
  /// Its partial derivatives by x and y.
  public let gradient: [Expression]
  /// The part of the plane that is looked at.
  public let window: Box
  /// What the function is called where its formula is too long to be read.
  public let name: String?
  /// The finite values on a lattice, in ascending order.
  public let values: [Double]
  /// The number of points of the lattice where the function is undefined or infinite.
  public let undefinedCount: Int
  /// Whether it has no value on a part of the window with more than single points.
  public var isUndefinedInPart: Bool { undefinedCount > 9 }

  /// Whether the function seems to have no bound: it grows on and on towards its greatest size.
  public let hasPole: Bool

  /// Whether the greatest value lies on the border of the window, as on the walls of a valley.
  private let risesToBorder: Bool

  /// Points of the lattice in each direction: odd, so that the middle of the window is one.
  private static let density = 65

  /// The function of an expression in x and y, in the window of `setting` or else −3 to 3 squared.
  ///
  /// `sandpit:rocks:3` is the sandpit of that scene and seed, in its own window.
  ///
  /// - Throws: what is wrong with the expression, or that a constant is called x or y.
  public init(_ source: String, in setting: Setting) throws(FigureError) {
    try setting.refuseConstants(called: ["x", "y"])
    if Self.isSandpit(source) {
      let (pit, name) = try Self.sandpit(source)
      var own = setting
      own.xRange = setting.xRange ?? Sandpit.side
      own.yRange = setting.yRange ?? Sandpit.side
      do throws(ParseError) {
        self.init(try pit.expression(), named: name, in: own)
      } catch {
        throw .expression(pit.formula, error)
      }
      return
    }
    self.init(try setting.expression(source, in: ["x", "y"]), in: setting)
  }

  /// The same of an expression that is known, in two variables.
  public init(_ expression: Expression, named name: String? = nil, in setting: Setting) {
    self.expression = expression
    self.name = name
    gradient = expression.gradient
    let x = setting.xRange ?? -3...3
    let y = setting.yRange ?? -3...3
    window = Box(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    let grid = Program([expression]).values(
      columns: Self.places(in: x), rows: Self.places(in: y))
    let finite = grid.values[0].filter(\.isFinite)
    undefinedCount = grid.values[0].count - finite.count
    values = finite.sorted()
    hasPole = Self.grows(expression, grid, window)
    let greatest = values.last
    let top = grid.values[0].firstIndex { $0 == greatest } ?? 0
    let last = Self.density - 1
    risesToBorder =
      [0, last].contains(top % Self.density) || [0, last].contains(top / Self.density)
  }

  /// Looks ever more closely around the greatest size on a lattice: at a pole it doubles each time.
  private static func grows(_ f: Expression, _ grid: GridValues, _ window: Box) -> Bool {
    var grid = grid
    var (width, height) = (window.width / 64, window.height / 64)
    var greatest = 0.0
    for step in 0..<5 {
      let sizes = grid.values[0].map { $0.isNaN ? 0 : abs($0) }
      guard let index = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { return false }
      if sizes[index] == .infinity { return true }
      if step > 0 && sizes[index] < 1.9 * greatest { return false }
      greatest = sizes[index]
      let x = grid.columns[index % grid.columns.count]
      let y = grid.rows[index / grid.columns.count]
      grid = Program([f]).values(
        columns: places(in: max(x - width, window.minX)...min(x + width, window.maxX), 17),
        rows: places(in: max(y - height, window.minY)...min(y + height, window.maxY), 17))
      width /= 8
      height /= 8
    }
    return true
  }

  private static func places(
    in range: ClosedRange<Double>, _ count: Int = density
  ) -> [Double] {
    (0..<count).map { index in
      let t = Double(index) / Double(count - 1)
      return range.lowerBound * (1 - t) + range.upperBound * t
    }
  }

  /// The function in a sentence: its formula, or its name.
  public var words: String { name ?? Wording.text(expression) }

  /// The formula in TeX where a title or a line has room for it: `nil` where it has a name instead.
  public var shortTeX: String? {
    let tex = expression.tex
    return name == nil && tex.count <= 90 ? tex : nil
  }

  /// The formula as a block of the margin column, or the name that stands for it.
  public func formula(
    of symbol: String, role: Role = .ink, isHeadline: Bool = true
  ) -> ColumnBlock {
    if let name { return .result("$\(symbol)$: \(name)", marker: nil) }
    return LevelMap.formula(expression.texTerms, of: symbol, role: role, isHeadline: isHeadline)
  }

  /// Whether the function has the same value everywhere.
  public var isConstant: Bool { expression.number != nil || values.first == values.last }

  /// Whether the function takes several values and has no slope anywhere: plateaus with jumps between.
  public var isStepped: Bool { !isConstant && gradient.allSatisfy { $0.number == 0 } }

  /// Whether the function takes both signs.
  public var isSigned: Bool { (values.first ?? 0) < 0 && (values.last ?? 0) > 0 }

  /// The value that a part of the lattice, from 0 to 1, does not exceed.
  private func quantile(_ part: Double) -> Double {
    values[min(Int(part * Double(values.count)), values.count - 1)]
  }

  /// The values that the picture is about: all of them, or the middle nine tenths beside a pole.
  public var range: ClosedRange<Double> {
    guard let least = values.first, let greatest = values.last else { return 0...0 }
    let (low, high) = (quantile(0.05), quantile(0.95))
    return hasPole && low < high ? low...high : least...greatest
  }

  /// Round levels, about `count` of them, in equal steps or in equal ratios.
  ///
  /// Ratios where a steep valley would have nearly all of its window in one band.
  public func roundLevels(about count: Int) -> (levels: [Double], isGeometric: Bool) {
    let levels = niceLevels(in: range, about: count)
    if risesToBorder, let first = levels.first, let least = values.first, least >= 0,
      quantile(0.9) < first
    {
      let low = max(quantile(0.02), (values.last ?? 0) * 1e-300)
      let geometric = geometricLevels(in: low...range.upperBound, about: count)
      if quantile(0.5) > low, geometric.count > 2 { return (geometric, true) }
    }
    return (levels, false)
  }
}
