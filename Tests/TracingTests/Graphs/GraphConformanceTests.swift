import Testing

/// Graphs of functions with poles, jumps, gaps, corners and needles, each with all that is known.
struct GraphConformanceTests {
  @Test(
    "breaks, kinds, limits, branches, gaps of the domain and key points are right",
    arguments: [
      "function_graphs.json", "function_graphs_hard.json", "function_graphs_more.json",
    ])
  func conformance(file: String) throws {
    let problems = try GraphProblem.load(file)
    var passed = 0
    for problem in problems {
      let faults = try problem.faults()
      if faults.isEmpty { passed += 1 }
      #expect(faults.isEmpty, "\(problem.id), \(problem.f): \(faults.joined(separator: "; "))")
    }
    print("\(file): \(passed) of \(problems.count) passed")
  }
}
