/// Chooses the steps of a descent and keeps what the methods remember between them.
struct DescentStepper {
  private let settings: Descent.Settings
  private var velocity: [Double]
  /// The approximate inverse Hessian of BFGS, `nil` before the first update.
  private var inverse: [[Double]]?
  private var direction: [Double] = []
  private var lastGradient: [Double] = []

  init(_ settings: Descent.Settings, dimension: Int) {
    self.settings = settings
    velocity = Array(repeating: 0, count: dimension)
  }

  /// The next step, or `nil` where no length makes f fall or the Hessian cannot be solved.
  mutating func step(
    from point: [Double], _ here: DescentRun.Local, _ run: DescentRun
  ) -> [Double]? {
    let downhill = here.gradient.map { -settings.stepSize * $0 }
    switch settings.method {
    case .constant: return point.indices.map { $0 == 0 ? 1 : 0 }
    case .gradient:
      guard settings.rule == .backtracking else { return downhill }
      return shortened(downhill, from: point, here, run)
    case .momentum:
      velocity = zip(velocity, downhill).map { settings.momentum * $0 + $1 }
      return velocity
    case .nesterov:
      let ahead = run.local(at: point.moved(by: velocity, times: settings.momentum)).gradient
      velocity = zip(velocity, ahead).map { settings.momentum * $0 - settings.stepSize * $1 }
      return velocity
    case .newton: return newtonStep(here)
    case .safeguardedNewton:
      guard let eigen = here.eigen else { return shortened(downhill, from: point, here, run) }
      let isFlat = eigen.values.allSatisfy { $0 == 0 }
      let step = isFlat ? downhill : eigen.solution(of: here.gradient.map(-), withSizes: true)
      return shortened(step, from: point, here, run)
    case .hybrid: return hybridStep(here, downhill)
    case .bfgs: return shortened(quasiNewtonStep(here, downhill), from: point, here, run)
    case .conjugateGradient:
      direction = conjugateDirection(here)
      return lineMinimum(direction, from: point, here, run)
    }
  }

  /// Learns from a step that was taken.
  mutating func remember(
    _ step: [Double], from here: DescentRun.Local, to there: DescentRun.Local
  ) {
    lastGradient = here.gradient
    if settings.method == .bfgs { update(step, zip(there.gradient, here.gradient).map { $0 - $1 }) }
  }

  // MARK: Newton

  private func newtonStep(_ here: DescentRun.Local) -> [Double]? {
    guard let eigen = here.eigen, !eigen.isSingular else { return nil }
    return eigen.solution(of: here.gradient.map(-))
  }

  /// Newton's step unless step·(−g) ≤ 0 or |step| > 2, then −γg: the rule of the course.
  private func hybridStep(_ here: DescentRun.Local, _ downhill: [Double]) -> [Double] {
    guard let step = newtonStep(here), step.dot(here.gradient) < 0,
      step.norm <= settings.trustedLength
    else { return downhill }
    return step
  }

  // MARK: Quasi-Newton

  private func quasiNewtonStep(_ here: DescentRun.Local, _ downhill: [Double]) -> [Double] {
    guard let inverse else { return downhill }
    let step = inverse.map { -$0.dot(here.gradient) }
    return step.dot(here.gradient) < 0 ? step : downhill
  }

  /// H⁻¹ ← (I − ρsyᵀ)H⁻¹(I − ρysᵀ) + ρssᵀ with ρ = 1/yᵀs (Nocedal & Wright, 6.17).
  ///
  /// Left out where yᵀs is not positive, so that the matrix stays positive definite.
  private mutating func update(_ s: [Double], _ y: [Double]) {
    let curvature = s.dot(y)
    guard curvature.isFinite, curvature > 1e-14 * s.norm * y.norm else { return }
    // The first matrix has the size of the curvature that was met (Nocedal & Wright, 6.20).
    let size = curvature / y.dot(y)
    let old = inverse ?? s.indices.map { row in s.indices.map { $0 == row ? size : 0 } }
    let hy = old.map { $0.dot(y) }
    let factor = (1 + y.dot(hy) / curvature) / curvature
    let new = s.indices.map { i in
      s.indices.map { j in
        old[i][j] + factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature
      }
    }
    if new.allSatisfy({ $0.allSatisfy(\.isFinite) }) { inverse = new }
  }

  /// −g + βd with β = gᵀ(g − g₋)/g₋ᵀg₋, or −g where that is negative or does not descend.
  private func conjugateDirection(_ here: DescentRun.Local) -> [Double] {
    let downhill = here.gradient.map(-)
    guard !direction.isEmpty, lastGradient.norm > 0 else { return downhill }
    let change = zip(here.gradient, lastGradient).map { $0 - $1 }
    let beta = max(0, here.gradient.dot(change) / lastGradient.dot(lastGradient))
    let next = downhill.moved(by: direction, times: beta)
    return next.allSatisfy(\.isFinite) && next.dot(here.gradient) < 0 ? next : downhill
  }

  // MARK: Line searches

  /// The step halved until f(x + s) ≤ f(x) + 1e-4 gᵀs; below rounding in f the whole step counts.
  private func shortened(
    _ step: [Double], from point: [Double], _ here: DescentRun.Local, _ run: DescentRun
  ) -> [Double]? {
    var factor = 1.0
    for _ in 0..<60 {
      let slope = factor * step.dot(here.gradient)
      let next = point.moved(by: step, times: factor)
      if next == point { return nil }
      let value = run.value(at: next)
      if value <= here.value + 1e-4 * slope { return step.map { factor * $0 } }
      // Near the minimum f falls by less than it can show: there the gradient must be the judge.
      if abs(slope) <= 1e-13 * abs(here.value)
        && abs(value - here.value) <= 1e-12 * abs(here.value),
        run.local(at: next).gradientNorm < here.gradientNorm
      {
        return step.map { factor * $0 }
      }
      factor /= 2
    }
    return nil
  }

  /// The step to where the slope along a direction vanishes: Newton along the line with the exact
  /// second derivative dᵀHd, then shortened until f falls.
  private func lineMinimum(
    _ direction: [Double], from point: [Double], _ here: DescentRun.Local, _ run: DescentRun
  ) -> [Double]? {
    let slope = direction.dot(here.gradient)
    let curvature = direction.dot(here.hessian.map { $0.dot(direction) })
    var length = curvature > 0 ? -slope / curvature : settings.stepSize
    if !length.isFinite || length <= 0 { length = settings.stepSize }
    for _ in 0..<4 {
      let there = run.local(at: point.moved(by: direction, times: length))
      let slopeThere = direction.dot(there.gradient)
      let curvatureThere = direction.dot(there.hessian.map { $0.dot(direction) })
      guard abs(slopeThere) > 1e-10 * abs(slope), curvatureThere > 0 else { break }
      let next = length - slopeThere / curvatureThere
      guard next.isFinite, next > 0, next < 100 * length else { break }
      length = next
    }
    return shortened(direction.map { length * $0 }, from: point, here, run)
  }
}
