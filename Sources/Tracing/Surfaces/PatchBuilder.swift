import Calculus
import Geometry

/// Finds what a surface is over the cells of a lattice.
///
/// A cell is a face where all corners are shown and intervals prove that the function is continuous
/// on it. Others are quartered, and the smallest parts are cut: along the border of the domain,
/// found on their sides by bisection, and at the lowest and highest shown height, so that a pole
/// leaves the box and does not flatten the rest. A smallest part on which the function jumps is cut
/// there as well: nothing is drawn between two sides of a jump. A cell of which no part was cut is one
/// face after all, for intervals may be too careful.
struct PatchBuilder {
  /// A part of the floor with the values at its corners, in the order of the quarters.
  private struct Cell {
    var x0: Double, x1: Double, y0: Double, y1: Double
    var values: (Double, Double, Double, Double)
  }

  private let field: ScalarField
  private let heights: ClosedRange<Double>
  /// The number of parts that may still be looked at.
  private var budget: Int
  /// How many smallest parts were cut because the function jumps there.
  private(set) var jumps = 0
  /// Whether the budget ran out, so that borders are cut more coarsely.
  private(set) var isCutShort = false

  /// Cells are quartered so many times at most.
  private let deepest: Int

  init(_ field: ScalarField, heights: ClosedRange<Double>, depth: Int, budget: Int) {
    deepest = depth
    self.field = field
    self.heights = heights
    self.budget = budget
  }

  /// The surface over a cell with the given values at its corners, in the order of the quarters.
  mutating func patch(
    over box: Box, values: (Double, Double, Double, Double)
  ) -> SurfacePatch {
    patch(
      Cell(x0: box.minX, x1: box.maxX, y0: box.minY, y1: box.maxY, values: values), depth: 0)
  }

  private func isShown(_ value: Double) -> Bool { value.isFinite && heights.contains(value) }

  private mutating func patch(_ cell: Cell, depth: Int) -> SurfacePatch {
    let enclosure = field.enclosure(Interval(cell.x0, cell.x1), Interval(cell.y0, cell.y1))
    if enclosure.isEmpty || enclosure.upper < heights.lowerBound
      || enclosure.lower > heights.upperBound
    {
      return .empty
    }
    let (a, b, c, d) = cell.values
    let isWhole = isShown(a) && isShown(b) && isShown(c) && isShown(d)
    if isWhole && enclosure.isContinuous { return .face(corners(cell)) }
    if depth == deepest || budget < 4 {
      if depth < deepest { isCutShort = true }
      return smallest(cell, isWhole: isWhole, mayJump: !enclosure.isContinuous)
    }
    budget -= 4
    let parts = quarters(cell).map { patch($0, depth: depth + 1) }
    let isOneFace = isWhole && parts.allSatisfy { $0.isFace && isUncut($0) }
    return isOneFace ? .face(corners(cell)) : .quarters(parts)
  }

  /// Whether a face is that of a whole rectangle.
  private func isUncut(_ patch: SurfacePatch) -> Bool {
    guard case .face(let corners) = patch, corners.count == 4 else { return false }
    return corners[0].x == corners[3].x && corners[1].x == corners[2].x
      && corners[0].y == corners[1].y && corners[2].y == corners[3].y
  }

  private func corners(_ cell: Cell) -> [SpacePoint] {
    [
      SpacePoint(cell.x0, cell.y0, cell.values.0), SpacePoint(cell.x1, cell.y0, cell.values.1),
      SpacePoint(cell.x1, cell.y1, cell.values.3), SpacePoint(cell.x0, cell.y1, cell.values.2),
    ]
  }

  private func quarters(_ cell: Cell) -> [Cell] {
    let x = cell.x0 / 2 + cell.x1 / 2
    let y = cell.y0 / 2 + cell.y1 / 2
    let (a, b, c, d) = cell.values
    let middle = field.value(x, y)
    let low = field.value(x, cell.y0)
    let high = field.value(x, cell.y1)
    let left = field.value(cell.x0, y)
    let right = field.value(cell.x1, y)
    return [
      Cell(x0: cell.x0, x1: x, y0: cell.y0, y1: y, values: (a, low, left, middle)),
      Cell(x0: x, x1: cell.x1, y0: cell.y0, y1: y, values: (low, b, middle, right)),
      Cell(x0: cell.x0, x1: x, y0: y, y1: cell.y1, values: (left, middle, c, high)),
      Cell(x0: x, x1: cell.x1, y0: y, y1: cell.y1, values: (middle, right, high, d)),
    ]
  }

  // MARK: The smallest parts

  private mutating func smallest(_ cell: Cell, isWhole: Bool, mayJump: Bool) -> SurfacePatch {
    let corners = corners(cell)
    // The corners in turn, with what is met on the sides; a gap where the function jumps.
    var ring: [[SpacePoint]] = [[]]
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % 4]
      if corner.z.isFinite { ring[ring.count - 1].append(corner) }
      if corner.z.isFinite != next.z.isFinite {
        ring[ring.count - 1].append(
          corner.z.isFinite ? border(corner, next) : border(next, corner))
      } else if mayJump, let (before, after) = jump(corner, next) {
        ring[ring.count - 1].append(before)
        ring.append([after])
      }
    }
    if ring.count == 1 && isWhole { return .face(corners) }
    if ring.count > 1 {
      jumps += 1
      ring[0] = ring.removeLast() + ring[0]
    }
    let (low, high) = (heights.lowerBound, heights.upperBound)
    let sides = ring.map { $0.clipped { $0.z - low }.clipped { high - $0.z } }.filter {
      $0.count > 2
    }
    return sides.isEmpty ? .empty : sides.count == 1 ? .face(sides[0]) : .sides(sides)
  }

  /// The last point where the function is defined, on the way from one to where it is not.
  private func border(_ start: SpacePoint, _ end: SpacePoint) -> SpacePoint {
    var (inside, outside) = (start, end)
    for _ in 0..<40 {
      let middle = inside.floor.interpolated(to: outside.floor, at: 0.5)
      let z = field.value(middle.x, middle.y)
      if z.isFinite {
        inside = SpacePoint(over: middle, z)
      } else {
        outside = SpacePoint(over: middle, z)
      }
    }
    return inside
  }

  /// The two sides of a jump between two points, or `nil` where the function does not jump: where
  /// halving the way in the end halves the difference.
  private func jump(_ start: SpacePoint, _ end: SpacePoint) -> (SpacePoint, SpacePoint)? {
    guard start.z.isFinite, end.z.isFinite else { return nil }
    let shown = heights.upperBound - heights.lowerBound
    let difference = abs(end.z - start.z)
    guard difference > shown / 100 else { return nil }
    var (a, b) = (start, end)
    for _ in 0..<30 {
      let floor = a.floor.interpolated(to: b.floor, at: 0.5)
      let middle = SpacePoint(over: floor, field.value(floor.x, floor.y))
      guard middle.z.isFinite else { break }
      if abs(middle.z - a.z) > abs(b.z - middle.z) { b = middle } else { a = middle }
      if abs(b.z - a.z) < difference / 4 { return nil }
    }
    return (a, b)
  }
}
