import Plotting

/// How the length of an arrow follows the length of its vector.
public enum ArrowLengths: String, Hashable, Sendable, CaseIterable {
  /// By the power 0.6, so that weak vectors still show.
  case power
  /// In proportion.
  case linear

  var exponent: Double { self == .power ? 0.6 : 1 }
}

extension ArrowLengths: ParameterValue {
  /// The placeholder of the lengths of arrows.
  public static var placeholder: String { "HOW" }
}

/// The vectors of a field on a lattice, and the arrows that show them.
///
/// An arrow is centred on its place and no longer than 0.86 of a cell, so arrows never cross. On a
/// map of equal aspect its direction on the page is that of the vector: the arrow of a gradient stands
/// at right angles to the level curve through its middle.
struct VectorArrows {
  struct Sample {
    let at: Point
    let vector: Point
  }

  let samples: [Sample]
  /// The length of the vector that the longest arrows stand for; longer ones are cut to it.
  let reference: Double
  private let cell: Double
  private let lengths: ArrowLengths

  /// The extent of a cell of the lattice in page units.
  private static let cellExtent = 51.0

  /// The arrows of the field with the two components, on a panel that shows `window`.
  init(of components: [Expression], in window: Box, panel: Box, lengths: ArrowLengths) {
    let columns = min(max(Int((panel.width / Self.cellExtent).rounded()), 3), 60)
    let rows = min(max(Int((panel.height / Self.cellExtent).rounded()), 3), 60)
    let xs = Self.centres(window.minX, window.maxX, columns)
    let ys = Self.centres(window.minY, window.maxY, rows)
    let grid = Program(components).values(columns: xs, rows: ys)
    var samples: [Sample] = []
    for (row, y) in ys.enumerated() {
      for (column, x) in xs.enumerated() {
        let vector = Point(grid[0, row: row, column: column], grid[1, row: row, column: column])
        if vector.isFinite { samples.append(Sample(at: Point(x, y), vector: vector)) }
      }
    }
    self.samples = samples
    let sizes = samples.map(\.vector.length).filter { $0 > 0 && $0.isFinite }.sorted()
    reference = sizes.isEmpty ? 0 : sizes[min(sizes.count * 94 / 100, sizes.count - 1)]
    cell = min(window.width / Double(columns), window.height / Double(rows))
    self.lengths = lengths
  }

  /// The arrows of the gradient of a function.
  init(gradientOf f: PlaneFunction, panel: Box, lengths: ArrowLengths) {
    self.init(of: f.gradient, in: f.window, panel: panel, lengths: lengths)
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
      guard let direction = sample.vector.direction else { return nil }
      let part = Powers.value(min(sample.vector.length / reference, 1), lengths.exponent)
      guard 0.86 * part >= 0.2 else { return nil }
      let half = direction * (0.43 * part * cell)
      return .fieldArrow(tail: sample.at - half, tip: sample.at + half, pen)
    }
  }

  /// The row of the key for a gradient: what an arrow is, and what its length means.
  func gradientKey(_ pen: Pen) -> ColumnBlock {
    .key(
      .arrow(pen), "$\\nabla f$: uphill, at right angles to the curves",
      note: lengthNote("\\nabla f"))
  }

  /// What the length of an arrow of the vector `tex` means.
  func lengthNote(_ tex: String) -> String {
    let law = lengths == .power ? "length $\\propto |\(tex)|^{0.6}$" : "length $\\propto |\(tex)|$"
    return "longest: $|\(tex)| \\ge \(Wording.tex(reference))$, \(law)"
  }

  /// The arrows in words: how many of what, and how their lengths follow.
  func words(of name: String) -> String {
    " Arrows of the \(name) at \(samples.count) points"
      + (reference > 0
        ? ", the longest where its length is \(Wording.text(reference)) or more"
          + (lengths == .power ? ", shorter by the power 0.6 of it." : ", in proportion to it.")
        : ": the \(name) is zero.")
  }

  /// The samples as JSON, each vector under `name`.
  func json(named name: String) -> JSONValue {
    .array(
      samples.map { sample in
        .object([("at", JSONValue(sample.at)), (name, JSONValue(sample.vector))])
      })
  }
}
