import Calculus
import Geometry

extension SurfaceMesh {
  /// How many cells a side of the mesh needs for a smooth picture, from 40 to 80.
  ///
  /// On a coarse lattice second differences say how far chords are from the surface: an eighth of
  /// them. At all but a few places this is to be less than half a pixel.
  public static func cells(
    for f: Expression, over window: Box, heights: ClosedRange<Double>, in view: SpaceView,
    pixel: Double
  ) -> Int {
    let count = 40
    let values = Program([f]).values(
      columns: nodes(window.minX, window.maxX, count),
      rows: nodes(window.minY, window.maxY, count)
    ).values[0]
    let bends = bends(values, rowLength: count + 1, heights: heights)
    guard !bends.isEmpty else { return count }
    let bend = bends[min(bends.count * 92 / 100, bends.count - 1)]
    let seen = bend * view.scale.z * abs(view.up.z) / pixel
    // Chords of a mesh that is twice as fine are four times nearer.
    let wanted = Double(count) * min((seen / 0.5).squareRoot(), 3)
    return min(max(Int(wanted.rounded(.up)), count), 80)
  }

  /// Whether at half of the places looked at f is a twentieth of all that is shown from the mesh.
  ///
  /// The places are spread without a period (Roberts' sequence), so that a function which happens to
  /// repeat from node to node, and looks smooth on the lattice, is found out.
  static func isTooCoarse(
    _ layer: Layer, of f: Expression, _ columns: [Double], _ rows: [Double],
    heights: ClosedRange<Double>
  ) -> Bool {
    let evaluator = PointEvaluator(Program([f]))
    let count = columns.count - 1
    var errors: [Double] = []
    for number in 0..<400 {
      let u = (Double(number) * 0.754_877_666_246_692_7).truncatingRemainder(dividingBy: 1)
      let v = (Double(number) * 0.569_840_290_998_053_2).truncatingRemainder(dividingBy: 1)
      let (column, row) = (Int(u * Double(count)), Int(v * Double(count)))
      let (s, t) = (u * Double(count) - Double(column), v * Double(count) - Double(row))
      let node = row * (count + 1) + column
      let low = layer.values[node] * (1 - s) + layer.values[node + 1] * s
      let high = layer.values[node + count + 1] * (1 - s) + layer.values[node + count + 2] * s
      evaluator.evaluate(
        columns[column] * (1 - s) + columns[column + 1] * s,
        rows[row] * (1 - t) + rows[row + 1] * t)
      let value = evaluator.result(0)
      let error = abs(value - (low * (1 - t) + high * t))
      if heights.contains(value), !error.isNaN { errors.append(error) }
    }
    guard errors.count > 50 else { return false }
    errors.sort()
    return errors[errors.count / 2] > (heights.upperBound - heights.lowerBound) / 20
  }

  /// An eighth of the second differences along rows and columns at nodes that are shown, ascending.
  private static func bends(
    _ values: [Double], rowLength: Int, heights: ClosedRange<Double>
  ) -> [Double] {
    var bends: [Double] = []
    for row in 1..<(values.count / rowLength - 1) {
      for column in 1..<(rowLength - 1) {
        let place = row * rowLength + column
        guard heights.contains(values[place]) else { continue }
        for step in [1, rowLength] {
          let bend = abs(values[place - step] - 2 * values[place] + values[place + step]) / 8
          if bend.isFinite { bends.append(bend) }
        }
      }
    }
    return bends.sorted()
  }
}
