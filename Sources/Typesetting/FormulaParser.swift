/// Reads a subset of TeX's mathematics into a tree, by recursive descent.
///
/// Every recursion is through a brace or a command and goes through `nested`, so that hostile input ends in an error with a place and
/// never in a stack overflow.
struct FormulaParser {
  /// The source, with its places.
  let source: ArraySlice<Unicode.Scalar>
  /// Where the next character stands.
  var index: Int
  private var depth = 0

  /// The most groups inside one another.
  static let deepestNesting = 200

  /// A parser at the start of a source.
  init(_ source: ArraySlice<Unicode.Scalar>) {
    self.source = source
    index = source.startIndex
  }

  /// The tree of the whole source.
  static func parse(_ source: ArraySlice<Unicode.Scalar>) throws(TypesettingError) -> FormulaNode {
    var parser = FormulaParser(source)
    let parts = try parser.parts()
    // Only a closing brace or a `\right` ends a list before the end of the source.
    if parser.peek == "}" { throw TypesettingError(.unexpectedClosingBrace, at: parser.index) }
    if parser.peek != nil { throw TypesettingError(.unexpectedRight, at: parser.index) }
    return .group(parts)
  }

  /// The next character, blanks included.
  var peek: Unicode.Scalar? { index < source.endIndex ? source[index] : nil }

  mutating func skipBlanks() {
    while let next = peek, next.isBlank { index += 1 }
  }

  /// Goes one level deeper for what `read` reads.
  mutating func nested<Result>(
    _ read: (inout FormulaParser) throws(TypesettingError) -> Result
  ) throws(TypesettingError) -> Result {
    depth += 1
    defer { depth -= 1 }
    if depth > FormulaParser.deepestNesting {
      throw TypesettingError(.tooDeep(limit: FormulaParser.deepestNesting), at: index)
    }
    return try read(&self)
  }
}

extension Unicode.Scalar {
  /// Whether the character says nothing in a formula: a blank, a line break, another control.
  fileprivate var isBlank: Bool {
    properties.isWhitespace || properties.generalCategory == .control
  }
}

// MARK: Lists

extension FormulaParser {
  /// The parts up to the end, a closing brace or a `\right`, which stay unread.
  ///
  /// With `closing`, that character ends the list as well.
  mutating func parts(
    closing: Unicode.Scalar? = nil
  ) throws(TypesettingError) -> [FormulaNode] {
    var parts: [FormulaNode] = []
    while true {
      skipBlanks()
      guard let next = peek, next != "}", next != closing, !isAtRight else { return parts }
      if next == "^" || next == "_" || next == "'" {
        parts.append(try scripts(on: .group([])))
      } else if let limits = limitsCommand {
        let start = index
        index += limits.name.unicodeScalars.count + 1
        guard let base = parts.popLast()?.withLimits(limits.rule) else {
          throw TypesettingError(.misplacedLimits("\\" + limits.name), at: start)
        }
        parts.append(try scripts(on: base))
      } else {
        parts.append(try scripts(on: try atom()))
      }
    }
  }

  /// A group after its opening brace stands next.
  mutating func braced() throws(TypesettingError) -> FormulaNode {
    let start = index
    index += 1
    let parts = try parts()
    guard peek == "}" else {
      if isAtRight { throw TypesettingError(.unexpectedRight, at: index) }
      throw TypesettingError(.missingClosingBrace(openedAt: start), at: index)
    }
    index += 1
    return .group(parts)
  }

  /// Whether a `\right` stands next.
  private var isAtRight: Bool { commandName(at: index) == "right" }

  /// The `\limits` or `\nolimits` that stands next.
  private var limitsCommand: (name: String, rule: LimitsRule)? {
    guard let name = commandName(at: index), case .limits(let rule)? = FormulaCommand.named(name)
    else { return nil }
    return (name, rule)
  }
}

// MARK: Atoms

extension FormulaParser {
  /// The atom that stands next: a letter, a number, a sign, a group, a command with its arguments.
  mutating func atom() throws(TypesettingError) -> FormulaNode {
    guard let next = peek else { return .group([]) }
    switch next {
    case "{": return try nested { (parser) throws(TypesettingError) in try parser.braced() }
    case "\\": return try nested { (parser) throws(TypesettingError) in try parser.command() }
    case "&", "#", "$": throw TypesettingError(.unexpectedCharacter(next), at: index)
    case "~":
      index += 1
      return .space(6)
    default: return next.isDigit ? number() : symbol(next)
    }
  }

  /// What follows a command or a script sign: a group, or one character, or a command.
  mutating func argument(
    orThrow kind: TypesettingError.Kind
  ) throws(TypesettingError) -> FormulaNode {
    skipBlanks()
    guard let next = peek, next != "}", next != "^", next != "_", next != "'", !isAtRight,
      limitsCommand == nil
    else { throw TypesettingError(kind, at: index) }
    if next.isDigit {
      index += 1
      return .number(String(next))
    }
    return try atom()
  }

  private mutating func symbol(_ scalar: Unicode.Scalar) -> FormulaNode {
    index += 1
    // A hyphen in a formula is a minus, an asterisk a raised one, as in TeX.
    let shown: Unicode.Scalar = scalar == "-" ? "\u{2212}" : scalar == "*" ? "∗" : scalar
    return .symbol(shown, FormulaSymbols.atomClass(of: shown))
  }

  /// Digits with at most one point between two of them.
  private mutating func number() -> FormulaNode {
    var digits = String.UnicodeScalarView()
    var hasPoint = false
    while let next = peek {
      let isPoint = next == "." && !hasPoint && isDigit(at: index + 1)
      guard next.isDigit || isPoint else { break }
      hasPoint = hasPoint || isPoint
      digits.append(next)
      index += 1
    }
    return .number(String(digits))
  }

  private func isDigit(at index: Int) -> Bool { index < source.endIndex && source[index].isDigit }
}

// MARK: Scripts

extension FormulaParser {
  /// The base with the scripts that follow it, or the base itself where none do.
  mutating func scripts(on base: FormulaNode) throws(TypesettingError) -> FormulaNode {
    var lower: FormulaNode?
    var upper: FormulaNode?
    var primes = 0
    while true {
      skipBlanks()
      let start = index
      switch peek {
      case "^":
        index += 1
        let script = try argument(orThrow: .missingScript(after: "^"))
        if upper != nil { throw TypesettingError(.doubleScript("^"), at: start) }
        upper = script
      case "_":
        index += 1
        let script = try argument(orThrow: .missingScript(after: "_"))
        if lower != nil { throw TypesettingError(.doubleScript("_"), at: start) }
        lower = script
      case "'":
        if upper != nil { throw TypesettingError(.doubleScript("^"), at: start) }
        index += 1
        primes += 1
      default:
        let raised = FormulaParser.raised(primes: primes, upper)
        if raised == nil && lower == nil { return base }
        return .scripts(base, lower: lower, upper: raised)
      }
    }
  }

  /// Primes and what is raised after them.
  private static func raised(primes: Int, _ upper: FormulaNode?) -> FormulaNode? {
    if primes == 0 { return upper }
    return upper.map { .group([.primes(primes), $0]) } ?? .primes(primes)
  }
}
