import Calculus
import Testing

@Suite struct ChiSquaredSurfaceTests {
  private func decay() throws -> Fit {
    let x = [0.0, 0.5, 1, 1.5, 2, 3, 4, 6]
    let y = [5.3, 4.1, 3.2, 2.6, 2.0, 1.5, 1.1, 0.9]
    let model = try FitModel("a*exp(-b*x) + c", columns: ["x", "y"])
    return Fit(model, to: try FitData(x: x, y: y))
  }

  @Test("The profile is the fit with the parameters held")
  func profile() throws {
    let fit = try decay()
    let surface = try ChiSquaredSurface(fit, over: ["b", "c"], near: try fit.solved())
    for (b, c) in [(0.7, 0.7), (0.5, 0.4), (1.2, 1.0)] {
      var held = fit
      held.fixed = ["b": b, "c": c]
      let expected = try held.solved().chiSquared
      let value = try #require(surface.value(at: [b, c]))
      #expect(abs(value - expected) < 1e-9 * expected)
      let gradient = try #require(surface.jet(at: [b, c])).gradient
      for axis in 0..<2 {
        var (low, high) = ([b, c], [b, c])
        low[axis] -= 1e-5
        high[axis] += 1e-5
        let slope = ((surface.value(at: high) ?? 0) - (surface.value(at: low) ?? 0)) / 2e-5
        #expect(abs(slope - gradient[axis]) < 1e-5 * max(1, abs(slope)))
      }
    }
  }

  @Test("The path of Levenberg–Marquardt goes down from the start to the best fit")
  func path() throws {
    let fit = try decay()
    let best = try fit.solved()
    let surface = try ChiSquaredSurface(fit, over: ["a", "b"], near: best)
    let path = surface.levenbergMarquardtTrail(from: ["a": 9, "b": 2])
    #expect(path.first == ["a": 9, "b": 2, "c": best["c"] ?? 0])
    let end = try #require(path.last)
    for name in ["a", "b", "c"] {
      #expect(abs((end[name] ?? .nan) - (best[name] ?? 0)) < 1e-8)
    }
    #expect(path.count < 30)
  }

  @Test("A name that is no parameter is refused")
  func unknown() throws {
    let fit = try decay()
    let best = try fit.solved()
    #expect(throws: FitError.unknownParameter("q", known: ["a", "b", "c"])) {
      _ = try ChiSquaredSurface(fit, over: ["a", "q"], near: best)
    }
  }
}
