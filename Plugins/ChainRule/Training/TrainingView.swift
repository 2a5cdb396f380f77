import Plotting

/// A panel of a training: what is to be learned, and what the network makes of it step by step.
struct TrainingView {
  var panel: Panel
  /// What stands from the beginning.
  var target: [Mark]
  /// What each snapshot adds.
  var steps: [[Mark]]
  /// What the lines mean.
  var key: [ColumnBlock]

  /// The pen of a network before its last step: the later, the lighter.
  ///
  /// - Parameter most: where the ramp ends; short of 1 over a fill, which leaves less contrast.
  static func pen(of number: Int, among count: Int, most: Double = 1) -> Pen {
    Pen(.lineRamp(most * Double(number) / Double(max(count - 1, 1))), width: 1.8)
  }

  /// The line of the last network.
  static let outputPen = Pen(.role(.blue), width: 4.6)
  /// What is to be learned, in the key.
  static let targetName = "target"
  /// The line of what is to be learned.
  static let targetPen = Pen(.role(.context), width: 9)

  /// The name of an axis: a formula where it is a name of the language.
  static func label(_ name: String) -> String {
    Language.isName(name) ? "$\(Expression.tex(ofName: name))$" : name.replacing("$", with: " ")
  }
}
