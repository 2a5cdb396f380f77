import Calculus
import Geometry

/// A part of a graph as a picture shows it.
enum GraphElement {
  /// The curve stays within an eighth of a pixel of the chord, give or take, as intervals prove.
  case line(from: Double, to: Double)
  /// A column in which the graph turns more often than a picture can show: all it reaches.
  case band(from: Double, to: Double, lower: Double, upper: Double)
  /// Outside the window.
  case hidden
}

/// Divides a piece of a graph into cells whose shape is known.
///
/// A cell is tame when intervals show that the curve in it has length L and turns by no more than α
/// with L·α at most 0.8 pixels: it then keeps within L·α/8 of its chord, and nothing hides between its
/// ends. Cells are halved until they are tame, flat or outside the window. A column, a cell of at most
/// a pixel, that does not come to an end within its budget is a band.
struct CellSearch {
  private let function: SlopedFunction
  let view: GraphView
  let ends: (Double) -> Double
  private(set) var elements: [GraphElement] = []
  /// Whether a part lies outside the window.
  private(set) var hidesSome = false
  /// Whether f breaks more often than can be told.
  private var isCrowd = false
  /// Enclosures that were computed.
  private var cost = 0
  /// What the next column may cost: less after columns that failed, so that a picture full of them
  /// stays cheap.
  private var columnBudget = CellSearch.budgets.upperBound

  private static let ratio = 0.4877
  private static let bend = 0.8
  private static let flatness = 0.1
  private static let columnWidth = 1.0
  private static let budgets = 24...400
  private static let totalBudget = 150_000
  /// So many enclosures for one operation: formulas of hundreds are given fewer.
  private static let operationBudget = 20_000_000
  /// A column that is higher than this is no line, where only its values say so.
  private static let lineHeight = 4.0

  private var totalBudget: Int {
    min(Self.totalBudget, max(Self.operationBudget / function.f.cost, 4_000))
  }

  private enum Shape {
    case tame, hidden, open
  }

  /// A search whose values at certain places are given: the limits at the ends of a piece.
  init(
    _ function: SlopedFunction, _ view: GraphView, ends: @escaping (Double) -> Double
  ) {
    self.function = function
    self.view = view
    self.ends = ends
  }

  /// Appends the elements of the graph from `lower` to `upper`, where f is continuous.
  mutating func search(from lower: Double, to upper: Double) {
    var open = [Interval(lower, upper)]
    while let cell = open.popLast() {
      switch shape(of: cell) {
      case .tame: elements.append(.line(from: cell.lower, to: cell.upper))
      case .hidden: elements.append(.hidden)
      case .open:
        if cell.width > Self.columnWidth * view.pixelWidth, let (left, right) = halves(of: cell) {
          open += [right, left]
        } else {
          resolveColumn(cell)
        }
      }
    }
  }

  /// Appends a band for each pixel from `lower` to `upper`, where f has more breaks than can be told.
  mutating func searchCrowd(from lower: Double, to upper: Double) {
    isCrowd = true
    let count = max((upper - lower) / view.pixelWidth, 1).rounded(.up)
    for index in 0..<Int(min(count, 1e5)) {
      let (a, b) = (Double(index) / count, Double(index + 1) / count)
      appendBand(
        Interval(
          lower + a * (upper - lower), index + 1 == Int(count) ? upper : lower + b * (upper - lower)
        ))
    }
  }

  private func halves(of cell: Interval) -> (Interval, Interval)? {
    let cut = cell.lower + Self.ratio * cell.width
    guard cell.lower < cut && cut < cell.upper else { return nil }
    return (Interval(cell.lower, cut), Interval(cut, cell.upper))
  }

  // MARK: The shape of a cell

  private mutating func shape(of cell: Interval) -> Shape {
    cost += 1
    let (values, slopes) = function.enclosures(cell)
    guard values.isContinuous else { return .open }
    if values.lower > view.window.maxY || values.upper < view.window.minY {
      hidesSome = true
      return .hidden
    }
    let height = values.width / view.pixelHeight
    if height <= Self.flatness { return .tame }
    let width = cell.width / view.pixelWidth
    let (low, high) = (view.slope(slopes.lower), view.slope(slopes.upper))
    guard low <= high else { return .open }
    let isMonotone = low > 0 || high < 0
    let length = isMonotone ? width + height : width * (1 + max(-low, high))
    guard length.isFinite else { return .open }
    let turn = CurveSampler.angle(view.direction(slopes.lower), view.direction(slopes.upper))
    return length * turn <= Self.bend ? .tame : .open
  }

  // MARK: Columns

  /// Looks into a column as closely as it takes, or paints all that the graph reaches in it.
  private mutating func resolveColumn(_ column: Interval) {
    let end = min(cost + columnBudget, totalBudget)
    var open = [column]
    var found: [GraphElement] = []
    while let cell = open.popLast() {
      let shape = cost < end ? shape(of: cell) : .open
      if shape == .tame {
        found.append(.line(from: cell.lower, to: cell.upper))
      } else if shape == .hidden {
        found.append(.hidden)
      } else if cost < end, let (left, right) = halves(of: cell) {
        open += [right, left]
      } else {
        columnBudget = max(columnBudget / 2, Self.budgets.lowerBound)
        appendBand(column)
        return
      }
    }
    columnBudget = min(columnBudget * 2, Self.budgets.upperBound)
    elements += found
  }

  private mutating func appendBand(_ column: Interval) {
    guard let range = ColumnRange(function.f, column, view).range() else {
      elements.append(.hidden)
      return
    }
    let (a, b) = (ends(column.lower), ends(column.upper))
    let rise = abs(b - a) / view.pixelHeight
    let height = (range.upperBound - range.lowerBound) / view.pixelHeight
    if !isCrowd, height <= min(rise + Self.flatness, Self.lineHeight) {
      // All that f reaches lies between its ends: a line, though enclosures do not say so. They are
      // wide beside a removable gap, however narrow the cell.
      elements.append(.line(from: column.lower, to: column.upper))
      return
    }
    elements.append(
      .band(
        from: column.lower, to: column.upper, lower: range.lowerBound, upper: range.upperBound))
  }
}
