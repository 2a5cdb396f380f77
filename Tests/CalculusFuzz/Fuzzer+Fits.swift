import Calculus

extension Fuzzer {
  private static let models = [
    "a + b*x", "a + b*x + c*x^2", "a*exp(-b*x) + c", "a*sin(b*x + c)", "a/(1+exp(b*(x-c)))", "a",
    "b*x", "a*x^b", "a*b*x", "a + b + c*x", "a*exp(b*x^2)", "sqrt(a*x)", "ln(a+x)", "abs(x-a)",
    "if(x<a, b, c)", "a*gamma(x)", "a*0", "a^2 + b^2",
  ]

  /// Fits to noise, to nothing, to infinities; what comes back is finite and no worse than the start.
  mutating func checkFits() {
    let source =
      random.isOnce(in: 4)
      ? random.formula(in: ["x", "a", "b"], depth: 3) : random.element(Self.models)
    let count = random.element([0, 1, 2, 3, 4, 5, 8, 12, 30])
    let rarity = random.element([3, 20, 1000, 1000])
    let data = try? FitData(columns: [
      "x": random.numbers(count, hostileOnceIn: rarity),
      "y": random.numbers(count, hostileOnceIn: rarity),
      "s": random.isOnce(in: 5)
        ? random.numbers(count) : (0..<count).map { _ in random.uniform(0.1, 2) },
    ])
    note("fit", "\(source) to \(data.map { "\($0)" } ?? "")")
    guard let data, let model = try? FitModel(source, columns: ["x", "y", "s"]) else { return }
    let errors = random.isOnce(in: 2) ? "s" : nil
    var fit = Fit(model, to: data, errors: errors)
    if errors != nil, random.isOnce(in: 4) { fit.errorsInX = .init(column: "x", errors: "s") }
    for name in model.parameters {
      if random.isOnce(in: 2) { fit.start[name] = random.number(hostileOnceIn: 20) }
      if random.isOnce(in: 8) { fit.fixed[name] = random.number(hostileOnceIn: 20) }
      if random.isOnce(in: 8) { fit.bounds[name] = random.range() }
    }
    note("fit", "\(fit)")
    do throws(FitError) {
      let result = try fit.solved()
      check(result, of: fit)
    } catch {
      expect(!error.message.isEmpty, "a fit that fails says why")
    }
  }

  private mutating func check(_ result: FitResult, of fit: Fit) {
    expect(
      result.parameters.allSatisfy(\.value.isFinite) && result.chiSquared >= 0
        && result.chiSquared.isFinite,
      "a fit ends in finite parameters and a chi-squared of at least 0", "\(result)")
    expect(
      result.rows.count + result.skippedRows.count == fit.data.rows, "no row of a fit is lost")
    for parameter in result.parameters {
      if let fixed = fit.fixed[parameter.name] {
        expect(parameter.value == fixed, "fixed parameters stay", "\(parameter)")
      } else if let bounds = fit.bounds[parameter.name] {
        expect(bounds.contains(parameter.value), "bounds are kept", "\(parameter), \(bounds)")
      }
    }
    if let p = result.pValue { expect(0...1 ~= p, "a p-value is a probability", "\(p)") }
    note("bands", "\(fit)")
    if let band = try? result.confidenceBand(at: fit.data) {
      expect(
        zip(band.lower, band.upper).allSatisfy { $0 <= $1 || $0.isNaN || $1.isNaN },
        "the edges of a band are in order")
    }
    checkNotWorse(result, than: fit)
  }

  /// χ² at the end is at most χ² at a start that was given in full.
  private mutating func checkNotWorse(_ result: FitResult, than fit: Fit) {
    guard fit.errorsInX == nil, !result.parameters.isEmpty,
      result.parameters.allSatisfy({ fit.start[$0.name] != nil && fit.fixed[$0.name] == nil }),
      let x = fit.data.columns["x"], let y = fit.data.columns["y"], let s = fit.data.columns["s"]
    else { return }
    let start = fit.model.parameters.map { fit.start[$0] ?? 1 }
    let atStart = result.rows.reduce(0.0) { sum, row in
      let known = fit.model.columns.map { $0 == "x" ? x[row] : $0 == "y" ? y[row] : s[row] }
      let weight = fit.errors == nil ? 1 : 1 / s[row]
      let residual = (y[row] - fit.model.expression.value(at: known + start)) * weight
      return sum + residual * residual
    }
    guard atStart.isFinite else { return }
    expect(
      result.chiSquared <= atStart * (1 + 1e-9) + 1e-12,
      "a fit is no worse than its start", "\(result.chiSquared), \(atStart)")
  }
}
