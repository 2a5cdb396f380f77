/// The iteration behind `Expression.lagrangePoint`.
struct ConstrainedDescent {
  /// A trial step with what the quadratic model expects of it.
  private struct Step {
    var direction: [Double]
    /// ∇f·p.
    var slope: Double
    /// pᵀHp / 2, where it is positive.
    var bend: Double
    /// Σ|g| − Σ|g + ∇g·p|.
    var feasibilityGain: Double
  }

  private let field: DerivativeField
  private var at: [Double]
  private var jets: [DerivativeField.Jet]
  /// μ: not 0 at the start, or a constant function would see no gain in coming to the constraints.
  private var penalty = 1.0
  private(set) var steps = 0
  private(set) var isConverged = false
  private var noisySteps = 0

  init(_ function: Expression, _ constraints: [Expression], from start: [Double]) {
    field = DerivativeField([function] + constraints)
    at = start
    jets = field.jets(at: start)
  }

  var isDefined: Bool { Self.isDefined(jets) }

  private static func isDefined(_ jets: [DerivativeField.Jet]) -> Bool {
    jets.allSatisfy {
      $0.value.isFinite && $0.gradient.allSatisfy(\.isFinite)
        && $0.hessian.elements.allSatisfy(\.isFinite)
    }
  }

  // MARK: The quadratic model

  private var residuals: [Double] { jets.dropFirst().map(\.value) }

  /// ∇g with a column for each constraint, decomposed.
  private var slopes: SingularValues {
    var matrix = Matrix(rows: at.count, columns: jets.count - 1)
    for column in 0..<matrix.columns {
      for row in at.indices { matrix[row, column] = jets[column + 1].gradient[row] }
    }
    return SingularValues(matrix)
  }

  /// ∇²f − Σ λ ∇²g.
  private func hessian(_ multipliers: [Double]) -> Matrix {
    var result = jets[0].hessian
    for (index, multiplier) in multipliers.enumerated() where multiplier != 0 {
      let part = jets[index + 1].hessian.elements
      for place in result.elements.indices { result.elements[place] -= multiplier * part[place] }
    }
    return result
  }

  private func reduced(_ hessian: Matrix, _ basis: Matrix) -> SymmetricEigensystem {
    var matrix = basis.transposed * (hessian * basis)
    for row in 0..<matrix.rows {
      for column in 0..<row {
        let mean = matrix[row, column] / 2 + matrix[column, row] / 2
        matrix[row, column] = mean
        matrix[column, row] = mean
      }
    }
    return SymmetricEigensystem(matrix)
  }

  /// The Lagrange point here, with its kind.
  var point: LagrangePoint {
    let slopes = slopes
    let multipliers = slopes.solve(jets[0].gradient)
    let curvatures = reduced(hessian(multipliers), slopes.complement).values
    return LagrangePoint(
      at: at, multipliers: multipliers, value: jets[0].value,
      kind: CriticalPoint.Kind(inertia: curvatures))
  }

  // MARK: Steps

  /// One step; `false` where the iteration has come to rest or can go no further.
  mutating func advance() -> Bool {
    let slopes = slopes
    let multipliers = slopes.solve(jets[0].gradient)
    let step = step(slopes, multipliers)
    let length = Vector.length(step.direction)
    guard length.isFinite else { return false }
    raisePenalty(step, multipliers)
    let descent = step.slope - penalty * step.feasibilityGain
    let merit = merit(jets.map(\.value))
    let isNoise = abs(descent) <= 1e-16 * max(1, abs(jets[0].value))
    if length <= 4e-16 * Vector.length(at) || isNoise && noisySteps >= 3 || length == 0 {
      isConverged = isFeasible
      return false
    }
    noisySteps = isNoise ? noisySteps + 1 : 0
    guard let next = lineSearch(step, slopes, merit, descent, isNoise: isNoise) else {
      isConverged = abs(descent) <= 1e-11 * max(1, abs(jets[0].value)) && isFeasible
      return false
    }
    (at, jets) = next
    steps += 1
    return true
  }

