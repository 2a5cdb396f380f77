import Calculus
import Testing

/// Networks, their gradients and their training.
struct LearningTests {
  /// The heart of the course's laboratory: 100 points of a closed curve in the unit square.
  static func heart() throws -> Examples {
    let sine = try Expression("sin(2 pi t)", variables: ["t"])
    let cosines = try Expression(
      "13cos(2pi t) - 5cos(4pi t) - 2cos(6pi t) - cos(8pi t)", variables: ["t"])
    let times = (0..<100).map { Double($0) / 100 }
    return try Examples(
      inputs: times.map { [$0] },
      targets: times.map { t in
        let s = sine.value(at: [t])
        return [(16 * s * s * s / 20 + 1) / 2, (cosines.value(at: [t]) / 20 + 1) / 2]
      })
  }

  @Test("the heart is learned to a cost below 0.002 within 20 000 steps", arguments: [0, 1, 2])
  func heartIsLearned(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let network = try Network(sizes: [1, 6, 7, 2], generator: &generator)
    #expect(network.parameters.count == 77)
    var trainer = try Trainer(network, on: Self.heart(), by: .adam(step: 0.02), seed: seed)
    let cost = try trainer.run(steps: 20_000, until: 0.002)
    print("heart, seed \(seed): cost \(cost) after \(trainer.costs.count - 1) steps")
    #expect(cost < 0.002)
    #expect(trainer.costs[0] > 0.1)
  }

  @Test("the course's noisy descent lowers the cost of the heart as it does there")
  func noisyDescent() throws {
    var generator = SeededGenerator(seed: 3)
    let network = try Network(sizes: [1, 6, 7, 2], generator: &generator)
    var trainer = try Trainer(network, on: Self.heart(), by: .descent(step: 7, noise: 1), seed: 3)
    #expect(try trainer.run(steps: 3_000) < 0.02)
  }

  /// The cost of a network on examples as a recorded function of its parameters.
  static func tape(_ network: Network, _ inputs: [[Double]], _ targets: [[Double]], _ loss: Loss)
    throws -> Tape
  {
    try Tape(inputCount: network.parameters.count) { p in
      var total: Variable = 0
      for (input, target) in zip(inputs, targets) {
        var layer = input.map { Variable($0) }
        var sums = layer
        var next = 0
        for (index, size) in network.sizes.enumerated().dropFirst() {
          let isLast = index == network.sizes.count - 1
          let weights = p[next..<(next + size * layer.count)]
          next += size * layer.count
          sums = (0..<size).map { j in
            layer.indices.reduce(p[next + j]) { sum, i in
              sum + weights[weights.startIndex + j * layer.count + i] * layer[i]
            }
          }
          next += size
          let function = (isLast ? network.output : network.hidden).function
          layer = function.map { function in sums.map { $0.applied(function) } } ?? sums
        }
        for k in target.indices {
          let y = Variable(target[k])
          switch loss {
          case .squared: total += (layer[k] - y) * (layer[k] - y)
          case .crossEntropy: total -= y * log(layer[k]) + (1 - y) * log(1 - layer[k])
          }
        }
      }
      return [total / Variable(Double(inputs.count))]
    }
  }

  @Test("every parameter's gradient is that of the recorded network and of quotients")
  func gradients() throws {
    var generator = SeededGenerator(seed: 5)
    let inputs = (0..<7).map { _ in (0..<3).map { _ in generator.normal() } }
    let targets = (0..<7).map { _ in (0..<2).map { _ in generator.uniform() } }
    let examples = try Examples(inputs: inputs, targets: targets)
    // Softmax takes a layer at once: it has tests of its own.
    let activations = Activation.allCases.filter { $0 != .softmax }
    for hidden in activations {
      for output in activations {
        for loss in Loss.allCases where loss == .squared || output == .logistic {
          let network = try Network(
            sizes: [3, 5, 4, 2], hidden: hidden, output: output, generator: &generator)
          let propagation = try BackPropagation(network, on: examples, loss: loss)
          let cost = try propagation.cost(of: network)
          let tape = try Self.tape(network, inputs, targets, loss)
          let check = try GradientCheck(tape, at: network.parameters)
          #expect(check.largestError < 1e-7, "\(hidden) \(output) \(loss)")
          #expect(abs(cost - (try tape.values(at: network.parameters)[0])) <= 1e-13 * (1 + cost))
          for (a, b) in zip(propagation.gradient, check.gradient) {
            #expect(abs(a - b) <= 1e-13 * (1 + abs(b)), "\(hidden) \(output) \(loss)")
          }
        }
      }
    }
  }

  @Test("one neuron has the derivatives of the lecture")
  func oneNeuron() throws {
    let network = try Network(sizes: [1, 1], output: .logistic, parameters: [1.3, -0.4])
    let propagation = try BackPropagation(
      network, on: Examples(inputs: [[0.7]], targets: [[0.2]]))
    let cost = try propagation.cost(of: network)
    let a = try Expression("sigmoid(1.3*0.7 - 0.4)", variables: []).value(at: [])
    #expect(abs(cost - (a - 0.2) * (a - 0.2)) < 1e-15)
    let delta = 2 * (a - 0.2) * a * (1 - a)
    #expect(abs(propagation.gradient[0] - delta * 0.7) < 1e-15)
    #expect(abs(propagation.gradient[1] - delta) < 1e-15)
    #expect(network.weights(ofLayer: 0) == [[1.3]] && network.biases(ofLayer: 0) == [-0.4])
    #expect(network.weights(ofLayer: 1) == nil)
  }

