import Plotting

extension Session {
  /// Evaluates an expression and prints or writes the answer.
  func evaluate(_ words: [String]) throws(CommandFailure) {
    var shape = CommandLineShape(
      command: CommandName.eval.rawValue, example: Evaluation.example)
    shape.add(Evaluation.parameters, names: .shared)
    let words = try sorted(words, shape)
    if let request = words.request {
      try answer(request, help: HelpText.command(EvalCommand.self, in: catalogue))
      return
    }
    let evaluation = try Evaluation(parsed(words, as: EvalCommand.self).texts)
    let answer = try evaluation.answer()
    let paths = evaluation.outputs.isEmpty ? ["-"] : evaluation.outputs
    let files = paths.map { path in
      let byPath: EvaluationFormat = FileFormat(ofPath: path) == .json ? .json : .text
      let text =
        evaluation.format ?? byPath == .json ? answer.json.document : answer.text
      return OutputFile(Destination(path: path, format: .json), Array(text.utf8))
    }
    try outlets.write(files, isQuiet: evaluation.isQuiet)
  }
}
