extension ClosedRange<Double>: ParameterValue {
  /// The range of a text `A:B`, whose ends are expressions without variables.
  ///
  /// The ends are finite and in order, and so is the distance between them.
  public init(parameterText text: String) throws(ParameterError) {
    let wanted = ParameterError(wanted: "two ends A:B with A < B")
    let ends = text.pieces(at: ":")
    guard ends.count == 2, let low = NamedConstants.value(of: ends[0]),
      let high = NamedConstants.value(of: ends[1])
    else { throw wanted }
    guard low.isFinite, high.isFinite, (high - low).isFinite else {
      throw ParameterError(wanted: "two finite ends A:B with A < B")
    }
    guard low < high else { throw wanted }
    // Below, scales and steps of a picture would be smaller than the least double.
    guard high - low >= 1e-300 else {
      throw ParameterError(wanted: "two ends A:B that are at least 1e-300 apart")
    }
    self = low...high
  }

  /// The ends with a colon between them.
  public var parameterText: String {
    lowerBound.parameterText + ":" + upperBound.parameterText
  }
  /// The ends with three dots between them.
  public var swiftText: String? {
    let end = upperBound.parameterText
    return lowerBound.parameterText + "..." + (upperBound < 0 ? "(\(end))" : end)
  }
  /// The placeholder of a range.
  public static var placeholder: String { "A:B" }
}

extension Point: ParameterValue {
  /// The point of a text `x=1,y=2` or `1,2`, whose numbers are expressions without variables.
  public init(parameterText text: String) throws(ParameterError) {
    var numbers: [Double] = []
    for (piece, name) in zip(text.pieces(at: ","), ["x", "y"]) {
      let sides = piece.pieces(at: "=")
      let named = sides.count == 2 && sides[0] == name
      if sides.count == 1 || named, let last = sides.last,
        let number = NamedConstants.number(from: last)
      {
        numbers.append(number)
      }
    }
    guard numbers.count == 2, text.pieces(at: ",").count == 2 else {
      throw ParameterError(wanted: "a point x=A,y=B or A,B")
    }
    self.init(numbers[0], numbers[1])
  }

  /// The coordinates by name.
  public var parameterText: String { "x=\(x.parameterText),y=\(y.parameterText)" }
  /// The coordinates in their order.
  public var swiftText: String? { "Point(\(x.parameterText), \(y.parameterText))" }
  /// The placeholder of a point.
  public static var placeholder: String { "POINT" }
}

extension String {
  /// The parts between the separators that stand outside all brackets, without blanks around them.
  public func pieces(at separator: Character) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var depth = 0
    for character in self {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == separator, depth <= 0 {
        pieces.append(piece.withoutOuterBlanks)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    return pieces + [piece.withoutOuterBlanks]
  }

  /// The text without blanks at its ends.
  var withoutOuterBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
