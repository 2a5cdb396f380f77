import Calculus

extension Fuzzer {
  /// Descent with any method and any settings.
  mutating func checkDescent() {
    let names = Array(["x", "y", "z"].prefix(1 + random.below(3)))
    guard let f = expression(in: names, depth: 3, isTame: !random.isOnce(in: 3)) else { return }
    let start = random.numbers(names.count, hostileOnceIn: 20)
    var settings = Descent.Settings(
      random.element(Descent.Method.allCases),
      stepSize: random.isOnce(in: 8) ? random.number() : random.uniform(0.01, 1),
      steps: random.element([0, 1, 7, 60]))
    settings.rule = random.element([.constant, .backtracking])
    settings.momentum = random.isOnce(in: 8) ? random.number() : 0.8
    settings.tolerance = random.isOnce(in: 8) ? random.number() : 1e-9
    if random.isOnce(in: 3) { settings.window = names.map { _ in random.range() } }
    note("descent", "\(f.text) from \(start), \(settings)")
    guard let path = try? f.descent(from: start, settings) else { return }
    expect(path.points.count <= settings.steps + 1, "a descent keeps to its steps")
    expect(path.points.count == path.values.count, "every point of a descent has its value")
    expect(path.points.allSatisfy { $0.allSatisfy(\.isFinite) }, "points of a descent are finite")
    let falls: Set<Descent.Method> = [.bfgs, .conjugateGradient, .safeguardedNewton]
    if falls.contains(settings.method) {
      let values = path.values.compactMap { $0 }
      expect(
        zip(values, values.dropFirst()).allSatisfy { $1 <= $0 + 1e-9 * abs($0) },
        "line searches never climb", "\(values)")
    }
  }
}
