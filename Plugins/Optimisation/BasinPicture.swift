import Plotting

/// The picture of basins: coloured starts, where they end, and how many they are.
struct BasinPicture {
  private let problem: BasinProblem
  private let setting: Setting
  private let colours: BasinMap

  /// Ends that are named; the others are in the results.
  private static let mostNamed = 8

  init(_ problem: BasinProblem, in setting: Setting) {
    self.problem = problem
    self.setting = setting
    colours = BasinMap(problem.basins, in: problem.window)
  }

  private var name: String { problem.function.variables[0] }

  /// The scene with its results and words.
  var composition: Composition {
    var panel = Panel.map(problem.window)
    if problem.isComplex {
      panel.xLabel = "$\\mathrm{Re}\\, \(name)$"
      panel.yLabel = "$\\mathrm{Im}\\, \(name)$"
    }
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    let title = setting.title ?? "Basins of the \(problem.goals)"
    let symbol = problem.isComplex ? "f(\(name))" : "f(x, y)"
    var stages = [
      SceneStage(
        name: "basins", marks: colours.marks,
        column: [.title(title), LevelMap.formula(problem.function.texTerms, of: symbol)] + rule)
    ]
    if !levels.isEmpty { stages.append(SceneStage(name: "levels", marks: levels)) }
    stages.append(SceneStage(name: "ends", marks: ends, column: key + remarks))
    let tex = problem.function.tex
    let scene = Scene(
      panel: panel, stages: stages, title: title,
      subtitle: tex.count <= 90 ? "$\(symbol) = \(tex)$" : nil, plainTitle: plainTitle,
      description: description)
    return Composition(scene: scene, results: .object(json), notices: notices)
  }

  private var plainTitle: String? {
    setting.title == nil ? "Basins of \(Wording.text(problem.function))" : nil
  }

  // MARK: What is drawn

  /// Level curves, where there is a function of the plane, over the colours.
  private var levels: [Mark] {
    guard let plane = problem.plane else { return [] }
    let map = LevelMap(
      plane, levels: .count(8), isFilled: false, isLabelled: false, isContext: true,
      setting: setting)
    return map.marks.traced.curves.map {
      .curve($0.path, Pen(.glaze(.paper, 0.7), width: 1.2), label: nil)
    }
  }

  private var ends: [Mark] {
    problem.ends.map { end in
      if let kind = end.kind { return .marker(kind.marker, at: end.at, label: nil) }
      return .dot(at: end.at, radius: 6.5, .role(.ink), isOpen: false, label: nil)
    }
  }

  // MARK: The margin column

  private var rule: [ColumnBlock] {
    let step =
      switch problem.method {
      case .newton where problem.isComplex:
        "\(name)_{n+1} = \(name)_n - \\frac{f(\(name)_n)}{f'(\(name)_n)}"
      case .newton: "\\mathbf{x}_{n+1} = \\mathbf{x}_n - H^{-1} \\nabla f"
      case .gradient, .hybrid: "\\mathbf{x}_{n+1} = \\mathbf{x}_n - \\gamma \\nabla f"
      }
    return [.formula(terms: [step], isHeadline: false)]
  }

  /// Ends from the one with the most starts.
  private var ordered: [Int] {
    problem.ends.indices.sorted {
      let (a, b) = (problem.ends[$0].share, problem.ends[$1].share)
      return abs(a - b) > 1e-12 ? a > b : $0 < $1
    }
  }

  private var key: [ColumnBlock] {
    var blocks: [ColumnBlock] = ordered.prefix(Self.mostNamed).map { index in
      let end = problem.ends[index]
      let kind = end.kind.map { "\($0.word) " } ?? ""
      return .key(
        .swatch(colours.paint(of: index)), "\(kind)\(end.tex)",
        note: "\(percent(end.share)) of the starts")
    }
    let rest = problem.ends.count - blocks.count
    if rest > 0 { blocks.append(.remark("and \(rest) more")) }
    if problem.restShare > 0.5 / Double(problem.basins.labels.count) {
      blocks.append(
        .key(
          .swatch(BasinMap.none), problem.isComplex ? "no root" : "no end",
          note: "\(percent(problem.restShare)): \(restWords)"))
    }
    return blocks
  }

  private var restWords: String {
    if problem.ends.count == Basins.mostEnds { return "or one of many others" }
    return (problem.method == .newton ? "a cycle" : "far away")
      + ", or not there in \(problem.stepLimit) steps"
  }

  private var remarks: [ColumnBlock] {
    let thresholds = colours.thresholds
    guard let first = thresholds.first, let last = thresholds.last else { return [] }
    let shades =
      first == last
      ? "fainter: more than \(first) steps"
      : "fainter: more steps, from \(first) or fewer to over \(last)"
    return [.remark(shades)] + stepRemark
  }

  private var stepRemark: [ColumnBlock] {
    if problem.method == .newton { return [] }
    return [
      .remark(
        problem.stepSize.map { "step $\\gamma = \(Wording.tex($0, digits: 4))$" }
          ?? "$\\gamma$: one over the size of the Hessian")
    ]
  }

  private func percent(_ share: Double) -> String {
    share > 0 && share < 0.0005 ? "under 0.1 %" : "\(Wording.fixed(100 * share, decimals: 1)) %"
  }

  // MARK: Words and numbers

  private var description: String {
    var words =
      "Starts of \(problem.method.words) on \(Wording.text(problem.function)) in "
      + "\(Wording.text(problem.window)), coloured by where they end: "
    if problem.ends.isEmpty { return words + "none finds one of the \(problem.goals)." }
    words += ordered.prefix(Self.mostNamed).map { index in
      let end = problem.ends[index]
      let kind = end.kind.map { "\($0.word) " } ?? ""
      return "\(kind)\(end.text) with \(percent(end.share))"
    }.joined(separator: "; ")
    let rest = problem.ends.count - min(problem.ends.count, Self.mostNamed)
    if rest > 0 { words += "; and \(rest) more" }
    if problem.restShare > 0 { words += "; \(percent(problem.restShare)) end nowhere" }
    return words + ". Fainter starts take more steps."
  }

  private var notices: [String] {
    if problem.ends.isEmpty {
      return ["no start of the window ends: there is nothing to be found, or it is far away"]
    }
    if problem.ends.count == Basins.mostEnds {
      return ["only the \(Basins.mostEnds) ends with the most starts are told apart"]
    }
    return []
  }

  /// The members of the results: minima first, then what else attracts.
  private var json: [(String, JSONValue)] {
    let basic: [(String, JSONValue)] = [
      ("method", .string(problem.method.rawValue)), ("noEndShare", .number(problem.restShare)),
      ("columns", .number(Double(problem.basins.columns))),
      ("rows", .number(Double(problem.basins.rows))),
    ]
    func member(_ end: BasinEnd) -> JSONValue {
      var members: [(String, JSONValue)] = [("at", JSONValue(end.at))]
      if let kind = end.kind {
        members.append(("value", .number(problem.function.value(at: [end.at.x, end.at.y]))))
        members.append(("kind", .string(kind.rawValue)))
      }
      return .object(members + [("share", .number(end.share))])
    }
    if problem.isComplex {
      return [
        ("roots", .array(problem.ends.map(member))),
        ("share", JSONValue(problem.ends.map(\.share))),
      ] + basic
    }
    let minima = problem.ends.filter { $0.kind == .minimum }
    let others = problem.ends.filter { $0.kind != .minimum }
    return [
      ("minima", .array(minima.map(member))), ("share", JSONValue(minima.map(\.share))),
      ("others", .array(others.map(member))),
    ] + basic
  }
}
