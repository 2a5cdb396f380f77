/// Reads a subset of TeX's mathematics into a tree, by recursive descent.
///
/// Every recursion is through a brace or a command and goes through `nested`, so that hostile
/// input ends in an error with a place and never in a stack overflow.
struct FormulaParser {
  /// The source, with its places.
  let source: ArraySlice<Unicode.Scalar>
  /// The colours that have names.
  let palette: TextPalette
  /// Where the next character stands.
  var index: Int
  private var depth = 0

  /// The most groups inside one another.
  static let deepestNesting = 200

  /// A parser at the start of a source.
  init(_ source: ArraySlice<Unicode.Scalar>, palette: TextPalette = .standard) {
    self.source = source
    self.palette = palette
    index = source.startIndex
  }

  /// The tree of the whole source.
  static func parse(
    _ source: ArraySlice<Unicode.Scalar>, palette: TextPalette = .standard
  ) throws(TypesettingError) -> FormulaNode {
    var parser = FormulaParser(source, palette: palette)
    let parts = try parser.parts()
    if parser.peek != nil { throw parser.strayEnd() }
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
    if isASCII { return value <= 0x20 || value == 0x7F }
    return properties.isWhitespace || properties.generalCategory == .control
  }
}

// MARK: Lists

extension FormulaParser {
  /// The parts up to what ends a list, which stays unread: the end of the source, a closing brace,
  /// `&`, `\\`, `\right`, `\middle`, `\end`.
  ///
  /// With `closing`, that character ends the list as well.
  mutating func parts(
    closing: Unicode.Scalar? = nil
  ) throws(TypesettingError) -> [FormulaNode] {
    var parts: [FormulaNode] = []
    while true {
      skipBlanks()
      guard let next = peek, next != "}", next != "&", next != closing else { return parts }
      if next == "^" || next == "_" || next == "'" {
        parts.append(try scripts(on: .group([])))
        continue
      }
      switch next == "\\" ? knownCommand : nil {
      case .right?, .middle?, .end?, .newRow?: return parts
      case .limits(let rule)?: parts.append(try limits(rule, on: parts.popLast()))
      case .colourSwitch?, .size?: parts.append(try atom())
      default: parts.append(try scripts(on: try atom()))
      }
    }
  }

  /// A group after its opening brace stands next.
  mutating func braced() throws(TypesettingError) -> FormulaNode {
    let start = index
    index += 1
    let parts = try parts()
    guard peek == "}" else {
      if peek != nil { throw strayEnd() }
      throw TypesettingError(.missingClosingBrace(openedAt: start), at: index)
    }
    index += 1
    return .group(parts)
  }

  /// The command that stands next, where it is known.
  private var knownCommand: FormulaCommand? {
    commandName(at: index).flatMap(FormulaCommand.named)
  }

  /// What is wrong with the end of a list that stands next and ends nothing.
  func strayEnd() -> TypesettingError {
    let kind: TypesettingError.Kind =
      switch knownCommand {
      case .right: .unexpectedRight
      case .middle: .unexpectedMiddle
      case .end: .unexpectedEnd
      case .newRow: .unexpectedNewRow
      default:
        switch peek {
        case "}": .unexpectedClosingBrace
        case let next?: .unexpectedCharacter(next)
        case nil: .missingCommandName
        }
      }
    return TypesettingError(kind, at: index)
  }

  private mutating func limits(
    _ rule: LimitsRule, on base: FormulaNode?
  ) throws(TypesettingError) -> FormulaNode {
    let start = index
    let name = commandName(at: index) ?? ""
    index += name.unicodeScalars.count + 1
    guard let base = base?.withLimits(rule) else {
      throw TypesettingError(.misplacedLimits("\\" + name), at: start)
    }
    return try scripts(on: base)
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
    guard let next = peek, !"}^_'&".unicodeScalars.contains(next) else {
      throw TypesettingError(kind, at: index)
    }
    if next.isDigit {
      index += 1
      return .number(String(next))
    }
    switch next == "\\" ? knownCommand : nil {
    case .right?, .middle?, .end?, .newRow?, .limits?, .colourSwitch?, .size?:
      throw TypesettingError(kind, at: index)
    default: return try atom()
    }
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
