extension RenderError: CustomStringConvertible {
  /// What is wrong with the value that is at fault, then what would work.
  public var description: String {
    switch kind {
    case .noExtent(let width, let height):
      "a picture of \(Self.text(width)) × \(Self.text(height)) has no extent; "
        + "both sides must be at least one pixel"
    case .sideTooLong(let width, let height, let limit):
      "a picture of \(Self.text(width)) × \(Self.text(height)) is too large; "
        + "a side may have at most \(limit)"
    case .tooManyPixels(let width, let height, let limit):
      "a picture of \(Self.text(width)) × \(Self.text(height)) pixels is too large; "
        + "there may be at most \(limit / 1_000_000) million"
    case .outOfMemory:
      "there is not enough memory for the picture; a smaller one may work"
    case .unreadableFont(let path):
      "the font file '\(path)' cannot be read; choose another font or install it again"
    case .cairo(let text):
      "the drawing library Cairo reports: \(text)"
    }
  }

  /// Whole numbers without a decimal point.
  private static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
