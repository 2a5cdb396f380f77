import CVector

extension TapeRuns {
  typealias Places = UnsafeMutablePointer<Double>

  /// Computes the values of a run.
  func forward(_ run: Run, _ values: Places) {
    let d = values + run.destination
    switch run.shape {
    case .aligned(let aMoves, let bMoves):
      run.apply(d, values + run.a, aMoves ? 1 : 0, values + run.b, bMoves ? 1 : 0)
    case .scattered:
      for k in 0..<run.count {
        let at = run.a + 3 * k
        let (x, y) = (values[Int(indices[at])], values[Int(indices[at + 1])])
        d[k] =
          run.operation == .choose
          ? x.choosing(y, values[Int(indices[at + 2])]) : run.value(x, y)
      }
    case .sum:
      var total = 0.0
      for index in run.a..<(run.a + run.b) { total += values[Int(indices[index])] }
      d[0] = total
    case .neighbours: d[0] = Self.sum(values + run.a, count: run.b)
    }
  }

  /// The sum of neighbours, as eight interleaved sums: it vectorises, and rounds less.
  private static func sum(_ terms: Places, count: Int) -> Double {
    var sums = SIMD8<Double>.zero
    var k = 0
    while k + 8 <= count {
      let t = terms + k
      sums += SIMD8(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7])
      k += 8
    }
    var total = sums.sum()
    while k < count {
      total += terms[k]
      k += 1
    }
    return total
  }

  /// Adds what a run hands to the adjoints of its operands.
  func reverse(_ run: Run, _ values: Places, _ adjoints: Places) {
    let g = adjoints + run.destination
    switch run.shape {
    case .aligned:
      reverse(
        run, values, of: g, into: Target(adjoints: adjoints + run.a),
        Target(adjoints: adjoints + run.b))
    case .scattered: reverseScattered(run, values, adjoints)
    case .sum:
      for index in run.a..<(run.a + run.b) { adjoints[Int(indices[index])] += g[0] }
    case .neighbours:
      if seededSums.contains(run.destination) { return }
      let (terms, adjoint) = (adjoints + run.a, g[0])
      for k in 0..<run.b { terms[k] += adjoint }
    }
  }

  /// The same for an aligned run, with the places of its own adjoints and of its operands'.
  func reverse(
    _ run: Run, _ values: Places, of g: Places, into a: Target, _ b: Target
  ) {
    guard case .aligned(let aMoves, let bMoves) = run.shape else { return }
    func isLiteral(_ place: Int) -> Bool { place >= inputCount && place < firstOperation }
    run.pullBack(
      g, values + run.destination,
      Operand(
        value: values + run.a, target: a, step: aMoves ? 1 : 0, isLiteral: isLiteral(run.a)),
      Operand(
        value: values + run.b, target: b, step: bMoves ? 1 : 0, isLiteral: isLiteral(run.b)))
  }

  private func reverseScattered(_ run: Run, _ values: Places, _ adjoints: Places) {
    for k in 0..<run.count {
      let adjoint = adjoints[run.destination + k]
      if adjoint == 0 { continue }
      let at = run.a + 3 * k
      let (x, y) = (Int(indices[at]), Int(indices[at + 1]))
      if run.operation == .choose {
        adjoints[values[x] != 0 ? y : Int(indices[at + 2])] += adjoint
        continue
      }
      let (first, second) = run.slopes(values[x], values[y], values[run.destination + k])
      adjoints[x] += adjoint * first
      if run.hasSecond { adjoints[y] += adjoint * second }
    }
  }

  /// Where the adjoints of an operand are added up.
  struct Target {
    let adjoints: Places
    /// Whether nothing of meaning is there yet: then they are written, not added.
    var isFresh = false
  }

  /// An operand of a run: where its values and adjoints begin, and whether they move.
  struct Operand {
    let value: Places
    let target: Target
    let step: Int
    let isLiteral: Bool

    var adjoint: Places { target.adjoints }
    var isFresh: Int32 { target.isFresh ? 1 : 0 }
  }
}

extension TapeRuns.Run {
  typealias Places = TapeRuns.Places

  var hasSecond: Bool {
    switch operation {
    case .add, .subtract, .multiply, .divide, .power, .call2: true
    default: false
    }
  }

