import Plotting

/// The picture of χ² over one parameter: the true curve, the parabola of the quadratic model, and the
/// intervals that they cut off.
struct ChiSquaredProfilePage {
  private let profile: ChiSquaredProfile
  private let setting: Setting
  private let window: Box

  private static let curvePen = Pen(.role(.ink), width: 4.2)
  private static let parabolaPen = Pen(.role(.orange), width: 3, dash: .model)
  /// The greatest Δχ² that is shown.
  private static let top = 10.0

  init(_ profile: ChiSquaredProfile, in setting: Setting) {
    self.profile = profile
    self.setting = setting
    let up = setting.yRange ?? 0...Self.top
    window = Box(
      minX: profile.range.lowerBound, minY: up.lowerBound, maxX: profile.range.upperBound,
      maxY: up.upperBound)
  }

  private var symbol: String { Expression.tex(ofName: profile.name) }

  /// The scene with its results and words.
  var composition: Composition {
    let words = ChiSquaredProfileWords(profile)
    let title = setting.title ?? words.title
    var panel = Panel.graph(window, xLabel: "$\(symbol)$", yLabel: "$\\Delta\\chi$²")
    panel.xLabel = setting.xLabel ?? panel.xLabel
    panel.yLabel = setting.yLabel ?? panel.yLabel
    let evolving = EvolvingFit(profile.fit, trail: profile.trail, beside: panel, in: setting)
    let stages = [
      SceneStage(
        name: "chi-squared", panels: [curve, evolving?.points ?? []],
        column: [.title(title)] + words.heading),
      SceneStage(
        name: "parabola", marks: parabola,
        column: [
          .key(.line(Self.curvePen), "$\\Delta\\chi^2$, true", note: nil),
          .key(.line(Self.parabolaPen), "the quadratic model", note: nil),
        ]),
      SceneStage(
        name: "intervals", marks: intervals, column: words.intervals),
      SceneStage(
        name: "levenbergMarquardt", panels: [path, evolving.map { $0.steps + $0.points } ?? []],
        column: words.way),
      SceneStage(
        name: "best",
        panels: [
          [.marker(.minimum, at: Point(profile.best, 0), label: nil)],
          evolving.map { $0.last + $0.points } ?? [],
        ], column: words.remarks),
    ]
    let scene = Scene(
      panel, evolving.map { [$0.panel] } ?? [], arrangement: evolving == nil ? .stacked : .heading,
      stages: stages, title: title, subtitle: words.subtitle,
      plainTitle: setting.title == nil ? words.plainTitle : nil, description: words.description)
    return Composition(scene: scene, results: .object(words.json), notices: profile.notices)
  }

  // MARK: What is drawn

  /// The true curve: cubics through the samples with their slopes, as far as it is in the window.
  private var curve: [Mark] {
    let step =
      profile.samples.count > 1
      ? (profile.range.upperBound - profile.range.lowerBound) / Double(ChiSquaredProfile.places - 1)
      : 0
    var runs: [[CubicCurve]] = [[]]
    for (a, b) in zip(profile.samples, profile.samples.dropFirst()) {
      let isNear = b.at - a.at < 1.5 * step && min(a.value, b.value) < 1.5 * window.maxY
      guard isNear else {
        runs.append([])
        continue
      }
      let third = (b.at - a.at) / 3
      runs[runs.count - 1].append(
        CubicCurve(
          Point(a.at, a.value), Point(a.at + third, a.value + third * a.slope),
          Point(b.at - third, b.value - third * b.slope), Point(b.at, b.value)))
    }
    return runs.filter { !$0.isEmpty }.map {
      .curve(Path([Subpath(cubics: $0)]), Self.curvePen, label: nil)
    }
  }

  /// ((a − â)/σ)², a parabola: one cubic is exact.
  private var parabola: [Mark] {
    let half = min(
      window.maxY.squareRoot() * 1.05 * profile.error,
      max(window.maxX - profile.best, profile.best - window.minX))
    let height = (half / profile.error) * (half / profile.error)
    let (best, third) = (profile.best, 2 * half / 3)
    let curve = CubicCurve(
      Point(best - half, height), Point(best - half + third, -height / 3),
      Point(best + half - third, -height / 3), Point(best + half, height))
    return [.curve(Path([Subpath(cubics: [curve])]), Self.parabolaPen, label: nil)]
  }

  /// The lines Δχ² = 1 and 4, and down from where the true curve meets them.
  private var intervals: [Mark] {
    profile.intervals.flatMap { interval -> [Mark] in
      let (low, high) = (interval.from ?? window.minX, interval.to ?? window.maxX)
      let level = interval.delta
      let isFirst = level == 1
      var marks: [Mark] = [
        .curve(
          Path(line: Point(low, level), Point(high, level)),
          Pen(.role(.teal), width: isFirst ? 6 : 3), label: nil)
      ]
      for end in [interval.from, interval.to].compactMap(\.self) {
        marks.append(
          .curve(
            Path(line: Point(end, level), Point(end, window.minY)),
            Pen(.role(.teal), width: 1.8, dash: .drop), label: nil))
        marks.append(
          .dot(at: Point(end, level), radius: 5.5, .role(.teal), isOpen: false, label: nil))
      }
      marks.append(
        .text(
          isFirst ? "$1\\sigma$" : "$2\\sigma$", at: Point(high, level), anchor: .left,
          offset: Point(12, 0), .note, .role(.teal)))
      return marks
    }
  }

  /// The steps on the curve, as far as they are in the window; a ring at the first of all.
  private var path: [Mark] {
    var marks: [Mark] = []
    var last = Double.infinity
    for (index, step) in profile.path.enumerated() {
      let place = Point(step.at, step.value)
      guard window.contains(place), abs(step.at - last) > window.width / 125 else { continue }
      last = step.at
      let isStart = index == 0
      marks.append(
        .curve(
          Path(line: Point(step.at, window.minY), place),
          Pen(.role(.blue), width: 1.8, dash: .drop), label: nil))
      marks.append(
        .dot(
          at: place, radius: isStart ? 9 : 6.5, .role(isStart ? .ink : .blue), isOpen: isStart,
          label: isStart ? "start" : nil))
    }
    return marks
  }
}
