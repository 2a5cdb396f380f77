/// What a user should know of the fonts.
enum FontWarning {
  /// A file that is not there.
  case file(String)
  /// Characters that a font lacks and another shows, or that no font has.
  case characters([Character], lackedBy: String?, shownBy: String?)

  /// More are counted only.
  private static let mostNamed = 6

  /// Whether the warning says the other as well, perhaps from now on.
  mutating func takesIn(_ other: FontWarning) -> Bool {
    switch (self, other) {
    case (.file(let own), .file(let sentence)): return own == sentence
    case (.characters(let own, let lackedBy, let shownBy), .characters(let new, let a, let b))
    where lackedBy == a && shownBy == b:
      self = .characters(
        own + new.filter { !own.contains($0) }, lackedBy: lackedBy, shownBy: shownBy)
      return true
    default: return false
    }
  }

  /// The warning for the terminal.
  var sentence: String {
    switch self {
    case .file(let sentence): return sentence
    case .characters(let characters, let lackedBy, let shownBy):
      let isOne = characters.count == 1
      var names = characters.prefix(Self.mostNamed).map(\.named).joined(separator: ", ")
      if characters.count > Self.mostNamed {
        names += " and \(characters.count - Self.mostNamed) more"
      }
      guard let lackedBy, let shownBy else {
        return isOne
          ? "No installed font has the character \(names); a frame stands in its place."
          : "No installed font has the characters \(names); frames stand in their places."
      }
      return isOne
        ? "\(lackedBy) has no character \(names); \(shownBy) shows it."
        : "\(lackedBy) has no characters \(names); \(shownBy) shows them."
    }
  }
}

extension Character {
  /// The character with its code points.
  fileprivate var named: String {
    let codes = unicodeScalars.map { "U+" + $0.value.hexadecimal }
    return "\(self) (\(codes.joined(separator: " ")))"
  }
}

extension UInt32 {
  /// At least four hexadecimal digits, as Unicode writes its code points.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
