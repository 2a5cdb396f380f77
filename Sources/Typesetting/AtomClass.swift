/// What a part of a formula is to its neighbours (Knuth, The TeXbook, chapter 17).
enum AtomClass: Int, Hashable {
  case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner

  /// The space between two neighbours, in eighteenths of an em (The TeXbook, chapter 18).
  ///
  /// In scripts only the spaces around operators and function names stay.
  static func space(from left: AtomClass, to right: AtomClass, inScript: Bool) -> Double {
    let code = spaces[left.rawValue][right.rawValue]
    if code == 0 || (code < 0 && inScript) { return 0 }
    return Double(abs(code)) + 2
  }

  /// A row for each left class, a column for each right one.
  ///
  /// 1 is thin, 2 medium, 3 thick; a minus where there is none in scripts. Pairs that cannot occur
  /// have 0.
  private static let spaces: [[Int]] = [
    [0, 1, -2, -3, 0, 0, 0, -1],
    [1, 1, 0, -3, 0, 0, 0, -1],
    [-2, -2, 0, 0, -2, 0, 0, -2],
    [-3, -3, 0, 0, -3, 0, 0, -3],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, -2, -3, 0, 0, 0, -1],
    [-1, -1, 0, -1, -1, -1, -1, -1],
    [-1, 1, -2, -3, -1, 0, -1, -1],
  ]

  /// Whether a binary operator after this class stands before one operand only: the minus of −x.
  var makesNextUnary: Bool {
    switch self {
    case .binary, .largeOperator, .relation, .opening, .punctuation: true
    case .ordinary, .closing, .inner: false
    }
  }

  /// Whether a binary operator before this class has no right operand.
  var makesPreviousUnary: Bool {
    switch self {
    case .relation, .closing, .punctuation: true
    case .ordinary, .largeOperator, .binary, .opening, .inner: false
    }
  }
}
