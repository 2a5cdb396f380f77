/// A minimiser of |ρ(p)|²: damped Gauss–Newton steps with geodesic acceleration.
///
/// Each step minimises |ρ + Jv|² + λ|Dv|² with exact J (Levenberg 1944; Marquardt 1963). D follows
/// the lengths of the columns (Moré 1978) but forgets by a tenth a step, so that a far start does
/// not scale the end; λ follows the agreement with the linear problem (Nielsen 1999). The path
/// bends with the exact second derivative along v, and a bend that is too sharp is no step
/// (Transtrum & Sethna 2012). Ends where the expected gain is rounding of χ²; then Gauss–Newton
/// steps without damping polish the parameters beyond what comparisons of χ² can see.
///
/// Finds a local minimum. Cost of a step: one Jacobian and its QR, one evaluation a trial.
struct LevenbergMarquardt {
  /// How a run ended.
  enum Ending { case settled, flat, budget, undefined }

  /// The numbers that steer a run.
  struct Settings {
    var lambda = 1e-3
    /// What is left of the scale in the next step.
    var memory = 0.9
    /// The greatest bend, as a share of the step.
    var bend = 0.75
    /// The expected gain that is rounding, as a share of χ².
    var gainTolerance = 1e-14
    var stepTolerance = 1e-11
    var offsetTolerance = 1e-13
    var polishLimit = 60
    /// Whether the points are kept that were gone to.
    var recordsTrail = false
  }

  private let problem: any LeastSquaresProblem
  private let lower: [Double]
  private let upper: [Double]
  private let budget: Int
  private let settings: Settings
  /// Moves a point to a better one with the same nonlinear parameters.
  private let relaxation: (([Double]) -> [Double]?)?

  private(set) var point: [Double]
  private(set) var residuals: [Double]
  private(set) var chiSquared: Double
  private(set) var iterations = 0
  /// The points from the start to the end, where they are kept.
  private(set) var trail: [[Double]] = []
  private(set) var ending = Ending.budget
  /// The offset of the last point that was made linear.
  private(set) var offset = Double.infinity
  /// Whether all parameters mattered there, each in its own way.
  private(set) var isDetermined = false

  private var scale: [Double]
  private var lambda: Double
  private var growth = 2.0
  private var smallSteps = 0

  /// A run from a point; `nil` where the residuals are undefined there.
  init?(
    _ problem: any LeastSquaresProblem, from start: [Double], lower: [Double], upper: [Double],
    budget: Int, settings: Settings = Settings(),
    relaxation: (([Double]) -> [Double]?)? = nil
  ) {
    guard let residuals = problem.residuals(at: start) else { return nil }
    self.problem = problem
    (self.lower, self.upper, self.budget) = (lower, upper, budget)
    self.settings = settings
    self.relaxation = relaxation
    point = start
    self.residuals = residuals
    chiSquared = Self.square(residuals)
    scale = Array(repeating: 0, count: start.count)
    lambda = settings.lambda
    guard chiSquared.isFinite else { return nil }
    if settings.recordsTrail { trail = [start] }
  }

  private static func square(_ vector: [Double]) -> Double { vector.reduce(0) { $0 + $1 * $1 } }

  /// Whether the end is a minimum to many digits, for residuals that carry rounding of size
  /// `noise`.
  func isClean(noise: Double) -> Bool {
    (ending == .settled || ending == .flat) && isDetermined
      && offset < 1e-6 + (chiSquared > 0 ? noise / chiSquared.squareRoot() : 0)
  }

  /// Steps until the point settles.
  mutating func run() {
    ending = .budget
    while iterations < budget {
      guard let system = linearisation() else {
        ending = .undefined
        return
      }
      if system.offset < settings.offsetTolerance || system.columns.isEmpty {
        ending = .settled
        break
      }
      guard advance(from: system) else { break }
    }
    polish()
  }

  private mutating func linearisation() -> Linearisation? {
    guard let jacobian = problem.jacobian(at: point) else { return nil }
    let system = Linearisation(
      jacobian: jacobian, residuals: residuals, point: point, lower: lower, upper: upper)
    offset = system.offset
    isDetermined = system.isDetermined
    return system
  }

