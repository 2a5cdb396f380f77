import Plotting

/// Measured points with their errors, as marks.
struct PointMarks {
  /// The places across and up.
  let across: [Double], up: [Double]
  /// The standard errors, where they are given.
  var errorsAcross: [Double]?
  var errorsUp: [Double]?
  /// The part of the plane that is shown, and its panel on the page.
  let window: Box, panel: Box

  /// More points than these are thinned out.
  static let mostPoints = 4000
  /// More error bars than these would be a black area.
  private static let mostBars = 1200
  private static let mostCaps = 300

  private var stride: Int { max(1, (across.count + Self.mostPoints - 1) / Self.mostPoints) }

  /// The rows that are drawn.
  var drawn: [Int] { Swift.stride(from: 0, to: across.count, by: stride).map { $0 } }

  /// What is left out, in words.
  var notice: String? {
    stride > 1
      ? "of \(across.count) points one in \(stride) is drawn; all of them are in the numbers" : nil
  }

  /// The radius of a dot: smaller where there are many.
  var radius: Double { across.count > 1000 ? 2.5 : across.count > 200 ? 4 : 6.5 }

  /// The bars, then the dots.
  var marks: [Mark] { bars + dots }

  private var dots: [Mark] {
    drawn.map {
      .dot(
        at: Point(across[$0], up[$0]), radius: radius, .role(.ink), isOpen: false, label: nil)
    }
  }

  private var bars: [Mark] {
    guard across.count <= Self.mostBars else { return [] }
    let cap = across.count <= Self.mostCaps ? 6.0 : 0
    let capX = cap * window.width / max(panel.width, 1)
    let capY = cap * window.height / max(panel.height, 1)
    var lines: [Subpath] = []
    for row in drawn {
      let (x, y) = (across[row], up[row])
      if let error = errorsUp?[row] {
        lines += Self.bar(
          Point(x, y - error), Point(x, y + error), cap: Point(capX, 0))
      }
      if let error = errorsAcross?[row] {
        lines += Self.bar(
          Point(x - error, y), Point(x + error, y), cap: Point(0, capY))
      }
    }
    return lines.isEmpty
      ? [] : [.curve(Path(lines), Pen(.role(.ink), width: 2.2), label: nil)]
  }

  private static func bar(_ from: Point, _ to: Point, cap: Point) -> [Subpath] {
    var ends = [(from, to)]
    if cap != .zero { ends += [(from - cap, from + cap), (to - cap, to + cap)] }
    return ends.flatMap { Path(line: $0.0, $0.1).subpaths }
  }
}
