import Plotting

/// A network that learns to draw a curve, a function or a table.
///
///     var figure = Train()
///     figure.layers = try NetworkLayers(parameterText: "1-6-7-2")
///     figure.steps = 10_000
public struct Train: Figure {
  /// The word on the command line.
  public static let name = "train"
  /// What it draws.
  public static let summary = "A network that learns a curve, with its cost step by step."

  /// The layers.
  public var layers = NetworkLayers([1, 6, 7, 2])
  /// What is learned: an expression for each output, in t or of two inputs in x and y, a CSV file, or
  /// a sample; a heart where none is given.
  public var target: [String] = []
  /// The times over which expressions are learned.
  public var range: ClosedRange<Double> = 0...1
  /// The number of steps; by default 10 000, or fewer for a network too large for so many.
  public var steps: Int?
  /// The seed of the first parameters and of all chance.
  public var seed = 1
  /// The size of a step; by default one that suits the method.
  public var rate: Double?
  /// How the parameters follow the gradient.
  public var method = TrainingMethod.adam
  /// The activation of the hidden layers.
  public var activation = HiddenActivation.logistic
  /// Whether the network is shown with the weights that it learned.
  public var showsNetwork = false

  /// The figure with its defaults.
  public init() {}

  /// The parameters.
  public static var parameters: [Parameter<Train>] {
    [
      .argument("layers", \.layers, help: "The numbers of neurons, as in 1-6-7-2."),
      .option(
        "target", \.target, taking: 1...64, placeholder: "EXPR",
        help: "An expression in t (of two inputs: in x, y) for each output, a CSV file (inputs, "
          + "then outputs or a column of classes), or sample:moons, rings, spirals, groups. "
          + "Default: a heart."),
      .option("over", \.range, help: "The times over which expressions are learned."),
      .option("steps", \.steps, help: "The number of steps. Default: 10000."),
      .option("seed", \.seed, help: "The seed of the first parameters."),
      .option("rate", \.rate, help: "The size of a step. Default: one that suits the method."),
      .option("method", \.method, help: "How the parameters follow the gradient."),
      .option("activation", \.activation, help: "The activation of the hidden layers."),
      .flag("network", \.showsNetwork, help: "Show the network with the weights that it learned."),
    ]
  }

  /// Worked examples.
  public static let examples = [
    Example("A network learns to draw a heart.", ["1-6-7-2"]),
    Example(
      "The same with the steps of the course, each block a little off by chance.",
      ["1-6-7-2", "--method", "noisy", "--steps", "10000", "--seed", "2"]),
    Example(
      "One hidden layer of tanh learns a wave.",
      ["1-8-1", "--target", "sin(2 pi t) + t", "--activation", "tanh", "--steps", "3000"]),
    Example(
      "Figure of eight.",
      [
        "1-12-2", "--target", "sin(2 pi t)", "--target", "sin(4 pi t)", "--activation", "tanh",
        "--steps", "4000",
      ]),
    Example(
      "Two classes that no straight line parts, and the border that is learned.",
      ["2-8-1", "--target", "sample:moons", "--activation", "tanh", "--steps", "2000"]),
    Example(
      "Three classes, three regions, and one place where they meet.",
      ["2-6-3", "--target", "sample:groups", "--steps", "2000"]),
    Example(
      "One neuron walks down its cost surface.",
      ["1-1", "--method", "sgd", "--steps", "2000"]),
    Example("The weights that draw the heart.", ["1-6-7-2", "--network"]),
  ]

  /// Trains, and says what is drawn.
  public func compose(in setting: Setting) throws(FigureError) -> Composition {
    let lesson = try Lesson(self, in: setting)
    let training = try Training(self, lesson, progress: setting.progress)
    return TrainingPicture(training, in: setting).composition
  }
}

/// How parameters follow the gradient.
public enum TrainingMethod: String, ParameterValue, CaseIterable, Hashable {
  /// Steepest descent on all examples.
  case sgd
  /// The same, with a random factor for each block of weights or biases.
  case noisy
  /// Steepest descent with momentum.
  case momentum
  /// Steps scaled by running means of the gradient and its square.
  case adam

  /// The placeholder of a method.
  public static var placeholder: String { "M" }

  /// A size of the step that suits a network whose outputs are logistic or linear.
  func usualRate(hasLogisticOutputs: Bool) -> Double {
    switch self {
    case .sgd, .noisy: hasLogisticOutputs ? 7 : 0.1
    case .momentum: hasLogisticOutputs ? 1 : 0.02
    case .adam: 0.01
    }
  }

  /// The rule with a size of the step.
  func optimiser(rate: Double) -> Optimiser {
    switch self {
    case .sgd: .descent(step: rate)
    case .noisy: .descent(step: rate, noise: 1)
    case .momentum: .momentum(step: rate)
    case .adam: .adam(step: rate)
    }
  }

  /// The method in words.
  var words: String {
    switch self {
    case .sgd: "steepest descent"
    case .noisy: "descent with noise"
    case .momentum: "momentum"
    case .adam: "Adam"
    }
  }
}

/// The activation of hidden layers.
public enum HiddenActivation: String, ParameterValue, CaseIterable, Hashable {
  case logistic, tanh, relu, softplus, linear

  /// The placeholder of an activation.
  public static var placeholder: String { "A" }

  /// The function.
  var activation: Activation { Activation(rawValue: rawValue) ?? .logistic }
}
