import Testing

/// What the figures of the chain rule refuse, and all that they say.
@Suite struct ChainRuleErrorTests {
  private static let graph: [ErrorCase] = [
    ErrorCase(
      "graph with a slip in a name", ["graph", "sni(x)"], 65,
      "unknown name 'sni'", "  sni(x)", "  ^", "did you mean 'sin'?"),
    ErrorCase(
      "graph with a variable without a value", ["graph", "x + q", "--at", "x=1"], 65,
      "unknown name 'q'", "  x + q", "      ^", "give it a value: --at x=1,q=1"),
    ErrorCase(
      "graph with a value for nothing", ["graph", "x", "--at", "x=1,y=2"], 64,
      "--at wants names that the formulas use (y is in none of them), not 'x=1,y=2'"),
    ErrorCase(
      "graph with too few numbers", ["graph", "x y z", "--at", "1,2"], 64,
      "--at wants 3 numbers, for x, y, z, not '1,2'"),
    ErrorCase(
      "graph that cannot be read", ["graph", "x + * y"], 65,
      "expected a number, a name or '(' after '+', not '*'", "  x + * y", "      ^"),
  ]

  @Test("A graph that cannot be made says why, and what would work", arguments: graph)
  func graphs(_ error: ErrorCase) { Self.check(error) }

  private static func check(_ error: ErrorCase) {
    let run = ToolRun(error.arguments, topics: ToolRun.standard)
    #expect(run.errors == error.message)
    #expect(run.code == error.code)
  }
}
