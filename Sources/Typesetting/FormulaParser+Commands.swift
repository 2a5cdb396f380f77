extension FormulaParser {
  /// The name of the command at a place: letters, or one other character.
  func commandName(at place: Int) -> String? {
    guard place + 1 < source.endIndex, source[place] == "\\" else { return nil }
    let rest = source[(place + 1)...]
    let letters = rest.prefix { $0.isLatinLetter }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: letters.isEmpty ? rest.prefix(1) : letters)
    return String(name)
  }

  /// The command that stands next, with its arguments.
  mutating func command() throws(TypesettingError) -> FormulaNode {
    let start = index
    guard let name = commandName(at: start) else {
      throw TypesettingError(.missingCommandName, at: start)
    }
    guard let command = FormulaCommand.named(name) else {
      let suggestion = FormulaCommand.suggestion(for: name)
      throw TypesettingError(.unknownCommand(name, suggestion: suggestion), at: start)
    }
    index += name.unicodeScalars.count + 1
    return try node(of: command, named: "\\" + name, at: start)
  }

  private mutating func node(
    of command: FormulaCommand, named name: String, at start: Int
  ) throws(TypesettingError) -> FormulaNode {
    switch command {
    case .symbol(let scalar, let atomClass): return .symbol(scalar, atomClass)
    case .functionName(let letters, let rule): return .functionName(letters, rule)
    case .bigOperator(let sign, let rule): return .bigOperator(sign, rule)
    case .space(let width): return .space(width)
    case .prime: return .primes(1)
    case .fraction(let style):
      let numerator = try argument(of: name)
      return .fraction(numerator, try argument(of: name), style)
    case .radical: return try radical(named: name)
    case .left: return try delimited(openedAt: start)
    case .right: throw TypesettingError(.unexpectedRight, at: start)
    case .bigDelimiter(let ems, let atomClass):
      return .bigDelimiter(try delimiter(after: name), ems: ems, atomClass)
    case .accent(let mark, let isWide):
      return .accent(mark, try argument(of: name), isWide: isWide)
    case .line(let side): return .line(side, try argument(of: name))
    case .alphabet(let alphabet): return alphabetNode(alphabet, try argument(of: name))
    case .text: return .text(try words(after: name))
    case .operatorName: return try operatorName(named: name)
    case .limits: throw TypesettingError(.misplacedLimits(name), at: start)
    }
  }

  private mutating func argument(of name: String) throws(TypesettingError) -> FormulaNode {
    try argument(orThrow: .missingArgument(of: name))
  }
}

// MARK: Roots

extension FormulaParser {
  /// What follows `\sqrt`: perhaps a degree in brackets, then the radicand.
  private mutating func radical(named name: String) throws(TypesettingError) -> FormulaNode {
    skipBlanks()
    guard peek == "[" else { return .radical(try argument(of: name), degree: nil) }
    let start = index
    index += 1
    let degree = try parts(closing: "]")
    guard peek == "]" else {
      throw TypesettingError(.missingClosingBracket(openedAt: start), at: index)
    }
    index += 1
    return .radical(try argument(of: name), degree: .group(degree))
  }
}

// MARK: Delimiters

extension FormulaParser {
  /// What follows `\left` up to the `\right` that belongs to it.
  private mutating func delimited(openedAt start: Int) throws(TypesettingError) -> FormulaNode {
    let opening = try delimiter(after: "\\left")
    let parts = try parts()
    guard commandName(at: index) == "right" else {
      throw TypesettingError(.missingRight(openedAt: start), at: index)
    }
    index += 6
    return .delimited(opening, .group(parts), try delimiter(after: "\\right"))
  }

  /// The delimiter that stands next; a full stop stands for none.
  private mutating func delimiter(
    after command: String
  ) throws(TypesettingError) -> Unicode.Scalar? {
    skipBlanks()
    let start = index
    guard let next = peek else {
      throw TypesettingError(.badDelimiter(after: command, found: nil), at: start)
    }
    var found = String(next)
    var sign: Unicode.Scalar? = next
    if let name = commandName(at: index) {
      found = "\\" + name
      sign = nil
      if case .symbol(let scalar, _)? = FormulaCommand.named(name) { sign = scalar }
    }
    index += found.unicodeScalars.count
    if found == "." { return nil }
    guard let sign, FormulaParser.delimiters.contains(sign) else {
      throw TypesettingError(.badDelimiter(after: command, found: found), at: start)
    }
    return sign == "<" ? "⟨" : sign == ">" ? "⟩" : sign
  }

  private static let delimiters = Set("()[]{}|‖⟨⟩⌊⌋⌈⌉/\\<>↑↓".unicodeScalars)
}

// MARK: Words

extension FormulaParser {
  /// Upright letters written together are one piece, so that they are kerned.
  private func alphabetNode(_ alphabet: MathAlphabet, _ content: FormulaNode) -> FormulaNode {
    guard alphabet == .upright, case .group(let parts) = content, !parts.isEmpty else {
      return .alphabet(alphabet, content)
    }
    var letters = ""
    for part in parts {
      switch part {
      case .symbol(let scalar, .ordinary) where scalar.isLatinLetter:
        letters.unicodeScalars.append(scalar)
      case .number(let digits): letters += digits
      default: return .alphabet(alphabet, content)
      }
    }
    return .upright(letters)
  }

  /// What follows `\operatorname`; a star lets limits stand under the name.
  private mutating func operatorName(named name: String) throws(TypesettingError) -> FormulaNode {
    skipBlanks()
    let hasLimits = peek == "*"
    if hasLimits { index += 1 }
    return .functionName(try words(after: name), hasLimits ? .overInDisplay : .beside)
  }

  /// The characters between braces as they are, blanks included.
  private mutating func words(after command: String) throws(TypesettingError) -> String {
    skipBlanks()
    guard peek == "{" else {
      throw TypesettingError(.missingArgument(of: command), at: index)
    }
    let start = index
    var words = String.UnicodeScalarView()
    var open = 0
    while let next = peek {
      index += 1
      switch next {
      case "{": open += 1
      case "}":
        open -= 1
        if open == 0 { return String(words) }
      case "\\": words.append(try escaped(at: index - 1))
      default: words.append(next)
      }
    }
    throw TypesettingError(.missingClosingBrace(openedAt: start), at: index)
  }

  /// The character after a backslash in words, or a blank for a space command.
  private mutating func escaped(at start: Int) throws(TypesettingError) -> Unicode.Scalar {
    guard let name = commandName(at: start) else {
      throw TypesettingError(.missingCommandName, at: start)
    }
    index = start + 1 + name.unicodeScalars.count
    switch FormulaCommand.named(name) {
    case .symbol(let scalar, _)? where !name.unicodeScalars.allSatisfy(\.isLatinLetter):
      return scalar
    case .space(let width)? where width > 0: return " "
    default:
      throw TypesettingError(.unknownCommand(name, suggestion: nil), at: start)
    }
  }
}
