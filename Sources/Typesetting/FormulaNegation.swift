extension FormulaParser {
  /// What `\not` makes of a sign: the character that Unicode has for it, or a stroke over the sign.
  func negated(_ part: FormulaNode) -> FormulaNode {
    guard case .symbol(let scalar, let atomClass) = part else { return .negated(part) }
    return FormulaParser.negations[scalar].map { .symbol($0, atomClass) } ?? .negated(part)
  }

  private static let negations: [Unicode.Scalar: Unicode.Scalar] = [
    "=": "≠", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "≡": "≢", "∼": "≁", "≃": "≄", "≈": "≉",
    "≅": "≇", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∥": "∦", "∣": "∤",
    "|": "∤", "∃": "∄", "→": "↛", "←": "↚", "↔": "↮", "⇒": "⇏", "⇐": "⇍", "⇔": "⇎", "≺": "⊀",
    "≻": "⊁", "⊢": "⊬", "⊨": "⊭",
  ]
}
