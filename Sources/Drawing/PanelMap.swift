import Geometry

/// The way from the data's own coordinates to those of the page.
///
/// It subtracts before it scales: a window of a thousandth around 10^9 keeps its digits, which an
/// affine map would lose to cancellation.
struct PanelMap: Hashable, Sendable {
  /// The part of the plane that is shown.
  let window: Box
  /// Where it is shown, the ordinate downwards.
  let panel: Box
  private let scaleX: Double, scaleY: Double

  /// How far outside the panel a coordinate is kept as it is; farther ones are cut to this.
  private static let reach = 20_000.0

  /// The map of `window` to `panel`; `nil` for a window without extent.
  init?(from window: Box, to panel: Box) {
    let (width, height) = (window.width, window.height)
    guard width > 0, height > 0, width.isFinite, height.isFinite, window.minX.isFinite,
      window.minY.isFinite
    else { return nil }
    self.window = window
    self.panel = panel
    scaleX = panel.width / width
    scaleY = panel.height / height
    guard scaleX.isFinite, scaleY.isFinite else { return nil }
  }

  /// The place of a point on the page.
  func callAsFunction(_ point: Point) -> Point {
    let x = panel.minX + (point.x - window.minX) * scaleX
    let y = panel.maxY - (point.y - window.minY) * scaleY
    return Point(
      min(max(x, panel.minX - Self.reach), panel.maxX + Self.reach),
      min(max(y, panel.minY - Self.reach), panel.maxY + Self.reach))
  }

  /// The image of a path; pieces with coordinates that are not finite are left out.
  func callAsFunction(_ path: Path) -> Path {
    Path(path.subpaths.compactMap { subpath in callAsFunction(subpath) })
  }

  private func callAsFunction(_ subpath: Subpath) -> Subpath? {
    guard subpath.start.isFinite, subpath.segments.allSatisfy(\.isFinite) else { return nil }
    let segments = subpath.segments.map { segment in
      switch segment {
      case .line(let end): Segment.line(self(end))
      case .cubic(let a, let b, let end): Segment.cubic(self(a), self(b), self(end))
      }
    }
    return Subpath(start: self(subpath.start), segments: segments, isClosed: subpath.isClosed)
  }
}

extension Segment {
  /// Whether all coordinates are finite.
  fileprivate var isFinite: Bool {
    switch self {
    case .line(let end): end.isFinite
    case .cubic(let a, let b, let end): a.isFinite && b.isFinite && end.isFinite
    }
  }
}
