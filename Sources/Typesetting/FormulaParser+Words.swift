extension FormulaParser {
  /// Upright letters written together are one piece, so that they are kerned.
  func alphabetNode(_ alphabet: MathAlphabet, _ content: FormulaNode) -> FormulaNode {
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
  mutating func operatorName(named name: String) throws(TypesettingError) -> FormulaNode {
    skipBlanks()
    let hasLimits = peek == "*"
    if hasLimits { index += 1 }
    return .functionName(try words(after: name), hasLimits ? .overInDisplay : .beside)
  }

  /// What follows `\text`: words, with formulas between dollars.
  mutating func text(
    after command: String, _ face: WordFace
  ) throws(TypesettingError) -> FormulaNode {
    var parts: [FormulaNode] = []
    var words = String.UnicodeScalarView()
    let start = try openingBrace(after: command)
    var open = 1
    while let next = peek {
      index += 1
      switch next {
      case "{": open += 1
      case "}":
        open -= 1
        if open > 0 { continue }
        if !words.isEmpty || parts.isEmpty { parts.append(.text(String(words), face)) }
        return parts.count == 1 ? parts[0] : .group(parts)
      case "\\": words.append(try escaped(at: index - 1))
      case "$":
        if !words.isEmpty { parts.append(.text(String(words), face)) }
        words = .init()
        parts.append(try formulaInText(openedAt: index - 1))
      default: words.append(next)
      }
    }
    throw TypesettingError(.missingClosingBrace(openedAt: start), at: index)
  }

  /// A formula whose opening dollar is read, with its closing dollar.
  private mutating func formulaInText(
    openedAt start: Int
  ) throws(TypesettingError) -> FormulaNode {
    let parts = try parts(closing: "$")
    guard peek == "$" else {
      if peek != nil, peek != "}" { throw strayEnd() }
      throw TypesettingError(.unmatchedDollar, at: start)
    }
    index += 1
    return .group(parts)
  }

  /// The characters between braces as they are, blanks included.
  mutating func words(after command: String) throws(TypesettingError) -> String {
    let start = try openingBrace(after: command)
    var words = String.UnicodeScalarView()
    var open = 1
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

  /// Reads the brace that must stand next and says where it stands.
  private mutating func openingBrace(after command: String) throws(TypesettingError) -> Int {
    skipBlanks()
    guard peek == "{" else { throw TypesettingError(.missingArgument(of: command), at: index) }
    index += 1
    return index - 1
  }

  /// The character after a backslash in words, or a blank for a space command.
  private mutating func escaped(at start: Int) throws(TypesettingError) -> Unicode.Scalar {
    guard let name = commandName(at: start) else {
      throw TypesettingError(.missingCommandName, at: start)
    }
    index = start + 1 + name.unicodeScalars.count
    switch FormulaCommand.named(name) {
    case .symbol(let scalar, _)?
    where !name.unicodeScalars.allSatisfy(\.isLatinLetter) && scalar != "‖":
      return scalar
    case .space(let width)? where width > 0: return " "
    default: throw TypesettingError(.unknownCommand(name, suggestion: nil), at: start)
    }
  }
}

// MARK: Colours

extension FormulaParser {
  /// What follows `\color`: a name or a number in braces, perhaps after a model in brackets.
  mutating func colour(after command: String) throws(TypesettingError) -> TextPaint {
    skipBlanks()
    var isHexadecimal = false
    if peek == "[" {
      let start = index
      guard source[index...].starts(with: "[HTML]".unicodeScalars) else {
        throw TypesettingError(.unknownColourModel, at: start)
      }
      isHexadecimal = true
      index += 6
      skipBlanks()
    }
    let start = index + 1
    let name = try words(after: command)
    guard let paint = palette.paint(named: isHexadecimal ? "#" + name : name) else {
      let suggestion = EditDistance.nearest(to: name, among: palette.names)
      throw TypesettingError(
        .unknownColour(name, suggestion: suggestion, known: palette.names), at: start)
    }
    return paint
  }

  /// What follows `\textcolor`: a colour, then the part that has it.
  mutating func colouredText(named name: String) throws(TypesettingError) -> FormulaNode {
    let paint = try colour(after: name)
    let content = try argument(of: name)
    if case .group(let parts) = content { return .painted(paint, parts) }
    return .painted(paint, [content])
  }
}
