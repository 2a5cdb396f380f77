import Calculus
import Testing

/// Several classes: softmax outputs with cross-entropy.
struct SoftmaxTests {
  private static func network(_ seed: UInt64) throws -> Network {
    var generator = SeededGenerator(seed: seed)
    return try Network(
      sizes: [2, 5, 3], hidden: .tanh, output: .softmax, deviation: 1, generator: &generator)
  }

  /// Points of three discs, each a class.
  private static func discs() throws -> Examples {
    var generator = SeededGenerator(seed: 8)
    let centres = [[0.0, 1.0], [1, -1], [-1, -1]]
    var (inputs, targets): ([[Double]], [[Double]]) = ([], [])
    for index in 0..<60 {
      inputs.append(centres[index % 3].map { $0 + 0.3 * generator.normal() })
      targets.append((0..<3).map { $0 == index % 3 ? 1 : 0 })
    }
    return try Examples(inputs: inputs, targets: targets)
  }

  @Test("outputs are shares of 1, however large the sums")
  func shares() throws {
    let outputs = try Self.network(1).outputs(for: [3, -2])
    #expect(abs(outputs.reduce(0, +) - 1) < 1e-15 && outputs.allSatisfy { $0 > 0 })
    let huge = try Network(
      sizes: [1, 2], output: .softmax, parameters: [1e300, -1e300, 0, 0]
    ).outputs(for: [1])
    #expect(huge == [1, 0])
  }

  @Test("the cost of even shares is the logarithm of the number of classes")
  func evenShares() throws {
    let network = try Network(
      sizes: [1, 4], output: .softmax, parameters: Array(repeating: 0, count: 8))
    let examples = try Examples(inputs: [[1]], targets: [[0, 1, 0, 0]])
    let propagation = try BackPropagation(network, on: examples, loss: .crossEntropy)
    let cost = try propagation.cost(of: network)
    #expect(abs(cost - 1.3862943611198906) < 1e-15)
    // a − y for each bias.
    #expect(propagation.gradient[4...] == [0.25, -0.75, 0.25, 0.25])
  }

  @Test("the gradient by every parameter is the difference quotient", arguments: Loss.allCases)
  func gradient(loss: Loss) throws {
    let network = try Self.network(2)
    let examples = try Examples(
      inputs: [[0.3, -1], [1, 2], [-0.5, 0.1]],
      targets: [[1, 0, 0], [0.2, 0.5, 0.3], [0, 0, 1]])
    let propagation = try BackPropagation(network, on: examples, loss: loss)
    _ = try propagation.cost(of: network)
    let gradient = propagation.gradient
    #expect(gradient.count == 33)
    for (place, slope) in gradient.enumerated() {
      let costs = try [1e-5, -1e-5].map { shift in
        var (moved, parameters) = (network, network.parameters)
        parameters[place] += shift
        try moved.setParameters(parameters)
        return try propagation.cost(of: moved)
      }
      #expect(abs((costs[0] - costs[1]) / 2e-5 - slope) < 1e-8, "parameter \(place)")
    }
  }

  @Test("three discs are told apart")
  func training() throws {
    let examples = try Self.discs()
    var trainer = try Trainer(
      Self.network(3), on: examples, loss: .crossEntropy, by: .adam(step: 0.05), seed: 3)
    #expect(try trainer.run(steps: 500) < 0.05)
    let shares = try trainer.network.outputs(for: [0, 1])
    #expect(shares[0] > 0.9)
  }

  @Test("softmax wants the output layer, and cross-entropy shares that sum to 1")
  func refusals() throws {
    var generator = SeededGenerator(seed: 1)
    #expect(throws: LearningError.unfitForHiddenLayers(.softmax)) {
      _ = try Network(sizes: [1, 2, 1], hidden: .softmax, generator: &generator)
    }
    let examples = try Examples(inputs: [[1, 1]], targets: [[0.5, 0.6, 0.1]])
    #expect(throws: LearningError.unfitForCrossEntropy) {
      _ = try BackPropagation(Self.network(1), on: examples, loss: .crossEntropy)
    }
  }
}
