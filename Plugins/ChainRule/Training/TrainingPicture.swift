import Plotting

/// The picture of a training: what is learned, step by step, and the cost on a logarithmic axis.
struct TrainingPicture {
  private let training: Training
  private let setting: Setting

  init(_ training: Training, in setting: Setting) {
    self.training = training
    self.setting = setting
  }

  /// The scene with its results and words.
  var composition: Composition {
    let regions = DecisionMap(training, in: setting)
    let surface = CostSurface(training, in: setting)
    let words = TrainingWords(training: training, regions: regions, surface: surface)
    let curve = OutputCurve(training, in: setting)?.view(stepCount: words.stepCount)
    let main = regions?.view ?? surface?.view ?? curve
    if training.figure.showsNetwork {
      // The learned network is the picture, and what it learned stands small beside it.
      let views = [
        LearnedNetwork(training, in: setting).view, main?.small(share: LearnedNetwork.outputShare),
      ]
      let cost = TrainingCost(training.costs, share: LearnedNetwork.costShare)
      return composition(views.compactMap(\.self), cost, words)
    }
    // Beside the surface the column has no room for a second key: the axis says what is seen.
    var second = surface == nil ? nil : curve
    second?.key = []
    if let name = second?.panel.yLabel, setting.yLabel == nil {
      second?.panel.yLabel = "\(name), step by step"
    }
    // The classes need room in the key.
    let cost = TrainingCost(training.costs, share: regions == nil ? 1 : 0.62)
    return composition([main, second].compactMap(\.self), cost, words)
  }

  private func composition(
    _ views: [TrainingView], _ cost: TrainingCost?, _ words: TrainingWords
  ) -> Composition {
    let title = setting.title ?? words.title
    let panels = views.map(\.panel) + (cost.map { [$0.panel] } ?? [])
    let scene = Scene(
      panels.first ?? .graph(Box(x: 0, y: 0, width: 1, height: 1)), Array(panels.dropFirst()),
      arrangement: .heading, stages: stages(views, cost, title, words), title: title,
      subtitle: words.subtitle, plainTitle: setting.title == nil ? words.plainTitle : nil,
      description: words.description)
    return Composition(
      scene: scene, results: words.json, notices: training.lesson.notices + words.notices)
  }

  private func stages(
    _ views: [TrainingView], _ cost: TrainingCost?, _ title: String, _ words: TrainingWords
  ) -> [SceneStage] {
    let costMarks = cost?.marks ?? []
    let heading = [ColumnBlock.title(title)] + words.formulas
    guard !views.isEmpty else {
      return [SceneStage(name: "cost", marks: costMarks, column: heading + words.verdict)]
    }
    let last = training.snapshots.count - 1
    let steps = training.snapshots.indices.map { number in
      SceneStage(
        name: "step \(training.snapshots[number].step)", panels: views.map { $0.steps[number] },
        column: number == last ? views.flatMap(\.key) : [])
    }
    let none = views.map { _ in [Mark]() }
    return [SceneStage(name: "target", panels: views.map(\.target), column: heading)] + steps
      + [SceneStage(name: "cost", panels: none + [costMarks], column: words.verdict)]
  }
}
