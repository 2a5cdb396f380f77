import Plotting

/// A problem with constraints in words and numbers: title, formulas, table, description, JSON.
struct LagrangeWords {
  let problem: LagrangeProblem

  private var hasOneConstraint: Bool { problem.equations.count == 1 }
  private var isEmpty: Bool { problem.found.isConstraintEmpty == true }

  // MARK: The margin column

  /// What the picture shows, in a few words.
  var title: String {
    if isEmpty { return "No point on the constraint" }
    if problem.found.isContinuum {
      return hasOneConstraint ? "Stationary along the constraint" : "Constraints that coincide"
    }
    if !hasOneConstraint { return "Where the constraints meet" }
    return problem.points.isEmpty ? "No tangent level curve" : "Tangent at the optimum"
  }

  /// The same without formulas, for the name of the file in viewers.
  var plainTitle: String {
    "Extrema of \(problem.function.words) on "
      + problem.equations.map { Wording.text($0) }.joined(separator: " and ")
  }

  /// One line for pages without a margin column.
  var subtitle: String? {
    problem.points.isEmpty
      ? nil : "$\(relation)$ at \(Wording.count(problem.points.count, "point"))"
  }

  /// ∇f = λ∇g.
  private var relation: String {
    hasOneConstraint
      ? "\\nabla f = \\lambda\\, \\nabla g"
      : "\\nabla f = \\lambda_1 \\nabla g_1 + \\lambda_2 \\nabla g_2"
  }

  /// The condition as a formula of the column.
  var condition: ColumnBlock { .formula(terms: [relation], isHeadline: false) }

  /// g = … = 0, for each constraint.
  var constraintFormulas: [ColumnBlock] {
    zip(problem.names, problem.equations).map { name, equation in
      LevelMap.formula(
        equation.difference.texTerms, of: name, equals: "0", role: .orange, isHeadline: false)
    }
  }

  /// The points with their coordinates, values and multipliers.
  var table: [ColumnBlock] {
    let points = problem.shown
    guard !points.isEmpty || !problem.singularPoints.isEmpty else { return [] }
    let singular = problem.singularPoints
    let places = points.map(\.at) + singular.map(\.at)
    let exact = places.map { problem.exactPlace(near: $0) }
    var columns = exactColumns(places, exact)
    let values = points.map(\.value) + singular.map(\.value)
    columns.append(
      ExactWording.column(
        values, exact.map { $0.flatMap(problem.function.expression.exactValue) },
        else: Wording.column(values)))
    for index in problem.equations.indices {
      columns.append(Wording.column(points.map { $0.multipliers[index] }))
    }
    let rows = points.indices.map { row in
      TableRow(
        marker: points[row].kind.marker,
        cells: ["$P_{\(row + 1)}$"] + columns.map { "$\($0[row])$" })
    }
    let rest = singular.indices.map { index in
      TableRow(
        marker: .degenerate,
        cells: ["$S_{\(index + 1)}$"]
          + columns.prefix(3).map { "$\($0[points.count + index])$" })
    }
    let symbols = hasOneConstraint ? ["$\\lambda$"] : ["$\\lambda_1$", "$\\lambda_2$"]
    let head = ["", "$x$", "$y$", "$f$"] + (points.isEmpty ? [] : symbols)
    return [.table(head: head, rows: rows + rest)]
  }

  /// The columns of x and y: exactly where that is proved of each point, else with digits.
  private func exactColumns(_ places: [[Double]], _ exact: [[ExactNumber]?]) -> [[String]] {
    [0, 1].map { axis in
      let numbers = places.map { $0[axis] }
      return ExactWording.column(
        numbers, exact.map { $0?[axis] }, else: Wording.column(numbers))
    }
  }

