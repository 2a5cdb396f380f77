extension Wording {
  /// The window: "[−3, 3] × [−3, 3]".
  public static func text(_ window: Box) -> String {
    "[\(text(window.minX)), \(text(window.maxX))] × [\(text(window.minY)), \(text(window.maxY))]"
  }

  /// Levels as a list that stops when the rule is clear: "2, 4, …, 16".
  public static func list(_ levels: [Double], _ write: (Double) -> String) -> String {
    guard levels.count > 5, isEven(levels) || isGeometric(levels) else {
      let shown = levels.prefix(12).map(write).joined(separator: ", ")
      return levels.count > 12 ? shown + ", …" : shown
    }
    return "\(write(levels[0])), \(write(levels[1])), …, \(write(levels[levels.count - 1]))"
  }

  /// How many significant digits tell neighbours apart: six, more where levels in equal steps stand
  /// close together far from zero.
  public static func digits(telling levels: [Double]) -> Int {
    let size = levels.reduce(0) { max($0, abs($1)) }
    let step = levels.count > 1 ? abs(levels[1] - levels[0]) : 0
    guard step > 0, isEven(levels) else { return 6 }
    return min(max(size.decimalExponent - step.decimalExponent + 2, 6), 15)
  }

  /// Whether neighbours have the same distance.
  public static func isEven(_ levels: [Double]) -> Bool {
    guard levels.count > 2 else { return false }
    let step = levels[1] - levels[0]
    return zip(levels, levels.dropFirst()).allSatisfy { abs($1 - $0 - step) <= 1e-9 * abs(step) }
  }

  /// Whether neighbours have the same ratio.
  public static func isGeometric(_ levels: [Double]) -> Bool {
    guard levels.count > 2, levels[0] > 0 else { return false }
    let ratio = levels[1] / levels[0]
    return zip(levels, levels.dropFirst()).allSatisfy { abs($1 / $0 - ratio) <= 1e-9 * ratio }
  }
}
