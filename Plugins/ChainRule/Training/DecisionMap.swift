import Plotting

/// The regions of two inputs in which a network chooses each class, with their traced borders; or,
/// where there are no classes, the level curves of a single output.
struct DecisionMap {
  /// A region of the last network.
  struct Region {
    let label: Int
    let path: Path
    /// The borders of the region inside the window.
    let borders: [LevelCurve]
  }

  private let training: Training
  private let setting: Setting
  let window: Box
  private let resolution: Resolution
  /// The regions, by class; a single output has that of the second class alone.
  let regions: [Region]
  /// The output, where there are no classes.
  let levels: LevelMap?

  private var lesson: Lesson { training.lesson }

  /// Nothing where the network has another number of inputs than two, or nothing to be drawn.
  init?(_ training: Training, in setting: Setting) {
    let (lesson, network) = (training.lesson, training.network)
    let points = lesson.inputs.map { Point($0[0], $0.count > 1 ? $0[1] : 0) }
    guard network.sizes[0] == 2, !training.hasDiverged, let hull = Box(containing: points) else {
      return nil
    }
    let count = lesson.classNames.count
    guard lesson.labels.isEmpty ? lesson.outputNames.count == 1 : count <= Lesson.mostClasses
    else { return nil }
    self.training = training
    self.setting = setting
    window = Self.window(hull, setting)
    let panel = PanelArrangement(
      of: [.map(window), .graph(window)], arrangement: .heading, on: setting.canvas
    ).boxes[0]
    resolution = Resolution(
      window: window,
      pixels: Point(panel.width / setting.canvas.pixel, panel.height / setting.canvas.pixel),
      tolerance: setting.tolerance)
    levels =
      lesson.labels.isEmpty ? Self.levels(of: network, in: window, on: panel, setting) : nil
    regions =
      lesson.labels.isEmpty
      ? [] : Self.regions(of: network, lesson, in: window, at: resolution)
    if lesson.labels.isEmpty, levels == nil { return nil }
  }

  private static func window(_ hull: Box, _ setting: Setting) -> Box {
    let margin = 0.08 * max(hull.width, hull.height, 1e-9)
    // A map thinner than one to three shows nothing.
    let least = max(hull.width, hull.height) / 3
    let (dx, dy) = (
      margin + max(least - hull.width, 0) / 2, margin + max(least - hull.height, 0) / 2
    )
    return Box(
      minX: setting.xRange?.lowerBound ?? hull.minX - dx,
      minY: setting.yRange?.lowerBound ?? hull.minY - dy,
      maxX: setting.xRange?.upperBound ?? hull.maxX + dx,
      maxY: setting.yRange?.upperBound ?? hull.maxY + dy)
  }

  private static func levels(
    of network: Network, in window: Box, on panel: Box, _ setting: Setting
  ) -> LevelMap? {
    guard let output = try? network.expressions(variables: ["x", "y"])[0] else { return nil }
    var plain = setting
    plain.xRange = window.minX...window.maxX
    plain.yRange = window.minY...window.maxY
    return LevelMap(
      PlaneFunction(output, in: plain), levels: .count(8), isFilled: true, isLabelled: true,
      on: panel, setting: plain)
  }

  /// Where the margin of each class is positive.
  private static func regions(
    of network: Network, _ lesson: Lesson, in window: Box, at resolution: Resolution
  ) -> [Region] {
    guard let margins = try? network.margins(variables: ["x", "y"]) else { return [] }
    // A logistic output is above a half where its weighted sum is positive.
    let level = network.output == .logistic || margins.count > 1 ? 0 : lesson.threshold
    return margins.enumerated().map { index, margin in
      let traced = LevelSetTracer(of: margin, in: window, at: resolution)
        .trace(levels: [level], withRegions: true)
      return Region(
        label: margins.count == 1 ? 1 : index, path: traced.regions.first?.path ?? Path(),
        borders: traced.curves)
    }
  }