  /// What the markers of the points say.
  var kinds: [ColumnBlock] {
    guard hasOneConstraint else { return [] }
    return CriticalPoint.Kind.allKinds.compactMap { kind in
      guard problem.points.contains(where: { $0.kind == kind }) else { return nil }
      return .key(.marker(kind.marker), "\(kind.word) on the constraint", note: nil)
    }
  }

  /// What there is to see.
  var remarks: [ColumnBlock] {
    var lines: [String] = []
    if !problem.singularPoints.isEmpty {
      lines.append(
        hasOneConstraint
          ? "$S$: $\\nabla g = 0$, so there need be no $\\lambda$"
          : "$S$: the constraints touch")
    }
    if problem.found.isContinuum { lines.append("whole pieces of the constraint are stationary") }
    if isEmpty { lines.append("no point of the window satisfies it") }
    return lines.map { .remark($0) }
  }

  // MARK: Words

  /// The problem and its points in words.
  var description: String {
    let window = Wording.text(problem.function.window)
    var words =
      "\(problem.function.words) on "
      + "\(problem.equations.map { Wording.text($0) }.joined(separator: " and ")), in \(window)."
    words += " " + pointSentence
    if !problem.singularPoints.isEmpty {
      let places = problem.singularPoints.prefix(9).map { point in
        "f = \(Wording.text(point.value)) at \(place(point.at))"
      }
      let what = hasOneConstraint ? "where ∇g = 0" : "where the constraints touch"
      words +=
        " \(Wording.count(problem.singularPoints.count, "point")) \(what): "
        + places.joined(separator: "; ") + "."
    }
    let kinks = problem.found.nonsmoothPoints.prefix(9).map { point in
      "\(point.kind.rawValue) \(Wording.text(point.value)) at \(place(point.at))"
    }
    if !kinks.isEmpty { words += " At kinks: " + kinks.joined(separator: "; ") + "." }
    return words
  }

  private var pointSentence: String {
    if problem.function.values.isEmpty { return "The function is undefined in the whole window." }
    if isEmpty { return "No point of the window satisfies the constraint." }
    if problem.found.isContinuum && problem.points.isEmpty {
      return hasOneConstraint
        ? "The function is stationary along whole pieces of the constraint."
        : "The constraints coincide along whole curves."
    }
    guard !problem.points.isEmpty else {
      return problem.found.isComplete
        ? "No point of the window where \(plainRelation)." : "No point was settled."
    }
    let words = problem.shown.prefix(9).map { point in
      let multipliers = point.multipliers.map { Wording.text($0, digits: 6) }
      return "\(point.kind.word) \(Wording.text(point.value, digits: 6)) at \(place(point.at)), "
        + "λ = \(multipliers.joined(separator: ", "))"
    }
    let rest = problem.points.count - words.count
    return "\(Wording.count(problem.points.count, "point")) where \(plainRelation): "
      + words.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more." : ".")
      + (hasOneConstraint ? " At each the level curve of f touches the constraint." : "")
  }

  private var plainRelation: String {
    hasOneConstraint ? "∇f = λ∇g" : "∇f = λ₁∇g₁ + λ₂∇g₂"
  }

  private func place(_ at: [Double]) -> String {
    "(\(Wording.text(at[0])), \(Wording.text(at[1])))"
  }

  /// Remarks for standard error.
  var notices: [String] {
    var notices: [String] = []
    if problem.isConstraintUndefined {
      notices.append("the constraint is undefined in the whole window")
    } else if isEmpty {
      notices.append("no point of the window satisfies the constraint")
    } else if problem.found.isContinuum {
      notices.append(
        hasOneConstraint
          ? "the function is stationary along whole pieces of the constraint"
          : "the constraints coincide along whole curves")
    } else if problem.points.isEmpty && problem.singularPoints.isEmpty && problem.found.isComplete {
      notices.append("there is no point in the window where \(plainRelation)")
    }
    if !problem.found.isComplete {
      notices.append("some boxes could not be settled: they are listed under 'unsettled'")
    }
    return notices
  }
}
