import Plotting

/// The strip under the curve: which start leads to which root.
struct NewtonStrip {
  private let basins: Basins
  private let colours: BasinMap
  private let start: Double
  /// The panel, with the abscissa of the curve above it.
  let panel: Panel

  /// Starts across the strip: one for two units of the panel.
  private static let cells = 505
  /// Roots that are named in the margin column.
  private static let mostNamed = 3

  /// Nothing where no start of the window finds a root.
  init?(_ problem: NewtonProblem, over window: Box, in setting: Setting) {
    guard
      let basins = Basins(
        ofRealRootsOf: problem.curve, x: window.minX...window.maxX, columns: Self.cells),
      !basins.ends.isEmpty
    else { return nil }
    self.basins = basins
    start = problem.run.iterates[0]
    let box = Box(minX: window.minX, minY: 0, maxX: window.maxX, maxY: 1)
    let root = problem.run.root ?? .nan
    colours = BasinMap(
      basins, in: box,
      first: basins.ends.indices.min {
        abs(basins.ends[$0].x - root) < abs(basins.ends[$1].x - root)
      })
    panel = .graph(
      box, xLabel: setting.xLabel ?? "$x$", yLabel: "where a start $x_0$ leads", yScale: .hidden,
      share: 0.075)
  }

  /// The colours of all starts, and the start that is drawn above.
  var marks: [Mark] {
    colours.marks + [
      .dot(at: Point(start, 0.5), radius: 8, .role(.ink), isOpen: true, label: nil)
    ]
  }

  /// The roots by the number of starts that they draw.
  private var ordered: [Int] {
    basins.ends.indices.sorted {
      let (a, b) = (basins.ends[$0].share, basins.ends[$1].share)
      return abs(a - b) > 1e-12 ? a > b : $0 < $1
    }
  }

  /// What the colours say.
  var key: [ColumnBlock] {
    var blocks: [ColumnBlock] = ordered.prefix(Self.mostNamed).map { index in
      let x = Wording.settled(basins.ends[index].x, scale: colours.window.width)
      return .key(
        .swatch(colours.paint(of: index)), "leads to $\(Wording.tex(x, digits: 4))$", note: nil)
    }
    let rest = basins.ends.count - blocks.count
    if rest > 0 { blocks.append(.remark("and \(Wording.count(rest, "further root"))")) }
    if basins.labels.contains(-1) {
      blocks.append(.key(.swatch(BasinMap.none), "finds no root", note: nil))
    }
    return blocks
  }

  /// The strip in words.
  var words: String {
    let parts = ordered.prefix(Self.mostNamed).map { index in
      "\(Wording.text(Wording.settled(basins.ends[index].x, scale: colours.window.width))) from "
        + "\(Wording.fixed(100 * basins.ends[index].share, decimals: 1)) % of them"
    }
    return " Starts in the window lead to \(parts.joined(separator: ", to "))."
  }

  /// The members of the results.
  var json: [(String, JSONValue)] {
    [
      (
        "startBasins",
        .array(
          basins.ends.map {
            .object([("root", .number($0.x)), ("share", .number($0.share))])
          })
      )
    ]
  }
}
