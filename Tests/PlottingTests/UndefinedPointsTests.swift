import Testing

@testable import Plotting

/// Single points of a map at which a function has no value.
struct UndefinedPointsTests {
  private func points(of source: String) throws -> UndefinedPoints {
    let f = try PlaneFunction(source, in: Setting())
    let map = LevelMap(
      f, levels: .count(3), isFilled: false, isLabelled: false, setting: Setting())
    return UndefinedPoints(of: f, at: map.resolution)
  }

  @Test(
    "isolated zeros of denominators are found, at their numbers",
    arguments: [
      ("x y (x^2-y^2)/(x^2+y^2)", [Point(0, 0)]), ("x^2 y/(x^4+y^2)", [Point(0, 0)]),
      ("sin(x^2+y^2)/(x^2+y^2)", [Point(0, 0)]), ("((x-1)^2+y^2)^-1", [Point(1, 0)]),
      ("1/((x-1)^2+(y-1/3)^2) - 1/((x+1)^2+y^2)", [Point(-1, 0), Point(1, 1.0 / 3)]),
      ("exp(-1/(x^2+y^2))", [Point(0, 0)]), ("1/((x-2) (x^2+y^2)^2)", [Point(0, 0)]),
    ])
  func isolated(source: String, places: [Point]) throws {
    let found = try points(of: source)
    #expect(found.points == places)
    #expect(found.areShown)
    #expect(found.description.hasPrefix(" Not defined at (\(Wording.text(places[0].x)), "))
  }

  @Test("beside irrational places rounding is no value, and the place is written exactly")
  func irrational() throws {
    let found = try points(of: "(x^2-2) y/((x^2-2)^2+y^2)")
    #expect(found.points.map(\.y) == [0, 0])
    #expect(found.points.allSatisfy { abs(abs($0.x) - 2.0.squareRoot()) < 1e-12 })
    let one = try points(of: "1/((x-sqrt(2))^2+(y-1)^2) + x/((x-sqrt(2))^2+(y-1)^2)^2")
    #expect(
      one.stage.column == [
        .key(
          .dot(.role(.ink), isOpen: true), "not defined at $(\\sqrt{2},\\, 1)$", note: nil)
      ])
  }

  @Test(
    "lines of poles, cases that give a value, and functions defined everywhere have none",
    arguments: [
      "(x-y)/(x+y)", "1/(1+x^2+y^2)", "1/(x-y)^2", "1/sin(50 x y)", "x y", "tan(x) y", "x/(2^y)",
      "if(x^2+y^2 = 0, 0, x y/(x^2+y^2))",
    ])
  func none(source: String) throws {
    let found = try points(of: source)
    #expect(found.points.isEmpty && !found.areShown && found.description.isEmpty)
  }
}
