import Calculus

extension Fuzzer {
  /// Derivatives by four ways that share little: symbols, tapes, jets, intervals.
  mutating func checkDerivatives() {
    guard let f = expression(in: ["x", "y"], depth: 3) else { return }
    let point = random.numbers(2, hostileOnceIn: 15)
    note("derivatives", "\(f.text) at \(point)")
    let symbolic = f.gradient
    guard symbolic.allSatisfy({ $0.size < 3000 }) else { return }
    let second = symbolic.flatMap(\.gradient)
    let enclosures = IntervalEvaluator(Program([f] + symbolic + second))
      .values(on: point.map { Interval($0) })
    note("evaluated", "\(f.text) at \(point)")
    guard let exact = try? f.evaluated(at: point) else { return }
    let values = [exact.value] + exact.gradient + exact.hessian.flatMap { $0 }
    let bounds = [exact.valueBound] + exact.gradientBounds + exact.hessianBounds.flatMap { $0 }
    for (index, enclosure) in enclosures.enumerated() where enclosure.isContinuous {
      let (value, bound) = (values[index], bounds[index])
      guard bound.isFinite, enclosures[0].isContinuous else { continue }
      expect(
        value + bound >= enclosure.lower && value - bound <= enclosure.upper,
        "values, gradients and Hessians agree with the enclosures of the symbols",
        "entry \(index): \(value) ± \(bound), \(enclosure)")
    }
    expect(
      exact.hessian[0][1] == exact.hessian[1][0] || exact.hessian[0][1].isNaN,
      "Hessians are symmetric")
    checkTaylor()
  }

  private mutating func checkTaylor() {
    guard let f = expression(in: ["x"], depth: 3) else { return }
    let a = random.number(hostileOnceIn: 15)
    let order = random.below(9)
    note("taylor", "\(f.text) of \(order) at \(a)")
    guard let series = try? f.taylorCoefficients(of: order, at: a) else { return }
    expect(series.count == order + 1, "a Taylor series has all its coefficients")
    if a.isFinite {
      note("taylor enclosures", "\(f.text) of \(order) at \(a)")
      let size = series.reduce(0) { max($0, abs($1)) }
      let enclosures = (try? f.taylorEnclosures(of: order, on: Interval(a))) ?? []
      for (value, enclosure) in zip(series, enclosures)
      where enclosures.allSatisfy(\.isContinuous) && size.isFinite
        && series.allSatisfy({ !$0.isNaN })
      {
        let slack = 1e-12 * size
        expect(
          value >= enclosure.lower - slack && value <= enclosure.upper + slack,
          "Taylor coefficients lie in their enclosures", "\(value), \(enclosure)")
      }
    }
    checkRemainders(of: f, order)
    guard let g = expression(in: ["x", "y"], depth: 3) else { return }
    let point = random.numbers(2, hostileOnceIn: 15)
    note("taylor of two", "\(g.text) at \(point)")
    let rows = try? g.taylorCoefficients(of: 4, at: point[0], point[1])
    if let rows, let exact = try? g.evaluated(at: point), exact.valueBound.isFinite,
      !exact.isExtended
    {
      let size = max(1, rows.joined().reduce(0) { max($0, abs($1)) })
      let slack = 1e-9 * size + exact.gradientBounds[0] + exact.valueBound
      let (value, slope) = (rows[0][0], rows[1][0])
      if slack.isFinite, value.isFinite, slope.isFinite {
        expect(
          abs(value - exact.value) <= slack && abs(slope - exact.gradient[0]) <= slack,
          "Taylor coefficients of two variables begin with value and slope",
          "\(value), \(slope); \(exact.value), \(exact.gradient[0])")
      }
    }
  }

  /// Coefficients about the points of an interval lie in those about the interval.
  private mutating func checkRemainders(of f: Expression, _ order: Int) {
    let side = random.range()
    note("taylor enclosures", "\(f.text) of \(order) on \(side)")
    let wide = Interval(side.lowerBound, side.upperBound)
    guard let enclosures = try? f.taylorEnclosures(of: order, on: wide),
      enclosures.allSatisfy(\.isContinuous)
    else { return }
    for share in [0, 0.3, 0.9, 1] {
      let a = side.lowerBound * (1 - share) + side.upperBound * share
      guard side.contains(a) else { continue }
      guard let series = try? f.taylorEnclosures(of: order, on: Interval(a)) else { continue }
      for (part, whole) in zip(series, enclosures) where !part.isEmpty {
        expect(
          part.lower <= whole.upper && part.upper >= whole.lower,
          "Taylor coefficients about a point lie in those about an interval",
          "\(a): \(part), \(whole)")
      }
    }
  }

  /// A point of a box lies in the enclosure of the box, and a continuous enclosure has no gaps.
  mutating func checkEnclosures() {
    guard let f = expression(in: ["x", "y"], depth: 4) else { return }
    let box = [random.range(), random.range()]
    note("enclosure", "\(f.text) on \(box)")
    let program = Program([f])
    let evaluator = IntervalEvaluator(program)
    let range = evaluator.values(on: box.map { Interval($0.lowerBound, $0.upperBound) })[0]
    let points = PointEvaluator(program)
    // Powers of negative numbers have values at lonely whole exponents, which enclosures leave out.
    let hasLonelyPoints = range.isPartial && ["^x", "^y", "^("].contains { f.text.contains($0) }
    // Beyond 1e100 products overflow and make NaN of what is a number.
    let isHuge = box.contains { max(abs($0.lowerBound), abs($0.upperBound)) > 1e100 }
    for _ in 0..<8 where !hasLonelyPoints && !isHuge {
      let point = box.map { side -> Double in
        switch random.below(5) {
        case 0: return side.lowerBound
        case 1: return side.upperBound
        default:
          let share = random.uniform(0, 1)
          let value = side.lowerBound * (1 - share) + side.upperBound * share
          return min(max(value, side.lowerBound), side.upperBound)
        }
      }
      let value = points.values(at: point)[0]
      let here = evaluator.values(on: point.map { Interval($0) })[0]
      if value.isNaN {
        // What overflows on its way may be NaN in doubles and yet defined.
        expect(
          here.isContinuous || !range.isContinuous, "a continuous enclosure holds no gap",
          "\(point), \(range)")
      } else if value.isFinite, !here.isPartial {
        // What is undefined, as 1/(1/0) is, may be a number in doubles, and what overflows infinite.
        expect(range.contains(value), "enclosures hold the values", "\(point): \(value), \(range)")
      }
    }
  }
}
