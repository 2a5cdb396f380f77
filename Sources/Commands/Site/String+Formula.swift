extension String {
  /// A formula in a line of text as it is printed: `3*x*y^2 - 1` as "3·x·y² − 1".
  ///
  /// Powers of several letters stay, for there is no sign for them in a line of text.
  var printedFormula: String {
    let characters = Array(self)
    var text = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let digits = characters[(index + 1)...].prefix { $0.isASCII && $0.isNumber }
      let after = index + 1 + digits.count
      let endsThere = after == characters.count || !".(^".contains(characters[after])
      switch character {
      case "^" where !digits.isEmpty && endsThere:
        text += String(digits.compactMap(\.wholeNumberValue).map { Self.superscripts[$0] })
        index = after - 1
      case "*": text += "·"
      // A hyphen between words stays one: Newton-Raphson.
      case "-" where !Self.isLetter(characters, index - 1) || !Self.isLetter(characters, index + 1):
        text += "−"
      default: text.append(character)
      }
      index += 1
    }
    return text
  }

  private static let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  private static func isLetter(_ characters: [Character], _ index: Int) -> Bool {
    characters.indices.contains(index) && characters[index].isLetter
  }
}
