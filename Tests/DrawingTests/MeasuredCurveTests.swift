import Geometry
import Testing

@testable import Drawing

struct MeasuredCurveTests {
  private let circle = Path(circle: Point(50, 50), radius: 40).subpaths[0]
  private let line = Subpath(
    start: .zero, segments: [.line(Point(100, 0)), .line(Point(100, 60)), .line(Point(220, 60))])

  @Test("the length is that of the curve, a little short")
  func length() throws {
    let round = try #require(MeasuredCurve(circle))
    #expect(round.isClosed)
    #expect(round.length < 80 * Double.pi && round.length > 79.5 * Double.pi)
    let open = try #require(MeasuredCurve(line))
    #expect(!open.isClosed)
    #expect(abs(open.length - 280) < 1e-9)
    #expect(open.point(at: 130).distance(to: Point(100, 30)) < 1e-9)
  }

  @Test("a gap anywhere on a closed curve leaves one open piece", arguments: 0...20)
  func closedGap(step: Int) throws {
    let curve = try #require(MeasuredCurve(circle))
    let middle = curve.length * Double(step) / 20
    let pieces = curve.without(15, around: middle)
    #expect(pieces.count == 1)
    let piece = try #require(pieces.first.flatMap { MeasuredCurve($0) })
    #expect(!piece.isClosed)
    #expect(abs(piece.length - (curve.length - 30)) < 0.5)
    #expect(piece.samples[0].point.distance(to: curve.point(at: middle + 15)) < 0.5)
    #expect(piece.samples.allSatisfy { abs($0.point.distance(to: Point(50, 50)) - 40) < 0.1 })
  }

  @Test("a gap on an open curve leaves two pieces that add up", arguments: [20.0, 100, 130, 230])
  func openGap(middle: Double) throws {
    let curve = try #require(MeasuredCurve(line))
    let pieces = curve.without(10, around: middle).compactMap { MeasuredCurve($0) }
    #expect(pieces.count == 2)
    #expect(abs(pieces.reduce(0) { $0 + $1.length } - 260) < 1e-6)
    #expect(abs(pieces[0].length - (middle - 10)) < 1e-6)
  }

  @Test("a piece within one cubic keeps to it")
  func partOfOneCubic() throws {
    let curve = try #require(
      MeasuredCurve(Subpath(cubics: [CubicCurve(line: .zero, Point(90, 0))])))
    let part = curve.part(from: 10, to: 80)
    #expect(part.count == 1)
    #expect(part[0].p0.distance(to: Point(10, 0)) < 1e-9)
    #expect(part[0].p3.distance(to: Point(80, 0)) < 1e-9)
  }

  @Test("curves without length are measured without a trap")
  func degenerate() throws {
    #expect(MeasuredCurve(Subpath(start: .zero)) == nil)
    let dot = try #require(MeasuredCurve(Subpath(start: .zero, segments: [.line(.zero)])))
    #expect(dot.length == 0)
    #expect(dot.point(at: 5) == .zero)
    _ = dot.without(3, around: 0)
  }
}
