extension Typesetter {
  /// Sets text in which dollars open and close formulas.
  func setMixed(
    _ scalars: [Unicode.Scalar], size: Double, weight: FontWeight
  ) throws(TypesettingError) -> InkBox {
    let text = TextSetter(fonts: fonts)
    var box = InkBox.empty
    for piece in try MixedTextPiece.pieces(of: scalars) {
      switch piece {
      case .text(let words): box.append(text.set(words, role: .text(weight), size: size))
      case .formula(let tex):
        box.append(try setFormula(tex, size: size, style: .inline, weight: weight))
      }
    }
    return box
  }
}

/// A piece of text with formulas.
enum MixedTextPiece {
  /// Words, their dollars without backslashes.
  case text(String)
  /// What stands between two dollars, with its place in the source.
  case formula(ArraySlice<Unicode.Scalar>)

  /// The pieces of a source in their order; those without characters are left out.
  static func pieces(
    of scalars: [Unicode.Scalar]
  ) throws(TypesettingError) -> [MixedTextPiece] {
    var pieces: [MixedTextPiece] = []
    var words = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if isEscapedDollar(scalars, at: index) {
        words.append("$")
        index += 2
      } else if scalars[index] == "$" {
        if !words.isEmpty { pieces.append(.text(String(words))) }
        words = .init()
        let end = try formulaEnd(in: scalars, openedAt: index)
        pieces.append(.formula(scalars[(index + 1)..<end]))
        index = end + 1
      } else {
        words.append(scalars[index])
        index += 1
      }
    }
    if !words.isEmpty { pieces.append(.text(String(words))) }
    return pieces
  }

  private static func formulaEnd(
    in scalars: [Unicode.Scalar], openedAt start: Int
  ) throws(TypesettingError) -> Int {
    var index = start + 1
    while index < scalars.count {
      if scalars[index] == "$" { return index }
      // A backslash takes the next character with it: `\$` does not close, and `\\$` does.
      index += scalars[index] == "\\" ? 2 : 1
    }
    throw TypesettingError(.unmatchedDollar, at: start)
  }

  private static func isEscapedDollar(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    scalars[index] == "\\" && index + 1 < scalars.count && scalars[index + 1] == "$"
  }
}
