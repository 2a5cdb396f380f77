/// Newton's method for any point where ∇f = Σ λⱼ∇gⱼ and g = 0, whatever its kind.
///
/// A descent finds minima; where it falls for ever, a saddle or a maximum may still be near. The
/// unknowns are x and λ, the equations F = (∇f − Σ λ∇g, −g), and their Jacobian is the symmetric
/// bordered Hessian. Steps are least-norm ones by its eigenvalues, halved until |F| falls (Deuflhard
/// 2004, chapter 3). No promise: |F| may have minima that are no zeros. Cost: (n + m)³ a step.
struct StationaryNewton {
  /// The equations at a place.
  private struct System {
    let residual: [Double]
    let matrix: Matrix
    /// The sizes of the terms that cancel in each equation.
    let scales: [Double]
    /// |F|, the length of the residual.
    let size: Double
  }

  private let field: DerivativeField
  private let count: Int

  init(_ function: Expression, _ constraints: [Expression]) {
    field = DerivativeField([function] + constraints)
    count = function.variables.count
  }

  /// A zero that is reached from a start, with the number of steps.
  func solution(
    from start: [Double], multipliers: [Double], steps limit: Int
  ) -> (at: [Double], steps: Int)? {
    var place = start + multipliers
    guard var system = system(at: place) else { return nil }
    for step in 0...limit {
      if isSolved(system, place) { return (Array(place.prefix(count)), step) }
      guard step < limit, let next = improved(place, system) else { return nil }
      (place, system) = next
    }
    return nil
  }

  private func system(at place: [Double]) -> System? {
    let jets = field.jets(at: Array(place.prefix(count)))
    let multipliers = Array(place.dropFirst(count))
    var residual = jets[0].gradient
    var scales = residual.map(abs)
    var matrix = Matrix(rows: place.count, columns: place.count)
    for row in 0..<count {
      for column in 0..<count { matrix[row, column] = jets[0].hessian[row, column] }
    }
    for (index, jet) in jets.dropFirst().enumerated() {
      let border = count + index
      residual.append(-jet.value)
      scales.append(0)
      for row in 0..<count {
        residual[row] -= multipliers[index] * jet.gradient[row]
        scales[row] += abs(multipliers[index] * jet.gradient[row])
        matrix[row, border] = -jet.gradient[row]
        matrix[border, row] = -jet.gradient[row]
        for column in 0..<count {
          matrix[row, column] -= multipliers[index] * jet.hessian[row, column]
        }
      }
    }
    let size = Vector.length(residual)
    guard size.isFinite, matrix.elements.allSatisfy(\.isFinite) else { return nil }
    return System(residual: residual, matrix: matrix, scales: scales, size: size)
  }

  /// Whether each equation holds within the rounding of its own terms.
  private func isSolved(_ system: System, _ place: [Double]) -> Bool {
    system.residual.indices.allSatisfy { row in
      let reach = place.indices.reduce(system.scales[row]) {
        $0 + abs(system.matrix[row, $1] * place[$1])
      }
      return abs(system.residual[row]) <= 1e-14 * reach
    }
  }

  private func improved(_ place: [Double], _ system: System) -> (place: [Double], System)? {
    let axes = SymmetricEigensystem(system.matrix)
    let largest = axes.values.reduce(0) { max($0, abs($1)) }
    var step = Array(repeating: 0.0, count: place.count)
    for (column, value) in axes.values.enumerated() where abs(value) > 1e-13 * largest {
      let axis = place.indices.map { axes.vectors[$0, column] }
      step = Vector.moved(step, -Vector.dot(axis, system.residual) / value, axis)
    }
    guard step.allSatisfy(\.isFinite) else { return nil }
    var scale = 1.0
    for _ in 0..<40 {
      let there = Vector.moved(place, scale, step)
      if there == place { return nil }
      if let next = self.system(at: there), next.size < (1 - 1e-4 * scale) * system.size {
        return (there, next)
      }
      scale /= 2
    }
    return nil
  }
}
