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
  /// The weight and the bias before each step, and after the last, of a single neuron with one input.
  let trail: [Point]

  var network: Network { snapshots[snapshots.count - 1].network }
  var sizes: [Int] { figure.layers.sizes }
  /// Whether the cost became infinite or undefined.
  var hasDiverged: Bool { !(costs.last ?? .nan).isFinite }

  private static let usualSteps = 10_000
  /// The most arithmetic of a call, some ten seconds of it.
  private static let mostWork = 2e11
  private static let snapshotCount = 7

  /// Trains as the figure says.
  ///
  /// - Parameter progress: who is told how far it is.
  init(_ figure: Train, _ lesson: Lesson, progress: Progress? = nil) throws(FigureError) {
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
      let examples = try Examples(inputs: lesson.scaledInputs, targets: lesson.targets)
      let trainer = try Trainer(
        network, on: examples, by: figure.method.optimiser(rate: rate), seed: seed &+ 1)
      let work = Self.work(figure.layers, examples: lesson.inputs.count)
      (snapshots, costs, trail) = try Self.run(
        trainer, steps: steps, lesson: lesson, pause: max(Int(5e6 / work), 1), progress)
    } catch {
      throw .input(error.description, hint: "")
    }
    self.figure = figure
    self.lesson = lesson
    self.rate = rate
  }

  private typealias Run = (snapshots: [Snapshot], costs: [Double], trail: [Point])

  /// Takes the steps, keeps pictures on the way, and tells every `pause` steps how far it is.
  private static func run(
    _ start: Trainer, steps: Int, lesson: Lesson, pause: Int, _ progress: Progress?
  ) throws(LearningError) -> Run {
    var trainer = start
    let isNeuron = start.network.sizes == [1, 1]
    var snapshots: [Snapshot] = []
    var trail: [Point] = []
    func keep(_ step: Int) {
      snapshots.append(Snapshot(step: step, network: lesson.unscaled(trainer.network)))
    }
    func follow() {
      guard isNeuron else { return }
      let parameters = lesson.unscaled(trainer.network).parameters
      trail.append(Point(parameters[0], parameters[1]))
    }
    let stops = Set(stops(steps))
    keep(0)
    follow()
    for step in 1...steps {
      let cost = step == steps ? try trainer.run(steps: 1) : try trainer.step()
      follow()
      if step % pause == 0 { progress?.report("training", done: step, of: steps) }
      if stops.contains(step) || !cost.isFinite { keep(step) }
      if !cost.isFinite { break }
    }
    return (snapshots, trainer.costs, trail)
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
    min(Int(mostWork / work(layers, examples: examples)), 1_000_000)
  }

  /// About how much arithmetic a step is.
  private static func work(_ layers: NetworkLayers, examples: Int) -> Double {
    let neurons = layers.sizes.dropFirst().reduce(0, +)
    return max(Double(6 * layers.parameterCount + 30 * neurons) * Double(examples), 1)
  }

  // MARK: Classes

  /// How many examples are given their class by a network; `nil` where there are no classes.
  func rightCount(_ network: Network) -> Int? {
    guard !lesson.labels.isEmpty else { return nil }
    var count = 0
    for (input, label) in zip(lesson.inputs, lesson.labels) {
      guard let outputs = try? network.outputs(for: input) else { return nil }
      if lesson.label(of: outputs) == label { count += 1 }
    }
    return count
  }
}
