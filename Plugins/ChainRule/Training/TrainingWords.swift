import Plotting

/// What a training says: the network, its cost, JSON.
struct TrainingWords {
  let training: Training
  /// The regions of the classes, or the level curves of the output, of two inputs.
  var regions: DecisionMap?
  /// The surface of the cost of a single neuron.
  var surface: CostSurface?

  private var figure: Train { training.figure }
  private var first: Double { training.costs.first ?? .nan }
  private var last: Double { training.costs.last ?? .nan }

  var title: String {
    if surface != nil { return "A neuron on its cost surface" }
    if training.lesson.kind == .classes { return "A network parts classes" }
    return figure.target.isEmpty && training.sizes[training.sizes.count - 1] == 2
      ? "A network draws a heart" : "A network learns"
  }

  var plainTitle: String {
    "A network \(figure.layers.words) learns \(training.lesson.words)"
  }

  var subtitle: String? {
    "layers \(figure.layers.words), "
      + (training.hasDiverged
        ? "diverged" : "cost \(number(last)) after \(stepCount)")
  }

  /// The number of steps that were taken.
  var stepCount: String {
    let steps = training.snapshots[training.snapshots.count - 1].step
    return Wording.count(steps, "step")
  }

  private func number(_ cost: Double) -> String { "$\(Wording.tex(cost, digits: 2))$" }

  /// The network, and how it learns.
  var formulas: [ColumnBlock] {
    let network = training.network
    let units =
      network.hidden == network.output || training.sizes.count == 2
      ? network.output.rawValue : "\(network.hidden.rawValue) / \(network.output.rawValue)"
    let layers =
      training.sizes.count <= 6 ? figure.layers.words : Wording.count(training.sizes.count, "layer")
    return [
      .result("\(layers), \(units)", marker: nil),
      .result(
        "\(Wording.count(figure.layers.parameterCount, "parameter")), seed \(figure.seed)",
        marker: nil),
    ]
  }

  /// The cost at the end.
  var verdict: [ColumnBlock] {
    if training.hasDiverged {
      return [.verdict("Diverged", .crimson), .remark("try a smaller step: --rate")]
    }
    return [
      .result("\(figure.method.words): $C = $ \(number(first)) $\\to$ \(number(last))", marker: nil)
    ] + answers
  }

  private var answers: [ColumnBlock] {
    guard let right else { return [] }
    let count = training.lesson.labels.count
    return [.verdict("\(right) of \(count) right", 10 * right >= 9 * count ? .teal : .orange)]
  }

  /// How many examples the last network gives their class.
  private var right: Int? { training.rightCount(training.network) }

  /// The training in words.
  var description: String {
    let network = training.network
    let head =
      "A network \(figure.layers.words) with "
      + "\(Wording.count(figure.layers.parameterCount, "parameter")), \(network.hidden.rawValue) "
      + "inside and \(network.output.rawValue) at the output, learns \(training.lesson.words) from "
      + "\(Wording.count(training.lesson.inputs.count, "example")) by \(figure.method.words), rate "
      + "\(Wording.text(training.rate)), seed \(figure.seed). "
    if training.hasDiverged {
      return head + "Its cost diverges after \(Wording.count(training.costs.count - 1, "step"))."
    }
    return head
      + "Its cost, the mean squared distance, falls from \(Wording.text(first, digits: 3)) "
      + "to \(Wording.text(last, digits: 3)) in \(stepCount)." + (surface?.words ?? "") + classes
  }

  /// What became of the classes.
  private var classes: String {
    guard let right else { return "" }
    let lesson = training.lesson
    var words =
      " It gives \(right) of \(Wording.count(lesson.labels.count, "example")) the right one of "
      + "\(lesson.classNames.count) classes."
    if let regions {
      let count = regions.regions.reduce(0) { $0 + $1.borders.count }
      words +=
        " The borders between them are traced in \(Wording.text(regions.window)): "
        + "\(Wording.count(count, "curve"))."
    }
    return words
  }

  /// Remarks for standard error.
  var notices: [String] {
    training.hasDiverged ? ["the cost diverges: try a smaller step with --rate"] : []
  }

  /// The results as JSON.
  var json: JSONValue {
    let snapshots = training.snapshots.map { snapshot -> JSONValue in
      .object([
        ("step", .number(Double(snapshot.step))),
        (
          "cost",
          training.costs.indices.contains(snapshot.step)
            ? .number(training.costs[snapshot.step]) : .null
        ),
      ])
    }
    return .object(
      [
        ("loss", JSONValue(training.costs)), ("parameters", JSONValue(training.network.parameters)),
        ("parameterCount", .number(Double(figure.layers.parameterCount))),
        ("layers", JSONValue(training.sizes.map(Double.init))), ("finalLoss", .number(last)),
        ("steps", .number(Double(training.costs.count - 1))), ("rate", .number(training.rate)),
        ("hidden", .string(training.network.hidden.rawValue)),
        ("output", .string(training.network.output.rawValue)), ("snapshots", .array(snapshots)),
      ] + classMembers)
  }

  /// The share of right answers, and the borders of the regions as Béziers.
  private var classMembers: [(String, JSONValue)] {
    guard let right else { return [] }
    let lesson = training.lesson
    let borders = (regions?.regions ?? []).flatMap { region in
      region.borders.map { curve -> JSONValue in
        var points = curve.cubics.first.map { [$0.p0] } ?? []
        for cubic in curve.cubics { points += [cubic.p1, cubic.p2, cubic.p3] }
        return .object([
          (
            "class",
            .string(
              lesson.classNames.indices.contains(region.label)
                ? lesson.classNames[region.label] : "none")
          ),
          ("closed", .bool(curve.isClosed)),
          ("bezier", .array(points.map { JSONValue([$0.x, $0.y]) })),
        ])
      }
    }
    return [
      ("classes", .array(lesson.classNames.map { .string($0) })),
      ("accuracy", .number(Double(right) / Double(max(lesson.labels.count, 1)))),
      ("boundaries", .array(borders)),
    ]
  }
}
