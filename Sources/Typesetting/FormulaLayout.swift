/// Turns the tree of a formula into glyphs and rules.
///
/// The rules are those of TeX (The TeXbook, appendix G) in the form that the OpenType MATH table
/// gives them (MathML Core, W3C); the constants keep their OpenType names.
struct FormulaLayout {
  let fonts: FontCase
  /// The font of operators, delimiters and radicals.
  let mathsFont: OpenFont
  /// How much the glyphs of `mathsFont` are scaled to go with the text face.
  let mathsScale: Double
  /// The size of the text in which the formula stands.
  let size: Double
  let weight: FontWeight

  /// A layout at a size, or `nil` where there is no font at all.
  init?(fonts: FontCase, size: Double, weight: FontWeight) {
    guard let maths = fonts.font(.maths) ?? fonts.font(.text(.regular)) else { return nil }
    self.fonts = fonts
    self.size = size
    // Latin Modern has no medium weight: it would be the regular one in another file's spacing.
    self.weight = fonts.family == .serif && weight == .medium ? .regular : weight
    mathsFont = maths
    mathsScale = FormulaLayout.scale(of: maths, in: fonts)
  }

  /// The scale at which the small letters of the mathematical font are as tall as the text's.
  private static func scale(of maths: OpenFont, in fonts: FontCase) -> Double {
    guard fonts.family == .sans, let text = fonts.font(.text(.regular)), text !== maths,
      let wanted = text.xHeight, let own = maths.xHeight
    else { return 1 }
    // Beyond these bounds the strokes of the signs would no longer match those of the letters.
    return min(max(wanted / own, 0.9), 1.15)
  }

  /// The size of the em of letters in a style.
  func em(_ style: MathStyle) -> Double {
    switch style.level {
    case .display, .text: size
    case .script: size * scriptScale
    case .scriptOfScript: size * scriptOfScriptScale
    }
  }

  /// The size of the em of the mathematical font in a style.
  func mathsEm(_ style: MathStyle) -> Double { em(style) * mathsScale }

  /// The constants of the mathematical font in a style.
  func constants(_ style: MathStyle) -> MathConstants {
    MathConstants(font: mathsFont, em: mathsEm(style))
  }

  // The 80 and 65 % of DejaVu Math look bloated beside Lato.
  private var scriptScale: Double {
    fonts.family == .sans ? 0.72 : MathConstants(font: mathsFont, em: 1).scriptScaleDown
  }
  private var scriptOfScriptScale: Double {
    fonts.family == .sans ? 0.58 : MathConstants(font: mathsFont, em: 1).scriptScriptScaleDown
  }

  /// Sets a part in a style and an alphabet.
  func set(_ node: FormulaNode, _ style: MathStyle, _ alphabet: MathAlphabet) -> FormulaBox {
    switch node {
    case .group(let parts): return list(parts, style, alphabet)
    case .symbol(let scalar, let atomClass): return symbol(scalar, atomClass, style, alphabet)
    case .number(let digits): return number(digits, style, alphabet)
    case .functionName(let name, _), .upright(let name): return uprightName(name, style)
    case .text(let words): return text(words, style)
    case .alphabet(let inner, let content): return set(content, style, inner)
    case .space(let width): return space(width, style)
    case .fraction(let numerator, let denominator, let size):
      return fraction(numerator, denominator, size, style, alphabet)
    case .radical(let radicand, let degree): return radical(radicand, degree, style, alphabet)
    case .scripts(let base, let lower, let upper):
      return scripts(base, lower, upper, style, alphabet)
    case .primes(let count): return primes(count, style)
    case .bigOperator(let sign, _): return bigOperator(sign, style)
    case .delimited(let left, let content, let right):
      return delimited(left, content, right, style, alphabet)
    case .bigDelimiter(let sign, let ems, _): return bigDelimiter(sign, ems: ems, style)
    case .accent(let mark, let base, let isWide):
      return accent(mark, base, isWide: isWide, style, alphabet)
    case .line(let side, let content): return line(side, content, style, alphabet)
    }
  }
}
