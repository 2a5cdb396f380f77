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
  case text(String, WordFace)
  /// A part in another alphabet.
  case alphabet(MathAlphabet, FormulaNode)
  /// Parts in a colour; to their neighbours they are as if without.
  case painted(TextPaint, [FormulaNode])
  /// All that follows in the group is in this colour.
  case paintSwitch(TextPaint)
  /// All that follows in the group has this size.
  case sizeSwitch(MathStyle.Level)
  /// A space in eighteenths of an em.
  case space(Double)
  /// A numerator over a denominator; without a line it is a stack, as in a binomial.
  case fraction(FormulaNode, FormulaNode, FractionStyle, hasLine: Bool)
  /// A root, perhaps with its degree.
  case radical(FormulaNode, degree: FormulaNode?)
  /// A base with what stands above and below at its right, or over and under it.
  case scripts(FormulaNode, lower: FormulaNode?, upper: FormulaNode?)
  /// One to four primes, as they stand in a superscript.
  case primes(Int)
  /// A sum, a product, an integral.
  case bigOperator(Unicode.Scalar, LimitsRule)
  /// A part that its neighbours see as of a class, perhaps with limits: `\mathrel`, `\overset`.
  case classed(FormulaNode, AtomClass, LimitsRule)
  /// Parts between delimiters that grow with them, one delimiter more than parts; `nil` shows
  /// nothing.
  case delimited([Unicode.Scalar?], [FormulaNode])
  /// A delimiter of a size that was asked for.
  case bigDelimiter(Unicode.Scalar?, ems: Double, AtomClass)
  /// A mark over a part.
  case accent(Unicode.Scalar, FormulaNode, AccentWidth)
  /// A line over or under a part.
  case line(LineSide, FormulaNode)
  /// A brace over or under a part; its scripts are its label.
  case brace(LineSide, Unicode.Scalar, FormulaNode)
  /// An arrow as wide as what stands over and under it.
  case arrow(Unicode.Scalar, over: FormulaNode, under: FormulaNode?)
  /// A sign with a stroke through it.
  case negated(FormulaNode)
  /// The room of a part that is not shown.
  case phantom(FormulaNode, isWide: Bool, isTall: Bool)
  /// A part in a frame.
  case framed(FormulaNode)
  /// Rows of cells: a matrix, cases, aligned equations.
  case table(FormulaTable)
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

/// How wide a mark over a part is.
enum AccentWidth: Hashable {
  /// As wide as over a letter.
  case plain
  /// At most as wide as the part: a wide hat.
  case atMost
  /// At least as wide as the part: an arrow over all of it.
  case atLeast
}

/// Where a line runs along a part.
enum LineSide: Hashable {
  case over, under
}

/// The face of words in a formula.
enum WordFace: Hashable {
  case plain, bold, italic
}

extension FormulaNode {
  /// What the part is to its neighbours; a space is nothing to them.
  var atomClass: AtomClass? {
    switch self {
    case .symbol(_, let atomClass), .bigDelimiter(_, _, let atomClass),
      .classed(_, let atomClass, _):
      atomClass
    case .functionName, .bigOperator: .largeOperator
    case .scripts(let base, _, _), .negated(let base): base.atomClass
    case .painted(_, let parts): parts.count == 1 ? parts[0].atomClass : .ordinary
    case .delimited: .inner
    case .arrow: .relation
    case .space, .paintSwitch, .sizeSwitch: nil
    case .alphabet(_, let content), .phantom(let content, _, _): content.atomClass
    // LaTeX braces a fraction too: as an Inner atom it would push commas away.
    case .group, .number, .upright, .text, .fraction, .radical, .primes, .accent, .line, .brace,
      .framed, .table:
      .ordinary
    }
  }

  /// Where the limits of the part stand: only operators have any.
  var limitsRule: LimitsRule {
    switch self {
    case .functionName(_, let rule), .bigOperator(_, let rule), .classed(_, _, let rule): rule
    case .brace: .over
    case .painted(_, let parts): parts.count == 1 ? parts[0].limitsRule : .beside
    default: .beside
    }
  }

  /// The same operator with its limits elsewhere, or `nil` for what is no operator.
  func withLimits(_ rule: LimitsRule) -> FormulaNode? {
    switch self {
    case .functionName(let name, _): .functionName(name, rule)
    case .bigOperator(let sign, _): .bigOperator(sign, rule)
    case .classed(let content, .largeOperator, _): .classed(content, .largeOperator, rule)
    default: nil
    }
  }

  /// Whether the part is a sum, a product or an integral.
  var isBigOperator: Bool {
    switch self {
    case .bigOperator: true
    case .painted(_, let parts): parts.count == 1 && parts[0].isBigOperator
    default: false
    }
  }
}
