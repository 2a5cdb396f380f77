import CVector

/// A constant and a sum of sines and cosines of one variable: c + Σ aₖ sin(ωₖ x + φₖ) + ….
///
/// A partial sum of a Fourier series is one, and so are its derivatives. All sines are computed at once
/// by vector kernels, and as the n-th derivative is at most Σ |aₖ| ωₖⁿ anywhere, a Taylor form about
/// the middle encloses the sum on an interval of a few wave lengths far better than a sum of
/// enclosures does, at the price of one evaluation. Promise of the enclosures: that of `Interval`,
/// rounding of the sums and of the coefficients included.
struct WaveSum: Sendable {
  /// A wave of the sum.
  struct Wave {
    var amplitude: Interval
    var frequency: Interval
    var phase: Interval
    var isSine: Bool

    /// Whether its numbers are defined without doubt.
    var isSure: Bool { amplitude.isContinuous && frequency.isContinuous && phase.isContinuous }
  }

  let constant: Interval
  /// The number of waves.
  let count: Int
  private let amplitudes: [Double]
  private let frequencies: [Double]
  private let phases: [Double]
  private let sines: Int
  private let greatestFrequency: Double
  /// Σ |a| ωⁿ for each order n, rounded up.
  private let sizes: [Double]
  /// How far amplitudes and frequencies may be off, as parts of themselves.
  private let slackOfAmplitude: Double
  private let slackOfFrequency: Double
  /// How far phases may be off.
  private let slackOfPhase: Double

  private static let greatestOrder = 16
  /// Beyond so many radians of the fastest wave to either side its Taylor form says nothing.
  private static let reach = 3.0
  /// A remainder of this part of the sum's size is small enough.
  private static let smallness = 1e-4
  private static let ulp = 0x1p-52

  /// The sum of some waves, or `nil` where a number in it is not finite.
  init?(_ waves: [Wave], constant: Interval) {
    let ordered = waves.filter(\.isSine) + waves.filter { !$0.isSine }
    // sin(−ωx + φ) = −sin(ωx − φ), cos(−ωx + φ) = cos(ωx − φ).
    let turned = ordered.map { wave -> Wave in
      guard wave.frequency.upper < 0 else { return wave }
      return Wave(
        amplitude: wave.isSine ? -wave.amplitude : wave.amplitude, frequency: -wave.frequency,
        phase: -wave.phase, isSine: wave.isSine)
    }
    self.constant = constant
    count = waves.count
    sines = waves.count { $0.isSine }
    amplitudes = turned.map(\.amplitude.middle)
    frequencies = turned.map(\.frequency.middle)
    phases = turned.map(\.phase.middle)
    greatestFrequency = frequencies.max() ?? 0
    sizes = (0...Self.greatestOrder + 1).map { order in
      let size = turned.reduce(0.0) { sum, wave in
        let greatest = max(abs(wave.amplitude.lower), abs(wave.amplitude.upper))
        return sum + greatest * Powers.whole(wave.frequency.upper, Int32(order))
      }
      return size * (1 + 1e-9)
    }
    slackOfAmplitude = turned.map { $0.amplitude.width / abs($0.amplitude.middle) }.max() ?? 0
    slackOfFrequency = turned.map { $0.frequency.width / $0.frequency.middle }.max() ?? 0
    slackOfPhase =
      turned.map { $0.phase.width + 4 * Self.ulp * abs($0.phase.middle) }.max() ?? 0
    let slack = slackOfAmplitude + slackOfFrequency + slackOfPhase
    guard slack < 1e-6, sizes[0].isFinite, sizes[1].isFinite, constant.isContinuous,
      constant.width.isFinite, turned.allSatisfy({ $0.frequency.lower > 0 && $0.isSure })
    else { return nil }
  }

  // MARK: Values

  /// The sum at a place.
  func value(_ x: Double) -> Double {
    var value = 0.0
    withWaves { cv_wave_derivatives(&value, 1, $0, x) }
    return value + constant.middle
  }

  /// All values of the sum on an interval.
  func enclosure(_ x: Interval) -> Interval {
    if x.isEmpty { return .empty }
    if x.lower == 0 && x.upper == 0 { return valueAtZero.marked(as: x) }
    guard let form = taylorForm(x, orders: 0) else { return range(x, isSlope: false).marked(as: x) }
    return form.range(0).marked(as: x)
  }

  /// All values and all slopes on an interval, and the value in its middle.
  func jet(_ x: Interval) -> (value: Interval, slope: Interval, middle: Interval) {
    if x.isEmpty { return (.empty, .empty, .empty) }
    guard let form = taylorForm(x, orders: 1) else {
      return (
        range(x, isSlope: false).marked(as: x), range(x, isSlope: true).marked(as: x),
        enclosure(Interval(x.middle))
      )
    }
    return (
      form.range(0).marked(as: x), form.range(1).marked(as: x),
      x.middle == 0 ? valueAtZero : form.middle
    )
  }

