import Calculus
import Geometry

extension CellSearch {
  /// Extrema nearer to one another than this (in pixels) are painted as one by any line.
  private static var spacing: Double { 2 }
  /// So many of them in a row are a band; fewer beside one.
  private static var leastCount: Int { 8 }
  private static var leastCountBesideBand: Int { 2 }

  /// The elements, with bands for lines that turn again and again within two pixels.
  ///
  /// Such a line fills all between its crests and troughs; the band is the same picture by a few
  /// points. Its outline goes through the crests and troughs themselves.
  func condensed() -> [GraphElement] {
    var result: [GraphElement] = []
    var start = 0
    while start < elements.count {
      guard case .line = elements[start] else {
        result.append(elements[start])
        start += 1
        continue
      }
      var end = start
      while end < elements.count, case .line = elements[end] { end += 1 }
      let isBesideBand = isBand(start - 1) || isBand(end)
      result += condensed(
        elements[start..<end],
        leastCount: isBesideBand ? Self.leastCountBesideBand : Self.leastCount)
      start = end
    }
    return result
  }

  private func isBand(_ index: Int) -> Bool {
    guard elements.indices.contains(index), case .band = elements[index] else { return false }
    return true
  }

  /// Neighbouring lines, with bands from the first to the last of many extrema in a row.
  private func condensed(
    _ lines: ArraySlice<GraphElement>, leastCount: Int
  ) -> [GraphElement] {
    let turns = extrema(of: lines)
    guard turns.count >= leastCount else { return Array(lines) }
    var result: [GraphElement] = []
    var next = lines.startIndex
    var first = 0
    while first < turns.count {
      var last = first
      while last + 1 < turns.count,
        (turns[last + 1].x - turns[last].x) / view.pixelWidth < Self.spacing
      {
        last += 1
      }
      if last - first + 1 >= leastCount {
        result += lines[next..<turns[first].element]
        for (a, b) in zip(turns[first..<last], turns[(first + 1)...last]) {
          result.append(
            .band(from: a.x, to: b.x, lower: min(a.y, b.y), upper: max(a.y, b.y)))
        }
        next = turns[last].element
      }
      first = last + 1
    }
    return result + lines[next...]
  }

  /// The ends of cells where the graph turns, each with the element that starts there.
  private func extrema(
    of lines: ArraySlice<GraphElement>
  ) -> [(x: Double, y: Double, element: Int)] {
    var found: [(x: Double, y: Double, element: Int)] = []
    var (direction, height) = (0.0, Double.nan)
    for (index, element) in zip(lines.indices, lines) {
      guard case .line(let from, let to) = element else { continue }
      if height.isNaN { height = ends(from) }
      let next = ends(to)
      let step = next - height
      if step * direction < 0 { found.append((from, height, index)) }
      if step != 0 { direction = step }
      height = next
    }
    return found
  }
}
