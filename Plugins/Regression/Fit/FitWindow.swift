import Plotting

/// The parts of the plane that show measurements.
enum FitWindow {
  /// The hull of numbers with a margin; it begins at 0 where the numbers begin near there.
  static func range(_ numbers: [Double], margin: Double) -> ClosedRange<Double> {
    guard let low = numbers.min(), let high = numbers.max(), low.isFinite, high.isFinite else {
      return 0...1
    }
    let extent = high - low
    guard extent.isFinite, extent > 1e-9 * max(abs(low), abs(high)), extent > 1e-300 else {
      let half = max(abs(low) / 4, 1e-3).rounded(toDigits: 3)
      return (low - half)...(low + half)
    }
    var from = low - margin * extent
    if low >= 0, low < 0.15 * extent { from = 0 }
    var to = high + margin * extent
    if high <= 0, high > -0.15 * extent { to = 0 }
    return from...to
  }

  /// A range about 0 that is as wide on both sides.
  static func symmetric(_ numbers: [Double], least: Double) -> ClosedRange<Double> {
    let greatest = numbers.reduce(least) { $1.isFinite ? max($0, abs($1)) : $0 }
    let half = greatest > 0 ? 1.2 * greatest : 1
    return -half...half
  }
}