  // MARK: What is drawn

  private static let roles: [Role] = [.blue, .orange, .teal, .plum, .crimson]

  private func paint(of label: Int) -> Paint {
    let count = max(lesson.classNames.count, training.sizes[training.sizes.count - 1])
    return count <= Self.roles.count
      ? .role(Self.roles[label]) : .lineRamp(Double(label) / Double(count - 1))
  }

  private func fill(of label: Int) -> Paint {
    let count = max(lesson.classNames.count, training.sizes[training.sizes.count - 1])
    return count <= Self.roles.count
      ? .tint(Self.roles[label], 0.16)
      : .sequentialFill(Double(label) / Double(count - 1))
  }

  private static let borderPen = Pen(.role(.ink), width: 4.2)

  /// The view: the points, the border on its way, and at last the regions under the points.
  var view: TrainingView {
    let panel = Panel.map(
      window, xLabel: setting.xLabel ?? TrainingView.label(lesson.inputNames[0]),
      yLabel: setting.yLabel ?? TrainingView.label(lesson.inputNames[1]))
    let count = training.snapshots.count
    let steps = training.snapshots.indices.map { number in
      number == count - 1 ? finalMarks : earlyMarks(number)
    }
    return TrainingView(panel: panel, target: dots, steps: steps, key: key)
  }

  /// More points than these are thinned out.
  private static let mostDots = 4000

  private var dots: [Mark] {
    let stride = max(1, (lesson.inputs.count + Self.mostDots - 1) / Self.mostDots)
    let radius = lesson.inputs.count > 1000 ? 3.0 : lesson.inputs.count > 300 ? 4.5 : 5.5
    return Swift.stride(from: 0, to: lesson.inputs.count, by: stride).map { row in
      let label = lesson.labels.isEmpty ? nil : lesson.labels[row]
      return .dot(
        at: Point(lesson.inputs[row][0], lesson.inputs[row][1]), radius: label == nil ? 2 : radius,
        label.map(paint) ?? .role(.ink), isOpen: label.map { $0 % 2 == 1 } ?? false, label: nil)
    }
  }

  /// The border of two classes after fewer steps, where it can be told from the others.
  private func earlyMarks(_ number: Int) -> [Mark] {
    let count = training.snapshots.count
    guard number >= count - 4, !lesson.labels.isEmpty, regions.count == 1,
      let region = Self.regions(
        of: training.snapshots[number].network, lesson, in: window, at: resolution
      ).first
    else { return [] }
    return region.borders.map {
      .curve($0.path, TrainingView.pen(of: number, among: count, most: 0.9), label: nil)
    }
  }

  private var finalMarks: [Mark] {
    if let levels { return levels.marks.regions + levels.marks.curves + dots }
    var marks: [Mark] = []
    if regions.count == 1 { marks.append(.region(Path(window), fill(of: 0))) }
    marks += regions.filter { !$0.path.isEmpty }.map { .region($0.path, fill(of: $0.label)) }
    // What came before is seen through the fill no more, so it is drawn again.
    for number in training.snapshots.indices.dropLast() { marks += earlyMarks(number) }
    marks += dots
    return marks
      + regions.flatMap(\.borders).map { .curve($0.path, Self.borderPen, label: nil) }
  }

  private var key: [ColumnBlock] {
    if levels != nil { return [.remark("curves: the output of the network; dots: examples")] }
    var blocks: [ColumnBlock] = lesson.classNames.prefix(6).enumerated().map { label, name in
      .key(
        .dot(paint(of: label), isOpen: label % 2 == 1), name.replacing("$", with: " "), note: nil)
    }
    let early = training.snapshots.dropLast().suffix(3).map { Wording.text(Double($0.step)) }
    blocks.append(
      .key(
        .line(Self.borderPen), "where the choice changes",
        note: regions.count == 1 && !early.isEmpty
          ? "thin: after \(early.joined(separator: ", "))" : nil))
    return blocks
  }
}
