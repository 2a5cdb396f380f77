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
    case .size(let level): return .sizeSwitch(level)
    case .left: return try delimited(openedAt: start)
    case .bigDelimiter(let ems, let atomClass):
      return .bigDelimiter(try delimiter(after: name), ems: ems, atomClass)
    case .alphabet(let alphabet): return alphabetNode(alphabet, try argument(of: name))
    case .text(let face): return try text(after: name, face)
    case .operatorName: return try operatorName(named: name)
    case .colourSwitch: return .paintSwitch(try colour(after: name))
    case .colouredText: return try colouredText(named: name)
    case .begin: return try environment(openedAt: start)
    case .substack: return try substack(named: name)
    case .modulus(let hasBrackets): return try modulus(hasBrackets, named: name)
    case .limits: throw TypesettingError(.misplacedLimits(name), at: start)
    case .right: throw TypesettingError(.unexpectedRight, at: start)
    case .middle: throw TypesettingError(.unexpectedMiddle, at: start)
    case .end: throw TypesettingError(.unexpectedEnd, at: start)
    case .newRow: throw TypesettingError(.unexpectedNewRow, at: start)
    default: return try construct(of: command, named: name)
    }
  }

  /// A command whose arguments are parts of the formula.
  private mutating func construct(
    of command: FormulaCommand, named name: String
  ) throws(TypesettingError) -> FormulaNode {
    switch command {
    case .fraction(let style):
      let numerator = try argument(of: name)
      return .fraction(numerator, try argument(of: name), style, hasLine: true)
    case .binomial(let style):
      let upper = try argument(of: name)
      let stack = FormulaNode.fraction(upper, try argument(of: name), style, hasLine: false)
      return .classed(.delimited(["(", ")"], [stack]), .ordinary, .beside)
    case .radical: return try radical(named: name)
    case .accent(let mark, let width): return .accent(mark, try argument(of: name), width)
    case .line(let side): return .line(side, try argument(of: name))
    case .brace(let side, let sign): return .brace(side, sign, try argument(of: name))
    case .arrow(let sign):
      let under = try option()
      return .arrow(sign, over: try argument(of: name), under: under)
    case .negation: return negated(try argument(of: name))
    case .stacked(let side, let isRelation):
      let script = try argument(of: name)
      let content = try argument(of: name)
      let base = FormulaNode.classed(
        content, isRelation ? .relation : content.soleClass, .over)
      return .scripts(
        base, lower: side == .under ? script : nil, upper: side == .over ? script : nil)
    case .classed(let atomClass):
      let content = try argument(of: name)
      return .classed(content, atomClass, atomClass == .largeOperator ? .overInDisplay : .beside)
    case .phantom(let isWide, let isTall):
      return .phantom(try argument(of: name), isWide: isWide, isTall: isTall)
    case .frame: return .framed(try argument(of: name))
    default: return .group([])
    }
  }

  mutating func argument(of name: String) throws(TypesettingError) -> FormulaNode {
    try argument(orThrow: .missingArgument(of: name))
  }

  /// What stands between brackets, where some do.
  private mutating func option() throws(TypesettingError) -> FormulaNode? {
    skipBlanks()
    guard peek == "[" else { return nil }
    let start = index
    index += 1
    let parts = try parts(closing: "]")
    guard peek == "]" else {
      throw TypesettingError(.missingClosingBracket(openedAt: start), at: index)
    }
    index += 1
    return .group(parts)
  }

  /// What follows `\sqrt`: perhaps a degree in brackets, then the radicand.
  private mutating func radical(named name: String) throws(TypesettingError) -> FormulaNode {
    let degree = try option()
    return .radical(try argument(of: name), degree: degree)
  }

  /// `a \bmod b`, and `a \pmod b` with a space before its brackets.
  private mutating func modulus(
    _ hasBrackets: Bool, named name: String
  ) throws(TypesettingError) -> FormulaNode {
    guard hasBrackets else { return .classed(.upright("mod"), .binary, .beside) }
    let content = try argument(of: name)
    return .group([
      .space(8), .symbol("(", .opening), .upright("mod"), .space(6), content,
      .symbol(")", .closing),
    ])
  }
}

extension FormulaNode {
  /// The class of the only part of a group, or of the part itself.
  var soleClass: AtomClass {
    if case .group(let parts) = self, parts.count == 1 { return parts[0].soleClass }
    return atomClass ?? .ordinary
  }
}

// MARK: Delimiters

extension FormulaParser {
  /// What follows `\left` up to the `\right` that belongs to it.
  private mutating func delimited(openedAt start: Int) throws(TypesettingError) -> FormulaNode {
    var signs = [try delimiter(after: "\\left")]
    var contents: [FormulaNode] = []
    while true {
      contents.append(.group(try parts()))
      let name = commandName(at: index)
      guard name == "right" || name == "middle" else {
        if peek == "&" || name == "\\" { throw strayEnd() }
        throw TypesettingError(.missingRight(openedAt: start), at: index)
      }
      index += name == "right" ? 6 : 7
      signs.append(try delimiter(after: name == "right" ? "\\right" : "\\middle"))
      if name == "right" { return .delimited(signs, contents) }
    }
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
    return sign == "<" ? "⟨" : sign == ">" ? "⟩" : sign == "∣" ? "|" : sign
  }

  private static let delimiters = Set("()[]{}|∣‖∥⟨⟩⌊⌋⌈⌉⟦⟧⟮⟯/\\<>↑↓↕⇑⇓⇕".unicodeScalars)
}
