import Plotting

extension Session {
  /// Evaluates an expression and prints or writes the answer.
  func evaluate(_ words: [String]) throws(CommandFailure) {
    guard let texts = try texts(of: words, for: Evaluation.self) else { return }
    let evaluation = try Evaluation(texts)
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
