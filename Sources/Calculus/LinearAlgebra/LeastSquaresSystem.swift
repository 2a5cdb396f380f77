/// A linear least-squares problem min |Ax − b| to the last digit that doubles hold.
///
/// Columns scaled by powers of two (exact), Householder QR in doubles, then refinement of the
/// augmented system r + Ax = b, Aᵀr = c (Björck 1967) with A, x and r in double-double. Each step
/// gains about 16 − log₁₀ κ(A) digits; steps go on while the correction halves. Cost: one QR and
/// about 20 double-double operations an element and step.
struct LeastSquaresSystem {
  /// The columns of A times their scale.
  private let design: [[DoubleDouble]]
  /// The power of two by which each column is multiplied.
  private let scales: [Double]
  private let qr: QRFactorisation
  /// The columns that depend on one another; empty where all are independent.
  let dependent: [Int]

  /// The system of a matrix given column by column.
  init(design: [[DoubleDouble]], rows: Int) {
    let scales = design.map { column -> Double in
      let largest = column.reduce(0) { max($0, abs($1.high)) }
      guard largest > 0, largest.isFinite else { return 1 }
      return Double(sign: .plus, exponent: max(-1000, min(1000, -largest.exponent)), significand: 1)
    }
    self.scales = scales
    let scaled = zip(design, scales).map { column, scale in column.map { $0 * scale } }
    self.design = scaled
    let flat = scaled.flatMap { $0.map(\.high) }
    qr = QRFactorisation(columnwise: flat, rows: rows, columns: design.count)
    let pivoted = QRFactorisation(
      columnwise: flat, rows: rows, columns: design.count, isPivoting: true)
    dependent = pivoted.dependentColumns(tolerance: Double(max(rows, 8)) * Double.ulpOfOne)
  }

  /// The x of min |Ax − b| and the residuals b − Ax.
  func solution(
    of b: [DoubleDouble]
  ) -> (coefficients: [DoubleDouble], residuals: [DoubleDouble]) {
    solve(b, Array(repeating: DoubleDouble(0), count: design.count))
  }

  /// (AᵀA)⁻¹, each column refined like a solution.
  var inverseNormalMatrix: Matrix {
    let count = design.count
    var inverse = Matrix(rows: count, columns: count)
    let zeros = Array(repeating: DoubleDouble(0), count: qr.rows)
    for column in 0..<count {
      var unit = Array(repeating: DoubleDouble(0), count: count)
      unit[column] = DoubleDouble(-1)
      let z = solve(zeros, unit).coefficients
      for row in 0..<count { inverse[row, column] = z[row].high }
    }
    for row in 0..<count {
      for column in 0..<row {
        let mean = (inverse[row, column] + inverse[column, row]) / 2
        inverse[row, column] = mean
        inverse[column, row] = mean
      }
    }
    return inverse
  }

  /// Solves r + Ax = b, Aᵀr = c.
  private func solve(
    _ b: [DoubleDouble], _ c: [DoubleDouble]
  ) -> (coefficients: [DoubleDouble], residuals: [DoubleDouble]) {
    let count = design.count
    let target = zip(c, scales).map { value, scale in value * scale }
    var x = Array(repeating: DoubleDouble(0), count: count)
    var r = Array(repeating: DoubleDouble(0), count: qr.rows)
    var last = Double.infinity
    for _ in 0..<12 {
      let (f, g) = defects(b, target, x, r)
      let d = qr.transposedQ(times: f)
      let h = qr.solvedTransposedR(g)
      let correction = qr.solvedR(zip(d, h).map { $0 - $1 })
      let back = qr.q(times: h + d.dropFirst(count))
      let size = correction.reduce(0) { max($0, abs($1)) }
      let scale = x.reduce(0) { max($0, abs($1.high)) }
      guard size.isFinite, last == .infinity || size < last / 2 else { break }
      for column in 0..<count { x[column] += DoubleDouble(correction[column]) }
      for row in r.indices { r[row] += DoubleDouble(back[row]) }
      last = size
      if size <= 1e-30 * scale { break }
    }
    return (zip(x, scales).map { value, scale in value * scale }, r)
  }

  /// b − r − Ax and c − Aᵀr.
  private func defects(
    _ b: [DoubleDouble], _ c: [DoubleDouble], _ x: [DoubleDouble], _ r: [DoubleDouble]
  ) -> (f: [Double], g: [Double]) {
    var f = zip(b, r).map { $0 - $1 }
    var g = c
    for (column, values) in design.enumerated() {
      for row in values.indices {
        f[row] += -(values[row] * x[column])
        g[column] += -(values[row] * r[row])
      }
    }
    return (f.map(\.high), g.map(\.high))
  }
}

extension QRFactorisation {
  /// The columns that depend on one another, in ascending order, from a pivoted factorisation.
  ///
  /// A column whose rest is below `tolerance` of the first is a combination of earlier ones: it and
  /// those with a share in it are named.
  func dependentColumns(tolerance: Double) -> [Int] {
    let rank = rank(tolerance: tolerance)
    guard rank < columns else { return [] }
    var found: Set<Int> = []
    for column in rank..<columns {
      found.insert(order[column])
      let shares = solvedR((0..<rank).map { self[$0, column] }, rank: rank)
      for (place, share) in shares.enumerated() where abs(share) > 1e-6 {
        found.insert(order[place])
      }
    }
    return found.sorted()
  }
}
