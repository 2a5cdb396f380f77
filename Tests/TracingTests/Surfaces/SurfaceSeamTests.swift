import Calculus
import Geometry
import Testing

@testable import Tracing

/// No viewer shows the paper between regions, however it magnifies.
struct SurfaceSeamTests {
  /// How much of the paper shows at each pixel when regions are painted with soft edges.
  private func paper(_ regions: [ShadedRegion], _ width: Int, _ scale: Double) -> [Double] {
    var paper = [Double](repeating: 1, count: width * width)
    let parts = 4
    for region in regions {
      let corners = region.outline.map {
        Point(($0.x * scale + 0.5) * Double(width), ($0.y * scale + 0.5) * Double(width))
      }
      guard let box = Box(containing: corners) else { continue }
      for row in max(0, Int(box.minY))...max(0, min(width - 1, Int(box.maxY))) {
        for column in max(0, Int(box.minX))...max(0, min(width - 1, Int(box.maxX))) {
          var inside = 0
          for sample in 0..<(parts * parts) {
            let x = Double(column) + (Double(sample % parts) + 0.5) / Double(parts)
            let y = Double(row) + (Double(sample / parts) + 0.5) / Double(parts)
            var isInside = false
            for (index, a) in corners.enumerated() {
              let b = corners[(index + 1) % corners.count]
              if (a.y <= y) != (b.y <= y), x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) {
                isInside.toggle()
              }
            }
            if isInside { inside += 1 }
          }
          paper[row * width + column] *= 1 - Double(inside) / Double(parts * parts)
        }
      }
    }
    return paper
  }

  @Test(
    "inside a surface no paper shows between faces", arguments: [90, 350, 1100])
  func seams(width: Int) throws {
    for (source, angles) in [
      ("1.5 exp(-(x-0.4)^2-y^2)", (-52.0, 30.0)), ("(x^3 - 3x y^2)/6", (20, 50)),
      ("sin(2x) cos(2y)", (137, 70)),
    ] {
      let mesh = SurfaceMesh(
        of: [try Expression(source, variables: ["x", "y"])],
        over: Box(minX: -2, minY: -2, maxX: 2, maxY: 2), heights: -5...5, cells: 40)
      let view = SpaceView(
        azimuth: angles.0, elevation: angles.1, centre: SpacePoint(0, 0, 0),
        scale: SpacePoint(1, 1, 1))
      // The picture is made for 350 pixels and shown smaller and larger.
      let paper = paper(mesh.regions(from: view, pixel: 6.5 / 350), width, 1 / 6.5)
      var (worst, inner, faults) = (0.0, 0, 0)
      for row in 3..<(width - 3) {
        for column in 3..<(width - 3) {
          let around = [(-3, 0), (3, 0), (0, -3), (0, 3), (-2, -2), (2, 2), (2, -2), (-2, 2)]
          guard around.allSatisfy({ paper[(row + $0.0) * width + column + $0.1] < 0.3 }) else {
            continue
          }
          inner += 1
          worst = max(worst, paper[row * width + column])
          if paper[row * width + column] > 0.02 { faults += 1 }
        }
      }
      #expect(inner > width * width / 10)
      print("paper between faces of \(source), \(width) pixels: \(faults) of \(inner), \(worst)")
      #expect(worst < 0.1, "\(source), \(width) pixels")
      // At folds of a thumbnail a face is thinner than a pixel.
      let isThumbnail = width < 300
      #expect(isThumbnail || Double(faults) < 0.001 * Double(inner), "\(source), \(width) pixels")
    }
  }
}
