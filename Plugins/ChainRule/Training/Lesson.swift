import Plotting

/// What a network is to learn: examples, and how they look.
struct Lesson {
  /// What the examples are examples of.
  enum Kind: Hashable {
    /// Outputs over a time.
    case course
    /// Points that belong to classes.
    case classes
    /// Values over several inputs.
    case values
  }

  var inputs: [[Double]]
  var targets: [[Double]]
  /// The names of the inputs and of the outputs.
  var inputNames: [String], outputNames: [String]
  /// The target in words.
  var words: String
  /// The expressions of the target, where it is given so.
  var expressions: [Expression] = []
  var notices: [String] = []
  /// The class of each example, where the targets say nothing but classes.
  var labels: [Int] = []
  /// The names of the classes, in the order of their numbers.
  var classNames: [String] = []
  /// The output at which a single output changes the class.
  var threshold = 0.5
  /// The middle and the spread of each input, by which it is made about as large as 1.
  var scaling: [(centre: Double, spread: Double)] = []

  /// The most examples of a table.
  static let mostExamples = 100_000
  /// The most classes that a picture tells apart.
  static let mostClasses = 12

  init(_ figure: Train, in setting: Setting) throws(FigureError) {
    let sizes = figure.layers.sizes
    if figure.target.count == 1, Self.isFile(figure.target[0]) {
      self = try Self.table(figure.target[0], sizes: sizes)
    } else if figure.target.isEmpty, sizes[0] == 2 {
      let cloud = sizes[sizes.count - 1] == 1 ? PointCloud.moons : .groups
      self = try Self.cloud(cloud, outputs: sizes[sizes.count - 1])
    } else if sizes[0] == 2 {
      self = try Self.plane(figure, setting)
    } else {
      self = try Self.course(figure, setting)
    }
    scale()
  }

  /// A lesson of examples that are known.
  init(
    inputs: [[Double]], targets: [[Double]], inputNames: [String], outputNames: [String],
    words: String
  ) {
    (self.inputs, self.targets) = (inputs, targets)
    (self.inputNames, self.outputNames) = (inputNames, outputNames)
    self.words = words
  }

  private static func isFile(_ text: String) -> Bool {
    text == "-" || text.lowercased().hasSuffix(".csv") || text.hasPrefix(PointCloud.prefix)
  }

  /// What the examples are examples of.
  var kind: Kind { !labels.isEmpty ? .classes : inputs[0].count == 1 ? .course : .values }

  /// Whether logistic outputs can reach all targets.
  var isWithinUnit: Bool { targets.allSatisfy { $0.allSatisfy { (0...1).contains($0) } } }

  // MARK: Classes

  /// Takes two values of a single output for two classes, and rows of zeros with a single one for
  /// more.
  mutating func findClasses() {
    let width = outputNames.count
    guard targets.count > 1 else { return }
    if width == 1 {
      var values: [Double] = []
      for target in targets where !values.contains(target[0]) {
        values.append(target[0])
        if values.count > 2 { return }
      }
      guard values.count == 2 else { return }
      values.sort()
      labels = targets.map { $0[0] == values[0] ? 0 : 1 }
      classNames = values.map { "\(outputNames[0]) = \(Wording.text($0))" }
      threshold = (values[0] + values[1]) / 2
    } else if targets.allSatisfy({ row in
      row.allSatisfy { $0 == 0 || $0 == 1 } && row.reduce(0, +) == 1
    }) {
      labels = targets.map { $0.firstIndex(of: 1) ?? 0 }
      classNames = outputNames
    }
  }

  /// The class that outputs say.
  func label(of outputs: [Double]) -> Int {
    if outputs.count == 1 { return outputs[0] > threshold ? 1 : 0 }
    return outputs.indices.max { outputs[$0] < outputs[$1] } ?? 0
  }

  // MARK: Scaling

  /// Inputs of usual sizes are left alone; large ones would drive every neuron to its end.
  private static let usualSize = 5.0

  private mutating func scale() {
    scaling = inputNames.indices.map { index in
      let values = inputs.map { $0[index] }
      guard let low = values.min(), let high = values.max(),
        max(abs(low), abs(high)) > Self.usualSize
      else { return (0, 1) }
      return (low / 2 + high / 2, max(high / 2 - low / 2, abs(low) * 1e-9, 1e-300))
    }
  }

  /// The inputs as the network sees them while it learns.
  var scaledInputs: [[Double]] {
    guard scaling.contains(where: { $0 != (0, 1) }) else { return inputs }
    return inputs.map { row in zip(row, scaling).map { ($0 - $1.centre) / $1.spread } }
  }

  /// A network of scaled inputs as one of the inputs themselves.
  func unscaled(_ network: Network) -> Network {
    guard scaling.contains(where: { $0 != (0, 1) }) else { return network }
    var parameters = network.parameters
    let (before, after) = (network.sizes[0], network.sizes[1])
    for neuron in 0..<after {
      for input in 0..<before {
        let place = neuron * before + input
        parameters[place] /= scaling[input].spread
        parameters[before * after + neuron] -= parameters[place] * scaling[input].centre
      }
    }
    var result = network
    // Parameters of a network that diverged are not finite, and stay what they are.
    try? result.setParameters(parameters)
    return result
  }
}
