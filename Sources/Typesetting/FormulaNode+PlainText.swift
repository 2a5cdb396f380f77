/// Formulas as plain text, for those who do not see them: `(f(x + h) − f(x))/h`.
extension FormulaNode {
  /// The part in one line of text: fractions with a slash, scripts after `^` and `_`, matrices row
  /// by row.
  var plainText: String {
    switch self {
    case .group(let parts), .painted(_, let parts): Self.joined(parts)
    case .symbol(let scalar, _): scalar == "-" ? "−" : String(scalar)
    case .number(let text), .functionName(let text, _), .upright(let text), .text(let text, _):
      text
    case .alphabet(_, let content), .classed(let content, _, _), .framed(let content),
      .line(_, let content), .brace(_, _, let content):
      content.plainText
    case .paintSwitch, .sizeSwitch, .phantom: ""
    case .space(let width): width >= 10 ? " " : ""
    case .fraction(let upper, let lower, _, hasLine: true): upper.operand + "/" + lower.operand
    case .fraction(let upper, let lower, _, hasLine: false):
      upper.operand + " over " + lower.operand
    case .radical(let content, degree: nil): "√" + content.operand
    case .radical(let content, degree: let degree?):
      "root(\(degree.plainText), \(content.plainText))"
    case .scripts(let base, let lower, let upper):
      Self.base(base) + (lower.map { "_" + $0.operand } ?? "") + Self.raised(upper)
    case .primes(let count): String(repeating: "′", count: count)
    case .bigOperator(let sign, _): String(sign)
    case .delimited(let signs, let parts): Self.delimited(signs, parts)
    case .bigDelimiter(let sign, _, _): sign.map { String($0) } ?? ""
    case .accent(let mark, let content, _): Self.accented(content.plainText, mark)
    case .arrow(let sign, let over, let under):
      "\(sign)[\(over.plainText)]" + (under.map { "[\($0.plainText)]" } ?? "")
    case .negated(let content): content.plainText + "\u{338}"
    case .table(let table): Self.text(of: table)
    }
  }

  /// The part as an operand: in brackets where it is more than one sign, number or name.
  private var operand: String {
    let text = plainText
    let isOne =
      text.count == 1 || text.allSatisfy { $0.isNumber || $0 == "." }
      || text.allSatisfy(\.isLetter) || text.allSatisfy { $0 == "′" }
    return isOne || text.isEmpty ? text : "(\(text))"
  }

  /// What carries scripts: what a brace spans stays together.
  private static func base(_ part: FormulaNode) -> String {
    if case .brace = part { part.operand } else { part.plainText }
  }

  /// A superscript; primes have no sign before them.
  private static func raised(_ part: FormulaNode?) -> String {
    guard let part else { return "" }
    let text = part.plainText
    if text.allSatisfy({ $0 == "′" }) { return text }
    return text.first == "′" ? text : "^" + part.operand
  }

  /// Parts side by side, with blanks around relations and operators and after names of functions.
  private static func joined(_ parts: [FormulaNode]) -> String {
    var text = ""
    var previous: AtomClass?
    var isName = false
    for part in parts {
      let own = part.plainText
      guard !own.isEmpty else { continue }
      let isBinary =
        part.atomClass == .binary && previous.map { !$0.makesNextUnary } ?? false
      if isBinary || part.atomClass == .relation, !text.isEmpty, text.last != " " { text += " " }
      // An argument in brackets follows its bare name at once: sin(x), but lim_(h → 0) (x + h).
      let isArgument = isName && own.first == "("
      if previous == .largeOperator, own.first != " ", text.last != " ", !isArgument { text += " " }
      text += own
      if isBinary || part.atomClass == .relation || part.atomClass == .punctuation { text += " " }
      previous = part.atomClass ?? previous
      if case .functionName = part { isName = true } else { isName = false }
    }
    return text.hasSuffix(" ") ? String(text.dropLast()) : text
  }

  private static func delimited(_ signs: [Unicode.Scalar?], _ parts: [FormulaNode]) -> String {
    var text = ""
    for (index, sign) in signs.enumerated() {
      text += sign.map { String($0) } ?? ""
      if index < parts.count { text += parts[index].plainText }
    }
    return text
  }

  /// A mark over one letter is put on it; over more it is left out.
  private static func accented(_ text: String, _ mark: Unicode.Scalar) -> String {
    guard text.count == 1, mark.properties.generalCategory == .nonspacingMark else { return text }
    return text + String(mark)
  }

  private static func text(of table: FormulaTable) -> String {
    let between = table.style.isPaired ? " " : ", "
    let rows = table.rows.map { row in
      row.map(\.plainText).filter { !$0.isEmpty }.joined(separator: between)
    }
    let left = table.style.left.map { String($0) } ?? ""
    let right = table.style.right.map { String($0) } ?? ""
    return left + rows.joined(separator: "; ") + right
  }
}

extension Typesetter {
  /// A formula, TeX without dollars, as plain text in one line; no font is opened for it.
  ///
  /// - Throws: what is wrong with the formula, and where.
  public static func plainText(
    ofFormula tex: String, palette: TextPalette = .standard
  ) throws(TypesettingError) -> String {
    let scalars = Array(tex.unicodeScalars.prefix(longestSource + 1))
    guard scalars.count <= longestSource else {
      throw TypesettingError(.tooLong(limit: longestSource), at: longestSource)
    }
    return try FormulaParser.parse(scalars[...], palette: palette).plainText
  }
}
