import CVector
import Plotting
import Testing

/// When an axis counts in multiples of π.
struct TickChoiceTests {
  private static let turn = -2 * Double.pi...2 * Double.pi

  @Test(
    "a function turns with x where a circular function has a rational multiple of x inside",
    arguments: [
      ("sin(x)", true), ("cos(2x+1)*y", true), ("tan(x/2)", true), ("sin(x-y)", true),
      ("sin(pi*x)", false), ("sin(x^2)", false), ("asin(x)", false), ("sin(y)", false),
      ("x^2", false), ("sinh(x)", false), ("sin(x*y)", false),
    ])
  func turning(source: String, isTurning: Bool) throws {
    let expression = try Expression(source, variables: ["x", "y"])
    #expect(expression.turns(with: "x") == isTurning)
  }

  @Test("a window whose ends are multiples of π asks for them; a function needs a whole turn")
  func natural() throws {
    let sine = try Expression("sin(x)", variables: ["x"])
    let setting = Setting()
    #expect(setting.scale(of: -Double.pi...Double.pi) == .pi)
    #expect(setting.scale(of: 0...Double.pi / 2) == .pi)
    #expect(setting.scale(of: -3...3) == .linear)
    #expect(setting.scale(of: -3...3, for: [sine]) == .linear)
    #expect(setting.scale(of: -5...5, for: [sine]) == .pi)
    #expect(setting.scale(of: 0...500, for: [sine]) == .linear)
    #expect(setting.scale(of: 1e9...(1e9 + 7), for: [sine]) == .linear)
  }

  @Test("the user's choice goes first")
  func chosen() throws {
    var setting = Setting()
    setting.ticks = .decimal
    #expect(setting.scale(of: Self.turn) == .linear)
    setting.ticks = .pi
    #expect(setting.scale(of: -3...3) == .pi)
  }
}
