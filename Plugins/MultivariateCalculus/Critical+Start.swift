import Plotting

extension Critical {
  /// The critical point that a descent from `start` reaches: results, and nothing to be drawn.
  func compose(
    from start: NamedPoint, in setting: Setting
  ) throws(FigureError) -> Composition {
    let source = expression
    let (f, place) = try start.reading(parameter: "from", constants: setting.constants) {
      names throws(FigureError) in
      do throws(ParseError) {
        return try Expression(source, variables: names, constants: setting.constants)
      } catch {
        throw .expression(source, error)
      }
    }
    try place.checkDescent(on: [f])
    guard let solution = f.criticalPoint(from: place.values) else {
      throw .parameter(
        name: "from", value: start.parameterText,
        wanted: "a point where the function and its derivatives are finite")
    }
    return DescendedCriticalPoint(function: f, place: place, solution: solution).composition
  }
}

/// The critical point at the end of a descent, in words and numbers.
private struct DescendedCriticalPoint {
  let function: Expression
  let place: Place
  let solution: LocalSolution<CriticalPoint>

  private var point: CriticalPoint { solution.point }

  var composition: Composition {
    Composition(
      listing: listing, description: description,
      results: .object([
        ("criticalPoints", .array(solution.isConverged ? [json] : [])),
        ("nonsmoothPoints", .array([])), ("continuum", .bool(false)),
        ("converged", .bool(solution.isConverged)), ("steps", .number(Double(solution.steps))),
        ("end", place.json(point.at)),
      ]),
      notices: solution.isConverged
        ? [] : ["the descent found no critical point: \(ending)"])
  }

  private var ending: String {
    "after \(Wording.count(solution.steps, "step")) the gradient still has the length "
      + Wording.text(point.gradientNorm)
  }

  private var json: JSONValue {
    .object([
      ("at", place.json(point.at)), ("value", .number(point.value)),
      ("gradientNorm", .number(point.gradientNorm)),
      ("eigenvalues", JSONValue(point.eigenvalues)), ("kind", .string(point.kind.rawValue)),
    ])
  }

  private var listing: Listing {
    let coordinates = zip(place.variables, Wording.settled(point.at)).map {
      [$0, Wording.text($1, digits: 10)]
    }
    let kind = solution.isConverged ? point.kind.word : "no critical point"
    return Listing([
      .line("\(kind), \(Wording.count(solution.steps, "step")) from the start"),
      .table(coordinates + [["value", Wording.text(point.value, digits: 10)]]),
      .line("eigenvalues of the Hessian: \(eigenvalues)"),
    ])
  }

  private var eigenvalues: String {
    Wording.settled(point.eigenvalues).map { Wording.text($0) }.joined(separator: ", ")
  }

  private var description: String {
    let start = zip(place.variables, place.values).map { "\($0) = \(Wording.text($1))" }
    let words = "A descent on \(Wording.text(function)) from \(start.joined(separator: ", "))"
    guard solution.isConverged else {
      return words + " reaches no critical point: \(ending)."
    }
    let end = zip(place.variables, Wording.settled(point.at)).map {
      "\($0) = \(Wording.text($1, digits: 6))"
    }
    return words + " ends in \(Wording.count(solution.steps, "step")) at a \(point.kind.word): "
      + "\(Wording.text(point.value, digits: 6)) at \(end.joined(separator: ", ")). "
      + "The eigenvalues of the Hessian are \(eigenvalues)."
  }
}
