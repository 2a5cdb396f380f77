import Plotting
import Testing

/// Sandpits where a formula of x and y may stand.
struct SandpitTextTests {
  @Test("a sandpit has the formula of its scene and seed, and the window of the laboratory")
  func formulas() throws {
    let f = try PlaneFunction("sandpit:rocks:3", in: Setting())
    #expect(f.expression == (try Sandpit(.rocks, seed: 3).expression()))
    #expect(f.window == Box(minX: 0, minY: 0, maxX: 6, maxY: 6))
    #expect(f.words == "the sandpit rocks, seed 3" && f.shortTeX == nil)
    let intro = try PlaneFunction("sandpit", in: Setting())
    // The course's minimum.
    #expect(abs(intro.expression.value(at: [1.21283, 4.00926]) + 46.15437) < 5e-6)
  }

  @Test("the window of the setting goes before that of the pit")
  func window() throws {
    var setting = Setting()
    setting.xRange = 1...2
    let f = try PlaneFunction("sandpit:well", in: setting)
    #expect(f.window == Box(minX: 1, minY: 0, maxX: 2, maxY: 6))
  }

  @Test(
    "a slip is told",
    arguments: ["sandpit:rock", "sandpit:rocks:x", "sandpit:rocks:1:2", "sandpit:"])
  func slips(text: String) {
    #expect(throws: FigureError.self) { try PlaneFunction(text, in: Setting()) }
  }
}
