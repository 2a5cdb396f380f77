import Plotting

/// How the length of an arrow follows the length of the gradient.
public enum ArrowLengths: String, Hashable, Sendable, CaseIterable {
  /// By the power 0.6, so that weak gradients still show.
  case power
  /// In proportion.
  case linear

  var exponent: Double { self == .power ? 0.6 : 1 }
}

extension ArrowLengths: ParameterValue {
  /// The placeholder of the lengths of arrows.
  public static var placeholder: String { "HOW" }
}

/// The gradient of a function on a lattice, and the arrows that show it.
///
/// An arrow is centred on its place and no longer than 0.86 of a cell, so arrows never cross. On a
/// map of equal aspect its direction on the page is that of the gradient, at right angles to the
/// level curve through its middle.
struct GradientArrows {
  struct Sample {
    let at: Point
    let gradient: Point
  }

  let samples: [Sample]
  /// The length of the gradient that the longest arrows stand for; steeper ones are cut to it.
  let reference: Double
  private let cell: Double
  private let lengths: ArrowLengths

  /// The extent of a cell of the lattice in page units.
  private static let cellExtent = 51.0

  init(of f: PlaneFunction, panel: Box, lengths: ArrowLengths) {
    let window = f.window
    let columns = min(max(Int((panel.width / Self.cellExtent).rounded()), 3), 60)
    let rows = min(max(Int((panel.height / Self.cellExtent).rounded()), 3), 60)
    let xs = Self.centres(window.minX, window.maxX, columns)
    let ys = Self.centres(window.minY, window.maxY, rows)
    let grid = Program(f.gradient).values(columns: xs, rows: ys)
    var samples: [Sample] = []
    for (row, y) in ys.enumerated() {
      for (column, x) in xs.enumerated() {
        let gradient = Point(
          grid[0, row: row, column: column], grid[1, row: row, column: column])
        if gradient.isFinite { samples.append(Sample(at: Point(x, y), gradient: gradient)) }
      }
    }
    self.samples = samples
    let sizes = samples.map(\.gradient.length).filter { $0 > 0 && $0.isFinite }.sorted()
    reference = sizes.isEmpty ? 0 : sizes[min(sizes.count * 94 / 100, sizes.count - 1)]
    cell = min(window.width / Double(columns), window.height / Double(rows))
    self.lengths = lengths
  }

  /// The middles of equal cells; the middle of the range is exact.
  private static func centres(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    (0..<count).map { index in
      let t = (Double(index) + 0.5) / Double(count)
      return low * (1 - t) + high * t
    }
  }

  /// The arrows, drawn with `pen`.
  func marks(_ pen: Pen) -> [Mark] {
    guard reference > 0 else { return [] }
    return samples.compactMap { sample in
      guard let direction = sample.gradient.direction else { return nil }
      let part = Powers.value(
        min(sample.gradient.length / reference, 1), lengths.exponent)
      guard 0.86 * part >= 0.2 else { return nil }
      let half = direction * (0.43 * part * cell)
      return .fieldArrow(tail: sample.at - half, tip: sample.at + half, pen)
    }
  }

  /// The row of the key: what an arrow is, and what its length means.
  func key(_ pen: Pen) -> ColumnBlock {
    let law =
      lengths == .power ? "length $\\propto |\\nabla f|^{0.6}$" : "length $\\propto |\\nabla f|$"
    return .key(
      .arrow(pen), "$\\nabla f$: uphill, at right angles to the curves",
      note: "longest: $|\\nabla f| \\ge \(Wording.tex(reference))$, \(law)")
  }

  /// The samples as JSON.
  var json: JSONValue {
    .array(
      samples.map { sample in
        .object([
          ("at", .object([("x", .number(sample.at.x)), ("y", .number(sample.at.y))])),
          (
            "gradient",
            .object([("x", .number(sample.gradient.x)), ("y", .number(sample.gradient.y))])
          ),
        ])
      })
  }
}