  /// Whether the constraints hold within rounding of their own changes.
  private var isFeasible: Bool {
    jets.dropFirst().allSatisfy { jet in
      let scale = zip(jet.gradient, at).reduce(0) { $0 + abs($1.0 * $1.1) }
      return abs(jet.value) <= 1e-9 * max(1, scale)
    }
  }

  private func step(_ slopes: SingularValues, _ multipliers: [Double]) -> Step {
    let gradient = jets[0].gradient
    let residuals = residuals
    var normal = slopes.solveTransposed(residuals).map { -$0 }
    let reach = 10 * (1 + Vector.length(at))
    let length = Vector.length(normal)
    if length > reach { normal = normal.map { $0 * reach / length } }
    let hessian = hessian(multipliers)
    let basis = slopes.complement
    let system = reduced(hessian, basis)
    let slope = basis.transposed * Vector.moved(gradient, 1, hessian * normal)
    var direction = normal
    for column in system.values.indices {
      let axis = system.values.indices.map { system.vectors[$0, column] }
      let share = -Vector.dot(axis, slope) / max(abs(system.values[column]), 1e-10)
      direction = Vector.moved(direction, share, basis * axis)
    }
    let linear = zip(residuals, jets.dropFirst()).map {
      $0 + Vector.dot($1.gradient, direction)
    }
    return Step(
      direction: direction, slope: Vector.dot(gradient, direction),
      bend: max(0, Vector.dot(direction, hessian * direction) / 2),
      feasibilityGain: Vector.sum(residuals) - Vector.sum(linear))
  }

  /// The penalty grows until the model of f + μ·Σ|g| falls along the step.
  private mutating func raisePenalty(_ step: Step, _ multipliers: [Double]) {
    penalty = max(penalty, 1.5 * multipliers.reduce(0) { max($0, abs($1)) })
    guard step.feasibilityGain > 1e-300 else { return }
    let needed = (step.slope + step.bend) / (0.7 * step.feasibilityGain)
    if needed.isFinite { penalty = max(penalty, needed) }
  }

  private func merit(_ values: [Double]) -> Double {
    values[0] + penalty * Vector.sum(Array(values.dropFirst()))
  }

  private func lineSearch(
    _ step: Step, _ slopes: SingularValues, _ merit: Double, _ descent: Double, isNoise: Bool
  ) -> (at: [Double], jets: [DerivativeField.Jet])? {
    var scale = 1.0
    let slack = 1e-15 * max(1, abs(merit))
    for trial in 0..<50 {
      let there = Vector.moved(at, scale, step.direction)
      if there == at { return nil }
      let values = field.values(at: there)
      let goal = merit + 1e-4 * scale * descent + slack
      if isNoise || self.merit(values) <= goal, let jets = definedJets(at: there) {
        return (there, jets)
      }
      if isNoise { return nil }
      if trial == 0, let corrected = corrected(there, values, slopes),
        self.merit(field.values(at: corrected)) <= goal,
        let jets = definedJets(at: corrected)
      {
        return (corrected, jets)
      }
      scale /= 2
    }
    return nil
  }

  /// The full step brought back towards the constraints: without it their curvature would forbid
  /// full steps near the solution (Maratos 1978).
  private func corrected(
    _ there: [Double], _ values: [Double], _ slopes: SingularValues
  ) -> [Double]? {
    let residuals = Array(values.dropFirst())
    guard residuals.allSatisfy(\.isFinite) else { return nil }
    return Vector.moved(there, -1, slopes.solveTransposed(residuals))
  }

  private func definedJets(at point: [Double]) -> [DerivativeField.Jet]? {
    let jets = field.jets(at: point)
    return Self.isDefined(jets) ? jets : nil
  }
}
