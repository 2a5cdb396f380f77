import Plotting

extension Lesson {
  /// The number of examples that are taken of expressions in t.
  static let exampleCount = 100
  /// Points of the lattice on which expressions in x and y are learned, in each direction.
  private static let latticeCount = 21

  /// The course's heart, scaled into the unit square; a turn as t goes from 0 to 1.
  private static let heart = [
    "(16 sin(2 pi t)^3/20 + 1)/2",
    "((13 cos(2 pi t) - 5 cos(4 pi t) - 2 cos(6 pi t) - cos(8 pi t))/20 + 1)/2",
  ]

  /// Expressions in t for a network of one input; the usual ones where none is given.
  static func course(_ figure: Train, _ setting: Setting) throws(FigureError) -> Lesson {
    let sizes = figure.layers.sizes
    guard sizes[0] == 1 else {
      throw .input(
        "expressions are for a network with one input (t) or two (x, y), not \(sizes[0])",
        hint: "give a table: --target data.csv")
    }
    let sources = try sources(figure)
    var lesson = try course(sources, over: figure.range, setting)
    if figure.target.isEmpty {
      lesson.words =
        sizes == [1, 1] ? "a step down" : sources.count == 2 ? "a heart" : lesson.words
    }
    return lesson
  }

  /// The expressions that were given, or the usual ones.
  private static func sources(_ figure: Train) throws(FigureError) -> [String] {
    let sizes = figure.layers.sizes
    let count = sizes[sizes.count - 1]
    guard figure.target.isEmpty else {
      guard figure.target.count == count else {
        throw .input(
          "\(Wording.count(figure.target.count, "expression")) for "
            + Wording.count(count, "output"),
          hint: sizes[0] == 2
            ? "give an expression in x and y for each output: --target 'x y'"
            : "give an expression in t for each output: --target 'cos(2 pi t)' 'sin(2 pi t)'")
      }
      return figure.target
    }
    switch count {
    // A single neuron can learn a step, and nothing that comes back.
    case 1: return sizes.count == 2 ? ["sigmoid(4 - 8t)"] : ["1/2 + sin(2 pi t)/3"]
    case 2: return heart
    default:
      throw .input(
        "\(count) outputs have no usual target",
        hint: "give an expression in t for each: --target 't' 't^2' …")
    }
  }

  /// Expressions in t at a hundred equidistant times; the end is left out, for a closed curve has
  /// been there.
  private static func course(
    _ sources: [String], over range: ClosedRange<Double>, _ setting: Setting
  ) throws(FigureError) -> Lesson {
    let expressions = try read(sources, variables: ["t"], role: "time", setting)
    let program = Program(expressions)
    var lesson = Lesson(
      inputs: [], targets: [], inputNames: ["t"],
      outputNames: sources.count == 1
        ? ["y"] : sources.count == 2 ? ["x", "y"] : sources.indices.map { "x\($0 + 1)" },
      words: expressions.map { Wording.text($0) }.joined(separator: ", "))
    for number in 0..<exampleCount {
      let part = Double(number) / Double(exampleCount)
      let t = range.lowerBound * (1 - part) + range.upperBound * part
      let values = program.values(at: [t])
      guard values.allSatisfy({ $0.isFinite && abs($0) < 1e100 }) else {
        throw .input(
          "the target is undefined or too large at t = \(Wording.text(t))",
          hint: "choose other times: --over A:B")
      }
      // Whatever the times are, the network sees numbers from 0 to 1.
      lesson.inputs.append([part])
      lesson.targets.append(values)
    }
    lesson.expressions = expressions
    return lesson
  }

  /// Expressions in x and y on a lattice of the window.
  static func plane(_ figure: Train, _ setting: Setting) throws(FigureError) -> Lesson {
    let expressions = try read(
      try sources(figure), variables: ["x", "y"], role: "input", setting)
    let program = Program(expressions)
    var lesson = Lesson(
      inputs: [], targets: [], inputNames: ["x", "y"],
      outputNames: expressions.count == 1 ? ["f"] : expressions.indices.map { "f\($0 + 1)" },
      words: expressions.map { Wording.text($0) }.joined(separator: ", "))
    let (x, y) = (setting.xRange ?? -2...2, setting.yRange ?? -2...2)
    var left = 0
    for row in 0..<latticeCount {
      for column in 0..<latticeCount {
        let point = [place(column, in: x), place(row, in: y)]
        let values = program.values(at: point)
        guard values.allSatisfy({ $0.isFinite && abs($0) < 1e100 }) else {
          left += 1
          continue
        }
        lesson.inputs.append(point)
        lesson.targets.append(values)
      }
    }
    guard lesson.inputs.count > 1 else {
      throw .input(
        "the target is undefined in the whole window", hint: "choose another one: -x A:B -y A:B")
    }
    if left > 0 { lesson.notices = ["undefined at \(Wording.count(left, "point")) of the lattice"] }
    lesson.expressions = expressions
    lesson.findClasses()
    return lesson
  }

  private static func place(_ index: Int, in range: ClosedRange<Double>) -> Double {
    let part = Double(index) / Double(latticeCount - 1)
    return range.lowerBound * (1 - part) + range.upperBound * part
  }

  private static func read(
    _ sources: [String], variables: [String], role: String, _ setting: Setting
  ) throws(FigureError) -> [Expression] {
    for name in variables {
      if let value = setting.constants[name] {
        throw .parameter(
          name: "let", value: "\(name)=\(value.parameterText)",
          wanted: "a name other than that of the \(role) \(name)")
      }
    }
    var expressions: [Expression] = []
    for source in sources {
      do throws(ParseError) {
        expressions.append(
          try Expression(source, variables: variables, constants: setting.constants))
      } catch {
        throw .expression(source, error)
      }
    }
    return expressions
  }
}
