extension String {
  /// The text with its `$formulas$` as they can be written in a line: `$\chi^2$` as "χ²".
  ///
  /// It is for titles of files and pages, which know no formulas. What has no sign for a line of
  /// text stands as it is typed: `x^n`, `a_i`.
  public var withPlainFormulas: String {
    var text = ""
    for (index, piece) in dollarPieces.enumerated() {
      if index % 2 == 0 {
        text += piece
      } else {
        var formula = PlainFormula(piece)
        text += formula.text()
      }
    }
    return text
  }

  /// The pieces between dollars, of which each second is a formula; `\$` is a dollar.
  private var dollarPieces: [String] {
    var pieces = [""]
    var isEscaped = false
    for character in self {
      switch character {
      case "$" where !isEscaped: pieces.append("")
      // Within a formula a command stays one.
      case "\\" where pieces.count % 2 == 1 && !isEscaped:
        isEscaped = true
        continue
      default:
        if isEscaped, pieces.count % 2 == 1, character != "$" { pieces[pieces.count - 1] += "\\" }
        pieces[pieces.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return pieces
  }
}

/// A formula on its way to a line of text.
private struct PlainFormula {
  private let characters: [Character]
  private var position = 0
  private var depth = 0
  /// No title is nested deeper; what is, ends there.
  private static let deepest = 32

  init(_ source: String) { characters = Array(source) }

  private static let signs: [String: String] = {
    var signs: [String: String] = [:]
    for (names, _) in FormulaSymbols.classes {
      for (name, sign) in names { signs[name] = String(sign) }
    }
    for (name, sign) in FormulaSymbols.bigOperators { signs[name] = String(sign) }
    for (name, sign) in FormulaSymbols.integrals { signs[name] = String(sign) }
    for blank in [",", ":", ";", " ", "quad", "qquad"] { signs[blank] = " " }
    for nothing in ["!", "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr"] {
      signs[nothing] = ""
    }
    return signs
  }()
  /// The names of what stands in a formula like a letter.
  private static let letters: Set<String> = Set(
    FormulaSymbols.classes.filter { $0.1 == .ordinary }.flatMap { $0.0.map(\.key) })
  private static let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  private static let subscripts = Array("₀₁₂₃₄₅₆₇₈₉")

  /// The text up to the end, or to the brace that closes a group.
  mutating func text() -> String {
    var text = ""
    while position < characters.count, characters[position] != "}" { text += item() }
    return text
  }

  /// A character, a command or a group.
  private mutating func item() -> String {
    guard position < characters.count, depth < Self.deepest else {
      position = characters.count
      return ""
    }
    depth += 1
    defer { depth -= 1 }
    let character = characters[position]
    position += 1
    switch character {
    case "{":
      let text = text()
      position += 1
      return text
    case "\\": return command()
    case "^": return script(Self.superscripts, sign: "^")
    case "_": return script(Self.subscripts, sign: "_")
    case "-": return "−"
    default: return String(character)
    }
  }

  private mutating func command() -> String {
    var name = ""
    while position < characters.count, characters[position].isASCII, characters[position].isLetter {
      name.append(characters[position])
      position += 1
    }
    if name.isEmpty, position < characters.count {
      name = String(characters[position])
      position += 1
    }
    switch name {
    case "frac", "dfrac", "tfrac": return bracketed(item()) + "/" + bracketed(item())
    case "sqrt": return "√" + bracketed(item())
    default:
      if Self.letters.contains(name) { skipBlanks() }
      return Self.signs[name] ?? (isStyle(name) ? "" : name)
    }
  }

  /// A blank behind the name of a letter ends the name, and is none of the formula.
  private mutating func skipBlanks() {
    while position < characters.count, characters[position] == " " { position += 1 }
  }

  /// Whether a command says how its argument looks, and not what it is.
  private func isStyle(_ name: String) -> Bool {
    name.hasPrefix("math") || name.hasPrefix("text") || name == "operatorname"
  }

  private mutating func script(_ digits: [Character], sign: String) -> String {
    let text = item()
    let values = text.compactMap(\.wholeNumberValue)
    guard !text.isEmpty, values.count == text.count, values.allSatisfy({ $0 < 10 }) else {
      return sign + bracketed(text)
    }
    return String(values.map { digits[$0] })
  }

  private func bracketed(_ text: String) -> String { text.count > 1 ? "(\(text))" : text }
}
