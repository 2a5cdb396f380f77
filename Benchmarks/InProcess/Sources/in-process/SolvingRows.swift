import Plotting

/// All critical points and all Lagrange points of functions in their windows.
enum SolvingRows {
  struct Window: Decodable {
    let x: [Double]
    let y: [Double]

    var ranges: (x: ClosedRange<Double>, y: ClosedRange<Double>) { (x[0]...x[1], y[0]...y[1]) }
  }

  struct CriticalFile: Decodable {
    struct Problem: Decodable {
      let id: String
      let f: String
      let variables: [String]
      let window: Window
    }

    let problems: [Problem]
  }

  struct LagrangeFile: Decodable {
    struct Problem: Decodable {
      let id: String
      let objective: String
      let constraint: String
      let window: Window
    }

    let problems: [Problem]
  }

  /// One function in a square window.
  static func criticalPoints(
    _ source: String, in side: ClosedRange<Double>
  ) throws -> Row.Work {
    try criticalPoints([(source, ["x", "y"], (side, side))])
  }

  static func allCriticalPoints() throws -> Row.Work {
    let problems = try Fixture.load("critical_points.json", as: CriticalFile.self).problems
    return try criticalPoints(
      problems.filter { $0.variables.count == 2 }.map { ($0.f, $0.variables, $0.window.ranges) })
  }

  /// Parsing is part of the time: it is what a user waits for.
  private static func criticalPoints(
    _ problems: [(String, [String], (x: ClosedRange<Double>, y: ClosedRange<Double>))]
  ) throws -> Row.Work {
    let work: Row.Work = {
      var (boxes, count) = (0, 0)
      let time = try Stopwatch.least {
        boxes = 0
        count = 0
        for (source, variables, window) in problems {
          let f = try Expression(source, variables: variables)
          let result = CriticalPointSearch(of: f, in: window).points()
          boxes += result.boxesVisited
          count += result.points.count
        }
      }
      return Measurement(
        seconds: ["search": time], facts: ["boxes": [Double(boxes)], "points": [Double(count)]])
    }
    return work
  }

  static func courseLab() throws -> Row.Work {
    let problems = try Fixture.load("lagrange_2d.json", as: LagrangeFile.self).problems
    return try lagrangePoints(problems.filter { $0.id == "course-lab" })
  }

  static func allLagrangePoints() throws -> Row.Work {
    try lagrangePoints(Fixture.load("lagrange_2d.json", as: LagrangeFile.self).problems)
  }

  private static func lagrangePoints(_ problems: [LagrangeFile.Problem]) throws -> Row.Work {
    let work: Row.Work = {
      var (boxes, count) = (0, 0)
      let time = try Stopwatch.least {
        boxes = 0
        count = 0
        for problem in problems {
          let f = try Expression(problem.objective, variables: ["x", "y"])
          let g = try Expression(problem.constraint, variables: ["x", "y"])
          let result = LagrangePointSearch(of: f, on: g, in: problem.window.ranges).points()
          boxes += result.boxesVisited
          count += result.points.count
        }
      }
      return Measurement(
        seconds: ["search": time], facts: ["boxes": [Double(boxes)], "points": [Double(count)]])
    }
    return work
  }
}
