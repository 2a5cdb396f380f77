import ArgumentParser
import Plotting

/// What `eval` is asked for.
struct Evaluation: CommandWords {
  var expression = ""
  var point: EvaluationPoint?
  var constants: [Assignment] = []
  var format: EvaluationFormat?
  var outputs: [String] = []
  var isQuiet = false

  static let configuration = CommandConfiguration(
    commandName: CommandName.eval.rawValue,
    abstract: "Print value, gradient and Hessian of an expression at a point.",
    usage: "mvplot eval EXPRESSION --at x=A,y=B [options]")
  static let example: String? = "mvplot eval 'x^2*y' --at x=1,y=2"
  static let parameters: [Parameter<Evaluation>] = [
    .argument("expression", \.expression, help: "The expression, in the variables of --at."),
    .option(
      "at", \.point,
      help: "The point; its names are the variables, in this order. Or numbers alone."),
    .option("let", \.constants, help: "A named constant for all expressions. Repeatable."),
    .option("format", \.format, help: "How the answer is written, where no path says it."),
    .option(
      "output", \.outputs, placeholder: "PATH",
      help: "A file to write, JSON if it ends in .json; - is standard output. Repeatable."),
    .flag("quiet", \.isQuiet, help: "Print no paths."),
  ]
}

/// How the answer of `eval` is written.
enum EvaluationFormat: String, CaseIterable, ParameterValue {
  case text, json

  static var placeholder: String { "F" }
}