  /// The sum at 0, where a sine of no phase is exactly 0.
  private var valueAtZero: Interval {
    (0..<count).reduce(constant) { sum, index in
      let phase = Interval(phases[index] - slackOfPhase, phases[index] + slackOfPhase)
      let isExact = phases[index] == 0 && slackOfPhase == 0
      let wave = (index < sines ? Function.sin : .cos).interval(isExact ? Interval(0) : phase)
      let spread = abs(amplitudes[index]) * slackOfAmplitude
      return sum + wave
        * Interval(amplitudes[index] - spread, amplitudes[index] + spread)
    }
  }

  // MARK: Enclosures

  /// The sum of the ranges of all waves, or of their slopes.
  private func range(_ x: Interval, isSlope: Bool) -> Interval {
    let size = sizes[isSlope ? 1 : 0]
    let far = max(abs(x.lower), abs(x.upper))
    let slack = slackOfArgument(far) + 16 * Self.ulp
    guard slack < 1 else { return Interval(-size, size) + (isSlope ? Interval(0) : constant) }
    var (lower, upper) = (0.0, 0.0)
    withWaves {
      cv_wave_range(&lower, &upper, $0, isSlope ? 1 : 0, x.lower, x.upper, slack)
    }
    let error = size * (roundingError + slackOfAmplitude + slackOfFrequency)
    let sum = Interval((lower - error).nextDown, (upper + error).nextUp)
    return isSlope ? sum : sum + constant
  }

  /// The Taylor form on an interval, for so many derivatives; `nil` where it would say nothing.
  private func taylorForm(_ x: Interval, orders: Int) -> TaylorForm? {
    let middle = x.middle
    let radius = x.width == 0 ? 0 : max(x.upper - middle, middle - x.lower).nextUp
    guard radius * greatestFrequency <= Self.reach else { return nil }
    let slack = slackOfArgument(abs(middle)) + 16 * Self.ulp
    guard slack < 1e-3 else { return nil }
    var order = 1
    var power = radius
    while order < Self.greatestOrder,
      !(sizes[order + orders] * power <= Self.smallness * sizes[orders])
    {
      order += 1
      power *= radius / Double(order)
    }
    var derivatives = Array(repeating: 0.0, count: order + orders)
    let wanted = derivatives.count
    withWaves { cv_wave_derivatives(&derivatives, wanted, $0, middle) }
    let errors = derivatives.indices.map { n in
      sizes[n]
        * (slack + slackOfAmplitude + Double(n) * (slackOfFrequency + 4 * Self.ulp)
          + roundingError)
    }
    return TaylorForm(
      derivatives: derivatives, errors: errors, sizes: sizes, order: order, radius: radius,
      constant: constant)
  }

  /// How far the argument of a wave may be off.
  private func slackOfArgument(_ x: Double) -> Double {
    greatestFrequency * x * (slackOfFrequency + 8 * Self.ulp) + slackOfPhase
  }

  /// How far sums and sines may be off, as a part of the sum of sizes.
  private var roundingError: Double { Double(count + 32) * Self.ulp }

  private func withWaves(_ body: (cv_waves) -> Void) {
    amplitudes.withUnsafeBufferPointer { amplitudes in
      frequencies.withUnsafeBufferPointer { frequencies in
        phases.withUnsafeBufferPointer { phases in
          body(
            cv_waves(
              amplitudes: amplitudes.baseAddress, frequencies: frequencies.baseAddress,
              phases: phases.baseAddress, sines: sines, count: count))
        }
      }
    }
  }
}

extension WaveSum {
  /// The derivatives in the middle of an interval, with bounds of what they leave open.
  private struct TaylorForm {
    let derivatives: [Double]
    let errors: [Double]
    let sizes: [Double]
    let order: Int
    let radius: Double
    let constant: Interval

    /// The value in the middle.
    var middle: Interval {
      Interval((derivatives[0] - errors[0]).nextDown, (derivatives[0] + errors[0]).nextUp)
        + constant
    }

    /// All values of the n-th derivative: Σ f⁽ⁿ⁺ʲ⁾(m) [−r, r]ʲ/j! and the remainder.
    func range(_ n: Int) -> Interval {
      var (lower, upper) = (derivatives[n] - errors[n], derivatives[n] + errors[n])
      var size = abs(derivatives[n]) + errors[n]
      var power = 1.0
      for j in 1..<max(order, 1) {
        power *= radius / Double(j)
        let (term, error) = (derivatives[n + j] * power, errors[n + j] * power)
        // Even powers of the offset are not negative.
        lower += min(j % 2 == 0 ? min(term, 0) : -abs(term), 0) - error
        upper += max(j % 2 == 0 ? max(term, 0) : abs(term), 0) + error
        size += abs(term) + error
      }
      if radius > 0 {
        let rest = sizes[n + order] * power * radius / Double(order)
        lower -= rest
        upper += rest
        size += rest
      }
      let rounding = 64 * 0x1p-53 * size
      let sum = Interval(
        max(lower - rounding, -sizes[n]).nextDown, min(upper + rounding, sizes[n]).nextUp)
      return n == 0 ? sum + constant : sum
    }
  }
}
