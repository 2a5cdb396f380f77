import Plotting

/// The picture of a training: output over target, step by step, and the cost on a logarithmic axis.
struct TrainingPicture {
  private let training: Training
  private let setting: Setting
  private let words: TrainingWords

  private static let targetPen = Pen(.role(.context), width: 9)
  private static let outputPen = Pen(.role(.blue), width: 4.6)
  private static let costPen = Pen(.role(.blue), width: 2.4)

  init(_ training: Training, in setting: Setting) {
    self.training = training
    self.setting = setting
    words = TrainingWords(training: training)
  }

  private var sizes: [Int] { training.sizes }
  private var lesson: Lesson { training.lesson }

  /// How the outputs can be drawn.
  private enum Subject {
    /// A curve in the plane: two outputs of one input.
    case curve
    /// A graph: one output of one input.
    case graph
    /// Neither: the cost alone.
    case none
  }

  private var subject: Subject {
    guard sizes[0] == 1 else { return .none }
    return sizes[sizes.count - 1] == 2 ? .curve : sizes[sizes.count - 1] == 1 ? .graph : .none
  }

  /// The scene with its results and words.
  var composition: Composition {
    let title = setting.title ?? words.title
    let main = subjectPanel
    let cost = costPanel
    let panels = [main, cost].compactMap { $0 }
    var stages: [SceneStage] = []
    if let main {
      let window = main.window
      stages.append(
        SceneStage(
          name: "target", marks: targetMarks, column: [.title(title)] + words.formulas))
      for number in training.snapshots.indices {
        stages.append(
          SceneStage(
            name: "step \(training.snapshots[number].step)",
            marks: outputMarks(of: number, in: window),
            column: number == training.snapshots.count - 1 ? key : []))
      }
      stages.append(
        SceneStage(
          name: "cost", panels: [[], cost == nil ? [] : costMarks], column: words.verdict))
    } else {
      stages = [
        SceneStage(
          name: "cost", marks: cost == nil ? [] : costMarks,
          column: [.title(title)] + words.formulas + words.verdict)
      ]
    }
    let first = panels.first ?? .graph(Box(x: 0, y: 0, width: 1, height: 1))
    let scene = Scene(
      first, Array(panels.dropFirst()), arrangement: .heading, stages: stages, title: title,
      subtitle: words.subtitle, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description)
    return Composition(
      scene: scene, results: words.json, notices: lesson.notices + words.notices)
  }

  // MARK: Output and target

  /// The panel of the outputs: its window holds the target with a margin.
  private var subjectPanel: Panel? {
    let points = targetPoints
    guard subject != .none, let hull = Box(containing: points) else { return nil }
    if subject == .curve {
      let half = 0.62 * max(hull.width, hull.height, 1e-9)
      let centre = hull.centre
      let window = Box(
        minX: setting.xRange?.lowerBound ?? centre.x - half,
        minY: setting.yRange?.lowerBound ?? centre.y - half,
        maxX: setting.xRange?.upperBound ?? centre.x + half,
        maxY: setting.yRange?.upperBound ?? centre.y + half)
      return .map(
        window, xLabel: setting.xLabel ?? label(lesson.outputNames[0]),
        yLabel: setting.yLabel ?? label(lesson.outputNames[1]))
    }
    let margin = 0.15 * max(hull.height, 1e-9)
    let end = lesson.expressions.isEmpty ? hull.maxX : training.figure.range.upperBound
    let window = Box(
      minX: setting.xRange?.lowerBound ?? hull.minX,
      minY: setting.yRange?.lowerBound ?? hull.minY - margin,
      maxX: setting.xRange?.upperBound ?? max(end, hull.minX + 1e-9),
      maxY: setting.yRange?.upperBound ?? hull.maxY + margin)
    return .graph(
      window, xLabel: setting.xLabel ?? label(lesson.inputNames[0]),
      yLabel: setting.yLabel ?? label(lesson.outputNames[0]))
  }

  private func label(_ name: String) -> String {
    Language.isName(name) ? "$\(Expression.tex(ofName: name))$" : name.replacing("$", with: " ")
  }

  /// The abscissa that an input has in the picture of a graph.
  private func abscissa(_ input: Double) -> Double {
    guard !lesson.expressions.isEmpty else { return input }
    let range = training.figure.range
    return range.lowerBound * (1 - input) + range.upperBound * input
  }

