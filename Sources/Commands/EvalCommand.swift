import ArgumentParser
import Plotting

/// Prints the value, the gradient and the Hessian of an expression at a point.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.eval.rawValue,
    abstract: "Print value, gradient and Hessian of an expression at a point.",
    usage: "mvplot eval EXPRESSION --at x=A,y=B [options]")

  private(set) var texts = RawTexts()

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ParameterKey.self)
    texts = try RawTexts(from: container, Evaluation.parameters)
  }
}

extension EvalCommand: CustomReflectable {
  var customMirror: Mirror {
    let children = Evaluation.parameters.children(names: .shared, standard: Evaluation())
    return Mirror(self, children: children, displayStyle: .struct)
  }
}
