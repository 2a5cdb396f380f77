import Calculus
import Geometry

/// Which cells of a window hold level curves, and how surely.
///
/// Breadth first: a cell is dropped when the interval values of f hold none of the levels; accepted
/// when f is defined and continuous on it and one partial derivative has no zero there, so that every
/// level curve is a graph over one axis (stronger than Plantinga & Vegter 2004, needs no balancing);
/// else split. What is still open at a quarter of a pixel is left as the core of a singular point or
/// a discontinuity. Acceptance does not depend on the level, so one subdivision serves all levels.
struct Subdivision {
  /// A cell in which every level curve is a graph.
  struct Graph {
    let cell: Cell
    /// Whether the curves are graphs over x: f is monotone in y.
    let isOverX: Bool
    /// What the partial derivatives take on it.
    let slopes: (x: Interval, y: Interval)
    /// The indices of the levels that may occur in it.
    let levels: Range<Int>
    /// The indices of the conditions that may begin or end to hold in it, once along each curve.
    let straddled: [Int]
  }

  private(set) var quadtree: Quadtree
  private(set) var graphs: [Graph] = []
  /// Cells that were given up, all of one size.
  private(set) var cores: [Cell] = []
  /// Whether the budget ran out before the cells were as small as wanted.
  private(set) var isCutShort = false

  /// The greatest number of cells that are looked at.
  static let cellBudget = 300_000
  /// While no more cells than this are open, points are looked at more closely than a pixel.
  private static let closeLookLimit = 400

  /// Subdivides a window.
  ///
  /// With `findsDomain` the border of the domain and jumps are followed even where no level is near.
  /// Where a condition fails nothing is looked for. More than `openLimit` cells that are neither
  /// dropped nor accepted are too many to go on.
  init(
    of field: ScalarField, levels: [Double], conditions: [FieldCondition] = [], window: Box,
    resolution: Resolution, findsDomain: Bool,
    ratio: Quadtree.SplitRatio = Quadtree.SplitRatio(), openLimit: Int = .max
  ) {
    quadtree = Quadtree(window: window, ratio: ratio)
    var frontier = [quadtree.root]
    var budget = Self.affordableCells(of: field)
    for depth in 0... {
      var open: [Cell] = []
      for cell in frontier {
        budget -= 1
        switch Self.verdict(on: cell, field, levels, conditions, findsDomain) {
        case .none: break
        case .graph(let graph): graphs.append(graph)
        case .open: open.append(cell)
        }
      }
      guard let first = open.first else { return }
      let isFine =
        first.x.upperBound - first.x.lowerBound < resolution.pixelWidth / 4
        && first.y.upperBound - first.y.lowerBound < resolution.pixelHeight / 4
      isCutShort = !isFine && (budget < open.count * 4 || open.count > openLimit)
      if depth == Quadtree.depthLimit - 1 || isCutShort
        || isFine && (open.count > Self.closeLookLimit || depth > 18)
      {
        cores = open
        return
      }
      frontier = []
      frontier.reserveCapacity(open.count * 4)
      for cell in open { frontier.append(contentsOf: quadtree.split(cell)) }
    }
  }

  /// How many cells are affordable: fewer for a longer formula, which has no more detail for it, and
  /// for all terms of its sums no more than take some seconds.
  private static func affordableCells(of field: ScalarField) -> Int {
    let wanted = max(4_000, 10_000_000 / max(field.writtenCost, 1))
    return min(cellBudget, wanted, 200_000_000 / field.cost)
  }

  private enum Verdict {
    case none
    case graph(Graph)
    case open
  }

  private static func verdict(
    on cell: Cell, _ field: ScalarField, _ levels: [Double], _ conditions: [FieldCondition],
    _ findsDomain: Bool
  ) -> Verdict {
    let x = Interval(cell.x.lowerBound, cell.x.upperBound)
    let y = Interval(cell.y.lowerBound, cell.y.upperBound)
    var range = field.enclosure(x, y)
    if range.isEmpty { return .none }
    if self.levels(levels, in: range).isEmpty && !(findsDomain && range.isPartial) {
      return .none
    }
    var straddled: [Int] = []
    for (index, condition) in conditions.enumerated() {
      switch condition.holds(x, y) {
      case false?: return .none
      case true?: continue
      case nil: straddled.append(index)
      }
    }
    if !range.isContinuous { return .open }
    let (_, dx, dy) = field.slopeEnclosures(x, y)
    let middle = Interval(x.middle)
    let centre = Interval(y.middle)
    let slant: Interval = dx * (x - middle) + dy * (y - centre)
    let meanValue: Interval = field.enclosure(middle, centre) + slant
    if !meanValue.isEmpty {
      range.lower = max(range.lower, meanValue.lower)
      range.upper = min(range.upper, meanValue.upper)
    }
    let found = self.levels(levels, in: range)
    if found.isEmpty { return .none }
    let hasSlopeX = !dx.isPartial && !dx.contains(0) && !dx.isEmpty
    let hasSlopeY = !dy.isPartial && !dy.contains(0) && !dy.isEmpty
    guard hasSlopeX || hasSlopeY else { return .open }
    for index in straddled where !conditions[index].isMonotone(along: (dx, dy), x, y) {
      return .open
    }
    // Over the axis along which the curves run more nearly.
    let size = cell.box
    let slopeX = min(abs(dx.lower), abs(dx.upper)) * size.width
    let slopeY = min(abs(dy.lower), abs(dy.upper)) * size.height
    let isOverX = hasSlopeY && (!hasSlopeX || slopeY >= slopeX)
    return .graph(
      Graph(
        cell: cell, isOverX: isOverX, slopes: (dx, dy), levels: found, straddled: straddled))
  }

  /// The indices of the ascending `levels` that lie in an interval.
  private static func levels(_ levels: [Double], in range: Interval) -> Range<Int> {
    let start = levels.partitioningIndex { $0 >= range.lower }
    let end = levels.partitioningIndex { $0 > range.upper }
    return start..<max(start, end)
  }
}

extension [Double] {
  /// The first index from which a condition holds, for a condition that holds from there on.
  fileprivate func partitioningIndex(where holds: (Double) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
