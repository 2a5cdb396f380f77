import Drawing

/// How a user wants the numbers of linear axes to be counted.
public enum TickChoice: String, ParameterValue, CaseIterable {
  /// In multiples of π where the window or the function asks for it.
  case auto
  /// In multiples of π.
  case pi
  /// In decimals.
  case decimal

  /// The placeholder of a choice.
  public static var placeholder: String { "T" }
}

extension Setting {
  /// How the numbers of an axis are counted: as the user says, else in multiples of π where the
  /// ends of the window are multiples of π/6, or where a function turns with the variable at least
  /// once in the window.
  public func scale(
    of range: ClosedRange<Double>, for functions: [Expression] = [], in variable: String = "x"
  ) -> AxisScale {
    switch ticks {
    case .pi: return .pi
    case .decimal: return .linear
    case .auto: break
    }
    let turn = 2 * Double.pi
    if [range.lowerBound, range.upperBound].allSatisfy(Self.isMultipleOfPi) { return .pi }
    guard range.upperBound - range.lowerBound >= turn,
      range.upperBound - range.lowerBound <= 20 * turn,
      max(abs(range.lowerBound), abs(range.upperBound)) <= 100 * turn
    else { return .linear }
    return functions.contains { $0.turns(with: variable) } ? .pi : .linear
  }

  /// Whether a number is zero or was meant as a multiple of π/6; one end at least is not zero.
  private static func isMultipleOfPi(_ value: Double) -> Bool {
    let count = value / (Double.pi / 6)
    return abs(count - count.rounded()) <= 1e-12 * max(abs(count), 1)
  }
}
