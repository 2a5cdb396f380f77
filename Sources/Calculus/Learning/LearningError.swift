/// Why a network cannot be made or trained.
public enum LearningError: Error, Hashable, Sendable {
  /// A network has an input and an output layer at least, with a neuron each.
  case badLayers([Int])
  /// A network or a set of examples is too large.
  case tooLarge
  /// There are no examples.
  case noExamples
  /// Inputs, targets or parameters have another number of components than is wanted.
  case wrongDimension(expected: Int, actual: Int)
  /// There are not as many targets as inputs.
  case wrongTargetCount(inputs: Int, targets: Int)
  /// A number that is NaN or infinite.
  case notFinite
  /// Cross-entropy takes logistic outputs with targets from 0 to 1, or softmax with shares of 1.
  case unfitForCrossEntropy
  /// The activation needs a whole layer: it is for the output alone.
  case unfitForHiddenLayers(Activation)
  /// The size of a step is not a positive number, or another setting is outside its range.
  case badSetting(String, Double)
}
