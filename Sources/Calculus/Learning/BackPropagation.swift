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
    if loss == .crossEntropy {
      guard network.output == .logistic, examples.targets.allSatisfy({ 0...1 ~= $0 }) else {
        throw .unfitForCrossEntropy
      }
    }
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
  }

  /// The cost; afterwards `gradient` holds its derivatives.
  ///
  /// - Throws: `badLayers` for a network of another shape.
  public func cost(of network: Network) throws(LearningError) -> Double {
    guard network.sizes == sizes else { throw .badLayers(network.sizes) }
    pass.run(network, inputs: examples.inputs)
    let last = pass.offsets[sizes.count - 1]
    let scale = 1 / Double(examples.count)
    let loss = loss
    return derivatives.withUnsafeMutableBufferPointer { derivatives in
      pass.sums.withUnsafeBufferPointer { sums in
        pass.outputs.withUnsafeBufferPointer { outputs in
          examples.targets.withUnsafeBufferPointer { targets in
            guard let d = derivatives.baseAddress, let z = sums.baseAddress,
              let a = outputs.baseAddress, let y = targets.baseAddress
            else { return .nan }
            let cost = loss.cost(
              sums: z + last, outputs: a + last, targets: y, derivatives: d + last,
              count: targets.count, scale: scale)
            pullBack(network, d, z, a)
            return cost
          }
        }
      }
    }
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
              d + here, sums: z + here, outputs: a + here, count: after * count)
          }
          let start = network.weightOffset(ofLayer: layer)
          Self.outerProduct(
            d + here, a + below, to: gradient + start, before: before, after: after, count: count)
          if layer > 0 {
            Self.transposed(
              parameters + start, d + here, to: d + below, before: before, after: after,
              count: count)
          }
        }
      }
    }
  }

  /// ∂C/∂W = δ aᵀ and ∂C/∂b = Σ δ, over all examples.
  private static func outerProduct(
    _ delta: UnsafePointer<Double>, _ a: UnsafePointer<Double>,
    to gradient: UnsafeMutablePointer<Double>, before: Int, after: Int, count: Int
  ) {
    for j in 0..<after {
      let row = delta + j * count
      for i in 0..<before {
        gradient[j * before + i] = dot(row, a + i * count, count: count)
      }
      var total = 0.0
      for s in 0..<count { total += row[s] }
      gradient[before * after + j] = total
    }
  }

  /// Σ aₛ bₛ in four interleaved sums, so that it vectorises without reordering by the compiler.
  private static func dot(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int
  ) -> Double {
    var sums = SIMD4<Double>.zero
    var s = 0
    while s + 4 <= count {
      let left = SIMD4(a[s], a[s + 1], a[s + 2], a[s + 3])
      let right = SIMD4(b[s], b[s + 1], b[s + 2], b[s + 3])
      sums += left * right
      s += 4
    }
    var total = sums.sum()
    while s < count {
      total += a[s] * b[s]
      s += 1
    }
    return total
  }

  /// Wᵀδ for all examples.
  private static func transposed(
    _ weights: UnsafePointer<Double>, _ delta: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>, before: Int, after: Int, count: Int
  ) {
    for index in 0..<before * count { result[index] = 0 }
    for j in 0..<after {
      let row = delta + j * count
      for i in 0..<before {
        let weight = weights[j * before + i]
        let column = result + i * count
        for s in 0..<count { column[s] += weight * row[s] }
      }
    }
  }
}
