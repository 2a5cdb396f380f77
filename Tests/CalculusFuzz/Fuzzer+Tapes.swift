import Calculus

extension Fuzzer {
  /// Jacobians of several expressions and products with Hessians, by tapes.
  mutating func checkTapes() {
    let names = Array(["x", "y", "z", "u"].prefix(1 + random.below(4)))
    let functions = (0..<(1 + random.below(3))).compactMap { _ in
      expression(in: names, depth: 3, isTame: true)
    }
    let point = random.numbers(names.count, hostileOnceIn: 20)
    let text = "\(functions.map(\.text)) at \(point)"
    note("tape", text)
    guard let tape = try? Tape(functions) else { return }
    note("jacobian", text)
    guard let (values, jacobian) = try? tape.jacobian(at: point) else { return }
    for (row, function) in functions.enumerated() {
      let symbolic = Program([function] + function.gradient).values(at: point)
      expect(
        values[row] == symbolic[0] || values[row].isNaN && symbolic[0].isNaN
          || abs(values[row] - symbolic[0]) <= 1e-9 * abs(symbolic[0]),
        "tapes and programs compute the same values", "\(values[row]), \(symbolic[0])")
    }
    guard functions.count > 0, values[0].isFinite else { return }
    let evaluator = TapeEvaluator(tape)
    let direction = random.numbers(names.count, hostileOnceIn: 40)
    note("hessian product", "\(text) along \(direction)")
    guard let product = try? evaluator.hessianTimes(direction, at: point).product,
      let hessian = try? evaluator.hessian(at: point).hessian
    else { return }
    for (row, value) in product.enumerated() {
      let terms = zip(hessian[row], direction).map { $0 * $1 }
      let size = terms.reduce(0) { $0 + abs($1) }
      let scale = jacobian[0].reduce(0) { max($0, abs($1)) }
      let length = direction.reduce(0) { max($0, abs($1)) }
      let least = point.reduce(1) { $1 == 0 ? $0 : min($0, abs($1)) }
      // Directions at the ends of the range of doubles lose their digits on the way.
      guard size.isFinite, size < 1e200, !value.isNaN, length > 1e-280, length < 1e200 else {
        continue
      }
      expect(
        abs(value - terms.reduce(0, +)) <= 1e-9 * size + 1e-10 * (1 + scale) * length / least
          / least,
        "a Hessian-vector product is the Hessian times the vector", "\(value), \(terms)")
    }
    expect(
      jacobian.allSatisfy { $0.count == names.count }, "a Jacobian has a column for each variable")
    note("gradient check", text)
    _ = try? GradientCheck(tape, at: point).largestError
    note("wrong dimension", text)
    expect((try? tape.values(at: point + [1])) == nil, "a wrong dimension is refused")
  }
}
