import CVector
import Calculus

/// Random formulas and numbers, hostile ones among them.
struct RandomInput {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A whole number from 0 up to, not including, a bound.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(bound, 1), using: &generator) }

  mutating func isOnce(in count: Int) -> Bool { below(count) == 0 }

  mutating func uniform(_ lower: Double, _ upper: Double) -> Double {
    lower + (upper - lower) * generator.uniform()
  }

  mutating func element<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  // MARK: Numbers

  private static let hostile: [Double] = [
    0, -0.0, 1, -1, .nan, .infinity, -.infinity, .leastNonzeroMagnitude,
    -.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, 1e-300, 1e300, 1e16, 9_007_199_254_740_992, 1e9, -1e9, .pi, -.pi / 2,
    2_147_483_648, -2_147_483_649, 9.3e18, 0.1, 1e-8, 1.461_632_144_968_362, -171.5, 710, -746,
  ]

  /// A number of a usual size, or one that is none of those.
  mutating func number(hostileOnceIn rarity: Int = 6) -> Double {
    if isOnce(in: rarity) { return element(Self.hostile) }
    switch below(4) {
    case 0: return Double(below(9) - 4)
    case 1: return uniform(-1, 1)
    case 2: return Double(below(33) - 16) / 4
    default: return uniform(-1, 1) * pow(10, uniform(-6, 4))
    }
  }

  /// A finite number.
  mutating func finite(hostileOnceIn rarity: Int = 6) -> Double {
    let value = number(hostileOnceIn: rarity)
    return value.isFinite ? value : 1
  }

  mutating func numbers(_ count: Int, hostileOnceIn rarity: Int = 6) -> [Double] {
    (0..<count).map { _ in number(hostileOnceIn: rarity) }
  }

  /// An interval with finite ends.
  mutating func range(hostileOnceIn rarity: Int = 12) -> ClosedRange<Double> {
    let (a, b) = (finite(hostileOnceIn: rarity), finite(hostileOnceIn: rarity))
    if isOnce(in: 20) { return a...a }
    return min(a, b)...max(a, b)
  }

  // MARK: Formulas

  private static let tame = [
    "sin", "cos", "exp", "tanh", "atan", "abs", "sqrt", "ln", "sinc", "cosh", "erf",
  ]
  private static let unary = Language.functionNames.filter {
    !["if", "sum", "min", "max", "mod", "hypot", "atan2", "polygamma"].contains($0)
  }
  private static let literals = [
    "1", "2", "3", "5", "0", "0.5", "1/3", "10", "0.1", "pi", "e", "1e-3", "7", "100",
  ]
  private static let strange = [
    "1e300", "1e-300", "1e308", "4.9e-324", "123456789.123456789", "1e16", "0.1e-5", "171", "-1e9",
  ]

  /// A formula in some variables; nested up to a depth.
  mutating func formula(in variables: [String], depth: Int, isTame: Bool = false) -> String {
    if depth <= 0 || isOnce(in: 7) {
      if !variables.isEmpty, !isOnce(in: 4) { return element(variables) }
      return !isTame && isOnce(in: 8) ? element(Self.strange) : element(Self.literals)
    }
    let kind = below(isTame ? 9 : 14)
    if kind >= 11 { return rare(in: variables, depth: depth, kind) }
    let a = formula(in: variables, depth: depth - 1, isTame: isTame)
    switch kind {
    case 0, 1, 2, 3, 4, 9:
      let b = formula(in: variables, depth: depth - 1, isTame: isTame)
      let sign = isTame ? element(["+", "-", "*", "*"]) : element(["+", "-", "*", "/", " "])
      return "(\(a))\(sign)(\(b))"
    case 5: return "(\(a))^\(2 + below(3))"
    case 6: return "-(\(a))"
    case 10: return "(\(a))^(\(element(["-1", "1/2", "1/3", "-2", "0.3", "x", "17", "0"])))"
    default: return "\(element(isTame ? Self.tame : Self.unary))(\(a))"
    }
  }

  private mutating func rare(in variables: [String], depth: Int, _ kind: Int) -> String {
    let a = formula(in: variables, depth: depth - 1)
    let b = formula(in: variables, depth: depth - 1)
    switch kind {
    case 11: return "\(element(["min", "max", "mod", "hypot", "atan2"]))(\(a), \(b))"
    case 12:
      let c = formula(in: variables, depth: depth - 2)
      return "if(\(a) \(element(["<", "<=", ">", ">=", "=", "!="])) \(b), \(c), \(a))"
    default:
      let body = formula(in: variables + ["k"], depth: depth - 1)
      return "sum(k, \(below(3)), \(below(6)), \(body))"
    }
  }

  private static let alphabet = Array(
    "xy12.0+-*/^()|,<>=! eπ²√·×÷sincoexplnabsifk_\"'\\{}[]#%\n∞é\u{301}😀")

  /// A formula with something wrong in it, or mere noise.
  mutating func garbage() -> String {
    if isOnce(in: 4) {
      return String((0..<below(30)).map { _ in element(Self.alphabet) })
    }
    var text = Array(formula(in: ["x", "y"], depth: 3))
    for _ in 0...below(3) {
      let place = below(text.count)
      switch below(4) {
      case 0 where !text.isEmpty: text.remove(at: place)
      case 1 where !text.isEmpty: text[place] = element(Self.alphabet)
      case 2: text.insert(contentsOf: text.suffix(below(8)), at: place)
      default: text.insert(element(Self.alphabet), at: place)
      }
    }
    return String(text)
  }
}
