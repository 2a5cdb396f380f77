/// A part of a formula that is set, and what its neighbours must know of it.
struct FormulaBox {
  /// The glyphs and rules.
  var box: InkBox
  /// How far a slanted letter leans over its right edge.
  var italicCorrection = 0.0
  /// Above which place of the box an accent is centred, where that is not the middle.
  var accentCentre: Double?
  /// Whether it is a single glyph: its scripts do not follow its height.
  var isCharacter = false

  /// The part that shows nothing.
  static let empty = FormulaBox(box: .empty)

  /// The width with what a slanted letter leans over.
  var fullWidth: Double { box.width + italicCorrection }
}