  private var function: Function { Function(rawValue: UInt8(detail)) ?? .abs }

  /// The value of one operation.
  @inline(__always)
  func value(_ x: Double, _ y: Double) -> Double {
    switch operation {
    case .negate: -x
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    case .power: Powers.value(x, y)
    case .wholePower: Powers.whole(x, detail)
    case .call: function.value(x)
    case .call2: function.value(x, y)
    case .compare: (Comparison(rawValue: UInt8(detail)) ?? .less).value(x, y)
    default: .nan
    }
  }

  /// The partial derivatives of one operation.
  func slopes(_ x: Double, _ y: Double, _ value: Double) -> (Double, Double) {
    switch operation {
    case .negate: (-1, 0)
    case .add: (1, 1)
    case .subtract: (1, -1)
    case .multiply: (y, x)
    case .divide: (1 / y, -value / y)
    case .power: (y * Powers.value(x, y - 1), value * Function.ln.value(x))
    case .wholePower: (x.slope(ofWholePower: detail), 0)
    case .call: (function.slope(at: x, value: value), 0)
    case .call2: function.slopes(at: x, y, value: value)
    default: (0, 0)
    }
  }

  /// The values of aligned operations; arithmetic by vector kernels.
  func apply(_ d: Places, _ a: Places, _ aStep: Int, _ b: Places, _ bStep: Int) {
    switch operation {
    case .add: cv_add(d, a, Int32(aStep), b, Int32(bStep), count)
    case .subtract: cv_subtract(d, a, Int32(aStep), b, Int32(bStep), count)
    case .multiply: cv_multiply(d, a, Int32(aStep), b, Int32(bStep), count)
    case .divide: cv_divide(d, a, Int32(aStep), b, Int32(bStep), count)
    case .wholePower where aStep == 1: cv_whole_power(d, a, detail, count)
    default: for k in 0..<count { d[k] = value(a[k * aStep], b[k * bStep]) }
    }
  }

  /// Adds to the adjoints of the operands of aligned operations.
  func pullBack(
    _ g: Places, _ value: Places, _ a: TapeRuns.Operand, _ b: TapeRuns.Operand
  ) {
    switch operation {
    case .add:
      a.add(g, count)
      b.add(g, count)
    case .subtract:
      a.add(g, count)
      b.deduct(g, count)
    case .multiply:
      a.addProducts(g, b, count)
      b.addProducts(g, a, count)
    case .wholePower where detail == 2 && a.step == 1:
      if !a.isLiteral {
        cv_accumulate_square_slopes(a.adjoint, a.isFresh, g, a.value, count)
      }
    default:
      if a.target.isFresh { cv_fill(a.adjoint, 0, count) }
      if b.target.isFresh { cv_fill(b.adjoint, 0, count) }
      for k in 0..<count where g[k] != 0 {
        let (first, second) = slopes(a.value[k * a.step], b.value[k * b.step], value[k])
        a.adjoint[k * a.step] += g[k] * first
        if hasSecond { b.adjoint[k * b.step] += g[k] * second }
      }
    }
  }
}

extension TapeRuns.Operand {
  /// Adds the adjoints of a sum.
  func add(_ g: TapeRuns.Places, _ count: Int) {
    if isLiteral { return }
    if step == 1 {
      cv_accumulate(adjoint, isFresh, g, count)
    } else {
      var total = 0.0
      for k in 0..<count { total += g[k] }
      adjoint[0] += total
    }
  }

  /// Takes away the adjoints of a difference.
  func deduct(_ g: TapeRuns.Places, _ count: Int) {
    if isLiteral { return }
    if step == 1 {
      cv_deduct(adjoint, isFresh, g, count)
    } else {
      var total = 0.0
      for k in 0..<count { total += g[k] }
      adjoint[0] -= total
    }
  }

  /// Adds the adjoints of a product times the other factor; 0 where an adjoint is 0.
  func addProducts(_ g: TapeRuns.Places, _ other: TapeRuns.Operand, _ count: Int) {
    if isLiteral { return }
    if step == 1 {
      cv_accumulate_products(adjoint, isFresh, g, other.value, Int32(other.step), count)
    } else {
      var total = 0.0
      for k in 0..<count where g[k] != 0 { total += g[k] * other.value[k * other.step] }
      adjoint[0] += total
    }
  }
}
