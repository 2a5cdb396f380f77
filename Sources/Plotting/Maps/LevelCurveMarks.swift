/// The level curves of a function with their colours: marks, bands and the colour bar.
public struct LevelCurveMarks: Sendable {
  /// The curves as they were traced.
  public let traced: LevelSet
  /// The levels, ascending.
  public let levels: [Double]
  /// Whether the function takes both signs, so that zero divides the colours.
  public let isSigned: Bool
  /// Whether the bands between the levels are filled.
  public let isFilled: Bool
  /// Whether the curves carry their levels as labels.
  public let isLabelled: Bool
  /// Whether negative levels are dashed, as on paper.
  public let dashesNegative: Bool
  /// Whether the curves are only the background of something else.
  public var isContext = false
  /// The levels among them that were added because a saddle lies on them.
  public var saddleLevels: Set<Double> = []

  /// The fills from the lowest band to the highest, each painted over the one before.
  public var regions: [Mark] {
    guard isFilled else { return [] }
    var marks: [Mark] = [.region(traced.domain, paint(ofBand: 0))]
    for (index, region) in traced.regions.enumerated() where !region.path.isEmpty {
      marks.append(.region(region.path, paint(ofBand: index + 1)))
    }
    return marks
  }

  /// The curves with the labels of their levels in gaps of them.
  ///
  /// A level that is a single point is a dot.
  public var curves: [Mark] {
    traced.curves.map { curve in
      .curve(curve.path, pen(of: curve.level), label: isLabelled ? label(of: curve.level) : nil)
    }
      + traced.isolatedPoints.map { point in
        let pen = pen(of: point.level)
        return .dot(
          at: point.at, radius: 1.6 * pen.width, pen.paint, isOpen: false, label: nil)
      }
  }

  /// The bar that says which band has which values.
  public var colourBar: ColourBar? {
    guard isFilled, let first = levels.first, let last = levels.last else { return nil }
    let below = levels.count > 1 ? levels[1] - first : 1
    let above = levels.count > 1 ? last - levels[levels.count - 2] : 1
    let ends = [first - below] + levels + [last + above]
    let bands = (0...levels.count).map { band in
      ColourBar.Band(from: ends[band], to: ends[band + 1], paint: paint(ofBand: band))
    }
    return ColourBar(bands: bands, name: "f")
  }

  /// The label of a level: a number in TeX between dollars.
  public func label(of level: Double) -> String {
    "$\(Wording.tex(level, digits: saddleLevels.contains(level) ? 4 : 15))$"
  }

  private func pen(of level: Double) -> Pen {
    if saddleLevels.contains(level) { return Pen(.role(.ink), width: 1.6, dash: .critical) }
    let dash: Dash = dashesNegative && isSigned && level < 0 ? .negative : .solid
    if isContext { return Pen(.role(.context), width: 1.6, dash: dash) }
    if isFilled {
      return Pen(.role(.curveOverFill), width: isSigned && level == 0 ? 3 : 1.6, dash: dash)
    }
    return Pen(.lineRamp(position(of: level)), width: 2.6, dash: dash)
  }

  /// The place of a level in the order of the levels, from 0 to 1.
  private func position(of level: Double) -> Double {
    let round = levels.filter { !saddleLevels.contains($0) }
    guard round.count > 1, let index = round.firstIndex(of: level) else { return 0.5 }
    return Double(index) / Double(round.count - 1)
  }

  /// The colour of the band above the level before it: by value about zero, else by order.
  private func paint(ofBand band: Int) -> Paint {
    guard isSigned, levels.contains(0), let scale = levels.map(abs).max(), scale > 0 else {
      return .sequentialFill(levels.isEmpty ? 0.5 : Double(band) / Double(levels.count))
    }
    let step = levels.count > 1 ? levels[1] - levels[0] : scale
    let low = band == 0 ? levels[0] - step : levels[band - 1]
    let high = band == levels.count ? levels[band - 1] + step : levels[band]
    return .divergingFill(min(max((low + high) / 2 / (scale + step / 2), -1), 1))
  }
}
