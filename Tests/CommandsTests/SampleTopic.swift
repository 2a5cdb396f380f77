import Plotting

/// A topic for the tests: it draws a circle, whatever the expression is.
enum SampleTopic: Topic {
  static let title = "Samples"
  static let figures: [any Figure.Type] = [Circles.self, Pair.self]
}

/// How many circles: a value with limits of its own.
struct CircleCount: ParameterValue {
  var count = 9

  static let placeholder = "N"
  var parameterText: String { String(count) }

  init() {}

  init(parameterText text: String) throws(ParameterError) {
    guard let count = Int(text), (1...200).contains(count) else {
      throw ParameterError(wanted: "a whole number from 1 to 200")
    }
    self.count = count
  }
}

/// A figure with one argument and options of each kind.
struct Circles: Figure {
  static let name = "circles"
  static let summary = "Circles about the origin."
  static let examples = [
    Example("Three circles.", ["x^2+y^2", "--levels", "3"]),
    Example("Filled ones.", ["x^2", "--filled"]),
  ]
  static let parameters: [Parameter<Circles>] = [
    .argument("expression", \.expression, help: "A function of x and y."),
    .option("levels", \.levels, help: "About how many circles."),
    .option("at", \.at, help: "A point to be marked."),
    .option("radius", \.radii, help: "The radius of one more circle."),
    .flag("filled", \.isFilled, help: "Fill the circles."),
    .flag("empty", \.isEmpty, help: "Say that there is nothing to be drawn."),
  ]

  var expression = ""
  var levels = CircleCount()
  var at: Point?
  var radii: [Double] = []
  var isFilled = false
  var isEmpty = false

  init() {}

  func compose(in setting: Setting) throws(FigureError) -> Composition {
    do throws(ParseError) {
      _ = try Expression(expression, variables: ["x", "y"], constants: setting.constants)
    } catch {
      throw .expression(expression, error)
    }
    let x = setting.xRange ?? -3...3
    let y = setting.yRange ?? -3...3
    guard x.lowerBound + 1e-9 < x.upperBound else {
      throw .parameter(name: "x", value: x.parameterText, wanted: "a window that shows something")
    }
    let panel = Panel.map(
      Box(
        minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound))
    let curve = Mark.curve(Path(circle: .zero, radius: 1), Pen(.role(.blue), width: 3), label: nil)
    let scene = Scene(
      panel: panel, stages: [SceneStage(name: "curves", marks: isEmpty ? [] : [curve])],
      title: "Circles", description: "A circle about the origin.")
    return Composition(
      scene: scene, results: .object([("radii", JSONValue(radii))]),
      notices: isEmpty ? ["there is nothing to be drawn"] : [])
  }
}

/// A figure with two arguments.
struct Pair: Figure {
  static let name = "pair"
  static let summary = "A field of two components."
  static let examples = [Example("A rotation.", ["-y", "x"])]
  static let parameters: [Parameter<Pair>] = [
    .argument("p", \.p, help: "The first component."),
    .argument("q", \.q, help: "The second component."),
  ]

  var p = ""
  var q = ""

  init() {}

  func compose(in setting: Setting) throws(FigureError) -> Composition {
    var circles = Circles()
    circles.expression = p
    return try circles.compose(in: setting)
  }
}
