import Plotting

/// The scene of implicit curves: the map, the equations in the column, the key.
struct ImplicitPicture {
  let solutions: [ImplicitSolution]
  let window: Box
  let setting: Setting

  /// The scene, a stage for each equation.
  var scene: Scene {
    var panel = Panel.map(window)
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    var stages: [SceneStage] = []
    for solution in solutions {
      let first: [ColumnBlock] = stages.isEmpty ? [.title(title)] : []
      stages.append(
        SceneStage(
          name: "equation \(solution.index + 1)", marks: solution.marks,
          column: first + [formula(of: solution)] + facts(of: solution)))
    }
    if !remarks.isEmpty { stages.append(SceneStage(name: "remarks", column: remarks)) }
    let names = solutions.map(\.name).joined(separator: " and ")
    return Scene(
      panel: panel, stages: stages, title: title,
      subtitle: solutions.first.map { "$\($0.equation.tex)$" }.flatMap { $0.count < 90 ? $0 : nil },
      plainTitle: setting.title == nil ? "The solutions of \(names)" : nil,
      description: description)
  }

  private var title: String {
    if let title = setting.title { return title }
    guard let only = solutions.first, solutions.count == 1 else {
      return "The solutions of \(solutions.count) equations"
    }
    if only.found.isEmpty { return "No solution in the window" }
    if only.isWholeWindow { return "Every point is a solution" }
    if only.found.pixels != nil { return "Shown pixel by pixel" }
    return "The solutions of an equation"
  }

  private func formula(of solution: ImplicitSolution) -> ColumnBlock {
    var terms = solution.equation.texTerms
    // Nobody reads a formula of many lines, and it would leave no room for the rest.
    if terms.reduce(0, { $0 + $1.count }) > 1500 { terms = ["\\ldots"] }
    let role: Role = solution.isAlone ? .ink : solution.role
    return .formula(terms: terms, isHeadline: solution.isAlone, role: role)
  }

  /// What was found of an equation: its pieces, then its singular points.
  private func facts(of solution: ImplicitSolution) -> [ColumnBlock] {
    let singular = singularPoints(of: solution)
    // Several equations share the column: one line each, where that is all.
    guard !solution.isAlone, case .result(let pieces, marker: nil)? = counts(of: solution).first,
      counts(of: solution).count == 1, singular.count == 1,
      case .result(let points, marker: nil)? = singular.first
    else { return counts(of: solution) + singular }
    return [.result("\(pieces), \(points)", marker: nil)]
  }

  /// Components and loops, where they are settled.
  private func counts(of solution: ImplicitSolution) -> [ColumnBlock] {
    let found = solution.found
    if found.isEmpty { return [.result("no real solution here", marker: nil)] }
    guard !solution.isWholeWindow else { return [.result("true everywhere", marker: nil)] }
    if let pixels = found.pixels {
      return [
        .result("\(pixels.provedCount) pixels hold a solution", marker: nil),
        .result("\(pixels.undecidedCount) pixels undecided", marker: nil),
      ]
    }
    guard let components = found.components else {
      return [.result("not settled at \(found.unresolved.count) places", marker: nil)]
    }
    var words = Wording.count(components, "component")
    if let loops = found.closedLoops, loops > 0 {
      words += loops == components ? loops == 1 ? ", closed" : ", all closed" : ", \(loops) closed"
    }
    return [.result(words, marker: nil)]
  }

  /// Nodes, cusps and their like, with a key to those that have a dot.
  private func singularPoints(of solution: ImplicitSolution) -> [ColumnBlock] {
    var blocks: [ColumnBlock] = []
    let kinds: [(ImplicitSet.SingularPoint.Kind, isOpen: Bool)] = [
      (.node, true), (.tacnode, true), (.other, true), (.cusp, false), (.isolated, false),
    ]
    for (kind, isOpen) in kinds {
      let total = solution.count(of: kind)
      guard total > 0 else { continue }
      let paint = Paint.role(kind == .isolated ? solution.role : .ink)
      let words =
        (total == 1 ? kind.word : "\(total) \(kind.plural)") + places(of: kind, in: solution)
      if solution.marksSingularPoints || kind == .isolated {
        blocks.append(.key(.dot(paint, isOpen: isOpen), words, note: nil))
      } else {
        blocks.append(.result(words, marker: nil))
      }
    }
    let holes = solution.found.holes.count
    if holes > 0 {
      let words = holes == 1 ? "a missing point" : "\(holes) missing points"
      blocks.append(.key(.dot(.role(solution.role), isOpen: true), words, note: nil))
    }
    return blocks
  }

  /// So many points of a kind are written with their places.
  private static let mostPlaces = 3

  private func places(
    of kind: ImplicitSet.SingularPoint.Kind, in solution: ImplicitSolution
  ) -> String {
    let points = solution.found.singularPoints.filter { $0.kind == kind }
    guard points.count <= Self.mostPlaces else { return "" }
    let curve = solution.equation.difference
    let places = points.map {
      ExactWording.place(solution.settled($0.at), of: [curve] + curve.gradient)
    }
    return places.isEmpty ? "" : " " + places.joined(separator: ", ")
  }

  // MARK: Remarks

  private var remarks: [ColumnBlock] {
    if solutions.contains(where: { $0.found.pixels != nil }) {
      return [
        .remark("dark: a solution is proved; pale: undecided; white: proved that there is none")
      ]
    }
    if solutions.contains(where: { !$0.found.unresolved.isEmpty }) {
      return [.remark("grey: not settled, see the results")]
    }
    let factors = solutions.flatMap { $0.found.curves.map(\.multiplicity) }.max() ?? 1
    return factors > 1 ? [.remark("a factor occurs \(factors) times: drawn once")] : []
  }

  // MARK: Words

  private var description: String {
    let each = solutions.map { "\($0.name) on \(Wording.text(window)): \($0.sentences)" }
    return (solutions.count == 1 ? "The solutions of " : "The solutions of equations. ")
      + each.joined(separator: " ")
  }

  /// Remarks for standard error.
  var notices: [String] {
    var notices: [String] = []
    for solution in solutions {
      if solution.found.isEmpty { notices.append("no point of the window solves \(solution.name)") }
      if solution.found.pixels != nil {
        notices.append("\(solution.name) cannot be traced at this size: shown pixel by pixel")
      }
      if !solution.found.unresolved.isEmpty {
        notices.append(
          "\(solution.name) is not settled at "
            + "\(Wording.count(solution.found.unresolved.count, "place")), listed under 'unresolved'"
        )
      }
    }
    return notices
  }
}