  private var targetPoints: [Point] {
    zip(lesson.inputs, lesson.targets).map { input, target in
      subject == .curve
        ? Point(target[0], target[1]) : Point(abscissa(input[0]), target[0])
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
    let isCurve = subject == .curve
    let window = Box(containing: targetPoints) ?? Box(x: 0, y: 0, width: 1, height: 1)
    let curve = ParametricCurve(
      over: training.figure.range, scale: scale(window), tolerance: setting.tolerance
    ) { t in
      let values = program.values(at: [t])
      return isCurve
        ? (Point(values[0], values[1]), Point(values[2], values[3]))
        : (Point(t, values[0]), Point(1, values[1]))
    }
    return [.curve(curve.path, Self.targetPen, label: nil)]
  }

  private func scale(_ window: Box) -> Point {
    let pixels = 900 / setting.canvas.pixel
    guard subject == .curve else {
      return Point(
        max(window.width / pixels, 1e-12), max(window.height / pixels, 1e-12))
    }
    let unit = max(max(window.width, window.height) / pixels, 1e-12)
    return Point(unit, unit)
  }

  /// The output of the network after some steps; the last one is the message.
  private func outputMarks(of number: Int, in window: Box) -> [Mark] {
    let snapshot = training.snapshots[number]
    let isLast = number == training.snapshots.count - 1
    let inputs = lesson.inputs.map { $0[0] }
    guard let low = inputs.min(), let high = inputs.max(), low < high else { return [] }
    // Expressions are learned up to the end of their range.
    let end = lesson.expressions.isEmpty ? high : 1
    let isCurve = subject == .curve
    let step = 1e-5 * (end - low)
    func place(_ u: Double) -> Point {
      guard let outputs = try? snapshot.network.outputs(for: [u]) else { return Point(.nan, .nan) }
      return isCurve ? Point(outputs[0], outputs[1]) : Point(abscissa(u), outputs[0])
    }
    let curve = ParametricCurve(
      over: low...end, scale: scale(window), tolerance: max(setting.tolerance, 0.25)
    ) { u in
      (place(u), (place(u + step) - place(u - step)) / (2 * step))
    }
    let part = Double(number) / Double(max(training.snapshots.count - 1, 1))
    let pen = isLast ? Self.outputPen : Pen(.lineRamp(part), width: 1.8)
    return [.curve(curve.path, pen, label: nil)]
  }

  private var key: [ColumnBlock] {
    let steps = training.snapshots.dropLast().map { Wording.text(Double($0.step)) }
    let target: KeySample =
      lesson.expressions.isEmpty ? .dot(.role(.line), isOpen: false) : .line(Self.targetPen)
    return [
      .key(target, "target", note: nil),
      .key(
        .line(Self.outputPen), "output after \(words.stepCount)",
        note: steps.isEmpty ? nil : "thin: after \(steps.joined(separator: ", "))"),
    ]
  }

  // MARK: Cost

  /// Costs below this part of the greatest one are nothing but rounding.
  private static let costFloor = 1e-12

  /// The finite costs as powers of ten.
  private var costPoints: [Point] {
    let costs = training.costs.filter(\.isFinite)
    let floor = max(Self.costFloor * (costs.max() ?? 0), 1e-300)
    return training.costs.enumerated().compactMap { step, cost in
      cost.isFinite ? Point(Double(step), Powers.decimalLogarithm(max(cost, floor))) : nil
    }
  }

  private var costPanel: Panel? {
    guard let box = Box(containing: costPoints) else { return nil }
    let low = (box.minY - 0.05).rounded(.down)
    let window = Box(
      minX: 0, minY: low, maxX: max(box.maxX, 1), maxY: max((box.maxY + 0.05).rounded(.up), low + 1)
    )
    return .graph(window, xLabel: "step", yLabel: "cost $C$", yScale: .logarithmic)
  }

  /// The cost with no more corners than can be seen: of many steps the least and the greatest.
  private var costMarks: [Mark] {
    let points = costPoints
    let width = max(points.count / 600, 1)
    var corners: [Point] = []
    for start in stride(from: 0, to: points.count, by: width) {
      let part = points[start..<min(start + width, points.count)]
      guard let low = part.min(by: { $0.y < $1.y }), let high = part.max(by: { $0.y < $1.y }) else {
        continue
      }
      corners += low.x < high.x ? [low, high] : low.x > high.x ? [high, low] : [low]
    }
    if let last = points.last, corners.last != last { corners.append(last) }
    guard corners.count > 1 else { return [] }
    return [
      .curve(
        Path([Subpath(polygon: corners, isClosed: false)]), Self.costPen, label: nil)
    ]
  }
}
