/// A dense feed-forward network: each layer is σ(W a + b) of the one before.
///
///     var generator = SeededGenerator(seed: 1)
///     let network = try Network(sizes: [1, 6, 7, 2], generator: &generator)   // 77 parameters
///     let outputs = try network.outputs(for: [0.25])
public struct Network: Hashable, Sendable, Codable {
  /// The numbers of neurons, from the input to the output.
  public let sizes: [Int]
  /// The activation of the layers between.
  public let hidden: Activation
  /// The activation of the last layer.
  public let output: Activation
  /// Layer by layer the weights, a row for each neuron, then the biases.
  public private(set) var parameters: [Double]

  /// The most parameters, and the most numbers of a set of examples.
  static let largestCount = 50_000_000

  /// A network with normal parameters of mean 0.
  ///
  /// - Parameters:
  ///   - sizes: the numbers of neurons, from the input to the output.
  ///   - hidden: the activation of the layers between.
  ///   - output: the activation of the last layer.
  ///   - deviation: the standard deviation of the parameters.
  ///   - generator: where they come from.
  public init(
    sizes: [Int], hidden: Activation = .logistic, output: Activation = .logistic,
    deviation: Double = 0.5, generator: inout SeededGenerator
  ) throws(LearningError) {
    guard deviation >= 0, deviation.isFinite else { throw .badSetting("deviation", deviation) }
    let count = try Self.parameterCount(sizes)
    if hidden == .softmax { throw .unfitForHiddenLayers(hidden) }
    self.sizes = sizes
    self.hidden = hidden
    self.output = output
    parameters = []
    parameters.reserveCapacity(count)
    for _ in 0..<count { parameters.append(deviation * generator.normal()) }
  }

  /// A network with known parameters: layer by layer the weights, row by row, then the biases.
  public init(
    sizes: [Int], hidden: Activation = .logistic, output: Activation = .logistic,
    parameters: [Double]
  ) throws(LearningError) {
    if hidden == .softmax { throw .unfitForHiddenLayers(hidden) }
    self.sizes = sizes
    self.hidden = hidden
    self.output = output
    self.parameters = []
    try setParameters(parameters)
  }

  /// Replaces the parameters.
  public mutating func setParameters(_ values: [Double]) throws(LearningError) {
    let count = try Self.parameterCount(sizes)
    guard values.count == count else {
      throw .wrongDimension(expected: count, actual: values.count)
    }
    guard values.allSatisfy({ $0.isFinite }) else { throw .notFinite }
    parameters = values
  }

  /// Changes the parameters in place.
  mutating func update(_ change: (inout [Double]) -> Void) { change(&parameters) }

  private static func parameterCount(_ sizes: [Int]) throws(LearningError) -> Int {
    guard sizes.count >= 2, sizes.allSatisfy({ $0 >= 1 }) else { throw .badLayers(sizes) }
    var count = 0
    for (before, after) in zip(sizes, sizes.dropFirst()) {
      guard before <= largestCount, after <= largestCount / (before + 1) else { throw .tooLarge }
      count += after * (before + 1)
      guard count <= largestCount else { throw .tooLarge }
    }
    return count
  }

  /// The activation of a layer, counted from the first after the input.
  func activation(ofLayer layer: Int) -> Activation {
    layer == sizes.count - 2 ? output : hidden
  }

  /// Where the weights of a layer begin among the parameters, counted as above.
  func weightOffset(ofLayer layer: Int) -> Int {
    (0..<layer).reduce(0) { $0 + sizes[$1 + 1] * (sizes[$1] + 1) }
  }

  /// The weights of a layer, a row for each neuron; the first layer after the input is 0.
  ///
  /// `nil` where there is no such layer.
  public func weights(ofLayer layer: Int) -> [[Double]]? {
    guard layer >= 0, layer < sizes.count - 1 else { return nil }
    let (start, width) = (weightOffset(ofLayer: layer), sizes[layer])
    return (0..<sizes[layer + 1]).map { row in
      Array(parameters[(start + row * width)..<(start + (row + 1) * width)])
    }
  }

  /// The biases of a layer; `nil` where there is no such layer.
  public func biases(ofLayer layer: Int) -> [Double]? {
    guard layer >= 0, layer < sizes.count - 1 else { return nil }
    let start = weightOffset(ofLayer: layer) + sizes[layer] * sizes[layer + 1]
    return Array(parameters[start..<(start + sizes[layer + 1])])
  }

  /// The outputs of all layers for an input, the input first.
  public func layers(for input: [Double]) throws(LearningError) -> [[Double]] {
    guard input.count == sizes[0] else {
      throw .wrongDimension(expected: sizes[0], actual: input.count)
    }
    let pass = ForwardPass(self, exampleCount: 1)
    pass.run(self, inputs: input)
    return sizes.indices.map { layer in
      Array(pass.outputs[pass.offsets[layer]..<(pass.offsets[layer] + sizes[layer])])
    }
  }

  /// The outputs for an input.
  public func outputs(for input: [Double]) throws(LearningError) -> [Double] {
    try layers(for: input).last ?? []
  }
}

extension Network {
  private enum CodingKeys: String, CodingKey { case sizes, hidden, output, parameters }

  /// Reads a network, and checks that its parameters fit its layers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      sizes: container.decode([Int].self, forKey: .sizes),
      hidden: container.decode(Activation.self, forKey: .hidden),
      output: container.decode(Activation.self, forKey: .output),
      parameters: container.decode([Double].self, forKey: .parameters))
  }
}
