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
            Self.affine(
              weights, outputs + offsets[layer], to: z, before: before, after: after, count: count)
            network.activation(ofLayer: layer).apply(
              z, to: outputs + offsets[layer + 1], count: after * count)
            weights += after * (before + 1)
          }
        }
      }
    }
  }

  /// z = W a + b for all examples.
  private static func affine(
    _ weights: UnsafePointer<Double>, _ a: UnsafePointer<Double>,
    to z: UnsafeMutablePointer<Double>, before: Int, after: Int, count: Int
  ) {
    let biases = weights + before * after
    for j in 0..<after {
      let row = z + j * count
      let bias = biases[j]
      for s in 0..<count { row[s] = bias }
      for i in 0..<before {
        let weight = weights[j * before + i]
        let column = a + i * count
        for s in 0..<count { row[s] += weight * column[s] }
      }
    }
  }
}
