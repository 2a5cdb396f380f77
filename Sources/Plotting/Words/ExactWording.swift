import Calculus
import Geometry

/// Solutions as a textbook writes them: with few digits where those are all, else exactly where a
/// form is proved (√2, 3π/2, 1/e), else with digits.
public enum ExactWording {
  /// A number in TeX.
  public struct Written: Hashable, Sendable {
    /// The number.
    public let tex: String
    /// Whether it is the whole truth; digits may be some of many.
    public let isExact: Bool

    /// The sign before it in an equation.
    public var relation: String { isExact ? "=" : "\\approx" }
  }

  /// A number with its exact form, where one is known.
  public static func written(
    _ value: Double, _ exact: ExactNumber?, digits: Int = 4, onOneLine: Bool = false
  ) -> Written {
    let value = Wording.settled(value, scale: 1 + abs(value))
    if Wording.isShort(value, digits: digits) {
      return Written(tex: Wording.tex(value, digits: digits), isExact: true)
    }
    if let tex = onOneLine ? exact?.lineTeX : exact?.tex { return Written(tex: tex, isExact: true) }
    return Written(tex: Wording.tex(value, digits: digits), isExact: false)
  }

  /// The coordinates of a point, in one style: fractions beside roots, digits beside digits.
  public static func written(
    _ point: [Double], _ exact: [ExactNumber]?, onOneLine: Bool = false
  ) -> [Written] {
    point.indices.map { axis in
      let own = written(point[axis], exact?[axis], onOneLine: onOneLine)
      guard !areShort(point), let number = exact?[axis],
        let tex = onOneLine ? number.lineTeX : number.tex
      else { return own }
      return Written(tex: tex, isExact: true)
    }
  }

  /// A point in TeX at which expressions in x and y are zero.
  public static func place(_ p: Point, of expressions: [Expression]) -> String {
    let numbers = [p.x, p.y]
    let exact = areShort(numbers) ? nil : ExactNumber.solution(near: numbers, of: expressions)
    let tex = written(numbers, exact).map(\.tex)
    return "$(\(tex[0]),\\, \(tex[1]))$"
  }

  private static func areShort(_ point: [Double]) -> Bool {
    point.allSatisfy { Wording.isShort(Wording.settled($0, scale: 1 + abs($0)), digits: 4) }
  }

  /// A place where f has no value, such as a pole.
  public static func singularity(_ x: Double, of f: Expression) -> Written {
    let isShort = Wording.isShort(Wording.settled(x, scale: 1 + abs(x)), digits: 4)
    return written(x, isShort ? nil : ExactNumber.singularity(near: x, of: f))
  }

  /// The column of a table: each number whole or exact on one line, or all as decimals.
  public static func column(
    _ values: [Double], _ exact: [ExactNumber?], else decimals: [String]
  ) -> [String] {
    let all = zip(values, exact).map { written($0, $1, onOneLine: true) }
    let areExact = all.allSatisfy { $0.isExact && $0.tex.count <= longest }
    return areExact ? all.map(\.tex) : decimals
  }

  /// Longer forms leave no room for the other columns, in characters of TeX.
  private static let longest = 22
}
