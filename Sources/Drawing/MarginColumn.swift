import Geometry
import Typesetting

/// The margin column: its blocks from top to bottom, each in its stage.
struct MarginColumn {
  /// Where the column stands.
  let box: Box
  /// The upper edge of the panel, with which the title is aligned where there is room.
  let panelTop: Double
  /// The lowest that text may reach.
  let lowest: Double
  /// What sets the blocks.
  let setter: BlockSetter

  /// A block with its stage.
  private struct Entry {
    let stage: Int
    let block: ColumnBlock
    let set: SetBlock
  }

  private static let titleBaseline = 28.0

  /// The items of each stage, and what had to be left out.
  ///
  /// Fractions are as large as in a display, unless that leaves less room than the blocks need.
  func items(
    of stages: [SceneStage]
  ) throws(TypesettingError) -> (stages: [[PageItem]], notices: [String]) {
    var roomy = setter
    roomy.displaysFormulas = true
    let displayed = try items(of: stages, with: roomy, isTight: false)
    if let displayed { return displayed }
    return try items(of: stages, with: setter, isTight: true) ?? (stages.map { _ in [] }, [])
  }

  /// The items of each stage; `nil` where something would be left out or pressed together, unless
  /// it may be.
  private func items(
    of stages: [SceneStage], with setter: BlockSetter, isTight: Bool
  ) throws(TypesettingError) -> (stages: [[PageItem]], notices: [String])? {
    var entries: [Entry] = []
    var tooWide: [ColumnBlock] = []
    for (number, stage) in stages.enumerated() {
      for block in stage.column.prefix(200) {
        let set = try setter.block(block)
        if !set.items.isEmpty {
          entries.append(Entry(stage: number, block: block, set: set))
        } else if case .formula(let terms, _, _) = block, !terms.joined().isEmpty {
          tooWide.append(block)
        }
      }
    }
    let (baselines, dropped) = arranged(&entries, tightnesses: isTight ? [1, 0.9, 0.8, 0.7] : [1])
    guard isTight || dropped.isEmpty else { return nil }
    var result = [[PageItem]](repeating: [], count: stages.count)
    for (entry, baseline) in zip(entries, baselines) {
      let origin = Point(box.minX, baseline)
      result[entry.stage] += entry.set.items.map { $0.moved(by: origin) }
    }
    return (result, Self.notices(tooWide + dropped))
  }

  /// The baselines of the blocks: tighter where room is short, then without remarks, keys, others.
  private func arranged(
    _ entries: inout [Entry], tightnesses: [Double]
  ) -> ([Double], dropped: [ColumnBlock]) {
    var dropped: [ColumnBlock] = []
    while true {
      for tightness in tightnesses {
        var baselines = baselines(of: entries, tightness: tightness)
        guard let last = entries.last, let end = baselines.last else { return ([], dropped) }
        let overflow = end + last.set.extent + last.set.depth - lowest
        let slack = panelTop - box.minY
        if overflow <= slack {
          // Beside a low panel a long column begins higher than the panel.
          baselines = baselines.map { $0 - max(overflow, 0) }
          return (baselines, dropped)
        }
      }
      let victim =
        entries.lastIndex { $0.block.isRemark } ?? entries.lastIndex { $0.block.isKey }
        ?? entries.indices.last
      guard let victim else { return ([], dropped) }
      dropped.append(entries.remove(at: victim).block)
    }
  }

  private func baselines(of entries: [Entry], tightness: Double) -> [Double] {
    var baselines: [Double] = []
    var previous: Entry?
    var baseline = panelTop
    for entry in entries {
      if let previous {
        baseline += previous.set.extent + way(from: previous, to: entry, tightness: tightness)
      } else {
        baseline = panelTop + max(Self.titleBaseline, entry.set.ascent)
      }
      baselines.append(baseline)
      previous = entry
    }
    return baselines
  }

  /// The way from the last baseline of a block to the first of the next, as tight as is asked.
  private func way(from upper: Entry, to lower: Entry, tightness: Double) -> Double {
    let way = lead(from: upper.block, to: lower.block) * tightness
    let need = upper.set.depth + lower.set.ascent + 10
    // Fractions above one another want more air than lines of text, as far as there is room.
    let air = 12 * (tightness - 0.7) / 0.3
    return max(way, need + min(max(need - way + air, 0), air))
  }

  /// The usual way from the last baseline of a block to the first of the next.
  private func lead(from upper: ColumnBlock, to lower: ColumnBlock) -> Double {
    // The leads are those of a slide; smaller type stands closer.
    let headline = setter.sizes.headline / TypeScale.slide.headline
    let text = 0.5 + 0.5 * setter.sizes.title / TypeScale.slide.title
    switch (upper, lower) {
    case (.title, .formula(_, isHeadline: true, _)): return 66 * headline
    case (.title, .title): return 46 * text
    case (.title, _): return 57 * text
    case (.formula(_, isHeadline: true, _), .remark): return 70 * headline
    case (.formula(_, isHeadline: true, _), _): return 82 * headline
    case (.formula, .formula(_, isHeadline: true, _)): return 64 * headline
    case (.formula, .formula): return 50 * text
    case (.formula, .result): return 60 * text
    case (.formula, _): return 64 * text
    case (.result, .result): return 40 * text
    case (.table, _): return 76 * text
    case (.key, .key), (.remark, .remark): return 40 * text
    case (.verdict, _): return 38 * text
    case (.result, _), (.key, _), (.remark, _): return 60 * text
    }
  }

  private static func notices(_ dropped: [ColumnBlock]) -> [String] {
    guard !dropped.isEmpty else { return [] }
    let remarks = dropped.count(where: \.isRemark)
    let keys = dropped.count(where: \.isKey)
    let others = dropped.count - remarks - keys
    let parts = [(remarks, "remark"), (keys, "row of the key"), (others, "result")]
      .filter { $0.0 > 0 }
      .map { count, word in
        count == 1
          ? "1 \(word)" : "\(count) \(word == "row of the key" ? "rows of the key" : word + "s")"
      }
    return ["left out for want of room in the column: " + parts.joined(separator: ", ")]
  }
}

extension ColumnBlock {
  fileprivate var isRemark: Bool { if case .remark = self { true } else { false } }
  fileprivate var isKey: Bool { if case .key = self { true } else { false } }
}
