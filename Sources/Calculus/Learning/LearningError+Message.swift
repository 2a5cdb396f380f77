extension LearningError: CustomStringConvertible {
  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .badLayers(let sizes):
      "a network has at least two layers of at least one neuron, not "
        + sizes.map(String.init).joined(separator: "-")
    case .tooLarge: "this network or set of examples would take too much memory"
    case .noExamples: "there are no examples to learn from"
    case .wrongDimension(let expected, let actual):
      "\(expected) components are wanted, not \(actual)"
    case .wrongTargetCount(let inputs, let targets):
      "there are \(inputs) inputs and \(targets) targets"
    case .notFinite: "a number is not finite"
    case .unfitForCrossEntropy:
      "cross-entropy wants logistic outputs and targets from 0 to 1, or softmax outputs and "
        + "targets that sum to 1 in each example"
    case .unfitForHiddenLayers(let activation):
      "\(activation.rawValue) is for the output layer, not for hidden ones"
    case .badSetting(let name, let value): "\(name) cannot be \(value)"
    }
  }
}
