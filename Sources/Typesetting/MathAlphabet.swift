/// An alphabet of a formula.
enum MathAlphabet: Hashable {
  /// Variables in italics, digits upright, capital Greek upright, as TeX has it.
  case variables
  /// All upright: `\mathrm`.
  case upright
  /// All in italics: `\mathit`.
  case italic
  /// Bold and upright: `\mathbf`.
  case bold
  /// With doubled strokes: `\mathbb`.
  case blackboard
  /// Script capitals: `\mathcal`.
  case calligraphic
  /// Bold, and sloped where variables are: `\boldsymbol`.
  case boldVariables
  /// Broken letters: `\mathfrak`.
  case fraktur
  /// Without serifs: `\mathsf`.
  case sansSerif
  /// All of one width: `\mathtt`.
  case typewriter
}

/// A slope and a weight of mathematical letters.
enum LetterShape: Hashable {
  case upright, italic, bold, boldItalic, blackboard, calligraphic, fraktur, sansSerif, typewriter
}

extension MathAlphabet {
  /// The shape of a character in this alphabet; `isBold` in a bold formula.
  func shape(of scalar: Unicode.Scalar, isBold: Bool) -> LetterShape {
    switch self {
    case .variables:
      let isSloped = scalar.isLatinLetter || scalar.isSmallGreek || scalar == "\u{2202}"
      return isSloped ? (isBold ? .boldItalic : .italic) : (isBold ? .bold : .upright)
    case .upright: return isBold ? .bold : .upright
    case .italic: return isBold ? .boldItalic : .italic
    case .bold: return .bold
    case .blackboard: return .blackboard
    case .calligraphic: return .calligraphic
    case .boldVariables: return MathAlphabet.variables.shape(of: scalar, isBold: true)
    case .fraktur: return .fraktur
    case .sansSerif: return .sansSerif
    case .typewriter: return .typewriter
    }
  }
}

extension LetterShape {
  /// The code point of a letter in this shape (Unicode, Mathematical Alphanumeric Symbols), or the
  /// letter itself where there is none.
  func styled(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = exceptions[scalar] { return exception }
    let value = scalar.value
    let start: (UInt32, UInt32)? =
      switch value {
      case 0x41...0x5A: capitals.map { (0x41, $0) }
      case 0x61...0x7A: smalls.map { (0x61, $0) }
      case 0x30...0x39: digits.map { (0x30, $0) }
      case 0x391...0x3A9: greekCapitals.map { (0x391, $0) }
      case 0x3B1...0x3C9: greekCapitals.map { (0x3B1, $0 + 0x1A) }
      default: greekVariant(of: value)
      }
    return start.flatMap { Unicode.Scalar(value - $0.0 + $0.1) } ?? scalar
  }

  private var capitals: UInt32? {
    switch self {
    case .upright: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .calligraphic: 0x1D49C
    case .blackboard: 0x1D538
    case .fraktur: 0x1D504
    case .sansSerif: 0x1D5A0
    case .typewriter: 0x1D670
    }
  }

  private var smalls: UInt32? { capitals.map { $0 + 26 } }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .blackboard: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .typewriter: 0x1D7F6
    case .upright, .italic, .calligraphic, .fraktur: nil
    }
  }

  private var greekCapitals: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    case .upright, .calligraphic, .blackboard, .fraktur, .sansSerif, .typewriter: nil
    }
  }

  /// ∂ ϵ ϑ ϰ ϕ ϱ ϖ follow the Greek alphabet of each shape in this order.
  private func greekVariant(of value: UInt32) -> (UInt32, UInt32)? {
    let order: [UInt32] = [0x2202, 0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6]
    guard let greekCapitals, let index = order.firstIndex(of: value) else { return nil }
    return (value, greekCapitals + 0x33 + UInt32(index))
  }

  /// The letters that Unicode had before it had the alphabet, and what stands outside its order.
  private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
    switch self {
    case .italic: ["h": "ℎ"]
    case .blackboard:
      ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    case .calligraphic:
      [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
        "e": "ℯ", "g": "ℊ", "o": "ℴ",
      ]
    case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
    case .bold: ["∇": "\u{1D6C1}"]
    case .upright, .boldItalic, .sansSerif, .typewriter: [:]
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character is a letter from A to Z.
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  /// Whether the character is a decimal digit of ASCII.
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// Whether the character is a small Greek letter or one of its variants.
  var isSmallGreek: Bool {
    ("\u{3B1}"..."\u{3C9}").contains(self) || "ϵϑϰϕϱϖ".unicodeScalars.contains(self)
  }

  /// Whether the character is a capital Greek letter.
  var isCapitalGreek: Bool { ("\u{391}"..."\u{3A9}").contains(self) }
}
