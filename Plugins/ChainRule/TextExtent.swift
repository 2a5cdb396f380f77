import Plotting

/// About how much room a text takes, before a family of type is chosen.
///
/// Widths of the built-in families rounded up: a label that is given this room has it in each of
/// them. Fractions, sums and matrices are not for labels.
enum TextExtent {
  /// The extent of TeX or plain text at a size, in u.
  static func of(_ text: String, size: Double) -> Point {
    var width = 0.0
    var scale = 1.0
    var depth: [Double] = []
    var isScript = false
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "$": continue
      case "\\":
        let name = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(max(name.count, 1))
        width += scale * self.width(ofCommand: String(name))
      case "^", "_": isScript = true
      case "{":
        depth.append(scale)
        if isScript { scale *= 0.75 }
        isScript = false
      case "}": scale = depth.popLast() ?? 1
      default:
        width += (isScript ? 0.75 : 1) * scale * self.width(of: character)
        isScript = false
      }
    }
    return Point(width * size, 1.1 * size)
  }

  private static func width(ofCommand name: String) -> Double {
    switch name {
    case "", "left", "right", "operatorname", "mathrm", "frac": 0.18
    case "times", "div", "le", "ge", "approx": 1.05
    case "cdot": 0.5
    case "sqrt": 0.85
    case "pi", "sigma", "infty", "alpha", "beta", "gamma", "theta", "lambda", "mu", "partial":
      0.66
    case "sin", "cos", "tan", "exp", "log", "min", "max", "sinh", "cosh", "tanh", "ln":
      0.58 * Double(name.count) + 0.12
    default: 0.66
    }
  }

  private static func width(of character: Character) -> Double {
    switch character {
    case "0"..."9": 0.59
    case ".", ",", "·", "|": 0.3
    case "(", ")", "[", "]", " ": 0.34
    case "+", "-", "=", "<", ">", "−": 1
    case "m", "w", "M", "W": 0.88
    case "i", "j", "l", "t", "f", "r": 0.42
    default: 0.6
    }
  }
}
