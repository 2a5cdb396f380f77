import Calculus

extension Fuzzer {
  /// QR and least squares of matrices of any size, singular and infinite ones among them.
  mutating func checkMatrices() {
    let columns = random.below(6)
    let rows = columns + random.below(5)
    var elements = random.numbers(rows * columns, hostileOnceIn: random.element([5, 1000, 1000]))
    if columns > 1, random.isOnce(in: 4) {
      for row in 0..<rows { elements[row * columns + 1] = 2 * elements[row * columns] }
    }
    let a = Matrix(rows: rows, columns: columns, elements: elements)
    let b = random.numbers(rows, hostileOnceIn: 1000)
    note("qr", "\(a)")
    let isPivoting = random.isOnce(in: 2)
    let (r, order) = a.triangularFactor(isPivoting: isPivoting)
    expect(order.sorted() == Array(0..<columns), "the order of columns is a permutation")
    let size = elements.reduce(0) { max($0, abs($1)) }
    guard elements.allSatisfy(\.isFinite), size < 1e100, size > 1e-100 else { return }
    let (left, right) = (r.transposed * r, a.transposed * a)
    for i in 0..<columns {
      for j in 0..<columns {
        expect(
          abs(left[i, j] - right[order[i], order[j]]) <= 1e-12 * size * size * Double(rows + 1),
          "RᵀR is AᵀA", "\(left), \(right)")
      }
    }
    note("least squares", "\(a), \(b)")
    guard let x = a.leastSquaresSolution(b) else { return }
    guard b.allSatisfy({ abs($0) < 1e100 }) else { return }
    let residual = zip(a * x, b).map { $0 - $1 }
    let reach = x.reduce(1) { max($0, abs($1)) } * size + b.reduce(0) { max($0, abs($1)) }
    for slope in a.transposed * residual {
      expect(
        abs(slope) <= 1e-9 * size * reach * Double(rows + 1),
        "the residual of least squares is at right angles to the columns", "\(slope)")
    }
  }

  /// Probabilities are probabilities whatever is asked.
  mutating func checkDistributions() {
    let (a, b) = (random.number(hostileOnceIn: 3), random.number(hostileOnceIn: 3))
    note("distributions", "\(a), \(b)")
    let tail = Distributions.chiSquaredTail(a, degreesOfFreedom: b)
    expect(tail.isNaN || 0...1 ~= tail, "tails are probabilities", "\(tail)")
    let tails = Distributions.studentTails(a, degreesOfFreedom: b)
    expect(tails.isNaN || 0...1 ~= tails, "tails are probabilities", "\(tails)")
    let level = random.isOnce(in: 3) ? a : random.uniform(0, 1)
    _ = Distributions.chiSquaredQuantile(level: level, degreesOfFreedom: b)
    _ = Distributions.normalQuantile(level: level)
    let t = Distributions.studentQuantile(level: level, degreesOfFreedom: b)
    if t.isFinite, t > 0, b > 0.5, b < 1e6, level < 0.999 {
      let back = 1 - Distributions.studentTails(t, degreesOfFreedom: b)
      expect(abs(back - level) <= 1e-9, "quantiles undo probabilities", "\(back), \(level)")
    }
  }
}
