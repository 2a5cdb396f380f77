/// A function of the language, by its canonical name.
public enum Function: UInt8, Hashable, Sendable, CaseIterable {
  case sin, cos, tan, cot, sec, csc
  case asin, acos, atan, acot, asec, acsc
  case sinh, cosh, tanh, coth, sech, csch
  case asinh, acosh, atanh, acoth, asech, acsch
  case sinc, exp, ln, log10, log2, sqrt, cbrt
  case abs, sign, floor, ceil, round
  case erf, erfc, gamma, lgamma, digamma
  case sigmoid, softplus, relu, step
  case min, max, mod, hypot, atan2, polygamma
  /// jₙ(u)/uⁿ and ∫₀¹ θⁿ e^(θt) dθ: made by searches, not part of the language.
  case besselQuotient, exponentialMean

  /// How many arguments it takes; `min` and `max` take two or more.
  public var arity: ClosedRange<Int> {
    switch self {
    case .min, .max: 2...Int.max
    case .mod, .hypot, .atan2, .polygamma, .besselQuotient, .exponentialMean: 2...2
    default: 1...1
    }
  }

  /// The canonical name.
  public var name: String { "\(self)" }

  /// Whether a lecturer can type it.
  public var isTyped: Bool { self != .besselQuotient && self != .exponentialMean }

  /// Whether it is defined, finite and continuous wherever its argument is.
  ///
  /// Only such functions may be multiplied by zero and vanish.
  var isTotal: Bool {
    switch self {
    case .sin, .cos, .atan, .acot, .sinh, .cosh, .tanh, .sech, .asinh, .sinc, .exp, .cbrt, .abs,
      .erf, .erfc, .sigmoid, .softplus, .relu, .min, .max, .hypot, .besselQuotient,
      .exponentialMean:
      true
    default: false
    }
  }
}

/// The names of the language: what a lecturer may type.
public enum Language {
  /// All spellings of functions, in lower case, with the function each stands for.
  ///
  /// `log` is the natural logarithm, as in mathematics, Mathematica, sympy and numpy.
  static let functions: [String: Function] = {
    var table: [String: Function] = [:]
    for function in Function.allCases where function.isTyped { table[function.name] = function }
    table["log"] = .ln
    table["heaviside"] = .step
    table["sgn"] = .sign
    table["ceiling"] = .ceil
    table["cosec"] = .csc
    table["ctg"] = .cot
    table["tg"] = .tan
    table["logistic"] = .sigmoid
    let circular: [(String, Function)] = [
      ("sin", .asin), ("cos", .acos), ("tan", .atan), ("cot", .acot), ("sec", .asec),
      ("csc", .acsc),
    ]
    for (name, inverse) in circular { table["arc" + name] = inverse }
    let hyperbolic: [(String, Function)] = [
      ("sinh", .asinh), ("cosh", .acosh), ("tanh", .atanh), ("coth", .acoth), ("sech", .asech),
      ("csch", .acsch),
    ]
    for (name, inverse) in hyperbolic {
      table["ar" + name] = inverse
      table["arc" + name] = inverse
    }
    return table
  }()

  static let constants: [String: Constant] = [
    "pi": .pi, "π": .pi, "e": .e, "tau": .tau, "τ": .tau,
  ]

  /// Words with a syntax of their own.
  static let keywords: Set<String> = ["if", "sum"]

  /// All names of functions, sorted.
  public static let functionNames: [String] = (Array(functions.keys) + Array(keywords)).sorted()

  /// The spellings of each function, its canonical name first, sorted by it.
  public static let functionSpellings: [[String]] = {
    let typed = Dictionary(grouping: functions.keys) { functions[$0]?.name ?? $0 }
    let own = typed.map { name, all in [name] + all.filter { $0 != name }.sorted() }
    return (own + keywords.map { [$0] }).sorted { $0[0] < $1[0] }
  }()

  /// All names of constants, sorted.
  public static let constantNames: [String] = constants.keys.sorted()

  /// Whether a name belongs to the language, so that it cannot name a variable.
  public static func isReserved(_ name: String) -> Bool {
    functions[name] != nil || constants[name] != nil || keywords.contains(name)
  }

  /// Whether a text can name a variable: a letter, then letters, digits and underscores.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, Lexer.isLetter(first) else { return false }
    return text.unicodeScalars.allSatisfy(Lexer.isNamePart)
  }
}

/// A constant of the language.
public enum Constant: UInt8, Hashable, Sendable {
  case pi, e, tau

  /// The nearest double.
  public var value: Double {
    switch self {
    case .pi: Double.pi
    case .e: 2.718281828459045
    case .tau: 2 * Double.pi
    }
  }
}
