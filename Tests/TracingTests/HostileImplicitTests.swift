import Calculus
import Foundation
import Geometry
import Testing

@testable import Tracing

/// Equations that have no curve, or far too much of it, end in bounded time with an honest answer.
struct HostileImplicitTests {
  static let window = Box(minX: -3, minY: -3, maxX: 3, maxY: 3)

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private func trace(_ source: String, in box: Box = window) throws -> ImplicitSet {
    let f = try Equation(source, variables: ["x", "y"]).difference
    let resolution = Resolution(
      window: box, pixels: Point(764, 764 * box.height / box.width))
    return ImplicitTracer(of: f, in: box, at: resolution).trace()
  }

  @Test(
    "an equation without a solution gives nothing",
    arguments: ["1 = 0", "ln(-1-x^2) = y", "sqrt(-1) = x", "1/x = 0", "exp(x y) = 0", "x/x = 0"])
  func nothing(source: String) throws {
    let set = try trace(source)
    #expect(set.curves.isEmpty && set.regions.isEmpty && set.unresolved.isEmpty)
    #expect(set.components == 0)
  }

  @Test("an equation that always holds gives the window", arguments: ["0 = 0", "x = x"])
  func everything(source: String) throws {
    let set = try trace(source)
    #expect(set.regions == [Path(Self.window)])
    #expect(set.components == 1)
  }

  @Test(
    "no equation takes more than two seconds",
    arguments: [
      "sin(1000x)sin(1000y) = 0", "exp(sin(x)+cos(y)) = sin(exp(x+y))", "floor(1000x) = y",
      "tan(exp(x^2+y^2)) = y", "gamma(x) = y", "abs(abs(abs(x)-1)-0.5) = y", "mod(x,0.01) = y",
      "mod(x, 0.01) = mod(y, 0.01)", "sum(k,1,100,sin(k x))/10 = y", "max(min(x,y),0) = 0",
      "atan2(y,x) = 1", "sin(1/x) = y", "sin(1/(x^2+y^2)) = 0", "x^2+y^2 = 1e-300",
      "1e300 x^2 + y = 0", "x^y = y^x", "(x^2+y^2)^20 = 0", "sin(x^2+y^2)^2 + x^2 = x^2",
      "abs(sin(9x)) + abs(sin(9y)) = 1", "floor(9x) = floor(9y)", "sign(sin(99x y)) = x",
      "sqrt(x) + sqrt(y) = 1", "x^4 + 2x^2 y^2 + y^4 - 2x^2 - 2y^2 + 1 = 0", "gamma(x y) = 1",
      "1/(x^2+y^2) = 1/0", "cos(200x y) = 0.3", "if(x < y, x, y) = 0.5", "acos(x)+asin(y) = 1",
    ])
  func bounded(source: String) throws {
    // The time of this thread: other tests run beside it.
    let start = Self.seconds
    _ = try trace(source)
    let time = Self.seconds - start
    #expect(time < 2, "\(source) took \(time) s")
  }

  @Test("a curve along the edge of the window is part of the set")
  func sides() throws {
    let quarter = Box(minX: 0, minY: 0, maxX: 2, maxY: 2)
    let axes = try trace("x y = 0", in: quarter)
    #expect(axes.components == 1)
    #expect(axes.boundaryHits?.count == 3)
    #expect(axes.curves.count == 1)
    #expect(try trace("2 = x", in: quarter).curves.count == 1)
    #expect(try trace("x = 2", in: quarter).curves.count == 1)
  }

  @Test("a million components are shown as pixels, with nothing counted")
  func million() throws {
    let set = try trace("sin(1000x)sin(1000y) = 0")
    #expect(set.components == nil)
    let count = set.pixels?.provedCount ?? 0
    #expect(count > 1000 && count <= 764 * 764)
  }

  @Test("a curve of a thousand waves takes bounded work, and says what it left undecided")
  func longFormula() throws {
    let clock = ContinuousClock()
    for count in [60, 1000] {
      var set: ImplicitSet?
      let time = try clock.measure {
        set = try trace("sum(k, 1, \(count), sin(k x + y)) = 0")
      }
      let pixels = try #require(set?.pixels)
      #expect(pixels.provedCount + pixels.undecidedCount > 1000)
      #expect(set?.components == nil)
      #expect(time < .seconds(15), "\(count) waves: \(time)")
    }
  }

  @Test("a break across thousands of places takes a time that grows with their number")
  func manyOpenPlaces() throws {
    let tall = Box(minX: -3, minY: -1e8, maxX: 3, maxY: 1e8)
    let f = try Expression("mod(x, 1) + y", variables: ["x", "y"])
    let time = ContinuousClock().measure {
      let levels = Array(stride(from: -8e7, through: 8e7, by: 2e7))
      _ = LevelSetTracer(
        of: f, in: tall, at: Resolution(window: tall, pixels: Point(764, 764))
      ).trace(levels: levels)
    }
    #expect(time < .seconds(8), "\(time)")
  }

  @Test("the pixels of Tupper's curve agree with boxes that are proved empty or not")
  func tupper() throws {
    let problems = try ImplicitProblem.load("implicit_curves.json")
    let problem = try #require(problems.first { $0.id == "tupper" })
    let set = try problem.trace()
    let boxes = try #require(problem.boxes)
    let pixels = try #require(set.pixels)
    func meets(_ path: Path, _ b: [Double]) -> Bool {
      // Half a pixel inside: pixels beside the box may hold a point.
      let inner = Box(minX: b[0], minY: b[2], maxX: b[1], maxY: b[3]).grown(by: -0.0271)
      return path.subpaths.contains { $0.hull.intersects(inner) }
    }
    for box in boxes.empty {
      #expect(!meets(pixels.proved, box), "a solution in \(box), which is empty")
    }
    for box in boxes.nonempty {
      let isShown = meets(pixels.proved, box) || meets(pixels.undecided, box)
      #expect(isShown, "no solution in \(box)")
    }
    print("Tupper: \(pixels.provedCount) pixels proved, \(pixels.undecidedCount) undecided")
    #expect(set.components == nil)
  }
}

extension Subpath {
  fileprivate var hull: Box { Path([self]).hull ?? Box(minX: 0, minY: 0, maxX: 0, maxY: 0) }
}
