import Geometry
import Typesetting

/// The marks of a panel on the page, stage by stage, with all labels placed in one pass.
struct PanelDrawing {
  /// The marks of the panel in each stage.
  let stages: [[Mark]]
  /// What the coordinates are: it decides where curves have their labels.
  let kind: Panel.Kind
  /// From data to the page.
  let map: PanelMap
  /// What stands around the panel.
  let surroundings: PanelSurroundings
  /// The colours.
  let theme: Theme
  /// The sizes of type.
  let sizes: TypeScale
  /// What sets the labels.
  let flow: TextFlow
  /// Axes through the origin, where the panel has them instead of a frame.
  var axes: OriginAxes?

  /// Whether the panel is a part of a plane with level curves.
  private var isPlane: Bool { kind == .map || kind == .chart }

  /// The marks of a panel on the page.
  struct Items {
    /// The axes, where they run through the origin.
    var axes: [PageItem] = []
    /// The marks and labels of each stage.
    var stages: [[PageItem]] = []
    /// What had to be left out, in words.
    var notices: [String] = []
  }

  /// A curve mark, or a connected piece of one, on the page.
  private struct DrawnCurve {
    let mark: MarkPlace
    let curve: MeasuredCurve
  }

  /// The place of a mark in the scene.
  private struct MarkPlace: Hashable {
    let stage: Int, mark: Int
  }

  /// The items of the axes and of each stage, and what had to be left out.
  func items() throws(TypesettingError) -> Items {
    let curves = drawnCurves()
    let measured = curves.map(\.curve)
    let index = CurveIndex(measured, in: map.panel)
    var obstacles = fixedObstacles()
    let texts = try PanelTexts(map: map, theme: theme, sizes: sizes, flow: flow).texts(of: stages)
    obstacles.names += texts.map(\.bounds)
    let numbers = try axes?.placed(among: index, obstacles: obstacles)
    obstacles.names += numbers?.boxes ?? []
    obstacles.vectors += axes?.lines.map { ($0, OriginAxes.width) } ?? []
    var names = PointNames(index: index, obstacles: obstacles)
    let (owners, wanted) = try wantedNames()
    let placed = names.placed(wanted)
    let curveNames = try curveNames(of: curves, index: index, around: names.obstacles)

    var painter = StagePainter(
      map: map, theme: theme, isOverFills: hasRegions && isPlane, isClipped: kind != .space)
    painter.labels = curveNames.labels
    painter.direct = curveNames.direct
    painter.names = names.obstacles.names
    painter.markers = names.obstacles.markers
    var result = stages.enumerated().map { number, stage in
      var pieces: [Int: [Int]] = [:]
      for (curve, drawn) in curves.enumerated() where drawn.mark.stage == number {
        pieces[drawn.mark.mark, default: []].append(curve)
      }
      let own = zip(owners, placed).compactMap { $0.stage == number ? $1 : nil }
      return painter.items(
        of: stage, curves: measured, pieces: pieces, names: own,
        texts: texts.filter { $0.stage == number })
    }
    if let legend = curveNames.legend { result[legend.stage] += legend.items }
    let missing = placed.count { $0 == nil }
    let points = missing == 1 ? "a point has" : "\(missing) points have"
    return Items(
      axes: numbers?.items ?? [], stages: result,
      notices: missing == 0 ? [] : ["\(points) no name for want of room"])
  }

  /// The names of curves: in gaps of level curves, beside the curves of a graph, or in a legend where
  /// these are many.
  private struct CurveNames {
    var labels: [CurveLabel] = []
    var direct: [DirectLabel] = []
    /// The items of the legend, and the stage they come with.
    var legend: (items: [PageItem], stage: Int)?
  }

  private func curveNames(
    of curves: [DrawnCurve], index: CurveIndex, around obstacles: LabelObstacles
  ) throws(TypesettingError) -> CurveNames {
    let labelled = try labelledCurves(curves)
    let measured = curves.map(\.curve)
    var names = CurveNames()
    if kind != .graph {
      names.labels = CurveLabels(
        curves: measured, index: index, obstacles: obstacles, size: sizes.small
      ).labels(for: labelled)
    } else if Set(labelled.map(\.level)).count <= Legend.mostDirect {
      names.direct = DirectLabels(
        curves: measured, index: index, obstacles: obstacles, surroundings: surroundings
      ).labels(for: labelled)
    } else if let last = labelled.map({ curves[$0.curve].mark.stage }).max() {
      // It names curves of all stages, so it comes with the last of them.
      names.legend = legend(of: labelled, curves).placed(among: index, obstacles: obstacles)
        .map { ($0.items, last) }
    }
    return names
  }

