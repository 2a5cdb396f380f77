import Plotting

/// What a network says: its size, its rule, JSON.
struct NetworkWords {
  let layers: NetworkLayers
  let network: Network?
  let highlight: NetworkParameter?

  var title: String {
    highlight.map { "The paths of $\($0.tex)$" } ?? "A network of \(layers.sizes.count) layers"
  }

  var plainTitle: String {
    highlight.map { "The paths of \($0.parameterText) in a network \(layers.words)" }
      ?? "A network \(layers.words)"
  }

  var subtitle: String? { "\(layers.words), \(Wording.count(layers.parameterCount, "parameter"))" }

  /// The layers and the number of parameters.
  var size: [ColumnBlock] {
    let parts = zip(layers.sizes, layers.sizes.dropFirst()).map { "\($1) \\cdot \($0) + \($1)" }
    let sum =
      parts.count <= 4
      ? [ColumnBlock.remark("$\(parts.joined(separator: "\\; + \\;"))$ weights and biases")] : []
    return [
      .result("layers \(layers.words)", marker: nil),
      .result(Wording.count(layers.parameterCount, "parameter"), marker: nil),
    ] + sum
  }

  /// What a layer computes.
  var rule: [ColumnBlock] {
    [
      .formula(
        terms: ["a^{(k)} = \\sigma(W^{(k)} a^{(k-1)} + b^{(k)})"], isHeadline: false)
    ]
  }

  /// The extreme weights with the lines that show them.
  var weightKey: [ColumnBlock] {
    let all = weights.joined().joined()
    guard network != nil, let low = all.min(), let high = all.max() else { return [] }
    let greatest = max(abs(low), abs(high))
    guard greatest > 0 else { return [.remark("all weights are 0")] }
    return [
      .key(
        .line(NetworkDrawing.pen(of: low / greatest)), "least weight $\(Wording.tex(low))$",
        note: nil),
      .key(
        .line(NetworkDrawing.pen(of: high / greatest)), "greatest weight $\(Wording.tex(high))$",
        note: low < 0 && high > 0 ? "blue is negative, orange positive" : nil),
    ]
  }

  /// The extreme weights in one row.
  var weightRange: [ColumnBlock] {
    let all = weights.joined().joined()
    guard let low = all.min(), let high = all.max(), max(abs(low), abs(high)) > 0 else { return [] }
    return [
      .key(
        .line(NetworkDrawing.pen(of: abs(high) < abs(low) ? -1 : 1)),
        "weights $\(Wording.tex(low))$ to $\(Wording.tex(high))$",
        note: "blue is negative, orange positive")
    ]
  }

  /// The chain of derivatives from the cost back to the parameter.
  var derivative: [ColumnBlock] {
    guard let highlight else { return [] }
    let last = layers.sizes.count - 1
    var factors = ["\\frac{\\partial C}{\\partial a^{(\(last))}}"]
    let chain = stride(from: last, to: highlight.layer, by: -1).map {
      "\\frac{\\partial a^{(\($0))}}{\\partial a^{(\($0 - 1))}}"
    }
    factors += chain.count <= 4 ? chain : [chain[0], "\\cdots", chain[chain.count - 1]]
    factors.append("\\frac{\\partial a^{(\(highlight.layer))}}{\\partial \(highlight.tex)}")
    let count = highlight.pathCount(in: layers.sizes)
    return [
      .formula(
        terms: ["\\frac{\\partial C}{\\partial \(highlight.tex)} = "] + factors,
        isHeadline: false),
      .key(
        .line(Pen(.role(.orange), width: 3.2)),
        count == 1 ? "one path to the cost" : "\(Wording.text(count)) paths to the outputs",
        note: "the derivative is the sum over all of them"),
    ]
  }

  private var weights: [[[Double]]] {
    guard let network else { return [] }
    return (0..<(layers.sizes.count - 1)).compactMap { network.weights(ofLayer: $0) }
  }

  /// The network in words.
  var description: String {
    var words =
      "A dense network with layers of \(layers.sizes.map(String.init).joined(separator: ", ")) "
      + "neurons and \(Wording.count(layers.parameterCount, "parameter"))."
    let all = weights.joined().joined()
    if network != nil, let low = all.min(), let high = all.max() {
      words +=
        " Its weights run from \(Wording.text(low, digits: 3)) to "
        + "\(Wording.text(high, digits: 3)): blue lines are negative, orange ones positive, and "
        + "the width is the size."
    }
    if let highlight {
      let count = highlight.pathCount(in: layers.sizes)
      words +=
        " The parameter \(highlight.parameterText) reaches the outputs by "
        + (count == 1 ? "one path." : "\(Wording.text(count)) paths.")
    }
    return words
  }

  /// The results as JSON.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("parameters", .number(Double(layers.parameterCount))),
      ("layers", JSONValue(layers.sizes.map(Double.init))),
    ]
    if let network {
      members.append(
        ("weights", .array(weights.map { .array($0.map { JSONValue($0) }) })))
      members.append(
        (
          "biases",
          .array(
            (0..<(layers.sizes.count - 1)).map { JSONValue(network.biases(ofLayer: $0) ?? []) })
        ))
    }
    if let highlight {
      members.append(("highlight", .string(highlight.parameterText)))
      members.append(("paths", .number(highlight.pathCount(in: layers.sizes))))
    }
    return .object(members)
  }
}
