import CVector

/// The cost of a network on examples and its gradient by all parameters.
///
/// Reverse mode with a layer as the operation (Rumelhart, Hinton & Williams 1986): with δ the
/// derivatives by the weighted sums, ∂C/∂W = δ aᵀ, ∂C/∂b = Σ δ, and the layer before gets Wᵀδ. Cost:
/// about three forward passes.
public final class BackPropagation {
  private let examples: Examples
  private let loss: Loss
  private let sizes: [Int]
  private let pass: ForwardPass
  private var derivatives: [Double]
  /// Room for the outputs of a layer, example by example.
  private let turned: UnsafeMutablePointer<Double>
  /// The derivatives of the cost by the parameters, in their order, after `cost`.
  public private(set) var gradient: [Double]

  /// The memory to differentiate networks shaped like `network` on examples.
  public init(
    _ network: Network, on examples: Examples, loss: Loss = .squared
  ) throws(LearningError) {
    guard examples.inputCount == network.sizes[0] else {
      throw .wrongDimension(expected: network.sizes[0], actual: examples.inputCount)
    }
    let outputCount = network.sizes[network.sizes.count - 1]
    guard examples.targetCount == outputCount else {
      throw .wrongDimension(expected: outputCount, actual: examples.targetCount)
    }
    if loss == .crossEntropy { try Self.checkShares(network, examples) }
    let neurons = network.sizes.reduce(0.0) { $0 + Double($1) }
    guard neurons * Double(examples.count) <= Double(Network.largestCount) else {
      throw .tooLarge
    }
    self.examples = examples
    self.loss = loss
    sizes = network.sizes
    pass = ForwardPass(network, exampleCount: examples.count)
    derivatives = Array(repeating: 0, count: pass.outputs.count)
    gradient = Array(repeating: 0, count: network.parameters.count)
    turned = .allocate(capacity: ((network.sizes.max() ?? 1) + 7) * examples.count)
  }

  deinit { turned.deallocate() }

  /// Cross-entropy wants logistic or softmax outputs, and targets that such outputs can reach.
  private static func checkShares(
    _ network: Network, _ examples: Examples
  ) throws(LearningError) {
    guard [.logistic, .softmax].contains(network.output),
      examples.targets.allSatisfy({ 0...1 ~= $0 })
    else { throw .unfitForCrossEntropy }
    guard network.output == .softmax else { return }
    for row in 0..<examples.count {
      let total = (0..<examples.targetCount).reduce(0.0) {
        $0 + examples.targets[$1 * examples.count + row]
      }
      guard abs(total - 1) <= 1e-9 else { throw .unfitForCrossEntropy }
    }
  }

  /// The cost alone, by a forward pass; `gradient` is left as it was.
  ///
  /// - Throws: `badLayers` for a network of another shape.
  public func value(of network: Network) throws(LearningError) -> Double {
    guard network.sizes == sizes else { throw .badLayers(network.sizes) }
    return lossAfterPass(network)
  }

  /// Runs the network on all examples; leaves the derivatives by its outputs in `derivatives`.
  private func lossAfterPass(_ network: Network) -> Double {
    pass.run(network, inputs: examples.inputs)
    let last = pass.offsets[sizes.count - 1]
    return derivatives.withUnsafeMutableBufferPointer { derivatives in
      pass.sums.withUnsafeBufferPointer { sums in
        pass.outputs.withUnsafeBufferPointer { outputs in
          examples.targets.withUnsafeBufferPointer { targets in
            guard let d = derivatives.baseAddress, let z = sums.baseAddress,
              let a = outputs.baseAddress, let y = targets.baseAddress
            else { return .nan }
            return loss.cost(
              sums: z + last, outputs: a + last, targets: y, derivatives: d + last,
              neurons: examples.targetCount, examples: examples.count,
              isSoftmax: network.output == .softmax)
          }
        }
      }
    }
  }

  /// The cost; afterwards `gradient` holds its derivatives.
  ///
  /// - Throws: `badLayers` for a network of another shape.
  public func cost(of network: Network) throws(LearningError) -> Double {
    guard network.sizes == sizes else { throw .badLayers(network.sizes) }
    let cost = lossAfterPass(network)
    derivatives.withUnsafeMutableBufferPointer { derivatives in
      pass.sums.withUnsafeBufferPointer { sums in
        pass.outputs.withUnsafeBufferPointer { outputs in
          guard let d = derivatives.baseAddress, let z = sums.baseAddress,
            let a = outputs.baseAddress
          else { return }
          pullBack(network, d, z, a)
        }
      }
    }
    return cost
  }

  private func pullBack(
    _ network: Network, _ d: UnsafeMutablePointer<Double>, _ z: UnsafePointer<Double>,
    _ a: UnsafePointer<Double>
  ) {
    let count = examples.count
    network.parameters.withUnsafeBufferPointer { parameters in
      gradient.withUnsafeMutableBufferPointer { gradient in
        guard let parameters = parameters.baseAddress, let gradient = gradient.baseAddress
        else { return }
        for layer in stride(from: sizes.count - 2, through: 0, by: -1) {
          let (before, after) = (sizes[layer], sizes[layer + 1])
          let (here, below) = (pass.offsets[layer + 1], pass.offsets[layer])
          let isByOutput = layer < sizes.count - 2 || loss == .squared
          if isByOutput {
            network.activation(ofLayer: layer).pullBack(
              d + here, sums: z + here, outputs: a + here, neurons: after, examples: count)
          }
          let start = network.weightOffset(ofLayer: layer)
          cv_dense_gradient(
            gradient + start, gradient + start + before * after, d + here, a + below, turned,
            before, after, count)
          if layer > 0 {
            cv_dense_backward(d + below, parameters + start, d + here, before, after, count)
          }
        }
      }
    }
  }
}