  /// The legend of the labelled curves, each name once.
  private func legend(of labelled: [LabelledCurve], _ curves: [DrawnCurve]) -> Legend {
    var named: Set<String> = []
    var rows: [Legend.Row] = []
    for label in labelled where named.insert(label.level).inserted {
      let place = curves[label.curve].mark
      guard case .curve(_, let pen, _) = stages[place.stage][place.mark] else { continue }
      rows.append(Legend.Row(pen: pen, name: label.box))
    }
    return Legend(rows: rows, theme: theme, size: sizes.direct)
  }

  /// Whether some mark fills an area.
  var hasRegions: Bool {
    stages.contains { $0.contains { if case .region = $0 { true } else { false } } }
  }

  /// The marked points in the window, on the page.
  private func markers() -> [(place: MarkPlace, centre: Point, label: String?)] {
    var found: [(place: MarkPlace, centre: Point, label: String?)] = []
    for (number, stage) in stages.enumerated() {
      for (mark, content) in stage.enumerated() {
        switch content {
        case .marker(_, let point, let label) where map.window.contains(point),
          .dot(let point, _, _, _, let label) where map.window.contains(point):
          found.append((MarkPlace(stage: number, mark: mark), map(point), label))
        default: continue
        }
      }
    }
    return found
  }

  private func fixedObstacles() -> LabelObstacles {
    var obstacles = LabelObstacles(panel: map.panel, markers: markers().map(\.centre))
    for case .vector(let tail, let tip, let pen) in stages.joined()
    where tail.isFinite && tip.isFinite {
      obstacles.vectors.append((Stretch(map(tail), map(tip)), pen.width))
    }
    return obstacles
  }

  private func wantedNames() throws(TypesettingError) -> ([MarkPlace], [PointNames.Wanted]) {
    var owners: [MarkPlace] = []
    var wanted: [PointNames.Wanted] = []
    for marker in markers() {
      guard let label = marker.label, !label.isEmpty else { continue }
      owners.append(marker.place)
      wanted.append(
        PointNames.Wanted(
          centre: marker.centre, box: try flow.typesetter.set(label, size: sizes.tick)))
    }
    return (owners, wanted)
  }

  /// The curves of all stages, piece by piece.
  ///
  /// A level loop that a marker fills is left out: the marker says more.
  private func drawnCurves() -> [DrawnCurve] {
    let points = markers().map(\.centre)
    var found: [DrawnCurve] = []
    for (number, stage) in stages.enumerated() {
      for (mark, content) in stage.enumerated() {
        guard case .curve(let path, let pen, _) = content else { continue }
        let isLevel = isPlane && pen.width <= 3
        for subpath in map(path).subpaths {
          guard let curve = MeasuredCurve(subpath) else { continue }
          if isLevel, curve.isClosed, let box = Box(containing: curve.samples.map(\.point)),
            Point(box.width, box.height).length < 64, points.contains(where: box.contains)
          {
            continue
          }
          found.append(DrawnCurve(mark: MarkPlace(stage: number, mark: mark), curve: curve))
        }
      }
    }
    return found
  }

  private func labelledCurves(_ curves: [DrawnCurve]) throws(TypesettingError) -> [LabelledCurve] {
    var labelled: [LabelledCurve] = []
    for (number, drawn) in curves.enumerated() {
      guard case .curve(_, _, let label) = stages[drawn.mark.stage][drawn.mark.mark],
        let label, !label.isEmpty
      else { continue }
      let box =
        kind == .graph
        ? try flow.typesetter.set(label, size: sizes.direct, weight: .bold)
        : try flow.typesetter.set(label, size: sizes.small, weight: .medium)
      labelled.append(LabelledCurve(curve: number, level: label, box: box))
    }
    return labelled
  }
}
