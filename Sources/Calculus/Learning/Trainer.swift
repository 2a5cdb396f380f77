import CVector

/// Trains a network, step by step, and keeps the history of its cost.
///
///     var trainer = try Trainer(network, on: examples, by: .adam(step: 0.02), seed: 1)
///     try trainer.run(steps: 20_000, until: 0.002)
///     trainer.costs.last
public struct Trainer {
  /// The network as it is now.
  public private(set) var network: Network
  /// The cost before each step, and after the last one when `run` has ended.
  public private(set) var costs: [Double] = []
  private let optimiser: Optimiser
  /// Scratch memory, written anew at each step: copies of a trainer may share it.
  private let propagation: BackPropagation
  private var generator: SeededGenerator
  private var means: [Double]
  private var squares: [Double]
  private var stepCount = 0

  /// A trainer at its start.
  public init(
    _ network: Network, on examples: Examples, loss: Loss = .squared,
    by optimiser: Optimiser = .adam(), seed: UInt64 = 0
  ) throws(LearningError) {
    try optimiser.check()
    self.network = network
    self.optimiser = optimiser
    propagation = try BackPropagation(network, on: examples, loss: loss)
    generator = SeededGenerator(seed: seed)
    means = Array(repeating: 0, count: network.parameters.count)
    squares = means
  }

  /// Takes one step on all examples; returns the cost before it.
  ///
  /// A cost that is not finite is recorded, and the network stays as it is.
  @discardableResult
  public mutating func step() throws(LearningError) -> Double {
    let cost = try propagation.cost(of: network)
    costs.append(cost)
    guard cost.isFinite, propagation.gradient.allSatisfy({ $0.isFinite }) else { return cost }
    stepCount += 1
    let gradient = propagation.gradient
    switch optimiser {
    case .descent(let size, let noise): descend(gradient, size, noise)
    case .momentum(let size, let momentum):
      for index in gradient.indices {
        means[index] = momentum * means[index] + size * gradient[index]
      }
      let change = means
      network.update { parameters in
        for index in parameters.indices { parameters[index] -= change[index] }
      }
    case .adam(let size, let first, let second): adapt(gradient, size, first, second)
    }
    return cost
  }

  /// Takes up to `steps` steps, until the cost is below a goal or no longer finite.
  ///
  /// - Returns: the last cost.
  @discardableResult
  public mutating func run(
    steps: Int, until goal: Double = 0
  ) throws(LearningError) -> Double {
    for _ in 0..<max(steps, 0) {
      let cost = try step()
      if cost < goal || !cost.isFinite { return cost }
    }
    let cost = try propagation.cost(of: network)
    costs.append(cost)
    return cost
  }

  /// Steepest descent, with a random factor for each block of weights or biases.
  private mutating func descend(_ gradient: [Double], _ size: Double, _ noise: Double) {
    var factors: [(end: Int, factor: Double)] = []
    var end = 0
    for (before, after) in zip(network.sizes, network.sizes.dropFirst()) {
      for block in [before * after, after] {
        end += block
        factors.append((end, size * (noise > 0 ? 1 + noise * generator.normal() : 1)))
      }
    }
    network.update { parameters in
      var start = 0
      for (end, factor) in factors {
        for index in start..<end { parameters[index] -= factor * gradient[index] }
        start = end
      }
    }
  }

  private mutating func adapt(
    _ gradient: [Double], _ size: Double, _ first: Double, _ second: Double
  ) {
    let count = Double(stepCount)
    let meanScale = 1 / (1 - CVector.pow(first, count))
    let squareScale = 1 / (1 - CVector.pow(second, count))
    for index in gradient.indices {
      let slope = gradient[index]
      means[index] = first * means[index] + (1 - first) * slope
      squares[index] = second * squares[index] + (1 - second) * slope * slope
    }
    let (means, squares) = (means, squares)
    network.update { parameters in
      for index in parameters.indices {
        let spread = (squares[index] * squareScale).squareRoot() + 1e-8
        parameters[index] -= size * meanScale * means[index] / spread
      }
    }
  }
}
