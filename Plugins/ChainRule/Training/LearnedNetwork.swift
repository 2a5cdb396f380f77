import Plotting

/// The network of a training with the weights that it learned, as the picture of the training.
struct LearnedNetwork {
  private let training: Training
  private let setting: Setting

  /// How much of the head of the column the output takes, and the cost.
  static let outputShare = 1.35
  static let costShare = 0.45

  init(_ training: Training, in setting: Setting) {
    self.training = training
    self.setting = setting
  }

  /// Neurons from the beginning; the weights with the last step.
  var view: TrainingView {
    let lesson = training.lesson
    let drawing = NetworkDrawing(
      training.sizes, network: training.network,
      ends: (lesson.inputNames.map(Self.tex), lesson.outputNames.map(Self.tex)), in: room)
    let words = NetworkWords(
      layers: training.figure.layers, network: training.network, highlight: nil)
    let none = training.snapshots.dropLast().map { _ in [Mark]() }
    return TrainingView(
      panel: .space(drawing.window), target: drawing.neuronMarks,
      steps: none + [drawing.edgeMarks], key: words.weightRange)
  }

  /// A name as it stands in a circle.
  private static func tex(_ name: String) -> String {
    Language.isName(name) ? Expression.tex(ofName: name) : "\\text{\(name.filter { $0.isLetter })}"
  }

  /// The room of the main panel beside small ones.
  private var room: Point {
    let small = Panel.graph(Box(x: 0, y: 0, width: 1, height: 1))
    let boxes = [Box(x: 0, y: 0, width: 1e6, height: 1), Box(x: 0, y: 0, width: 1, height: 1e6)]
      .map {
        PanelArrangement(
          of: [.space($0), small, small], arrangement: .heading, on: setting.canvas
        ).boxes[0]
      }
    return Point(boxes[0].width, boxes[1].height)
  }
}
