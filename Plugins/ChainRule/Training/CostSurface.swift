import Plotting

/// The cost of a single neuron with one input over its weight and bias, and the way of the training.
struct CostSurface {
  private let training: Training
  private let setting: Setting
  private let map: LevelMap

  private var trail: [Point] { training.trail }

  /// More examples than these make the sum too long to be enclosed by intervals.
  private static let mostExamples = 2000

  /// Nothing where the network is more than a neuron.
  init?(_ training: Training, in setting: Setting) {
    guard training.sizes == [1, 1], !training.hasDiverged,
      training.lesson.inputs.count <= Self.mostExamples,
      let window = Self.window(training.trail, setting)
    else { return nil }
    self.training = training
    self.setting = setting
    var plain = setting
    plain.xRange = window.minX...window.maxX
    plain.yRange = window.minY...window.maxY
    let panel = PanelArrangement(
      of: [.chart(window, xLabel: "", yLabel: ""), .graph(window), .graph(window)],
      arrangement: .heading, on: setting.canvas
    ).boxes[0]
    guard
      let cost = try? Expression(
        Self.source(training), variables: ["x", "y"])
    else { return nil }
    let function = PlaneFunction(cost, in: plain)
    map = LevelMap(
      function, levels: Self.levels(function), isFilled: true, isLabelled: true, on: panel,
      setting: plain)
  }

  /// 0.01, 0.03, 0.1, 0.3, … down to a thousandth of the greatest cost.
  private static func levels(_ cost: PlaneFunction) -> Levels {
    guard let low = cost.values.first, let high = cost.values.last, low < high / 20, high < 1e300
    else { return .count(9) }
    let top = Int(Powers.decimalLogarithm(high).rounded(.down))
    let list = (top - 4...top).flatMap { exponent in
      [1, 3].map { $0 * Powers.value(10, Double(exponent)) }
    }.filter { $0 > max(low, high / 1000) && $0 < high }
    return list.count > 2 ? .list(list.map { $0.rounded(toDigits: 1) }) : .count(9)
  }

  /// The mean of (σ(w t + b) − y)² with x for the weight w and y for the bias b.
  private static func source(_ training: Training) -> String {
    let lesson = training.lesson
    let isLogistic = training.network.output == .logistic
    let terms = zip(lesson.inputs, lesson.targets).map { input, target -> String in
      let sum = "x*(\(input[0].parameterText)) + y"
      return "(\(isLogistic ? "sigmoid(\(sum))" : sum) - (\(target[0].parameterText)))^2"
    }
    return "(\(terms.joined(separator: " + ")))/\(lesson.inputs.count)"
  }

  /// The way with a margin on all sides.
  private static func window(_ trail: [Point], _ setting: Setting) -> Box? {
    guard let hull = Box(containing: trail.filter(\.isFinite)) else { return nil }
    let size = max(hull.width, hull.height, 1e-3)
    let (dx, dy) = (
      max(0.3 * hull.width, 0.2 * size), max(0.3 * hull.height, 0.2 * size)
    )
    let x = setting.xRange ?? (hull.minX - dx)...(hull.maxX + dx)
    let y = setting.yRange ?? (hull.minY - dy)...(hull.maxY + dy)
    return Box(minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }

  // MARK: What is drawn

  private static let pen = Pen(.role(.orange), width: 3.2)
  private static let dotGap = 17.0

  /// The view: the surface, and the way up to each snapshot.
  var view: TrainingView {
    let panel = Panel.chart(map.function.window, xLabel: "$w$", yLabel: "$b$")
    func start(_ label: String?) -> [Mark] {
      trail.prefix(1).map { .dot(at: $0, radius: 9, .role(.ink), isOpen: true, label: label) }
    }
    var before = 0
    var steps: [[Mark]] = []
    for (number, snapshot) in training.snapshots.enumerated() {
      let after = min(snapshot.step, trail.count - 1)
      var marks = way(from: before, to: after)
      if number == training.snapshots.count - 1 {
        marks += start(nil)
        marks.append(
          .dot(at: trail[after], radius: 8, .role(.ink), isOpen: false, label: place(trail[after])))
      }
      steps.append(marks)
      before = after
    }
    return TrainingView(
      panel: panel, target: map.marks.regions + map.marks.curves + start("start"), steps: steps,
      key: [
        .key(.line(Self.pen), "the way of $(w, b)$", note: "level curves: equal cost $C(w, b)$")
      ])
  }

  /// The line between two steps, with dots that do not touch.
  private func way(from first: Int, to last: Int) -> [Mark] {
    guard last > first else { return [] }
    let window = map.function.window
    func page(_ point: Point) -> Point {
      Point(
        point.x / window.width * map.panel.width, point.y / window.height * map.panel.height)
    }
    var corners = [trail[first]]
    var dots: [Point] = []
    for point in trail[first...last] {
      if page(point).distance(to: page(corners[corners.count - 1])) > 0.4 { corners.append(point) }
      if page(point).distance(to: page(dots.last ?? trail[first])) >= Self.dotGap {
        dots.append(point)
      }
    }
    guard corners.count > 1 else { return [] }
    let path = Path([
      Subpath(cubics: zip(corners, corners.dropFirst()).map { CubicCurve(line: $0, $1) })
    ])
    return [
      .curve(path, Pen(.role(.paper), width: Self.pen.width + 4), label: nil),
      .curve(path, Self.pen, label: nil),
    ] + dots.map { .dot(at: $0, radius: 4.5, Self.pen.paint, isOpen: false, label: nil) }
  }

  private func place(_ point: Point) -> String {
    "$(\(Wording.tex(point.x, digits: 3)),\\, \(Wording.tex(point.y, digits: 3)))$"
  }

  /// The way in words.
  var words: String {
    guard let first = trail.first, let last = trail.last else { return "" }
    func place(_ point: Point) -> String {
      "(\(Wording.text(point.x, digits: 3)), \(Wording.text(point.y, digits: 3)))"
    }
    return " On the level curves of the cost over the weight and the bias the way leads from "
      + "\(place(first)) to \(place(last))."
  }
}
