import Plotting

/// What a network is to learn: examples, and how they look.
struct Lesson {
  let inputs: [[Double]]
  let targets: [[Double]]
  /// The names of the inputs and of the outputs.
  let inputNames: [String], outputNames: [String]
  /// The target in words.
  let words: String
  /// The expressions of the target, where it is given so.
  let expressions: [Expression]
  let notices: [String]

  /// The number of examples that are taken of expressions.
  static let exampleCount = 100
  private static let mostExamples = 100_000

  /// The course's heart, scaled into the unit square; a turn as t goes from 0 to 1.
  private static let heart = [
    "(16 sin(2 pi t)^3/20 + 1)/2",
    "((13 cos(2 pi t) - 5 cos(4 pi t) - 2 cos(6 pi t) - cos(8 pi t))/20 + 1)/2",
  ]

  init(_ figure: Train, in setting: Setting) throws(FigureError) {
    let sizes = figure.layers.sizes
    if figure.target.count == 1, Self.isFile(figure.target[0]) {
      try self.init(file: figure.target[0], sizes: sizes)
      return
    }
    guard sizes[0] == 1 else {
      throw .input(
        "expressions in t are for a network with one input, not \(sizes[0])",
        hint: "begin the layers with 1, or give a table: --target data.csv")
    }
    var sources = figure.target
    if sources.isEmpty {
      switch sizes[sizes.count - 1] {
      case 1: sources = ["1/2 + sin(2 pi t)/3"]
      case 2: sources = Self.heart
      default:
        throw .input(
          "\(sizes[sizes.count - 1]) outputs have no usual target",
          hint: "give an expression in t for each: --target 't' 't^2' …")
      }
    }
    guard sources.count == sizes[sizes.count - 1] else {
      throw .input(
        "\(Wording.count(sources.count, "expression")) for "
          + Wording.count(sizes[sizes.count - 1], "output"),
        hint: "give an expression in t for each output: --target 'cos(2 pi t)' 'sin(2 pi t)'")
    }
    try self.init(
      sources, over: figure.range, isHeart: figure.target.isEmpty && sources.count == 2, setting)
  }

  private static func isFile(_ text: String) -> Bool {
    text == "-" || text.lowercased().hasSuffix(".csv")
  }

  /// Expressions in t at a hundred equidistant times; the end is left out, for a closed curve has
  /// been there.
  private init(
    _ sources: [String], over range: ClosedRange<Double>, isHeart: Bool, _ setting: Setting
  ) throws(FigureError) {
    if let value = setting.constants["t"] {
      throw .parameter(
        name: "let", value: "t=\(value.parameterText)",
        wanted: "a name other than that of the time t")
    }
    var expressions: [Expression] = []
    for source in sources {
      do throws(ParseError) {
        expressions.append(
          try Expression(source, variables: ["t"], constants: setting.constants))
      } catch {
        throw .expression(source, error)
      }
    }
    let program = Program(expressions)
    var inputs: [[Double]] = []
    var targets: [[Double]] = []
    for number in 0..<Self.exampleCount {
      let part = Double(number) / Double(Self.exampleCount)
      let t = range.lowerBound * (1 - part) + range.upperBound * part
      let values = program.values(at: [t])
      guard values.allSatisfy({ $0.isFinite && abs($0) < 1e100 }) else {
        throw .input(
          "the target is undefined or too large at t = \(Wording.text(t))",
          hint: "choose other times: --over A:B")
      }
      // Whatever the times are, the network sees numbers from 0 to 1.
      inputs.append([part])
      targets.append(values)
    }
    self.inputs = inputs
    self.targets = targets
    self.expressions = expressions
    inputNames = ["t"]
    outputNames =
      sources.count == 1
      ? ["y"] : sources.count == 2 ? ["x", "y"] : sources.indices.map { "x\($0 + 1)" }
    words = isHeart ? "a heart" : expressions.map { Wording.text($0) }.joined(separator: ", ")
    notices = []
  }

  /// The first columns of a table are inputs, the next ones outputs.
  private init(file: String, sizes: [Int]) throws(FigureError) {
    let (before, after) = (sizes[0], sizes[sizes.count - 1])
    let data = try DataFile(path: file)
    guard data.columns.count >= before + after else {
      throw .input(
        "\(data.name) has \(Wording.count(data.columns.count, "column")), and the layers want "
          + "\(before) and \(after)", hint: "inputs come first, then outputs: t,x,y for 1-6-7-2")
    }
    let used = Array(data.columns.prefix(before + after))
    let rows = try data.table(keeping: used).rows(using: used)
    guard (2...Self.mostExamples).contains(rows.count) else {
      throw .input(
        "\(data.name) has \(Wording.count(rows.count, "usable row"))",
        hint: "give 2 to \(Self.mostExamples) rows")
    }
    let columns = used.map { rows.columns[$0] ?? [] }
    inputs = (0..<rows.count).map { row in columns.prefix(before).map { $0[row] } }
    targets = (0..<rows.count).map { row in columns.dropFirst(before).map { $0[row] } }
    expressions = []
    inputNames = Array(used.prefix(before))
    outputNames = Array(used.dropFirst(before))
    words = "the table \(data.name)"
    notices = rows.notice.map { [$0] } ?? []
  }

  /// Whether logistic outputs can reach all targets.
  var isWithinUnit: Bool { targets.allSatisfy { $0.allSatisfy { (0...1).contains($0) } } }
}
