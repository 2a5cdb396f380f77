/// How large and how tight a part of a formula is set (The TeXbook, chapter 17).
struct MathStyle: Hashable {
  /// The four sizes of TeX.
  enum Level: Int, Hashable {
    case display, text, script, scriptOfScript
  }

  /// The size.
  var level: Level
  /// Whether exponents are raised less, as under a root or in a denominator.
  var isCramped = false

  /// Whether the part is a script, where operators stand without space.
  var isScript: Bool { level == .script || level == .scriptOfScript }
  /// How often scripts were entered: what the font's feature `ssty` wants to know.
  var scriptDepth: Int { max(level.rawValue - 1, 0) }

  /// The style of a superscript.
  var superscript: MathStyle {
    MathStyle(level: isScript ? .scriptOfScript : .script, isCramped: isCramped)
  }
  /// The style of a subscript.
  var `subscript`: MathStyle {
    MathStyle(level: isScript ? .scriptOfScript : .script, isCramped: true)
  }
  /// The style of a numerator.
  var numerator: MathStyle {
    MathStyle(level: Level(rawValue: level.rawValue + 1) ?? .scriptOfScript, isCramped: isCramped)
  }
  /// The style of a denominator.
  var denominator: MathStyle { numerator.cramped }
  /// The same style, cramped.
  var cramped: MathStyle { MathStyle(level: level, isCramped: true) }
}
