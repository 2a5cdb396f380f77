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
  /// What they mean where the view stands small and shows the end alone.
  var endKey: [ColumnBlock] = []

  /// The view as it stands small beside another: the target and the end, nothing of the way there.
  func small(share: Double) -> TrainingView {
    var small = self
    small.panel.share = share
    small.steps = steps.dropLast().map { _ in [] } + steps.suffix(1)
    small.key = endKey
    return small
  }

  /// The pen of a network before its last step: the later, the lighter.
  ///
  /// - Parameter most: where the ramp ends; short of 1 over a fill, which leaves less contrast.
  static func pen(of number: Int, among count: Int, most: Double = 1) -> Pen {
    Pen(.lineRamp(most * Double(number) / Double(max(count - 1, 1))), width: 1.8)
  }

  /// The line of the last network.
  static let outputPen = Pen(.role(.blue), width: 4.6)
  /// The line of what is to be learned.
  static let targetPen = Pen(.role(.context), width: 9)

  /// The name of an axis: a formula where it is a name of the language.
  static func label(_ name: String) -> String {
    Language.isName(name) ? "$\(Expression.tex(ofName: name))$" : name.replacing("$", with: " ")
  }
}
