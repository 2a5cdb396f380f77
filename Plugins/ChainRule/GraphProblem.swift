import Plotting

/// An expression as a graph, with what both passes gave at a point.
struct GraphProblem {
  let expression: Expression
  let graph: ComputationalGraph
  /// The point, in the order of the variables.
  let point: [Double]
  let run: ComputationalGraph.Run

  var variables: [String] { expression.variables }

  /// The value of the expression.
  var value: Double { run.values.last ?? .nan }

  init(_ figure: Graph, in setting: Setting) throws(FigureError) {
    let read = { (names: [String]) throws(FigureError) -> Expression in
      do throws(ParseError) {
        return try Expression(
          figure.expression, variables: names, constants: setting.constants)
      } catch {
        throw .expression(figure.expression, error)
      }
    }
    if let named = figure.point {
      let (expression, place) = try named.reading(
        parameter: "at", constants: setting.constants, read)
      self.init(expression, at: place.values)
    } else {
      let expression = try read(try Self.names(read))
      self.init(expression, at: Self.point(for: expression))
    }
  }

  private init(_ expression: Expression, at point: [Double]) {
    self.expression = expression
    self.point = point
    graph = ComputationalGraph(of: expression)
    let none = ComputationalGraph.Run(nodes: graph.nodes.count)
    run = (try? graph.run(at: point)) ?? none
  }

  /// The names that nothing explains, as variables.
  ///
  /// A longer name with a near neighbour in the language is a slip of the pen.
  private static func names(
    _ read: ([String]) throws(FigureError) -> Expression
  ) throws(FigureError) -> [String] {
    var names: [String] = []
    while true {
      do throws(FigureError) {
        _ = try read(names)
        return NamedPoint.ordered(names)
      } catch {
        guard case .expression(_, let reason, _) = error,
          case .unknownName(let name, let suggestions, _) = reason.kind,
          suggestions.isEmpty || name.count == 1, !names.contains(name),
          names.count < NamedPoint.limit
        else { throw error }
        names.append(name)
      }
    }
  }

  /// All ones, or the first of a few other points where the value and the gradient are finite.
  private static func point(for expression: Expression) -> [Double] {
    let count = expression.variables.count
    let ones = Array(repeating: 1.0, count: count)
    let graph = ComputationalGraph(of: expression)
    let counting = (0..<count).map { Double($0 + 1) }
    let candidates = [
      ones, counting, counting.reversed(), counting.map { $0 / Double(count + 1) },
      ones.map { $0 / 2 }, ones.map { 2 * $0 }, ones.map { -$0 }, ones.map { 10 * $0 },
    ]
    return candidates.first { candidate in
      guard let run = try? graph.run(at: candidate) else { return false }
      return run.values.allSatisfy(\.isFinite) && run.adjoints.allSatisfy(\.isFinite)
    } ?? ones
  }

  /// ∂f/∂x of each variable; 0 for one that does not occur.
  var gradient: [Double] {
    var gradient = Array(repeating: value.isNaN ? Double.nan : 0, count: variables.count)
    for number in graph.nodes.indices {
      if let index = graph.variable(at: number) { gradient[index] = run.adjoints[number] }
    }
    return gradient
  }

  /// The node that a variable is, where it occurs.
  func node(ofVariable index: Int) -> Int? {
    graph.nodes.indices.first { graph.variable(at: $0) == index }
  }
}
