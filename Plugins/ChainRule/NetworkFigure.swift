import Plotting

/// A dense network: its layers, its weights, and the paths of one derivative.
///
///     var figure = NetworkFigure()
///     figure.layers = try NetworkLayers(parameterText: "1-6-7-2")
public struct NetworkFigure: Figure {
  /// The word on the command line.
  public static let name = "network"
  /// What it draws.
  public static let summary = "A dense network with its weights, and the paths of a derivative."

  /// The layers.
  public var layers = NetworkLayers([1, 6, 7, 2])
  /// A file with the parameters: for each layer the weights, row by row, then the biases.
  public var weights: String?
  /// The parameter whose paths to the outputs are shown: `w1_3_2`, `b2_1`.
  public var highlight: NetworkParameter?

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<NetworkFigure>] {
    [
      .argument("layers", \.layers, help: "The numbers of neurons, as in 1-6-7-2."),
      .option(
        "weights", \.weights, placeholder: "FILE",
        help: "The parameters: numbers, or the JSON of train."),
      .option(
        "highlight", \.highlight,
        help: "Show how a parameter reaches the cost: w1_3_2 leads to a3 from a2 in layer 1."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("The network that draws a heart: 77 parameters.", ["1-6-7-2"]),
    Example("Three inputs, two outputs, every weight with its name.", ["3-2"]),
    Example(
      "All the ways in which one weight of the first layer changes the outputs.",
      ["2-3-3-2", "--highlight", "w1_2_1"]),
    Example("Layers that are too long to be drawn in full.", ["784-30-10"]),
  ]

  /// Says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    var network: Network?
    if let weights {
      let numbers = try NumberFile.numbers(in: weights, member: "parameters")
      guard numbers.count == layers.parameterCount else {
        throw .input(
          "\(weights) has \(Wording.count(numbers.count, "number")), and \(layers.parameterText) "
            + "has \(Wording.count(layers.parameterCount, "parameter"))",
          hint: "for each layer the weights, a row for each neuron, then the biases")
      }
      do throws(LearningError) {
        network = try Network(sizes: layers.sizes, parameters: numbers)
      } catch {
        throw .input(error.description, hint: "")
      }
    }
    if let highlight, !highlight.isPart(of: layers.sizes) {
      throw .parameter(
        name: "highlight", value: highlight.parameterText,
        wanted: "a parameter of the network, such as w1_1_1 or b\(layers.sizes.count - 1)_1")
    }
    let words = NetworkWords(layers: layers, network: network, highlight: highlight)
    let drawing = NetworkDrawing(
      layers.sizes, network: network, highlight: highlight,
      in: GraphPicture.room(on: setting.canvas))
    let title = setting.title ?? words.title
    let scene = Scene(
      panel: .space(drawing.window), stages: drawing.stages(words, title: title), title: title,
      subtitle: words.subtitle, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description)
    return Composition(scene: scene, results: words.json, notices: drawing.notices)
  }
}

/// A weight or a bias of a network: `w2_3_1` leads in layer 2 to neuron 3 from neuron 1.
public struct NetworkParameter: ParameterValue, Hashable {
  /// The layer, counted from 1 after the input.
  let layer: Int
  /// The neuron it belongs to, from 1.
  let neuron: Int
  /// The neuron before, from 1; `nil` for a bias.
  let source: Int?

  /// The parameter of a text `w1_3_2` or `b1_3`.
  public init(parameterText text: String) throws(ParameterError) {
    let parts = text.dropFirst().split(separator: "_", omittingEmptySubsequences: false)
      .compactMap { Int($0) }
    let count = text.dropFirst().split(separator: "_", omittingEmptySubsequences: false).count
    guard let kind = text.first, "wb".contains(kind), parts.count == count,
      count == (kind == "w" ? 3 : 2), parts.allSatisfy({ $0 >= 1 })
    else {
      throw ParameterError(
        wanted: "a weight w1_3_2 (layer, neuron, neuron before) or a bias b1_3")
    }
    (layer, neuron) = (parts[0], parts[1])
    source = kind == "w" ? parts[2] : nil
  }

  /// The text that it is read from.
  public var parameterText: String {
    source.map { "w\(layer)_\(neuron)_\($0)" } ?? "b\(layer)_\(neuron)"
  }
  /// The placeholder of a parameter.
  public static var placeholder: String { "W" }

  /// Its name in TeX.
  var tex: String {
    let index = source.map { neuron > 9 || $0 > 9 ? "\(neuron),\($0)" : "\(neuron)\($0)" }
    return index.map { "w^{(\(layer))}_{\($0)}" } ?? "b^{(\(layer))}_{\(neuron)}"
  }

  func isPart(of sizes: [Int]) -> Bool {
    layer < sizes.count && neuron <= sizes[layer] && (source ?? 1) <= sizes[layer - 1]
  }

  /// In how many ways it reaches the outputs.
  func pathCount(in sizes: [Int]) -> Double {
    sizes[(layer + 1)...].reduce(1) { $0 * Double($1) }
  }
}
