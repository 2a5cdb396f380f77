import Calculus
import Geometry

/// Surfaces z = f(x, y) over a window as faces: one or several functions over the same lattice.
///
/// Promised: nothing is drawn where f is undefined, outside the shown heights or across a jump, down
/// to a part of a cell; each whole cell is two plane triangles with f at their corners. Not
/// promised: what happens between corners of a cell on which f is continuous. Cost: a value and an
/// enclosure for each cell, up to a budget of a few more for each at borders.
public struct SurfaceMesh: Sendable {
  /// One of the surfaces.
  struct Layer: Sendable {
    /// The values at the nodes of the lattice, row by row.
    let values: [Double]
    /// What the surface is over each cell, row by row.
    let patches: [SurfacePatch]
  }

  /// The window.
  public let window: Box
  /// The heights that are shown.
  public let heights: ClosedRange<Double>
  /// The abscissas of the nodes.
  public let columns: [Double]
  /// The ordinates of the nodes.
  public let rows: [Double]
  let layers: [Layer]
  /// At how many places a function jumps: nothing is drawn between the sides.
  public let jumps: Int
  /// Whether the work allowed ran out, so that borders are cut more coarsely.
  public let isCutShort: Bool
  /// Whether a function varies between the nodes too fast for what is shown to be it.
  public let isTooCoarse: Bool
  /// Whether a function has values outside the shown heights.
  public let leavesHeights: Bool

  /// The surfaces of functions of two variables over `window`, with `cells` × `cells` cells.
  ///
  /// The window has an extent; `cells` is brought between 2 and 400.
  public init(
    of functions: [Expression], over window: Box, heights: ClosedRange<Double>, cells: Int = 48
  ) {
    let count = min(max(cells, 2), 400)
    columns = Self.nodes(window.minX, window.maxX, count)
    rows = Self.nodes(window.minY, window.maxY, count)
    self.window = window
    self.heights = heights
    var layers: [Layer] = []
    var jumps = 0
    var isCutShort = false
    for f in functions {
      var builder = PatchBuilder(
        ScalarField(f), heights: heights, depth: count < 64 ? 2 : 1,
        budget: Swift.max(4 * count * count, 40_000))
      layers.append(Self.layer(of: f, columns, rows, &builder))
      jumps += builder.jumps
      isCutShort = isCutShort || builder.isCutShort
    }
    self.layers = layers
    self.jumps = jumps
    self.isCutShort = isCutShort
    isTooCoarse = zip(layers, functions).contains { [columns, rows] layer, f in
      Self.isTooCoarse(layer, of: f, columns, rows, heights: heights)
    }
    leavesHeights = layers.contains { layer in
      layer.values.contains { !$0.isNaN && !heights.contains($0) }
    }
  }

  private static func layer(
    of f: Expression, _ columns: [Double], _ rows: [Double], _ builder: inout PatchBuilder
  ) -> Layer {
    let values = Program([f]).values(columns: columns, rows: rows).values[0]
    let count = columns.count - 1
    var patches: [SurfacePatch] = []
    patches.reserveCapacity(count * count)
    for row in 0..<count {
      for column in 0..<count {
        let node = row * (count + 1) + column
        let box = Box(
          minX: columns[column], minY: rows[row], maxX: columns[column + 1], maxY: rows[row + 1])
        let corners = (
          values[node], values[node + 1], values[node + count + 1], values[node + count + 2]
        )
        patches.append(builder.patch(over: box, values: corners))
      }
    }
    return Layer(values: values, patches: patches)
  }

  static func nodes(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    (0...count).map { index in
      let t = Double(index) / Double(count)
      return low * (1 - t) + high * t
    }
  }

  /// The number of cells in a row and in a column.
  public var cells: Int { columns.count - 1 }

  /// Whether nothing is to be seen.
  public var isEmpty: Bool {
    layers.allSatisfy { layer in
      layer.patches.allSatisfy { if case .empty = $0 { true } else { false } }
    }
  }

  func patch(_ layer: Int, _ column: Int, _ row: Int) -> SurfacePatch {
    layers[layer].patches[row * cells + column]
  }

  func node(_ layer: Int, _ column: Int, _ row: Int) -> SpacePoint {
    SpacePoint(
      columns[column], rows[row], layers[layer].values[row * columns.count + column])
  }

  /// The cell over which a place lies, or `nil` outside the window.
  func cell(at place: Point) -> (column: Int, row: Int)? {
    guard window.contains(place) else { return nil }
    let x = (place.x - window.minX) / window.width * Double(cells)
    let y = (place.y - window.minY) / window.height * Double(cells)
    guard x.isFinite, y.isFinite else { return nil }
    return (min(Int(x), cells - 1), min(Int(y), cells - 1))
  }

  /// The height of the faces of a surface over a place, or `nil` where there is none.
  public func height(over place: Point, layer: Int = 0) -> Double? {
    guard let (column, row) = cell(at: place) else { return nil }
    var faces: [[SpacePoint]] = []
    patch(layer, column, row).appendFaces(facing: SpacePoint(0, 0, 1), to: &faces)
    for face in faces {
      for index in 1..<(face.count - 1) {
        let triangle = SpaceTriangle(face[0], face[index], face[index + 1])
        if let height = triangle.height(over: place) { return height }
      }
    }
    return nil
  }
}
