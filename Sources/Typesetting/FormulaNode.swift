/// A formula as a tree: what the parser read, before any font is known.
indirect enum FormulaNode: Hashable {
  /// Several parts side by side.
  case group([FormulaNode])
  /// A letter or a sign.
  case symbol(Unicode.Scalar, AtomClass)
  /// A number in digits: one piece, so that its digits are kerned.
  case number(String)
  /// Upright letters with a meaning of their own: `sin`, `lim`.
  case functionName(String, LimitsRule)
  /// Upright letters as a variable: the `d` of dx, `max`.
  case upright(String)
  /// Words.
  case text(String)
  /// A part in another alphabet.
  case alphabet(MathAlphabet, FormulaNode)
  /// A space in eighteenths of an em.
  case space(Double)
  /// A numerator over a denominator.
  case fraction(FormulaNode, FormulaNode, FractionStyle)
  /// A root, perhaps with its degree.
  case radical(FormulaNode, degree: FormulaNode?)
  /// A base with what stands above and below at its right, or over and under it.
  case scripts(FormulaNode, lower: FormulaNode?, upper: FormulaNode?)
  /// One to four primes, as they stand in a superscript.
  case primes(Int)
  /// A sum, a product, an integral.
  case bigOperator(Unicode.Scalar, LimitsRule)
  /// A part between delimiters that grow with it; `nil` shows nothing.
  case delimited(Unicode.Scalar?, FormulaNode, Unicode.Scalar?)
  /// A delimiter of a size that was asked for.
  case bigDelimiter(Unicode.Scalar?, ems: Double, AtomClass)
  /// A mark over a part.
  case accent(Unicode.Scalar, FormulaNode, isWide: Bool)
  /// A line over or under a part.
  case line(LineSide, FormulaNode)
}

/// Where the limits of an operator stand.
enum LimitsRule: Hashable {
  /// At its right, as scripts.
  case beside
  /// Over and under it in a displayed formula, at its right in a line of text.
  case overInDisplay
  /// Over and under it.
  case over
}

/// How large a fraction is.
enum FractionStyle: Hashable {
  /// As its surroundings want it.
  case automatic
  /// As in a displayed formula.
  case display
  /// As in a line of text.
  case inline
}

/// Where a line runs along a part.
enum LineSide: Hashable {
  case over, under
}

extension FormulaNode {
  /// What the part is to its neighbours; a space is nothing to them.
  var atomClass: AtomClass? {
    switch self {
    case .symbol(_, let atomClass), .bigDelimiter(_, _, let atomClass): atomClass
    case .functionName, .bigOperator: .largeOperator
    case .scripts(let base, _, _): base.atomClass
    case .delimited: .inner
    case .space: nil
    case .alphabet(_, let content): content.atomClass
    // LaTeX braces a fraction too: as an Inner atom it would push commas away.
    case .group, .number, .upright, .text, .fraction, .radical, .primes, .accent, .line: .ordinary
    }
  }

  /// Where the limits of the part stand: only operators have any.
  var limitsRule: LimitsRule {
    switch self {
    case .functionName(_, let rule), .bigOperator(_, let rule): rule
    default: .beside
    }
  }

  /// The same operator with its limits elsewhere, or `nil` for what is no operator.
  func withLimits(_ rule: LimitsRule) -> FormulaNode? {
    switch self {
    case .functionName(let name, _): .functionName(name, rule)
    case .bigOperator(let sign, _): .bigOperator(sign, rule)
    default: nil
    }
  }
}
