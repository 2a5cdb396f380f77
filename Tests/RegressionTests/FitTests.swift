import Plotting
import Testing

@testable import Regression

@Suite struct FitTests {
  @Test("Given errors are believed where the model goes through all points")
  func exactWithErrors() throws {
    try TestFile.with("x,y,s\n1,2,0.1\n2,4.5,0.2\n") { path in
      let run = try FitRun(CurveFit.self, [path, "--x", "x", "--y", "y", "--error", "s"])
      // σ² of the slope is 0.1² + 0.2², of the intercept 0.2² + 0.2².
      #expect(abs(run.parameters("standardError")["b"].map { $0 * $0 - 0.05 } ?? 1) < 1e-15)
      #expect(abs(run.parameters("standardError")["a"].map { $0 * $0 - 0.08 } ?? 1) < 1e-15)
      #expect(run.composition.description.contains("a = −0.50 ± 0.28, b = 2.50 ± 0.22"))
    }
  }

  @Test("Without any word there is a figure of a sample, and it says so")
  func nothing() throws {
    let run = try FitRun(CurveFit.self, [])
    #expect(run.composition.notices == ["no data given: this is sample:decay"])
    #expect(run.number("points") == 15)
    #expect(Set(run.parameters().keys) == ["a", "b", "c"])
  }

  @Test("The line of Anscombe has the numbers of the textbook formulas")
  func line() throws {
    let run = try FitRun(CurveFit.self, ["sample:anscombe", "--x", "x1", "--y", "y1"])
    let (value, error) = (run.parameters(), run.parameters("standardError"))
    #expect(abs((value["b"] ?? 0) - 0.500091) < 1e-6)
    #expect(abs((value["a"] ?? 0) - 3.000091) < 1e-6)
    #expect(abs(run.number("chiSquared") - 13.76269) < 1e-5)
    #expect(abs((error["b"] ?? 0) - 0.117906) < 1e-6)
    #expect(abs((error["a"] ?? 0) - 1.124747) < 1e-6)
    #expect(run.value("pValue") == .null)
    #expect(
      run.composition.description
        == "Least-squares fit of y1 = a + b*x to 11 points of sample:anscombe: a = 3.0 ± 1.1, "
        + "b = 0.50 ± 0.12. Sum of squares 13.763 for 9 degrees of freedom, residual standard "
        + "deviation 1.237.")
  }

  @Test("Columns are found by their place, their header or the name made of it")
  func columns() throws {
    let text = "name,time (s),e\nu,0,1\nv,1,3\nw,2,5\n"
    try TestFile.with(text) { path in
      for words in [
        [], ["--x", "time (s)"], ["--y", "e"], ["--y", "e_", "--model", "a + b*time_s"],
        ["--y", "2e_ - e_", "--model", "a + b time_s"],
      ] {
        let run = try FitRun(CurveFit.self, [path] + words)
        #expect(run.parameters() == ["a": 1, "b": 2], "\(words)")
      }
    }
  }

  @Test("A constant of the setting is held, a start tells how letters stand together")
  func names() throws {
    var setting = Setting()
    setting.constants = ["c": 1]
    let text = "x,y\n0,1\n1,3\n2,5\n"
    try TestFile.with(text) { path in
      let held = try FitRun(CurveFit.self, [path, "--model", "c + b x"], in: setting)
      #expect(held.parameters() == ["b": 2])
      let told = try FitRun(CurveFit.self, [path, "--model", "bx+a", "--start", "a=0,b=0"])
      #expect(told.parameters() == ["a": 1, "b": 2])
      let order = try FitRun(CurveFit.self, [path, "--model", "b2 x + b1", "--start", "1,1"])
      #expect(order.value("parameters", "0", "name") == .string("b1"))
    }
  }

  @Test("Trees have the volume of cones between cylinders")
  func trees() throws {
    let run = try FitRun(
      CurveFit.self,
      ["sample:trees", "--y", "ln(volume)", "--model", "a + b ln(girth) + c ln(height)", "--bands"])
    #expect(abs((run.parameters()["b"] ?? 0) - 1.98265) < 1e-5)
    #expect(abs((run.parameters()["c"] ?? 0) - 1.11712) < 1e-5)
    #expect(abs(run.number("residualStandardDeviation") - 0.08139) < 1e-5)
    #expect(
      run.composition.notices == ["a model of several columns has no bands over one of them"])
  }

  @Test("Points that a model meets leave nothing over")
  func perfect() throws {
    try TestFile.with("x,y\n1,2\n2,4\n3,6\n4,8\n") { path in
      let run = try FitRun(CurveFit.self, [path, "--bands", "--squares"])
      #expect(abs(run.parameters()["a"] ?? 1) < 1e-14)
      #expect(run.parameters()["b"] == 2)
      #expect(run.number("chiSquared") < 1e-28)
      #expect(run.value("outcome") == .string("exact"))
      #expect(
        run.composition.description
          == "Least-squares fit of y = a + b*x to 4 points of \(path): a = 0, b = 2. Sum of "
          + "squares 0 for 2 degrees of freedom, residual standard deviation 0. The model goes "
          + "through all points.")
    }
    try TestFile.with("x,y\n1,2\n2,4\n") { path in
      let run = try FitRun(CurveFit.self, [path, "--bands"])
      #expect(run.value("parameters", "0", "standardError") == .null)
      #expect(run.number("degreesOfFreedom") == 0)
    }
  }

  @Test("Residual squares have the residuals as sides on the page")
  func squares() throws {
    let run = try FitRun(CurveFit.self, ["sample:hubble", "--squares"])
    let scene = try #require(run.composition.scene)
    let boxes = PanelArrangement(of: scene.panels, on: .slide).boxes
    let stage = try #require(scene.stages.first { $0.name == "squares" })
    var count = 0
    for case .region(let path, _) in stage.marks {
      let hull = try #require(path.hull)
      let width = hull.width / scene.panel.window.width * boxes[0].width
      let height = hull.height / scene.panel.window.height * boxes[0].height
      #expect(abs(width - height) < 1e-6)
      count += 1
    }
    #expect(count == 24)
  }
}
