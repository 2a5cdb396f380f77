/// The colour of a part of a text, where that is not the text's own.
public struct TextPaint: Hashable, Sendable, Codable {
  /// Red, green and blue in eight bits each: 0xD0680A.
  public let hex: UInt32

  /// The colour 0xRRGGBB; what stands above is left out.
  public init(hex: UInt32) { self.hex = hex & 0xFF_FFFF }
}

/// The colours that `\color` and `\textcolor` know by name.
///
/// A theme brings its own, so that a name means the theme's colour; `#RRGGBB` is known anyway.
public struct TextPalette: Sendable {
  /// All names, those that an error should offer first.
  public let names: [String]
  private let paint: @Sendable (String) -> TextPaint?

  /// The palette of `names`, whose colours `paint` gives.
  public init(names: [String], paint: @escaping @Sendable (String) -> TextPaint?) {
    self.names = names
    self.paint = paint
  }

  /// The colours that LaTeX's package xcolor always has.
  public static let standard = TextPalette(names: Array(standardColours.keys).sorted()) {
    standardColours[$0].map(TextPaint.init)
  }

  /// The colour of a name or of `#RRGGBB`, or `nil`.
  public func paint(named name: String) -> TextPaint? {
    guard name.first == "#" else { return paint(name) }
    let digits = name.dropFirst()
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(digits, radix: 16).map(TextPaint.init)
  }

  private static let standardColours: [String: UInt32] = [
    "black": 0x000000, "blue": 0x0000FF, "brown": 0xBF8040, "cyan": 0x00FFFF,
    "darkgray": 0x404040, "gray": 0x808080, "green": 0x00FF00, "lightgray": 0xBFBFBF,
    "lime": 0xBFFF00, "magenta": 0xFF00FF, "olive": 0x808000, "orange": 0xFF8000,
    "pink": 0xFFBFBF, "purple": 0xBF0040, "red": 0xFF0000, "teal": 0x008080, "violet": 0x800080,
    "white": 0xFFFFFF, "yellow": 0xFFFF00,
  ]
}
