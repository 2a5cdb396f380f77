/// A problem made linear at a point: QR of the Jacobian with unit columns and pivoting.
struct Linearisation {
  /// The parameters that may move.
  let columns: [Int]
  /// The lengths of their columns; 1 for a column of zeros.
  let lengths: [Double]
  let qr: QRFactorisation
  /// The first elements of Qᵀρ: the part of the residuals that the parameters can change.
  let projected: [Double]
  /// Its length as a share of the residuals': 0 at a minimum.
  let offset: Double
  /// The number of all parameters.
  private let parameterCount: Int

  /// The problem at a point with residuals ρ; parameters at an end that they press against are left
  /// out.
  init(
    jacobian: [Double], residuals: [Double], point: [Double], lower: [Double], upper: [Double]
  ) {
    let rows = residuals.count
    var columns: [Int] = []
    var lengths: [Double] = []
    for column in point.indices {
      let part = jacobian[column * rows..<(column + 1) * rows]
      let slope = VectorSum.dot(part, residuals[...])
      if point[column] <= lower[column] && slope > 0 { continue }
      if point[column] >= upper[column] && slope < 0 { continue }
      let length = VectorSum.length(part)
      columns.append(column)
      lengths.append(length > 0 ? length : 1)
    }
    let count = columns.count
    let flat = [Double](unsafeUninitializedCapacity: count * rows) { target, size in
      for (place, column) in columns.enumerated() {
        for row in 0..<rows {
          target.initializeElement(
            at: place * rows + row, to: jacobian[column * rows + row] / lengths[place])
        }
      }
      size = count * rows
    }
    self.columns = columns
    self.lengths = lengths
    parameterCount = point.count
    qr = QRFactorisation(
      columnwise: flat, rows: rows, columns: columns.count, isPivoting: true)
    projected = Array(qr.transposedQ(times: residuals).prefix(columns.count))
    let whole = VectorSum.length(residuals[...])
    offset = whole > 0 ? VectorSum.length(projected[...]) / whole : 0
  }

  /// By how much a step lowers the sum of squares of the linear problem.
  func reduction(by step: [Double]) -> Double {
    var sum = 0.0
    for row in columns.indices {
      var change = 0.0
      for column in row..<columns.count {
        let place = qr.order[column]
        change += qr[row, column] * lengths[place] * step[columns[place]]
      }
      sum -= change * (2 * projected[row] + change)
    }
    return sum
  }

  /// The v that minimises |J v + b|² + λ|D v|² for Qᵀb = `projected`.
  struct Damped {
    private let system: Linearisation
    private let factor: QRFactorisation

    init(_ system: Linearisation, lambda: Double, scale: [Double]) {
      self.system = system
      let count = system.columns.count
      var stacked = Array(repeating: 0.0, count: 2 * count * count)
      let root = lambda.squareRoot()
      for column in 0..<count {
        for row in 0...column { stacked[column * 2 * count + row] = system.qr[row, column] }
        let place = system.qr.order[column]
        stacked[column * 2 * count + count + column] =
          root * scale[system.columns[place]] / system.lengths[place]
      }
      factor = QRFactorisation(columnwise: stacked, rows: 2 * count, columns: count)
    }

    func step(against projected: [Double]) -> [Double] {
      let count = system.columns.count
      let right = projected.map { -$0 } + Array(repeating: 0, count: count)
      return system.spread(factor.solvedR(factor.transposedQ(times: right)))
    }
  }

  /// Whether the columns are independent.
  var isDetermined: Bool {
    qr.rank(tolerance: 10 * Double(max(qr.rows, 8)) * Double.ulpOfOne) == columns.count
  }

  /// The undamped step, or `nil` where the columns depend on one another.
  var newtonStep: [Double]? {
    guard isDetermined else { return nil }
    return spread(qr.solvedR(projected.map { -$0 }))
  }

  /// A step in all parameters from one in the pivoted, scaled ones that may move.
  private func spread(_ z: [Double]) -> [Double] {
    var step = Array(repeating: 0.0, count: parameterCount)
    for (column, value) in z.enumerated() {
      let place = qr.order[column]
      step[columns[place]] = value / lengths[place]
    }
    return step
  }

  /// Qᵀb, the elements that the parameters can change.
  func projection(of vector: [Double]) -> [Double] {
    Array(qr.transposedQ(times: vector).prefix(columns.count))
  }
}
