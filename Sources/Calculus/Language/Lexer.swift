/// A word of the language with its place.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(Double)
    /// A whole exponent written as superscript digits: `x²`.
    case superscript(Double)
    case name(String)
    /// An operator or a bracket in its plain spelling: `-`, `*`, `^`, `(`, `|`, `<=`.
    case symbol(String)
    case end
  }

  let kind: Kind
  /// The offset of its first code point.
  let position: Int
  /// Its text as typed, for messages.
  let text: String
}

/// Cuts a text into tokens.
///
/// Positions count Unicode code points.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Latin letters, and Greek ones other than those with a meaning of their own.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z": true
    case "π", "τ": false
    case "\u{391}"..."\u{3C9}": true
    default: false
    }
  }

  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || isDigit(scalar) || scalar == "_"
  }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    place + offset < scalars.count ? scalars[place + offset] : nil
  }

  private func text(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<place])
    return String(text)
  }

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, position: start, text: text(from: start))
  }

  /// The next token; at the end of the text the end token, again and again.
  mutating func next() throws(ParseError) -> Token {
    while let scalar = peek(), scalar.properties.isWhitespace { place += 1 }
    let start = place
    guard let scalar = peek() else { return Token(kind: .end, position: start, text: "") }
    if Self.isDigit(scalar) || (scalar == "." && peek(1).map(Self.isDigit) ?? false) {
      return try number()
    }
    if Self.superscripts[scalar] != nil { return try superscript() }
    if Self.isLetter(scalar) {
      while let part = peek(), Self.isNamePart(part) { place += 1 }
      return token(.name(text(from: start)), from: start)
    }
    if scalar == "\\" && peek(1).map(Self.isLetter) ?? false {
      // A name pasted from LaTeX: \sin, \pi.
      place += 1
      while let part = peek(), Self.isLetter(part) { place += 1 }
      return token(.name(String(text(from: start).dropFirst())), from: start)
    }
    return try symbol(scalar)
  }

  private mutating func symbol(_ scalar: Unicode.Scalar) throws(ParseError) -> Token {
    let start = place
    place += 1
    let pair = String(scalar) + (peek().map(String.init) ?? "")
    if let symbol = Self.pairs[pair] {
      place += 1
      return token(.symbol(symbol), from: start)
    }
    if let name = Self.namesOfOneSign[scalar] { return token(.name(name), from: start) }
    guard let symbol = Self.symbols[scalar] else {
      throw ParseError(.badCharacter(scalar), at: start)
    }
    return token(.symbol(symbol), from: start)
  }

  /// Reads digits, perhaps a point and digits, perhaps an `e` with a sign and digits.
  ///
  /// An `e` without digits is left to be the constant.
  private mutating func number() throws(ParseError) -> Token {
    let start = place
    skipDigits()
    if peek() == "." {
      place += 1
      skipDigits()
      if peek() == ".", peek(1).map(Self.isDigit) ?? false || peek(1) == nil {
        throw ParseError(.badNumber(text(from: start)), at: place)
      }
    }
    if peek() == "e" || peek() == "E" {
      let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
      if peek(1 + sign).map(Self.isDigit) ?? false {
        place += 1 + sign
        skipDigits()
      }
    }
    let digits = text(from: start)
    guard let value = Double(digits.hasSuffix(".") ? digits + "0" : digits) else {
      throw ParseError(.badNumber(digits), at: start)
    }
    guard value.isFinite else { throw ParseError(.numberTooLarge(digits), at: start) }
    return token(.number(value), from: start)
  }

  private mutating func skipDigits() {
    while let scalar = peek(), Self.isDigit(scalar) { place += 1 }
  }

  private mutating func superscript() throws(ParseError) -> Token {
    let start = place
    var digits = ""
    while let scalar = peek(), let digit = Self.superscripts[scalar] {
      digits.append(digit)
      place += 1
    }
    guard let value = Double(digits) else { throw ParseError(.badNumber(digits), at: start) }
    return token(.superscript(value), from: start)
  }

  private static let superscripts: [Unicode.Scalar: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-", "⁺": "+",
  ]

  private static let pairs = [
    "**": "^", "<=": "<=", ">=": ">=", "!=": "!=", "==": "=",
  ]

  private static let namesOfOneSign: [Unicode.Scalar: String] = ["π": "pi", "τ": "tau"]

  private static let symbols: [Unicode.Scalar: String] = [
    "+": "+", "-": "-", "−": "-", "–": "-", "*": "*", "·": "*", "⋅": "*", "∙": "*", "×": "*",
    "/": "/", "÷": "/", "∕": "/", "^": "^", "(": "(", ")": ")", "[": "[", "]": "]", "{": "{",
    "}": "}", "|": "|", ",": ",", "!": "!", "<": "<", ">": ">", "≤": "<=", "≥": ">=", "=": "=",
    "≠": "!=", "√": "√", "∛": "∛",
  ]
}
