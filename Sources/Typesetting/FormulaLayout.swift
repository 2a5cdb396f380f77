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
  // Asked of the font once, for every atom needs them.
  private let scriptScale: Double
  private let scriptOfScriptScale: Double

  /// A layout at a size, or `nil` where there is no font at all.
  init?(fonts: FontCase, size: Double, weight: FontWeight) {
    guard let maths = fonts.font(.maths) ?? fonts.font(.text(.regular)) else { return nil }
    self.fonts = fonts
    self.size = size
    // Latin Modern has no medium weight: it would be the regular one in another file's spacing.
    self.weight = fonts.isHybrid || weight != .medium ? weight : .regular
    mathsFont = maths
    mathsScale = FormulaLayout.scale(of: maths, in: fonts)
    let constants = MathConstants(font: maths, em: 1)
    // The 80 and 65 % of DejaVu Math look bloated beside Lato.
    scriptScale = fonts.isHybrid ? 0.72 : constants.scriptScaleDown
    scriptOfScriptScale = fonts.isHybrid ? 0.58 : constants.scriptScriptScaleDown
  }

  /// The scale at which the small letters of the mathematical font are as tall as the text's.
  private static func scale(of maths: OpenFont, in fonts: FontCase) -> Double {
    guard fonts.isHybrid, let text = fonts.font(.text(.regular)), text !== maths,
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

  /// Sets a part in a style and an alphabet.
  func set(_ node: FormulaNode, _ style: MathStyle, _ alphabet: MathAlphabet) -> FormulaBox {
    switch node {
    case .group(let parts): return list(parts, style, alphabet)
    case .symbol(let scalar, let atomClass): return symbol(scalar, atomClass, style, alphabet)
    case .number(let digits): return number(digits, style, alphabet)
    case .functionName(let name, _), .upright(let name): return uprightName(name, style)
    case .text(let words, let face): return text(words, face, style)
    case .alphabet(let inner, let content): return set(content, style, inner)
    case .space(let width): return space(width, style)
    case .paintSwitch, .sizeSwitch: return .empty
    case .scripts(let base, let lower, let upper):
      return scripts(base, lower, upper, style, alphabet)
    case .primes(let count): return primes(count, style)
    case .bigOperator(let sign, _): return bigOperator(sign, style)
    case .bigDelimiter(let sign, let ems, _): return bigDelimiter(sign, ems: ems, style)
    case .classed(let content, _, _): return set(content, style, alphabet)
    default: return construct(node, style, alphabet)
    }
  }

  /// Sets a part that is put together from others.
  private func construct(
    _ node: FormulaNode, _ style: MathStyle, _ alphabet: MathAlphabet
  ) -> FormulaBox {
    switch node {
    case .painted(let paint, let parts):
      var content = list(parts, style, alphabet)
      content.box.paint(paint)
      return content
    case .fraction(let numerator, let denominator, let size, let hasLine):
      let parts = (numerator, denominator)
      return hasLine
        ? fraction(parts, size, style, alphabet) : stack(parts, size, style, alphabet)
    case .radical(let radicand, let degree): return radical(radicand, degree, style, alphabet)
    case .delimited(let signs, let contents): return delimited(signs, contents, style, alphabet)
    case .accent(let mark, let base, let width): return accent(mark, base, width, style, alphabet)
    case .line(let side, let content): return line(side, content, style, alphabet)
    case .brace(let side, let sign, let content):
      return brace(side, sign, content, style, alphabet)
    case .arrow(let sign, let over, let under): return arrow(sign, over, under, style, alphabet)
    case .negated(let content): return negated(content, style, alphabet)
    case .phantom(let content, let isWide, let isTall):
      return phantom(content, isWide: isWide, isTall: isTall, style, alphabet)
    case .framed(let content): return framed(content, style, alphabet)
    case .table(let table): return self.table(table, style, alphabet)
    default: return .empty
    }
  }
}