  @Test("all optimisers learn a line, and cross-entropy learns a step")
  func optimisers() throws {
    var generator = SeededGenerator(seed: 9)
    let xs = (0..<20).map { Double($0) / 10 - 1 }
    let line = try Examples(inputs: xs.map { [$0] }, targets: xs.map { [2 * $0 - 0.5] })
    let network = try Network(sizes: [1, 1], output: .linear, generator: &generator)
    for optimiser in [
      Optimiser.descent(step: 0.3), .momentum(step: 0.05), .adam(step: 0.05),
    ] {
      var trainer = try Trainer(network, on: line, by: optimiser)
      #expect(try trainer.run(steps: 3_000) < 1e-8, "\(optimiser)")
      #expect(abs(trainer.network.parameters[0] - 2) < 1e-3)
    }
    let step = try Examples(inputs: xs.map { [$0] }, targets: xs.map { [$0 > 0.05 ? 1 : 0] })
    var trainer = try Trainer(
      Network(sizes: [1, 1], generator: &generator), on: step, loss: .crossEntropy,
      by: .adam(step: 0.1))
    #expect(try trainer.run(steps: 2_000) < 0.05)
  }

  @Test("the same seed trains the same network")
  func determinism() throws {
    func parameters() throws -> [Double] {
      var generator = SeededGenerator(seed: 4)
      let network = try Network(sizes: [1, 3, 2], generator: &generator)
      var trainer = try Trainer(network, on: Self.heart(), by: .descent(step: 1, noise: 1), seed: 8)
      try trainer.run(steps: 50)
      return trainer.network.parameters
    }
    #expect(try parameters() == parameters())
  }

  @Test("seeded numbers are uniform, normal and repeatable")
  func generator() {
    var generator = SeededGenerator(seed: 42)
    var copy = SeededGenerator(seed: 42)
    #expect((0..<10).allSatisfy { _ in generator.next() == copy.next() })
    var (sum, square, fourth, mean) = (0.0, 0.0, 0.0, 0.0)
    let count = 100_000
    for _ in 0..<count {
      let u = generator.uniform()
      #expect(u >= 0 && u < 1)
      mean += u / Double(count)
      let x = generator.normal()
      sum += x / Double(count)
      square += x * x / Double(count)
      fourth += x * x * x * x / Double(count)
    }
    #expect(abs(mean - 0.5) < 0.005 && abs(sum) < 0.015)
    #expect(abs(square - 1) < 0.02 && abs(fourth - 3) < 0.15)
  }

  @Test("networks, examples and settings that do not fit are refused")
  func refusals() throws {
    var generator = SeededGenerator(seed: 0)
    for sizes in [[], [3], [1, 0], [2, -1, 2]] {
      #expect(throws: LearningError.badLayers(sizes)) {
        try Network(sizes: sizes, generator: &generator)
      }
    }
    #expect(throws: LearningError.tooLarge) {
      try Network(sizes: [Int.max, Int.max], generator: &generator)
    }
    #expect(throws: LearningError.wrongDimension(expected: 2, actual: 1)) {
      try Network(sizes: [1, 1], parameters: [1])
    }
    #expect(throws: LearningError.notFinite) {
      try Network(sizes: [1, 1], parameters: [1, .nan])
    }
    #expect(throws: LearningError.noExamples) { try Examples(inputs: [], targets: []) }
    #expect(throws: LearningError.noExamples) { try Examples(inputs: [[]], targets: [[1]]) }
    #expect(throws: LearningError.wrongTargetCount(inputs: 2, targets: 1)) {
      try Examples(inputs: [[1], [2]], targets: [[1]])
    }
    #expect(throws: LearningError.wrongDimension(expected: 1, actual: 2)) {
      try Examples(inputs: [[1], [2, 3]], targets: [[1], [1]])
    }
    #expect(throws: LearningError.notFinite) { try Examples(inputs: [[.nan]], targets: [[1]]) }
    let network = try Network(sizes: [1, 1], output: .linear, generator: &generator)
    let examples = try Examples(inputs: [[1]], targets: [[2]])
    #expect(throws: LearningError.unfitForCrossEntropy) {
      try Trainer(network, on: examples, loss: .crossEntropy)
    }
    #expect(throws: LearningError.badSetting("step", -1)) {
      try Trainer(network, on: examples, by: .adam(step: -1))
    }
    #expect(throws: LearningError.wrongDimension(expected: 1, actual: 2)) {
      try network.outputs(for: [1, 2])
    }
    var wild = try Trainer(network, on: examples, by: .descent(step: 1e300))
    try wild.run(steps: 10)
    #expect(wild.costs.count <= 11 && wild.network.parameters.allSatisfy { !$0.isNaN })
  }
}
