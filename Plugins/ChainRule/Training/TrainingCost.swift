import Plotting

/// The cost of a training, step by step, on a logarithmic axis.
struct TrainingCost {
  let panel: Panel
  private let points: [Point]

  private static let pen = Pen(.role(.blue), width: 2.4)
  /// Costs below this part of the greatest one are nothing but rounding.
  private static let floor = 1e-12

  /// Nothing where no cost is finite.
  ///
  /// - Parameter share: the part of the usual height that the panel takes.
  init?(_ costs: [Double], share: Double = 1) {
    let floor = max(Self.floor * (costs.filter(\.isFinite).max() ?? 0), 1e-300)
    // The finite costs as powers of ten.
    points = costs.enumerated().compactMap { step, cost in
      cost.isFinite ? Point(Double(step), Powers.decimalLogarithm(max(cost, floor))) : nil
    }
    guard let box = Box(containing: points) else { return nil }
    let low = (box.minY - 0.05).rounded(.down)
    let window = Box(
      minX: 0, minY: low, maxX: max(box.maxX, 1), maxY: max((box.maxY + 0.05).rounded(.up), low + 1)
    )
    panel = .graph(window, xLabel: "step", yLabel: "cost $C$", yScale: .logarithmic, share: share)
  }

  /// The cost with no more corners than can be seen: of many steps the least and the greatest.
  var marks: [Mark] {
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
      .curve(Path([Subpath(polygon: corners, isClosed: false)]), Self.pen, label: nil)
    ]
  }
}
