import Plotting

/// What a training says: the network, its cost, JSON.
struct TrainingWords {
  let training: Training

  private var figure: Train { training.figure }
  private var first: Double { training.costs.first ?? .nan }
  private var last: Double { training.costs.last ?? .nan }

  var title: String {
    figure.target.isEmpty && training.sizes[training.sizes.count - 1] == 2
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
    ]
  }

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
      + "to \(Wording.text(last, digits: 3)) in \(stepCount)."
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
    return .object([
      ("loss", JSONValue(training.costs)), ("parameters", JSONValue(training.network.parameters)),
      ("parameterCount", .number(Double(figure.layers.parameterCount))),
      ("layers", JSONValue(training.sizes.map(Double.init))), ("finalLoss", .number(last)),
      ("steps", .number(Double(training.costs.count - 1))), ("rate", .number(training.rate)),
      ("hidden", .string(training.network.hidden.rawValue)),
      ("output", .string(training.network.output.rawValue)), ("snapshots", .array(snapshots)),
    ])
  }
}
