import Plotting

/// How a path chooses its next point.
public enum DescentMethod: String, Hashable, Sendable, CaseIterable {
  /// Against the gradient.
  case gradient
  /// Against the gradient, with a part of the last step.
  case momentum
  /// Newton's method on the gradient: it may climb.
  case newton
  /// Newton's step, unless it points uphill or is too long.
  case hybrid
  /// Momentum with the gradient taken ahead.
  case nesterov
  /// Newton's method made to descend.
  case safeguarded
  /// A Hessian learned from differences of gradients.
  case bfgs
  /// Conjugate directions.
  case conjugate
}

extension DescentMethod: ParameterValue {
  /// The placeholder of a method.
  public static var placeholder: String { "METHOD" }
}

extension DescentMethod {
  /// The method of the library.
  var rule: Descent.Method {
    switch self {
    case .gradient: .gradient
    case .momentum: .momentum
    case .newton: .newton
    case .hybrid: .hybrid
    case .nesterov: .nesterov
    case .safeguarded: .safeguardedNewton
    case .bfgs: .bfgs
    case .conjugate: .conjugateGradient
    }
  }

  /// The method in a sentence.
  var words: String {
    switch self {
    case .gradient: "gradient descent"
    case .momentum: "momentum"
    case .newton: "Newton"
    case .hybrid: "hybrid"
    case .nesterov: "Nesterov momentum"
    case .safeguarded: "safeguarded Newton"
    case .bfgs: "BFGS"
    case .conjugate: "conjugate gradients"
    }
  }

  /// The line of the method; from the fifth on, dashes tell what colours cannot.
  var pen: Pen {
    switch self {
    case .newton: Pen(.role(.ink), width: 3.2)
    case .gradient: Pen(.role(.orange), width: 3.2)
    case .momentum: Pen(.role(.plum), width: 3.2)
    case .hybrid: Pen(.role(.teal), width: 3.2)
    case .nesterov: Pen(.role(.crimson), width: 3.2, dash: .model)
    case .safeguarded: Pen(.role(.ink), width: 3.2, dash: .model)
    case .bfgs: Pen(.role(.teal), width: 3.2, dash: .model)
    case .conjugate: Pen(.role(.plum), width: 3.2, dash: .model)
    }
  }

  /// Whether the step size γ matters.
  var usesStepSize: Bool {
    switch self {
    case .gradient, .momentum, .nesterov, .hybrid: true
    case .newton, .safeguarded, .bfgs, .conjugate: false
    }
  }
}
