import Plotting

/// What became of descents, in words and numbers: title, key, description, JSON.
struct DescentWords {
  let problem: DescentProblem

  private var methods: [DescentMethod] {
    DescentMethod.allCases.filter { method in problem.paths.contains { $0.method == method } }
  }

  // MARK: The margin column

  var title: String {
    let ways =
      problem.paths.count == 1
      ? "\(methods[0].words.prefix(1).uppercased())\(methods[0].words.dropFirst()) downhill"
      : "\(problem.paths.count) ways downhill"
    if let name = problem.function.name { return "\(ways) in \(name)" }
    guard let tex = problem.function.shortTeX, tex.count <= 60 else { return ways }
    return "\(ways) on $\(tex)$"
  }

  var plainTitle: String {
    "Descents on \(problem.function.words)"
  }

  var subtitle: String? {
    problem.function.name ?? problem.function.shortTeX.map { "$f = \($0)$" }
  }

  /// The row of the key for a path: its line, its method, what became of it.
  func row(of path: DescentProblem.Path) -> [ColumnBlock] {
    let isMixed = problem.paths.contains { $0.start != path.start }
    let start = isMixed ? " from \(place(path.start, isTeX: true))" : ""
    let step =
      path.method.usesStepSize && !isMixed
      ? ", $\\gamma = \(Wording.tex(problem.stepSize, digits: 4))$" : ""
    return [
      .key(
        .line(path.method.pen), path.method.words + start + step,
        note: verdict(of: path, isTeX: true))
    ]
  }

  /// The step, where a method asks for it and the key has no room for it.
  var remarks: [ColumnBlock] {
    let isMixed = problem.paths.contains { $0.start != problem.paths[0].start }
    guard isMixed, methods.contains(where: \.usesStepSize) else { return [] }
    return [.remark("step $\\gamma = \(Wording.tex(problem.stepSize, digits: 4))$")]
  }

  private func verdict(of path: DescentProblem.Path, isTeX: Bool) -> String {
    let steps = Wording.count(path.run.points.count - 1, "step")
    let place = path.points.last.map { self.place($0, isTeX: isTeX) } ?? ""
    // Beside several starts the key has no room for how fast each path was.
    let isMixed = problem.paths.contains { $0.start != path.start }
    let speed = isTeX && isMixed ? "" : speed(of: path.run)
    switch path.run.outcome {
    case .converged: return "minimum \(place) in \(steps)\(speed)"
    case .reachedSaddle: return "saddle \(place) in \(steps)\(speed)"
    case .reachedMaximum: return "maximum \(place) in \(steps)\(speed)"
    case .stationary: return "flat at \(place) after \(steps)"
    case .cycle: return "a cycle of \(path.run.period ?? 0)"
    case .diverged: return "diverged after \(steps)"
    case .leftDomain: return "left the domain after \(steps)"
    case .leftWindow: return "left the window after \(steps)"
    case .stalled: return "stuck after \(steps)"
    case .stepLimit: return "not there after \(steps)"
    }
  }

  /// The fitted order, or at order 1 the factor of a step.
  private func speed(of run: Descent) -> String {
    if let factor = run.contractionFactor {
      return ", rate \(Wording.text(factor, digits: 3))"
    }
    return run.order.map { ", order \(Wording.text($0, digits: 2))" } ?? ""
  }

  /// A point as a pair of numbers.
  func place(_ point: Point, isTeX: Bool) -> String {
    // A path ends within 1e-10 of its goal: smaller numbers beside it say nothing.
    let scale = 1e4 * max(abs(point.x), abs(point.y), 1)
    let numbers = [point.x, point.y].map { Wording.settled($0, scale: scale) }
    return isTeX
      ? "$(\(Wording.tex(numbers[0], digits: 4)),\\, \(Wording.tex(numbers[1], digits: 4)))$"
      : "(\(Wording.text(numbers[0])), \(Wording.text(numbers[1])))"
  }

  // MARK: Words and numbers

  /// The paths in words.
  var description: String {
    let shown = problem.paths.prefix(9).map { path in
      "\(path.method.words) from \(place(path.start, isTeX: false)): "
        + verdict(of: path, isTeX: false)
    }
    let rest = problem.paths.count - shown.count
    return "Descents on \(problem.function.words) in "
      + "\(Wording.text(problem.function.window)): " + shown.joined(separator: "; ")
      + (rest > 0 ? "; and \(rest) more." : ".")
  }

  /// The members of the results.
  var json: [(String, JSONValue)] {
    [
      ("paths", .array(problem.paths.map(Self.member))), ("step", .number(problem.stepSize)),
    ]
  }

  private static func member(_ path: DescentProblem.Path) -> JSONValue {
    .object([
      ("method", .string(path.method.rawValue)),
      ("points", .array(path.points.map { JSONValue($0) })),
      ("values", .array(path.run.values.map { $0.map { .number($0) } ?? .null })),
      ("outcome", .string(path.run.outcome.rawValue)),
      ("order", path.run.order.map { .number($0) } ?? .null),
      ("contractionFactor", path.run.contractionFactor.map { .number($0) } ?? .null),
    ])
  }
}
