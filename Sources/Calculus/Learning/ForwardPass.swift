import CVector

/// The weighted sums and outputs of all neurons for a batch of examples.
///
/// Numbers of one neuron for all examples lie side by side, so that the innermost loops run over
/// examples and vectorise.
final class ForwardPass {
  let exampleCount: Int
  /// Where each layer begins.
  let offsets: [Int]
  private(set) var sums: [Double]
  private(set) var outputs: [Double]

  init(_ network: Network, exampleCount: Int) {
    self.exampleCount = exampleCount
    var offsets = [0]
    for size in network.sizes { offsets.append(offsets[offsets.count - 1] + size * exampleCount) }
    sums = Array(repeating: 0, count: offsets[offsets.count - 1])
    outputs = sums
    self.offsets = offsets
  }

  /// Computes all layers from inputs that are given component by component.
  func run(_ network: Network, inputs: [Double]) {
    let count = exampleCount
    sums.withUnsafeMutableBufferPointer { sums in
      outputs.withUnsafeMutableBufferPointer { outputs in
        network.parameters.withUnsafeBufferPointer { parameters in
          guard let sums = sums.baseAddress, let outputs = outputs.baseAddress,
            let parameters = parameters.baseAddress
          else { return }
          for index in inputs.indices { outputs[index] = inputs[index] }
          var weights = parameters
          for layer in 0..<network.sizes.count - 1 {
            let (before, after) = (network.sizes[layer], network.sizes[layer + 1])
            let z = sums + offsets[layer + 1]
            cv_dense_forward(
              z, weights, weights + before * after, outputs + offsets[layer], before, after, count)
            network.activation(ofLayer: layer).apply(
              z, to: outputs + offsets[layer + 1], neurons: after, examples: count)
            weights += after * (before + 1)
          }
        }
      }
    }
  }
}
