import Plotting

/// A network on its way: the cost before each step, and the network at some of them.
struct Training {
  /// The network after a number of steps.
  struct Snapshot {
    let step: Int
    let network: Network
  }

  let lesson: Lesson
  let figure: Train
  let rate: Double
  /// The cost before each step, and after the last.
  let costs: [Double]
  /// From the first network to the last one.
  let snapshots: [Snapshot]

  var network: Network { snapshots[snapshots.count - 1].network }
  var sizes: [Int] { figure.layers.sizes }
  /// Whether the cost became infinite or undefined.
  var hasDiverged: Bool { !(costs.last ?? .nan).isFinite }

  private static let usualSteps = 10_000
  /// The most arithmetic of a call, some ten seconds of it.
  private static let mostWork = 2e11
  private static let snapshotCount = 7

  init(_ figure: Train, _ lesson: Lesson) throws(FigureError) {
    let limit = Self.mostSteps(figure.layers, examples: lesson.inputs.count)
    guard limit >= 1 else {
      throw .input(
        "a single step with so many parameters and examples takes too long",
        hint: "use a smaller network or fewer examples")
    }
    let steps = figure.steps ?? min(Self.usualSteps, limit)
    guard (1...limit).contains(steps) else {
      throw .parameter(
        name: "steps", value: String(steps), wanted: "a whole number from 1 to \(limit) here")
    }
    let output: Activation = lesson.isWithinUnit ? .logistic : .linear
    let rate =
      figure.rate ?? figure.method.usualRate(hasLogisticOutputs: output == .logistic)
    guard rate > 0, rate.isFinite else {
      throw .parameter(
        name: "rate", value: rate.parameterText, wanted: "a number greater than 0")
    }
    let seed = UInt64(bitPattern: Int64(figure.seed))
    do throws(LearningError) {
      var generator = SeededGenerator(seed: seed)
      let network = try Network(
        sizes: figure.layers.sizes, hidden: figure.activation.activation, output: output,
        generator: &generator)
      let examples = try Examples(inputs: lesson.inputs, targets: lesson.targets)
      var trainer = try Trainer(
        network, on: examples, by: figure.method.optimiser(rate: rate), seed: seed &+ 1)
      var snapshots = [Snapshot(step: 0, network: network)]
      for (before, after) in zip([0] + Self.stops(steps), Self.stops(steps)) {
        let isLast = after == steps
        if isLast {
          try trainer.run(steps: after - before)
        } else {
          for _ in before..<after { try trainer.step() }
        }
        snapshots.append(Snapshot(step: after, network: trainer.network))
        if !(trainer.costs.last ?? 0).isFinite { break }
      }
      (self.snapshots, costs) = (snapshots, trainer.costs)
    } catch {
      throw .input(error.description, hint: "")
    }
    self.figure = figure
    self.lesson = lesson
    self.rate = rate
  }

  /// The steps after which a picture is kept: in equal ratios, the last one included.
  private static func stops(_ steps: Int) -> [Int] {
    var stops: [Int] = []
    let first = max(1, min(steps / 100, 100))
    for number in 0..<(snapshotCount - 1) {
      let part = Double(number) / Double(snapshotCount - 2)
      let stop = Double(first) * Powers.value(Double(steps) / Double(first), part)
      let rounded = Int(stop.rounded(toDigits: 1))
      let last = stops.last ?? 0
      if rounded > last, rounded < steps { stops.append(rounded) }
    }
    return stops + [steps]
  }

  /// The most steps that a call has time for.
  private static func mostSteps(_ layers: NetworkLayers, examples: Int) -> Int {
    let neurons = layers.sizes.dropFirst().reduce(0, +)
    let work = Double(6 * layers.parameterCount + 30 * neurons) * Double(examples)
    return min(Int(mostWork / max(work, 1)), 1_000_000)
  }
}