  /// Tries steps with more and more damping until one lowers χ²; false where none will.
  private mutating func advance(from system: Linearisation) -> Bool {
    for (place, column) in system.columns.enumerated() {
      scale[column] = max(settings.memory * scale[column], system.lengths[place])
    }
    while iterations < budget {
      iterations += 1
      let damped = Linearisation.Damped(system, lambda: lambda, scale: scale)
      let step = clipped(damped.step(against: system.projected))
      let gain = system.reduction(by: step)
      if gain < settings.gainTolerance * chiSquared || lambda > 1e100 {
        ending = .flat
        return false
      }
      if gain.isFinite, let bent = bend(step, damped, system), take(bent, expecting: gain) {
        let length = scaledLength(step)
        smallSteps = length < settings.stepTolerance * scaledLength(point) ? smallSteps + 1 : 0
        if smallSteps == 2 { ending = .settled }
        return smallSteps < 2
      }
      lambda *= growth
      growth *= 2
    }
    return false
  }

  /// The step with half its acceleration, or `nil` where it bends too much.
  private func bend(
    _ step: [Double], _ damped: Linearisation.Damped, _ system: Linearisation
  ) -> [Double]? {
    guard let curvature = problem.curvature(at: point, along: step) else { return step }
    let acceleration = damped.step(against: system.projection(of: curvature))
    let share = 2 * scaledLength(acceleration) / scaledLength(step)
    guard share.isFinite else { return step }
    if share > settings.bend { return nil }
    return zip(step, acceleration).map { $0 + $1 / 2 }
  }

  /// Goes a step where it lowers χ², and adapts the damping.
  private mutating func take(_ step: [Double], expecting gain: Double) -> Bool {
    var trial = clamped(zip(point, step).map { $0 + $1 })
    if let relaxed = relaxation?(trial) { trial = clamped(relaxed) }
    guard let residuals = problem.residuals(at: trial) else { return false }
    let value = Self.square(residuals)
    guard value < chiSquared else { return false }
    let ratio = (chiSquared - value) / gain
    let fall = 1 - (2 * ratio - 1) * (2 * ratio - 1) * (2 * ratio - 1)
    lambda = max(lambda * max(1.0 / 3, min(fall, 1)), 1e-100)
    growth = 2
    (point, self.residuals, chiSquared) = (trial, residuals, value)
    if settings.recordsTrail { trail.append(trial) }
    return true
  }

  /// Undamped steps while they get shorter by a tenth, at least once in three.
  ///
  /// The next step is about the error of a point, so the point with the shortest one is kept.
  private mutating func polish() {
    var best = (point: point, residuals: residuals, chiSquared: chiSquared)
    var shortest = Double.infinity
    var failures = 0
    for _ in 0..<settings.polishLimit {
      guard let system = linearisation(), let full = system.newtonStep else { break }
      for (place, column) in system.columns.enumerated() { scale[column] = system.lengths[place] }
      let step = clipped(full)
      let length = scaledLength(step)
      failures = length < 0.9 * shortest ? 0 : failures + 1
      if length < shortest {
        best = (point, residuals, chiSquared)
        shortest = length
      }
      let trial = zip(point, step).map { $0 + $1 }
      guard failures < 3, length <= 1e-3 * scaledLength(point),
        let next = problem.residuals(at: trial)
      else { break }
      let value = Self.square(next)
      guard value <= best.chiSquared * (1 + 1e-10) else { break }
      (point, residuals, chiSquared) = (trial, next, value)
    }
    (point, residuals, chiSquared) = best
    if settings.recordsTrail, trail.last != point { trail.append(point) }
  }

  private func scaledLength(_ vector: [Double]) -> Double {
    zip(scale, vector).reduce(0) { $0 + ($1.0 * $1.1) * ($1.0 * $1.1) }.squareRoot()
  }

  private func clamped(_ values: [Double]) -> [Double] {
    values.indices.map { min(max(values[$0], lower[$0]), upper[$0]) }
  }

  /// The step as far as the bounds let it.
  private func clipped(_ step: [Double]) -> [Double] {
    step.indices.map {
      let value = point[$0] + step[$0]
      if value < lower[$0] { return lower[$0] - point[$0] }
      return value > upper[$0] ? upper[$0] - point[$0] : step[$0]
    }
  }
}
