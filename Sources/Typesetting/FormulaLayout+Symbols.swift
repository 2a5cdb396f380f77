import Geometry

extension FormulaLayout {
  /// Sets a letter or a sign.
  func symbol(
    _ scalar: Unicode.Scalar, _ atomClass: AtomClass, _ style: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    let shape = alphabet.shape(of: scalar, isBold: weight == .bold)
    if let role = textRole(of: scalar, atomClass, shape), let font = fonts.font(role),
      let glyph = font.glyph(for: scalar)
    {
      var content = character(glyph, of: font, showing: scalar, em: em(style))
      if role == .text(weight), atomClass == .binary || atomClass == .relation {
        centreOnAxis(&content, signOf: font, style)
      }
      return content
    }
    let styled = shape.styled(scalar)
    for candidate in [styled, scalar] where mathsFont.glyph(for: candidate) != nil {
      let shown = shape.isLetterform ? styled : scalar
      let content = mathsCharacter(candidate, showing: shown, style)
      return atomClass.hasOwnBearings ? content : tightened(content, style)
    }
    return uprightName(String(Character(scalar)), style)
  }

  /// The text face that shows a character; nil where the mathematical font does.
  ///
  /// The sans family is a hybrid: letters, digits and points come from the text face. A bold
  /// weight takes the signs from there as well, for no mathematical font has one.
  private func textRole(
    of scalar: Unicode.Scalar, _ atomClass: AtomClass, _ shape: LetterShape
  ) -> FontRole? {
    let isLetter = scalar.isLatinLetter || scalar.isSmallGreek || scalar.isCapitalGreek
    if !fonts.isHybrid {
      return weight == .bold && !isLetter && !scalar.isDigit ? .text(weight) : nil
    }
    switch shape {
    case .upright where isLetter || scalar.isDigit || scalar.isPoint: return .text(weight)
    case .upright: return weight == .bold ? .text(weight) : nil
    case .italic: return fonts.plan.hasItalics ? .italic(weight) : nil
    case .bold: return .text(.bold)
    case .boldItalic: return fonts.plan.hasItalics ? .italic(.bold) : nil
    case .sansSerif: return fonts.plan.base == .sans ? .text(weight) : nil
    case .blackboard, .calligraphic, .fraktur, .typewriter: return nil
    }
  }

  /// Sets a number in digits.
  func number(_ digits: String, _ style: MathStyle, _ alphabet: MathAlphabet) -> FormulaBox {
    let isBold = weight == .bold || alphabet == .bold
    if alphabet != .blackboard, fonts.isHybrid || isBold,
      let font = fonts.font(.text(isBold ? .bold : weight))
    {
      return FormulaBox(box: InkBox(shaping: digits, in: font, size: em(style)))
    }
    let shape: LetterShape = alphabet == .blackboard ? .blackboard : .upright
    var styled = String.UnicodeScalarView()
    styled.append(contentsOf: digits.unicodeScalars.map(shape.styled))
    let mode = ShapingMode.maths(level: style.scriptDepth)
    return FormulaBox(
      box: InkBox(shaping: String(styled), in: mathsFont, mode, size: mathsEm(style)))
  }

  /// Sets the name of a function, upright.
  func uprightName(_ name: String, _ style: MathStyle) -> FormulaBox {
    let role = FontRole.text(weight)
    return FormulaBox(box: TextSetter(fonts: fonts).set(name, role: role, size: em(style)))
  }

  /// Sets words as in running text.
  func text(_ words: String, _ face: WordFace, _ style: MathStyle) -> FormulaBox {
    let role: FontRole =
      switch face {
      case .plain: .text(weight)
      case .bold: .text(.bold)
      case .italic: .italic(weight)
      }
    return FormulaBox(box: TextSetter(fonts: fonts).set(words, role: role, size: em(style)))
  }

  /// Sets one to four primes; Unicode has a character for each number, spaced as it should be.
  func primes(_ count: Int, _ style: MathStyle) -> FormulaBox {
    let signs: [Unicode.Scalar] = ["′", "″", "‴", "⁗"]
    var box = InkBox.empty
    var left = count
    while left > 0 {
      let step = min(left, signs.count)
      let prime = mathsCharacter(signs[step - 1], showing: signs[step - 1], style)
      box.append(tightened(prime, to: 0, style).box)
      left -= step
    }
    return FormulaBox(box: box)
  }

  /// Sets a character of the mathematical font; the text may be another than what is drawn.
  func mathsCharacter(
    _ scalar: Unicode.Scalar, showing shown: Unicode.Scalar, _ style: MathStyle
  ) -> FormulaBox {
    guard let glyph = mathsFont.mathsGlyph(for: scalar, level: style.scriptDepth) else {
      return uprightName(String(Character(shown)), style)
    }
    return character(glyph, of: mathsFont, showing: shown, em: mathsEm(style))
  }

  /// Sets one glyph with what its scripts and accents must know.
  private func character(
    _ glyph: UInt32, of font: OpenFont, showing scalar: Unicode.Scalar, em: Double
  ) -> FormulaBox {
    let metrics = font.metrics(of: glyph)
    return FormulaBox(
      box: InkBox(glyph, of: font, showing: String(Character(scalar)), size: em),
      italicCorrection: metrics.italicCorrection * em, accentCentre: metrics.accentCentre * em,
      isCharacter: true)
  }

  /// A sign of the hybrid with no more blank at its sides than a letter of the text face has.
  ///
  /// The TeX Gyre fonts give each sign a twelfth of an em or more: ∇ would stand apart from its f.
  private func tightened(
    _ content: FormulaBox, to bearing: Double = 0.05, _ style: MathStyle
  ) -> FormulaBox {
    guard fonts.isHybrid, let glyph = content.box.glyphs.first?.id else {
      return content
    }
    let em = mathsEm(style)
    let ink = mathsFont.ink(of: glyph)
    let left = max(0, ink.left - bearing) * em
    let right = max(0, mathsFont.advance(of: glyph) - ink.right - bearing) * em
    var tight = content
    tight.box.move(by: Point(-left, 0))
    tight.box.width -= left + right
    tight.accentCentre = content.accentCentre.map { $0 - left }
    return tight
  }

  /// Moves an operator of a text face to the axis of the formula.
  ///
  /// Text faces centre their minus on the digits, higher than fraction bars and delimiters stand.
  private func centreOnAxis(_ content: inout FormulaBox, signOf font: OpenFont, _ style: MathStyle)
  {
    guard let minus = font.glyph(for: "\u{2212}") ?? font.glyph(for: "=") else { return }
    let ink = font.ink(of: minus)
    let centre = (ink.top + ink.bottom) / 2 * em(style)
    content.box.move(by: Point(0, centre - constants(style).axisHeight))
  }
}

extension LetterShape {
  /// Whether the shape is part of the meaning: ℝ is another letter than R, bold x still an x.
  fileprivate var isLetterform: Bool { self == .blackboard || self == .calligraphic }
}

extension Unicode.Scalar {
  /// Whether the character is one of the points that stand between words as well.
  fileprivate var isPoint: Bool { ".,;:!?%°".unicodeScalars.contains(self) }
}

extension AtomClass {
  /// Whether the blank at the sides of a sign is left as the font has it: operators and relations
  /// stand in spaces anyway.
  fileprivate var hasOwnBearings: Bool {
    switch self {
    case .ordinary, .opening, .closing: false
    case .largeOperator, .binary, .relation, .punctuation, .inner: true
    }
  }
}
