import Geometry
import Glibc

/// A picture by depth buffer that knows nothing of the library's order: its own projection, its own
/// triangles, a depth for each pixel.
struct DepthBuffer {
  static let width = 320, height = 240
  /// What is in front at each pixel: a number of the caller's, −1 for nothing.
  private(set) var front = [Int](repeating: -1, count: width * height)
  private var depth = [Double](repeating: -.infinity, count: width * height)
  /// Half the extent of the picture in scaled units.
  let extent: Double

  init(extent: Double) { self.extent = extent }

  /// Where a point is seen, in pixels, and how near it is.
  static func look(
    _ p: (Double, Double, Double), azimuth: Double, elevation: Double, extent: Double
  ) -> (x: Double, y: Double, depth: Double) {
    let a = azimuth * Double.pi / 180
    let e = elevation * Double.pi / 180
    let (x, y, z) = p
    let right = -sin(a) * x + cos(a) * y
    let up = -sin(e) * cos(a) * x - sin(e) * sin(a) * y + cos(e) * z
    let near = cos(e) * cos(a) * x + cos(e) * sin(a) * y + sin(e) * z
    let scale = Double(height) / (2 * extent)
    return (right * scale + Double(width) / 2, Double(height) / 2 - up * scale, near)
  }

  /// Draws a triangle; the nearest wins at each pixel.
  mutating func draw(
    _ id: Int, _ a: (x: Double, y: Double, depth: Double),
    _ b: (x: Double, y: Double, depth: Double), _ c: (x: Double, y: Double, depth: Double)
  ) {
    let area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
    guard area != 0 else { return }
    let (minX, maxX) = (min(a.x, b.x, c.x), max(a.x, b.x, c.x))
    let (minY, maxY) = (min(a.y, b.y, c.y), max(a.y, b.y, c.y))
    for row in max(0, Int(minY))...max(0, min(Self.height - 1, Int(maxY))) {
      for column in max(0, Int(minX))...max(0, min(Self.width - 1, Int(maxX))) {
        let (x, y) = (Double(column) + 0.5, Double(row) + 0.5)
        let s = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area
        let t = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area
        guard s >= 0, t >= 0, s + t <= 1 else { continue }
        let near = a.depth + s * (b.depth - a.depth) + t * (c.depth - a.depth)
        let index = row * Self.width + column
        if near > depth[index] {
          depth[index] = near
          front[index] = id
        }
      }
    }
  }
}

/// A picture by painting over: the last one at a pixel is seen.
struct PaintedPixels {
  private(set) var front = [Int](
    repeating: -1, count: DepthBuffer.width * DepthBuffer.height)
  let extent: Double

  init(extent: Double) { self.extent = extent }

  /// Paints the inside of a polygon given in picture units by the even-odd rule.
  mutating func paint(_ polygon: [Point], _ id: Int) {
    let scale = Double(DepthBuffer.height) / (2 * extent)
    let corners = polygon.map {
      Point(
        $0.x * scale + Double(DepthBuffer.width) / 2,
        Double(DepthBuffer.height) / 2 - $0.y * scale)
    }
    guard let box = Box(containing: corners) else { return }
    for row in max(0, Int(box.minY))...max(0, min(DepthBuffer.height - 1, Int(box.maxY))) {
      let y = Double(row) + 0.5
      var crossings: [Double] = []
      for (index, a) in corners.enumerated() {
        let b = corners[(index + 1) % corners.count]
        if (a.y <= y) != (b.y <= y) {
          crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let first = max(0, Int((crossings[pair] - 0.5).rounded(.up)))
        let last = min(DepthBuffer.width - 1, Int((crossings[pair + 1] - 0.5).rounded(.down)))
        if first <= last {
          for column in first...last { front[row * DepthBuffer.width + column] = id }
        }
      }
    }
  }
}
