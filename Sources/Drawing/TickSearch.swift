import CVector

/// A number on an axis and how it is written.
public struct Tick: Hashable, Sendable {
  /// Where it stands.
  public let value: Double
  /// How it is written: plain text with `$formulas$`.
  public let label: String

  /// The tick at `value`, written as `label`.
  public init(value: Double, label: String) {
    self.value = value
    self.label = label
  }
}

/// The search for the step of an axis, after Talbot, Lin & Hanrahan, "An extension of Wilkinson's
/// algorithm for positioning tick labels on axes" (2010).
///
/// Their scores for simplicity, coverage and density are kept with their weights. All ticks are
/// multiples of their step and lie in the window, so that both axes of a map share their numbers;
/// whether labels fit is settled where they are measured, by asking for fewer. With the phase
/// fixed there are few candidates, and all of them are tried.
enum TickSearch {
  /// The mantissas from the nicest, as in the paper.
  private static let mantissas = [(10, 1), (50, 5), (20, 2), (25, 25), (40, 4), (30, 3)]

  /// The best step for about `count` ticks in `range`; `nil` where the range has no extent.
  static func step(in range: ClosedRange<Double>, about count: Int) -> RoundStep? {
    let (low, high) = (range.lowerBound, range.upperBound)
    let span = high - low
    guard low.isFinite, high.isFinite, span.isFinite, span > 1e-305 else { return nil }
    let power = Int(log10(span / Double(max(count, 1))).rounded(.down))
    var best: (score: Double, step: RoundStep)?
    for exponent in (power - 1)...(power + 1) {
      for (rank, mantissa) in mantissas.enumerated() {
        let step = RoundStep(
          mantissa: mantissa.1, exponent: mantissa.1 == 25 ? exponent - 1 : exponent)
        guard let found = step.multiples(in: range) else { continue }
        let score = score(of: step, rank: rank, found: found, in: range, about: count)
        if score > best?.score ?? -.infinity { best = (score, step) }
      }
    }
    return best?.step
  }

  private static func score(
    of step: RoundStep, rank: Int, found: ClosedRange<Int>, in range: ClosedRange<Double>,
    about count: Int
  ) -> Double {
    let span = range.upperBound - range.lowerBound
    let first = step.multiple(found.lowerBound)
    let last = step.multiple(found.upperBound)
    let zero = found.contains(0) ? 1.0 : 0.0
    let simplicity = 1 - Double(rank) / Double(mantissas.count - 1) + zero
    let high = (range.upperBound - last) / span
    let low = (range.lowerBound - first) / span
    let coverage = 1 - 0.5 * (high * high + low * low) / 0.01
    let wanted = Double(max(count, 2) - 1)
    let made = Double(found.count - 1)
    let ratio = max(made, 0.5) / wanted
    let density = 2 - max(ratio, 1 / ratio)
    return 0.25 * simplicity + 0.2 * coverage + 0.5 * density
  }
}
