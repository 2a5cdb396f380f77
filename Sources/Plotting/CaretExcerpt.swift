/// The part of an expression around the place that is wrong, and a caret under that place.
///
///       x^2 + * y
///             ^
public struct CaretExcerpt: Hashable, Sendable {
  /// The expression or a part of it, on one line, after two blanks.
  public let text: String
  /// The caret, below its character.
  public let caret: String

  /// Both lines.
  public var lines: [String] { [text, caret] }

  /// How many characters are shown before `…` stands for the rest.
  static let width = 100

  /// The excerpt of `source` around `position`, counted in code points.
  ///
  /// Control characters are shown as one blank each, so that the caret stays in its column. A
  /// position behind the end stands for something missing there.
  public init(of source: String, at position: Int) {
    let scalars = source.unicodeScalars.map(Self.shown)
    let place = min(max(position, 0), scalars.count)
    var range = 0..<scalars.count
    if scalars.count > Self.width {
      let start = min(max(place - Self.width / 2, 0), scalars.count - Self.width)
      range = start..<start + Self.width
    }
    let before = range.lowerBound > 0 ? "…" : ""
    let after = range.upperBound < scalars.count ? "…" : ""
    var shown = "  " + before
    shown.unicodeScalars.append(contentsOf: scalars[range])
    text = shown + after
    let indent = 2 + before.unicodeScalars.count + place - range.lowerBound
    caret = String(repeating: " ", count: indent) + "^"
  }

  /// The scalar itself, or a blank for one that would move the caret or the cursor.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format: " "
    default: scalar
    }
  }
}
