import Plotting

/// The outputs of one input as a curve of the plane, or as a graph, over the target.
struct OutputCurve {
  private let training: Training
  private let setting: Setting
  /// Whether there are two outputs, which draw a curve.
  private let isCurve: Bool

  private var lesson: Lesson { training.lesson }

  /// Nothing where there is more than one input, or more than two outputs.
  init?(_ training: Training, in setting: Setting) {
    let sizes = training.sizes
    guard sizes[0] == 1, sizes[sizes.count - 1] <= 2 else { return nil }
    self.training = training
    self.setting = setting
    isCurve = sizes[sizes.count - 1] == 2
  }

  /// The view; `stepCount` is the number of steps in words.
  func view(stepCount: String) -> TrainingView? {
    guard let panel else { return nil }
    return TrainingView(
      panel: panel, target: targetMarks,
      steps: training.snapshots.indices.map(outputMarks), key: key(stepCount),
      endKey: [
        .key(
          .line(TrainingView.outputPen), "output after \(stepCount)", note: "over the target, grey")
      ])
  }

  /// The panel of the outputs: its window holds the target with a margin.
  private var panel: Panel? {
    guard let hull = Box(containing: targetPoints) else { return nil }
    if isCurve {
      let half = 0.62 * max(hull.width, hull.height, 1e-9)
      let centre = hull.centre
      let window = Box(
        minX: setting.xRange?.lowerBound ?? centre.x - half,
        minY: setting.yRange?.lowerBound ?? centre.y - half,
        maxX: setting.xRange?.upperBound ?? centre.x + half,
        maxY: setting.yRange?.upperBound ?? centre.y + half)
      return .map(
        window, xLabel: setting.xLabel ?? TrainingView.label(lesson.outputNames[0]),
        yLabel: setting.yLabel ?? TrainingView.label(lesson.outputNames[1]))
    }
    let margin = 0.15 * max(hull.height, 1e-9)
    let end = lesson.expressions.isEmpty ? hull.maxX : training.figure.range.upperBound
    let window = Box(
      minX: setting.xRange?.lowerBound ?? hull.minX,
      minY: setting.yRange?.lowerBound ?? hull.minY - margin,
      maxX: setting.xRange?.upperBound ?? max(end, hull.minX + 1e-9),
      maxY: setting.yRange?.upperBound ?? hull.maxY + margin)
    return .graph(
      window, xLabel: setting.xLabel ?? TrainingView.label(lesson.inputNames[0]),
      yLabel: setting.yLabel ?? TrainingView.label(lesson.outputNames[0]))
  }

  /// The abscissa that an input has in the picture of a graph.
  private func abscissa(_ input: Double) -> Double {
    guard !lesson.expressions.isEmpty else { return input }
    let range = training.figure.range
    return range.lowerBound * (1 - input) + range.upperBound * input
  }

  private var targetPoints: [Point] {
    zip(lesson.inputs, lesson.targets).map { input, target in
      isCurve ? Point(target[0], target[1]) : Point(abscissa(input[0]), target[0])
    }
  }

  /// The target: a curve where it is given by expressions, dots where it is a table.
  private var targetMarks: [Mark] {
    guard !lesson.expressions.isEmpty else {
      return targetPoints.map {
        .dot(at: $0, radius: 5, .role(.line), isOpen: false, label: nil)
      }
    }
    let program = Program(
      lesson.expressions + lesson.expressions.map { $0.derivative(by: "t") })
    let isCurve = isCurve
    let curve = ParametricCurve(
      over: training.figure.range, scale: scale, tolerance: setting.tolerance
    ) { t in
      let values = program.values(at: [t])
      return isCurve
        ? (Point(values[0], values[1]), Point(values[2], values[3]))
        : (Point(t, values[0]), Point(1, values[1]))
    }
    return [.curve(curve.path, TrainingView.targetPen, label: nil)]
  }

  /// What a pixel is worth.
  private var scale: Point {
    let window = panel?.window ?? Box(x: 0, y: 0, width: 1, height: 1)
    let pixels = 900 / setting.canvas.pixel
    guard isCurve else {
      return Point(
        max(window.width / pixels, 1e-12), max(window.height / pixels, 1e-12))
    }
    let unit = max(max(window.width, window.height) / pixels, 1e-12)
    return Point(unit, unit)
  }

  /// The output of the network after some steps; the last one is the message.
  private func outputMarks(of number: Int) -> [Mark] {
    let snapshot = training.snapshots[number]
    let count = training.snapshots.count
    let inputs = lesson.inputs.map { $0[0] }
    guard let low = inputs.min(), let high = inputs.max(), low < high else { return [] }
    // Expressions are learned up to the end of their range.
    let end = lesson.expressions.isEmpty ? high : 1
    let isCurve = isCurve
    let step = 1e-5 * (end - low)
    func place(_ u: Double) -> Point {
      guard let outputs = try? snapshot.network.outputs(for: [u]) else { return Point(.nan, .nan) }
      return isCurve ? Point(outputs[0], outputs[1]) : Point(abscissa(u), outputs[0])
    }
    let curve = ParametricCurve(
      over: low...end, scale: scale, tolerance: max(setting.tolerance, 0.25)
    ) { u in
      (place(u), (place(u + step) - place(u - step)) / (2 * step))
    }
    let pen =
      number == count - 1 ? TrainingView.outputPen : TrainingView.pen(of: number, among: count)
    return [.curve(curve.path, pen, label: nil)]
  }

  private func key(_ stepCount: String) -> [ColumnBlock] {
    let steps = training.snapshots.dropLast().map { Wording.text(Double($0.step)) }
    let target: KeySample =
      lesson.expressions.isEmpty
      ? .dot(.role(.line), isOpen: false) : .line(TrainingView.targetPen)
    return [
      .key(target, "target", note: nil),
      .key(
        .line(TrainingView.outputPen), "output after \(stepCount)",
        note: steps.isEmpty ? nil : "thin: after \(steps.joined(separator: ", "))"),
    ]
  }
}
