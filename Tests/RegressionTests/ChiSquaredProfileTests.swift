import Plotting
import Testing

@testable import Regression

/// χ² over one parameter, and the fills of models with more than two.
@Suite struct ChiSquaredProfileTests {
  private static let growth = [
    "sample:saturation", "--model", "a (1 - exp(-b x))", "--error", "sigma",
  ]

  @Test("The ends of an interval raise chi-squared by its level, the others at their best")
  func ends() throws {
    let run = try FitRun(ChiSquaredMap.self, Self.growth + ["--over", "b"])
    let least = run.number("chiSquared")
    for (index, delta) in [1.0, 4.0].enumerated() {
      #expect(run.number("intervals", "\(index)", "deltaChiSquared") == delta)
      for side in ["from", "to"] {
        var setting = Setting()
        setting.constants = ["b": run.number("intervals", "\(index)", side)]
        let held = try FitRun(CurveFit.self, Self.growth, in: setting)
        #expect(abs(held.number("chiSquared") - least - delta) < 1e-7)
      }
    }
    // The valley is bent: the true interval is not symmetric.
    let best = run.parameters()["b"] ?? 0
    let low = best - run.number("intervals", "0", "from")
    let high = run.number("intervals", "0", "to") - best
    #expect(high > 1.02 * low)
  }

  @Test("Of a linear model the interval is the standard error")
  func line() throws {
    let run = try FitRun(
      ChiSquaredMap.self, ["sample:pearson", "--error", "sigma_y", "--over", "b"])
    let error = run.parameters("standardError")["b"] ?? 0
    let best = run.parameters()["b"] ?? 0
    #expect(abs(run.number("intervals", "0", "to") - best - error) < 1e-12)
    #expect(abs(best - run.number("intervals", "1", "from") - 2 * error) < 1e-12)
    #expect(abs(run.number("ellipses", "0", "axes", "0") - error) < 1e-12)
  }

  @Test("A model of one parameter has its curve")
  func single() throws {
    let run = try FitRun(
      ChiSquaredMap.self, ["sample:hubble", "--model", "h x"])
    let best = run.parameters()["h"] ?? 0
    let error = run.parameters("standardError")["h"] ?? 0
    #expect(abs(run.number("intervals", "0", "to") - best - error) < 1e-9 * best)
    #expect(run.composition.scene?.panel.kind == .graph)
  }

  @Test("The joint region reaches farther than one parameter's error")
  func projections() throws {
    let run = try FitRun(ChiSquaredMap.self, Self.growth)
    for name in ["a", "b"] {
      let sigma = ["0", "1"].map { run.number("projections", name, "sigma", $0) }
      let joint = ["0", "1"].map { run.number("projections", name, "joint68", $0) }
      #expect(joint[0] < sigma[0] && sigma[1] < joint[1])
    }
  }

  @Test("The reach of the true region is where the other parameter's best leaves Δχ² = 1")
  func profiles() throws {
    let run = try FitRun(ChiSquaredMap.self, Self.growth)
    let alone = try FitRun(ChiSquaredMap.self, Self.growth + ["--over", "b"])
    for (place, side) in ["from", "to"].enumerated() {
      let reach = run.number("projections", "b", "profile", "\(place)")
      #expect(abs(reach - alone.number("intervals", "0", side)) < 1e-4)
    }
  }

  @Test("The joint region of a line reaches as far as its ellipse")
  func linear() throws {
    let run = try FitRun(ChiSquaredMap.self, ["sample:hubble", "--model", "a + h x"])
    for (place, name) in ["a", "h"].enumerated() {
      let best = run.parameters()[name] ?? 0
      let half = run.number("ellipses", "1", "extent", name)
      #expect(run.number("ellipses", "1", "deltaChiSquared") == 2.3, "\(place)")
      #expect(abs(run.number("projections", name, "joint68", "0") - best + half) < 1e-5 * half)
      #expect(abs(run.number("projections", name, "joint68", "1") - best - half) < 1e-5 * half)
    }
  }

  @Test("An open region has no end where it is open, and the words say so")
  func open() throws {
    // A decay that is as good as straight: any height goes with a slow enough rate.
    let table = """
      x,y
      0.185,3.9016
      0.363,3.5647
      0.47,3.6268
      0.519,3.2836
      0.562,2.9039
      2.127,2.0663
      3.04,2.2595
      3.982,1.402
      4.703,1.1359
      """
    try TestFile.with(table) { path in
      let run = try FitRun(
        ChiSquaredMap.self,
        [path, "--model", "a exp(-b x) + c", "--over", "a,c", "--start", "a=4,b=0.7,c=1"])
      #expect(abs(run.number("projections", "a", "joint68", "0") - 2.44) < 0.01)
      #expect(run.value("projections", "a", "joint68", "1") == .null)
      #expect(run.value("projections", "c", "joint68", "0") == .null)
      #expect(abs(run.number("projections", "c", "joint68", "1") - 1.62) < 0.01)
      #expect(run.composition.description.contains("from a = 2.44 to beyond "))
      let window = try #require(run.composition.scene?.panel.window)
      #expect(window.width < 40)
    }
  }

  @Test("The areas of a sampled profile hold what is above their level")
  func grid() throws {
    // (x/2)² + y² on a lattice: an ellipse.
    let window = Box(minX: -3, minY: -2, maxX: 3, maxY: 2)
    let grid = try #require(
      ProfileGrid({ p in (p.x * p.x / 4 + p.y * p.y, Point(p.x / 2, 2 * p.y)) }, in: window))
    let region = grid.region(above: 1)
    for point in [Point(0, 0), Point(1.9, 0), Point(0, -0.95), Point(1, 0.8)] {
      #expect(!region.contains(point))
    }
    for point in [Point(2.1, 0), Point(-2.9, 1.9), Point(0, 1.05), Point(-1.2, -0.9)] {
      #expect(region.contains(point))
    }
    let curves = grid.curves(at: 1)
    #expect(curves.count == 1)
    for subpath in curves[0].subpaths {
      for cubic in subpath.cubics {
        #expect(abs(cubic.p0.x * cubic.p0.x / 4 + cubic.p0.y * cubic.p0.y - 1) < 2e-3)
      }
    }
    // A level that meets the window's edge is open there.
    #expect(grid.curves(at: 5).count == 4)
    #expect(grid.curves(at: 100).isEmpty)
    #expect(ProfileGrid({ _ in nil }, in: window) == nil)
  }

  @Test("Of three parameters the landscape is filled, and the third is at its best")
  func fills() throws {
    let run = try FitRun(
      ChiSquaredMap.self,
      ["sample:decay", "--model", "a exp(-b x) + c", "--error", "sigma", "--over", "b,c"])
    let stage = try #require(run.composition.scene?.stages.first)
    let regions = stage.marks.filter { if case .region = $0 { true } else { false } }
    #expect(regions.count > 3)
  }
}
