import CVector
import Drawing
import Geometry

/// Scenes of several panels: graphs one under another, beside a map, at the head of the column.
enum PanelScenes {
  /// The polygon of a function over an interval.
  static func polygon(_ range: ClosedRange<Double>, _ function: (Double) -> Double) -> Path {
    let points = (0...200).map { step in
      let x = range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 200
      return Point(x, function(x))
    }
    return Path([Subpath(polygon: points, isClosed: false)])
  }

  private static let turn = -2 * Double.pi...2 * Double.pi

  static let graph = Panel.graph(
    Box(minX: turn.lowerBound, minY: -2.6, maxX: turn.upperBound, maxY: 2.6), yLabel: "$f(x)$",
    xScale: .pi, share: 2)

  static let errors = Panel.graph(
    Box(minX: turn.lowerBound, minY: -6, maxX: turn.upperBound, maxY: 0.6),
    yLabel: "error $|\\sin x - T_n(x)|$", xScale: .pi, yScale: .logarithmic)

  static let map = Panel.map(Box(minX: -3, minY: -3, maxX: 3, maxY: 3))

  private static let curves: [Mark] = [
    .region(Path(Box(minX: 3, minY: -1, maxX: 5, maxY: 1)), .tint(.plum, 0.14)),
    .curve(polygon(turn) { sin($0) }, Pen(.role(.ink), width: 6), label: "$\\sin x$"),
    .curve(polygon(turn) { $0 }, Pen(.role(.teal), width: 3.2), label: "$T_1$"),
    .curve(
      polygon(turn) { $0 - $0 * $0 * $0 / 6 }, Pen(.role(.blue), width: 3.2), label: "$T_3$"),
    .curve(
      polygon(turn) { 0.2 * cos(3 * $0) - 2 }, Pen(.role(.orange), width: 3.2), label: "wavy"),
    .dot(at: .zero, radius: 8, .role(.ink), isOpen: false, label: "$O$"),
    .dot(at: Point(1, 2), radius: 6.5, .role(.blue), isOpen: true, label: nil),
    .text(
      "note", at: Point(-1, 2.2), anchor: .right, offset: Point(-10, 0), .note, .role(.soft)),
    .arrowhead(at: Point(2, 2), direction: Point(1, 1), length: 19, .role(.teal)),
  ]

  private static let lower: [Mark] = [
    .curve(
      polygon(0.01...turn.upperBound) { 2 * log($0) - 3 }, Pen(.role(.plum), width: 3),
      label: "$T_7$")
  ]

  private static let column: [ColumnBlock] = [
    .title("A title"),
    .formula(terms: ["\\sin x \\approx x", "- x^3/6"], isHeadline: false, role: .orange),
    .verdict("Converged", .teal), .key(.dot(.role(.blue), isOpen: true), "an open end", note: nil),
    .key(.swatch(.tint(.plum, 0.14)), "a band", note: "proved"), .remark("a remark"),
  ]

  /// A scene of `panels` with curves in the first and an error in the second.
  static func scene(
    _ panel: Panel, _ others: [Panel] = [], arrangement: Arrangement = .stacked
  ) -> Scene {
    let marks = [curves] + others.map { $0.kind == .map ? curves : lower }
    return Scene(
      panel, others, arrangement: arrangement,
      stages: [SceneStage(name: "curves", panels: marks, column: column)],
      title: "Taylor polynomials of $\\sin x$", subtitle: "and their errors",
      description: "Curves in panels.")
  }

  /// All of them.
  static let all = [
    scene(graph), scene(graph, [errors]), scene(map, [errors], arrangement: .heading),
    scene(map, [map], arrangement: .row),
  ]
}
