import Calculus
import Geometry
import Testing

@testable import Tracing

/// Regions have the right area, holes and borders.
struct RegionTests {
  /// The area inside a path by the even-odd rule: loops count by their depth.
  ///
  /// The loops of a region are disjoint and directed with the region on their left, so their signed
  /// areas add up.
  static func area(_ path: Path) -> Double {
    path.subpaths.reduce(0) { sum, subpath in
      var points = [subpath.start]
      for cubic in subpath.cubics {
        for step in 1...64 { points.append(cubic.point(at: Double(step) / 64)) }
      }
      var twice = 0.0
      for index in points.indices {
        twice += points[index].cross(points[(index + 1) % points.count])
      }
      return sum + twice / 2
    }
  }

  /// Expression, level, area of the region above it in [−3, 3]².
  static let areas: [(String, Double, Double)] = [
    ("4 - x^2 - y^2", 0, 4 * Double.pi), ("x^2+y^2", 4, 36 - 4 * Double.pi), ("x", 1, 12),
    ("x + y", 0, 18), ("x y", 0, 18), ("x", -5, 36), ("x", 5, 0), ("x", -3, 36),
    ("sin(x)cos(y)", 0, 18), ("(x^2+y^2-1)(4-x^2-y^2)", 0, 3 * Double.pi),
    ("sqrt(4-x^2-y^2)", 1, 3 * Double.pi), ("abs(x)+abs(y)", 1, 34),
    ("floor(x)", 0.5, 12), ("sign(x y)", 0.5, 18), ("1/x", 0, 18), ("ln(x)", 0, 12),
  ]

  @Test("the region above a level has its area, to a few hundredths of the length in pixels")
  func regions() throws {
    for (source, level, area) in Self.areas {
      let set = try LevelSetTests.trace(source, [level], withRegions: true)
      let region = try #require(set.regions.first)
      let found = Self.area(region.path)
      #expect(abs(found - area) < 0.06, "\(source) ≥ \(level): \(found), wanted \(area)")
    }
  }

  @Test("the domain of a function is found")
  func domain() throws {
    let disc = try LevelSetTests.trace("sqrt(4-x^2-y^2)", [1], withRegions: true)
    #expect(abs(Self.area(disc.domain) - 4 * Double.pi) < 0.06)
    let half = try LevelSetTests.trace("ln(x) + y", [0], withRegions: true)
    #expect(abs(Self.area(half.domain) - 18) < 0.06)
    let all = try LevelSetTests.trace("x^2+y^2", [4], withRegions: true)
    #expect(all.domain.subpaths.map(\.segments.count) == [4] || all.domain.subpaths.count == 1)
    #expect(abs(Self.area(all.domain) - 36) < 1e-12)
    #expect(try LevelSetTests.trace("sqrt(-1-x^2)", [0], withRegions: true).domain.isEmpty)
  }

  @Test("regions are nested: each lies in the one before")
  func nesting() throws {
    let levels = [-6.0, -3, -1, 0, 1, 3, 6]
    let set = try LevelSetTests.trace(CurveAccuracyTests.sources[2].0, levels, withRegions: true)
    let areas = set.regions.map { Self.area($0.path) }
    #expect(areas == areas.sorted(by: >))
    #expect(areas.first.map { $0 < 36 } ?? false)
  }

  @Test("every loop of a region is closed")
  func closedLoops() throws {
    for (source, level, _) in Self.areas {
      let set = try LevelSetTests.trace(source, [level], withRegions: true)
      for region in set.regions {
        for loop in region.path.subpaths {
          #expect(loop.isClosed)
          #expect(loop.end.distance(to: loop.start) < 1e-9, "\(source) ≥ \(level)")
        }
      }
    }
  }
}
