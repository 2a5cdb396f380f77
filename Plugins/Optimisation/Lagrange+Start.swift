import Plotting

extension Lagrange {
  /// The point that an iteration from `start` reaches: results, and nothing to be drawn.
  func compose(
    from start: NamedPoint, in setting: Setting
  ) throws(FigureError) -> Composition {
    let figure = self
    let (formulas, place) = try start.reading(parameter: "from", constants: setting.constants) {
      names throws(FigureError) in
      let function: Expression
      do throws(ParseError) {
        function = try Expression(
          figure.expression, variables: names, constants: setting.constants)
      } catch {
        throw .expression(figure.expression, error)
      }
      return (function: function, equations: try figure.equations(in: names, setting))
    }
    guard formulas.equations.count <= place.values.count else {
      throw .input(
        "\(formulas.equations.count) constraints on "
          + "\(Wording.count(place.values.count, "variable")) leave no point in general",
        hint: "give at most as many constraints as there are variables")
    }
    try place.checkDescent(on: [formulas.function] + formulas.equations.map(\.difference))
    let solution = formulas.function.lagrangePoint(
      subjectTo: formulas.equations.map(\.difference), from: place.values)
    guard let solution else {
      throw .parameter(
        name: "from", value: start.parameterText,
        wanted: "a point where the formulas and their derivatives are finite")
    }
    return ReachedLagrangePoint(
      function: formulas.function, equations: formulas.equations, place: place, solution: solution
    ).composition
  }
}

/// The Lagrange point at the end of an iteration, in words and numbers.
private struct ReachedLagrangePoint {
  let function: Expression
  let equations: [Equation]
  let place: Place
  let solution: LocalSolution<LagrangePoint>

  private var point: LagrangePoint { solution.point }

  var composition: Composition {
    Composition(
      listing: listing, description: description,
      results: .object([
        ("points", .array(solution.isConverged ? [json] : [])),
        ("singularPoints", .array([])), ("nonsmoothPoints", .array([])),
        ("continuum", .bool(false)), ("converged", .bool(solution.isConverged)),
        ("steps", .number(Double(solution.steps))), ("end", place.json(point.at)),
      ]),
      notices: solution.isConverged
        ? [] : ["the iteration found no point where ∇f = Σ λ∇g: \(ending)"])
  }

  private var ending: String {
    "it did not come to rest in \(Wording.count(solution.steps, "step"))"
  }

  private var json: JSONValue {
    .object([
      ("at", place.json(point.at)), ("multipliers", JSONValue(point.multipliers)),
      ("value", .number(point.value)), ("kind", .string(point.kind.rawValue)),
    ])
  }

  private var kind: String { solution.isConverged ? point.kind.word : "no solution" }

  private var listing: Listing {
    let coordinates = zip(place.variables, Wording.settled(point.at)).map {
      [$0, Wording.text($1, digits: 10)]
    }
    let multipliers = Wording.settled(point.multipliers).enumerated().map { index, value in
      ["λ\(equations.count == 1 ? "" : String(index + 1))", Wording.text(value, digits: 10)]
    }
    return Listing([
      .line("\(kind), \(Wording.count(solution.steps, "step")) from the start"),
      .table(
        coordinates + [["value", Wording.text(point.value, digits: 10)]] + multipliers),
    ])
  }

  private var description: String {
    let problem =
      "\(Wording.text(function)) on \(equations.map { Wording.text($0) }.joined(separator: " and "))"
    let start = zip(place.variables, place.values).map { "\($0) = \(Wording.text($1))" }
    let words = "\(problem), from \(start.joined(separator: ", "))"
    guard solution.isConverged else { return words + ": \(ending)." }
    let end = zip(place.variables, Wording.settled(point.at)).map {
      "\($0) = \(Wording.text($1, digits: 6))"
    }
    let multipliers = Wording.settled(point.multipliers).map { Wording.text($0, digits: 6) }
    return words + ": after \(Wording.count(solution.steps, "step")) \(point.kind.word) "
      + "\(Wording.text(point.value, digits: 6)) at \(end.joined(separator: ", ")), where "
      + "∇f = Σ λ∇g with λ = \(multipliers.joined(separator: ", "))."
  }
}
