import Calculus

extension Fuzzer {
  /// Networks of any shape on any examples; the gradient is that of the cost.
  mutating func checkLearning() {
    let sizes = (0..<random.below(5)).map { _ in random.below(5) }
    var generator = SeededGenerator(seed: UInt64(random.below(1 << 30)))
    let (hidden, output) = (
      random.element(Activation.allCases), random.element(Activation.allCases)
    )
    note("network", "\(sizes) \(hidden) \(output)")
    guard
      let network = try? Network(
        sizes: sizes, hidden: hidden, output: output, generator: &generator)
    else { return }
    let count = random.below(5)
    let inputs = (0..<count).map { _ in
      (0..<sizes[0]).map { _ in random.number(hostileOnceIn: 60) }
    }
    let targets = (0..<count).map { _ in
      (0..<sizes[sizes.count - 1]).map { _ in random.uniform(0, 1) }
    }
    let loss = random.element(Loss.allCases)
    note("examples", "\(inputs), \(targets), \(loss)")
    guard let examples = try? Examples(inputs: inputs, targets: targets),
      let propagation = try? BackPropagation(network, on: examples, loss: loss)
    else { return }
    note("back-propagation", "\(network) on \(examples), \(loss)")
    if let cost = try? propagation.cost(of: network), cost.isFinite {
      checkSlope(of: network, propagation, cost, isSmooth: hidden != .relu && output != .relu)
    }
    let optimiser = random.element([
      Optimiser.descent(step: random.finite(), noise: random.finite()),
      .momentum(step: 0.1, momentum: random.finite()), .adam(step: random.finite()),
    ])
    note("trainer", "\(network) on \(examples), \(loss), \(optimiser)")
    if var trainer = try? Trainer(network, on: examples, loss: loss, by: optimiser) {
      _ = try? trainer.run(steps: random.below(20) - 2, until: 1e-3)
    }
  }

  private mutating func checkSlope(
    of network: Network, _ propagation: BackPropagation, _ cost: Double, isSmooth: Bool
  ) {
    let place = random.below(network.parameters.count)
    let slope = propagation.gradient[place]
    let h = 1e-5
    let sides = [h, -h].map { shift -> Double in
      var parameters = network.parameters
      parameters[place] += shift
      var moved = network
      try? moved.setParameters(parameters)
      return (try? propagation.cost(of: moved)) ?? .nan
    }
    let quotient = (sides[0] - sides[1]) / (2 * h)
    guard isSmooth, quotient.isFinite, abs(slope) < 10, cost < 100 else { return }
    expect(
      abs(quotient - slope) <= 1e-3 * max(1, abs(slope)),
      "the gradient of a network is that of its cost", "\(slope), \(quotient)")
  }
}
