import Plotting
import Testing

@testable import ChainRule

/// The computational graph: its numbers, its layers, its picture.
struct GraphTests {
  private static func problem(_ expression: String, at point: String?) throws -> GraphProblem {
    try GraphProblem(figure(expression, at: point), in: Setting())
  }

  private static func figure(_ expression: String, at point: String?) throws -> Graph {
    var figure = Graph()
    figure.expression = expression
    figure.point = try point.map { try NamedPoint(parameterText: $0) }
    return figure
  }

  @Test("the course's product: six nodes, value 1.638, gradient (1.737, 2.196)")
  func product() throws {
    let problem = try Self.problem("(x+y) sin(x y)", at: "x=1.2,y=0.8")
    #expect(problem.graph.nodes.count == 6)
    #expect(abs(problem.value - 1.6383831366) < 1e-9)
    #expect(abs(problem.gradient[0] - 1.7368235460) < 1e-9)
    #expect(abs(problem.gradient[1] - 2.1956395349) < 1e-9)
    #expect(problem.run.adjoints.last == 1)
  }

  @Test(
    "the adjoints of the variables are the exact gradient",
    arguments: [
      ("x^2 y + 3 z", "x=2,y=-1,z=5"), ("exp(-(x^2+y^2))", "0.3,0.4"), ("x^y", "2,3"),
      ("x^x", "x=1.7"), ("max(x, y) + min(x, 3)", "1,2"), ("hypot(x,y) atan2(y,x)", "1,2"),
      ("if(x > 0, x^2, ln(-x))", "x=3"), ("sum(k,1,5,x^k/k)", "x=0.5"), ("2^x - x/7 + 1/x", "x=2"),
      ("sigmoid(w a + b)", "w=1,a=2,b=-1"), ("abs(x) sqrt(y) cbrt(y)", "-2,3"),
      ("-x - (-y)", "1,1"), ("mod(x, y)", "7,3"), ("(x-1)^-3", "x=3"), ("x^2.5", "x=2"),
      ("x1 x2 + x10", "x1=1,x2=2,x10=3"), ("tan(x) sinh(y) erf(z)", "0.5,0.4,0.3"),
    ])
  func gradients(source: String, point: String) throws {
    let problem = try Self.problem(source, at: point)
    let exact = try problem.expression.evaluated(at: problem.point)
    #expect(abs(problem.value - exact.value) <= 1e-13 * max(1, abs(exact.value)))
    for (own, other) in zip(problem.gradient, exact.gradient) {
      #expect(abs(own - other) <= 1e-12 * max(1, abs(other)), "\(source)")
    }
  }

  @Test("what occurs twice is one node, and operands come before what uses them")
  func sharing() throws {
    let graph = try Self.problem("sin(x y)^2 + sin(x y) + x y", at: "1,2").graph
    let texts = graph.nodes.indices.map { graph.text(of: $0) }
    #expect(texts == ["x", "y", "*", "sin", "^ 2", "+", "+"])
    for (number, node) in graph.nodes.enumerated() {
      #expect(node.inputs.allSatisfy { $0 < number })
    }
  }

  @Test("a part without variables belongs to the operation that uses it")
  func constants() throws {
    let graph = try Self.problem("3 x^2 - 1/x + 2 pi", at: "x=2").graph
    let texts = graph.nodes.indices.map { graph.text(of: $0) }
    #expect(texts == ["x", "^ 2", "3 *", "1 /", "-", "+ 6.283185307179586"])
  }

  @Test("local derivatives are formulas of what stands beside")
  func partials() throws {
    let graph = try Self.problem("(x+y) sin(x y)", at: "1,2").graph
    #expect(graph.partial(of: 3, byInput: 0)?.text == "y")
    #expect(graph.partial(of: 4, byInput: 0)?.text == "cos(x*y)")
    #expect(graph.partial(of: 5, byInput: 0)?.text == "sin(x*y)")
    #expect(graph.partial(of: 5, byInput: 1)?.text == "x + y")
    #expect(graph.partial(of: 5, byInput: 2) == nil)
  }

  @Test("without a point the variables are 1, or what the domain allows")
  func defaultPoints() throws {
    #expect(try Self.problem("x y z", at: nil).point == [1, 1, 1])
    #expect(try Self.problem("1/(x - y)", at: nil).point == [1, 2])
    #expect(try Self.problem("7", at: nil).variables == [])
    #expect(try Self.problem("z + a", at: nil).variables == ["z", "a"])
  }

  @Test("layers of a graph that can be drawn without crossings are drawn so")
  func crossings() {
    // Two trees whose leaves are numbered crosswise.
    let graph = LayeredGraph(
      count: 7,
      edges: [(0, 4), (2, 4), (1, 5), (3, 5), (4, 6), (5, 6)].map { (from: $0.0, to: $0.1) })
    #expect(graph.crossings == 0)
    let complete = LayeredGraph(
      count: 4, edges: [(0, 2), (0, 3), (1, 2), (1, 3)].map { (from: $0.0, to: $0.1) })
    #expect(complete.crossings == 1)
    let heights = complete.heights { _, _ in 10 }
    #expect(heights[0] == 5 && heights[1] == -5)
  }

  @Test("the backward pass is a stage for each operation, from right to left")
  func stages() throws {
    let scene = try #require(
      try Self.figure("(x+y) sin(x y)", at: "1.2,0.8").compose(in: Setting()).scene)
    let names = scene.stages.map(\.name)
    #expect(names.prefix(3) == ["nodes", "values", "local derivatives"])
    #expect(names.count == 3 + 5 + 1)
    let first = scene.stages[3].marks.compactMap { mark -> Point? in
      if case .text("$1$", let place, _, _, _, _) = mark { place } else { nil }
    }
    #expect(first.count == 1)
  }

  @Test(
    "any expression gives a picture or a list, and all numbers in the results",
    arguments: [
      "x", "7", "0/0", "ln(-1 - x^2)", "1/(x - x y/y)", "sum(k,1,300,sin(k x))",
      "x+y+z+u+v+w+a+b+c+d", "exp(exp(exp(exp(x))))",
      "sin(cos(tan(sin(cos(tan(sin(cos(tan(sin(cos(tan(sin(cos(tan(x)))))))))))))))",
      "(a+b)(b+c)(c+d)(d+a)(a+c)(b+d)/(a b c d)",
    ])
  func extremes(source: String) throws {
    for canvas in [Canvas.slide, Canvas(pixelWidth: 300, pixelHeight: 200)] {
      var setting = Setting()
      setting.canvas = canvas
      let composition = try Self.figure(source, at: nil).compose(in: setting)
      #expect(composition.scene != nil)
      #expect(composition.results.text.contains("\"adjoint\": "))
    }
  }
}
