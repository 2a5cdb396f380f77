import Geometry

/// What labels of curves keep away from.
struct LabelObstacles: Sendable {
  /// The inside of the frame.
  let panel: Box
  /// The centres of the markers, by abscissa.
  let markers: [Point]
  /// The boxes of the names of points.
  var names: [Box] = []
  /// The shafts of single vectors, with their widths.
  var vectors: [(shaft: Stretch, width: Double)] = []

  /// The obstacles in a panel with markers at the given places.
  init(panel: Box, markers: [Point] = []) {
    self.panel = panel
    self.markers = markers.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  /// The markers between two abscissae: there may be thousands, and few are near a label.
  func markers(from left: Double, to right: Double) -> ArraySlice<Point> {
    func firstIndex(from limit: Double) -> Int {
      var (low, high) = (0, markers.count)
      while low < high {
        let middle = (low + high) / 2
        if markers[middle].x < limit { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let first = firstIndex(from: left)
    return markers[first..<max(first, firstIndex(from: right.nextUp))]
  }

  /// Half the height of digits, per unit of size.
  static let halfHeight = 0.36
  private static let frameMargin = 18.0

  /// Whether text of `size` along `line` keeps away from all of them.
  func allow(_ line: Stretch, size: Double) -> Bool {
    let half = Self.halfHeight * size
    let inside = panel.grown(by: -(Self.frameMargin + half))
    guard inside.contains(line.start), inside.contains(line.end) else { return false }
    let markerRoom = Marker.reach + Marker.casing + half + 3
    let reach = line.box.grown(by: markerRoom)
    let near = markers(from: reach.minX, to: reach.maxX)
    if near.contains(where: { line.distance(to: $0) < markerRoom }) { return false }
    if names.contains(where: { line.distance(to: $0) < half + 5 }) { return false }
    return !vectors.contains { line.distance(to: $0.shaft) < half + $0.width / 2 + 5 }
  }
}
