import Geometry

/// What labels of curves keep away from.
struct LabelObstacles: Sendable {
  /// The inside of the frame.
  let panel: Box
  /// The centres of the markers.
  var markers: [Point] = []
  /// The boxes of the names of points.
  var names: [Box] = []
  /// The shafts of single vectors, with their widths.
  var vectors: [(shaft: Stretch, width: Double)] = []

  /// Half the height of digits, per unit of size.
  static let halfHeight = 0.36
  private static let frameMargin = 18.0

  /// Whether text of `size` along `line` keeps away from all of them.
  func allow(_ line: Stretch, size: Double) -> Bool {
    let half = Self.halfHeight * size
    let inside = panel.grown(by: -(Self.frameMargin + half))
    guard inside.contains(line.start), inside.contains(line.end) else { return false }
    let markerRoom = Marker.reach + Marker.casing + half + 3
    if markers.contains(where: { line.distance(to: $0) < markerRoom }) { return false }
    if names.contains(where: { line.distance(to: $0) < half + 5 }) { return false }
    return !vectors.contains { line.distance(to: $0.shaft) < half + $0.width / 2 + 5 }
  }
}
