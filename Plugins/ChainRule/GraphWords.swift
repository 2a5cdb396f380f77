import Plotting

/// What a computational graph says: title, formulas, gradient, JSON.
struct GraphWords {
  let problem: GraphProblem

  private var graph: ComputationalGraph { problem.graph }
  private var variables: [String] { problem.variables }

  /// Values that are nothing but rounding beside the others are written as zero.
  private var gradientShown: [Double] { Wording.settled(problem.gradient) }

  // MARK: The margin column

  var title: String { "Back through the graph" }

  var plainTitle: String { "The computational graph of \(Wording.text(problem.expression))" }

  var subtitle: String? {
    guard problem.value.isFinite else { return nil }
    let gradient = variables.isEmpty || variables.count > 4 ? "" : ", $\(gradientTeX)$"
    return "$f = \(Wording.tex(problem.value, digits: 4))$" + gradient
  }

  /// The function and the point.
  var formulas: [ColumnBlock] {
    let names = variables.map { Expression.tex(ofName: $0) }
    let isLong = names.count > 5 || names.isEmpty
    var blocks = [
      LevelMap.formula(
        problem.expression.texTerms, of: isLong ? "f" : "f(\(names.joined(separator: ", ")))",
        isHeadline: false)
    ]
    guard !isLong else { return blocks }
    let numbers = problem.point.map { Wording.tex($0, digits: 6) }
    let left = names.count == 1 ? names[0] : "(\(names.joined(separator: ",\\, ")))"
    let right = names.count == 1 ? numbers[0] : "(\(numbers.joined(separator: ",\\, ")))"
    blocks.append(.formula(terms: ["\\text{at}\\quad \(left) = \(right)"], isHeadline: false))
    return blocks
  }

  var valueKey: [ColumnBlock] {
    [.key(.dot(.role(.blue), isOpen: false), "above a node: its value", note: "from left to right")]
  }

  var partialKey: [ColumnBlock] {
    [.key(.arrow(Pen(.role(.axis), width: 2.2)), "on an edge: local derivative", note: nil)]
  }

  var adjointKey: [ColumnBlock] {
    [
      .key(
        .dot(.role(.orange), isOpen: false), "below: adjoint $\\partial f/\\partial$node",
        note: "right to left: sum of edge $\\times$ adjoint")
    ]
  }

  /// The sums of products that make the gradient, and the gradient.
  var gradient: [ColumnBlock] {
    guard problem.value.isFinite else {
      return [
        .verdict("No value here", .crimson), .remark("the function is undefined at the point"),
      ]
    }
    guard !variables.isEmpty else { return [.remark("no variables: no derivatives")] }
    guard variables.count <= 3 else { return [table] }
    var blocks: [ColumnBlock] = []
    for index in variables.indices {
      let name = Expression.tex(ofName: variables[index])
      let terms = products(ofVariable: index)
      guard !terms.isEmpty, terms.count <= 4 else { continue }
      let d = variables.count == 1 ? "d" : "\\partial "
      let left = "\\frac{\(d)f}{\(d)\(name)} = "
      blocks.append(
        .formula(
          terms: terms.enumerated().map { $0 == 0 ? left + $1 : " + " + $1 }, isHeadline: false))
    }
    return blocks + [.formula(terms: [gradientTeX], isHeadline: false, role: .orange)]
  }

  private var gradientTeX: String {
    let numbers = gradientShown.map { Wording.tex($0, digits: 4) }
    if variables.count == 1 { return "f'(\(Expression.tex(ofName: variables[0]))) = \(numbers[0])" }
    return "\\nabla f = (\(numbers.joined(separator: ",\\; ")))"
  }

  private var table: ColumnBlock {
    let shown = min(variables.count, 8)
    let numbers = gradientShown.map { Wording.tex($0, digits: 4) }
    let rows = (0..<shown).map { index in
      TableRow(cells: [
        "$\(Expression.tex(ofName: variables[index]))$",
        "$\(Wording.tex(problem.point[index], digits: 4))$", "$\(numbers[index])$",
      ])
    }
    return .table(head: ["", "value", "$\\partial f$"], rows: rows)
  }

  /// The products edge × adjoint whose sum is the derivative by a variable, in TeX.
  private func products(ofVariable index: Int) -> [String] {
    guard let node = problem.node(ofVariable: index) else { return [] }
    var terms: [String] = []
    for (user, other) in graph.nodes.enumerated() {
      for (place, input) in other.inputs.enumerated() where input == node {
        let factors = [problem.run.partials[user][place], problem.run.adjoints[user]]
        guard factors.allSatisfy(\.isFinite) else { return [] }
        terms.append(
          factors.map { factor in
            let tex = Wording.tex(factor, digits: 4)
            return factor < 0 ? "(\(tex))" : tex
          }.joined(separator: " \\cdot "))
      }
    }
    return terms
  }

  // MARK: Words and numbers

  private var place: String {
    guard !variables.isEmpty else { return "" }
    let parts = zip(variables, problem.point).prefix(6).map { "\($0) = \(Wording.text($1))" }
    return " at " + parts.joined(separator: ", ") + (variables.count > 6 ? ", …" : "")
  }

  /// The graph in words.
  var description: String {
    let nodes = Wording.count(graph.nodes.count, "node")
    let head = "Computational graph of \(Wording.text(problem.expression))\(place): \(nodes)"
    guard problem.value.isFinite else {
      return head + ". The function is undefined or infinite there."
    }
    let value = Wording.text(problem.value)
    guard !variables.isEmpty else { return head + ", value \(value), no variables." }
    let numbers = gradientShown.prefix(6).map { Wording.text($0) }.joined(separator: ", ")
    let rest = variables.count > 6 ? ", …" : ""
    let users = graph.users
    let shared = users.indices.count {
      graph.variable(at: $0) == nil && users[$0].count > 1
    }
    let more = shared > 0 ? " \(Wording.count(shared, "operation")) used more than once." : ""
    return head + ", value \(value), "
      + (variables.count == 1 ? "derivative \(numbers)." : "gradient (\(numbers)\(rest)).") + more
  }

  /// Remarks for standard error.
  var notices: [String] {
    if problem.value.isNaN { return ["the function is undefined at the point"] }
    if problem.value.isInfinite { return ["the function is infinite at the point"] }
    let gradient = problem.gradient
    return gradient.allSatisfy(\.isFinite) ? [] : ["the gradient is not finite at the point"]
  }

  /// Formulas of nodes are written out up to this size of the graph: together they grow with its
  /// square.
  private static let mostFormulas = 200

  /// The results as JSON.
  var json: JSONValue {
    let nodes = graph.nodes.indices.map { number -> JSONValue in
      let node = graph.nodes[number]
      var members: [(String, JSONValue)] = [
        ("id", .number(Double(number))), ("operation", .string(graph.text(of: number))),
        ("inputs", JSONValue(node.inputs.map(Double.init))),
        ("value", .number(problem.run.values[number])),
        ("adjoint", .number(problem.run.adjoints[number])),
        ("partials", JSONValue(problem.run.partials[number])),
      ]
      if graph.nodes.count <= Self.mostFormulas {
        members.append(("expression", .string(graph.expression(of: number).text)))
      }
      return .object(members)
    }
    return .object([
      ("nodes", .array(nodes)), ("value", .number(problem.value)),
      ("at", .object(zip(variables, problem.point).map { ($0, .number($1)) })),
      ("gradient", .object(zip(variables, problem.gradient).map { ($0, .number($1)) })),
    ])
  }
}
