import Calculus
import Geometry
import Testing

@testable import Tracing

/// Implicit curves whose components, loops, boundary points and singular points are known.
struct ImplicitConformanceTests {
  static let ratios = [
    (0.4877, 0.5113), (0.5077, 0.4831), (0.4631, 0.5297), (0.4913, 0.5171), (0.51, 0.47),
    (0.4877, 0.4877), (0.5, 0.5),
  ]

  @Test("every case of implicit_curves.json is right, under seven ways of splitting cells")
  func cases() throws {
    let problems = try ImplicitProblem.load("implicit_curves.json")
    var passed = 0
    for problem in problems {
      var faults: Set<String> = []
      for (x, y) in Self.ratios where problem.id != "tupper" || x == 0.4877 {
        let set = try problem.trace(ratio: .init(x: x, y: y))
        faults.formUnion(try problem.faults(of: set).map { "\($0) at \(x), \(y)" })
        guard let zoom = problem.zoom else { continue }
        let near = try problem.trace(in: zoom.window.box, ratio: .init(x: x, y: y))
        if near.components != zoom.components || near.boundaryHits?.count != zoom.hits
          || !near.unresolved.isEmpty
        {
          faults.insert("zoom: \(near.components ?? -1) components at \(x), \(y)")
        }
      }
      if faults.isEmpty { passed += 1 }
      #expect(faults.isEmpty, "\(problem.id): \(faults.sorted())")
    }
    print("implicit_curves.json: \(passed) of \(problems.count), under \(Self.ratios.count) splits")
    #expect(problems.count == 40)
  }

  @Test(
    "so is every case in other coordinates",
    arguments: [(0.2171, -0.3313, 1.37), (-1.0931, 0.7717, 0.73), (10.137, 3.331, 3.1)])
  func moved(x: Double, y: Double, scale: Double) throws {
    let problems = try ImplicitProblem.load("implicit_curves.json").filter { $0.id != "tupper" }
    var passed = 0
    for problem in problems {
      let moved = problem.moved(by: Point(x, y), scale: scale)
      let faults = try moved.faults(of: moved.trace())
      if faults.isEmpty { passed += 1 }
      #expect(faults.isEmpty, "\(problem.id): \(faults)")
    }
    print(
      "implicit_curves.json moved by \(x), \(y), scaled by \(scale): \(passed) of \(problems.count)"
    )
  }

  @Test("further cases, counted by hand, are right, in other coordinates as well")
  func more() throws {
    let problems = try ImplicitProblem.load("implicit_more.json")
    let moves = [(0.2171, -0.3313, 1.37), (-1.0931, 0.7717, 0.73)]
    var passed = 0
    for problem in problems {
      var faults: Set<String> = []
      for (x, y) in Self.ratios.prefix(4) {
        let set = try problem.trace(ratio: .init(x: x, y: y))
        faults.formUnion(try problem.faults(of: set).map { "\($0) at \(x), \(y)" })
      }
      for (x, y, scale) in moves {
        let moved = problem.moved(by: Point(x, y), scale: scale)
        faults.formUnion(try moved.faults(of: moved.trace()).map { "\($0) moved by \(x), \(y)" })
      }
      if faults.isEmpty { passed += 1 }
      #expect(faults.isEmpty, "\(problem.id): \(faults.sorted())")
    }
    print("implicit_more.json: \(passed) of \(problems.count)")
    #expect(problems.count >= 40)
  }

  @Test("where no factor shows the answer is right, or what is open is said")
  func expanded() throws {
    let problems = try ImplicitProblem.load("implicit_expanded.json")
    var settled = 0
    var open: [String] = []
    for problem in problems {
      for (x, y) in Self.ratios.prefix(5) {
        let set = try problem.trace(ratio: .init(x: x, y: y))
        let faults = try problem.faults(of: set)
        if faults.isEmpty {
          if x == 0.4877 { settled += 1 }
          continue
        }
        if x == 0.4877 { open.append(problem.id) }
        // Not settled, and nothing wrong is said.
        let isSaid = !set.unresolved.isEmpty || set.pixels != nil
        #expect(isSaid, "\(problem.id) at \(x), \(y): \(faults)")
        #expect(set.components == nil && set.closedLoops == nil, "\(problem.id)")
        let expected = try problem.expectedPoints
        for point in set.singularPoints {
          let isTrue = expected.contains {
            $0.kind == point.kind.rawValue && $0.at.distance(to: point.at) < 1e-6
          }
          #expect(isTrue, "\(problem.id): \(point)")
        }
        // Pixels are the same under every split.
        if set.pixels != nil { break }
      }
    }
    print("implicit_expanded.json: \(settled) of \(problems.count) settled; open: \(open)")
    #expect(problems.count >= 20)
    #expect(settled >= 22)
  }
}
