import Plotting

/// How a column is divided into bins: so many, or so wide.
public enum BinRule: Hashable, Sendable {
  /// So many of equal width from the least value to the greatest.
  case count(Int)
  /// So wide, with edges at multiples of the width.
  case width(Double)
}

extension BinRule: ParameterValue {
  private static let wanted =
    "a whole number of bins from 1 to \(HistogramBins.limit), or a width with a point, as in 2.5"

  /// A whole number is a count; a number with a point, a fraction or `width=W` is a width.
  public init(parameterText text: String) throws(ParameterError) {
    let sides = text.pieces(at: "=")
    let isWidth = sides.count == 2 && sides[0] == "width"
    if sides.count == 1, let count = Int(text) {
      guard (1...HistogramBins.limit).contains(count) else {
        throw ParameterError(wanted: Self.wanted)
      }
      self = .count(count)
      return
    }
    guard sides.count == 1 || isWidth, let last = sides.last,
      let width = try? Double(parameterText: last), width > 0
    else { throw ParameterError(wanted: Self.wanted) }
    self = .width(width)
  }

  /// The count, or the width so that it reads as one.
  public var parameterText: String {
    switch self {
    case .count(let count): String(count)
    case .width(let width):
      width == width.rounded() ? "width=\(width.parameterText)" : width.parameterText
    }
  }

  /// The case with its number.
  public var swiftText: String? {
    switch self {
    case .count(let count): ".count(\(count))"
    case .width(let width): ".width(\(width.parameterText))"
    }
  }

  /// The placeholder of a rule.
  public static var placeholder: String { "N|WIDTH" }
}
