/// Why a page cannot become a picture.
public struct RenderError: Error, Hashable, Sendable {
  /// What went wrong; the text is made in `RenderError+Message.swift`.
  public enum Kind: Hashable, Sendable {
    /// A page without extent, or with one that is no number.
    case noExtent(width: Double, height: Double)
    /// A side that is longer than the format allows, in pixels or output units.
    case sideTooLong(width: Double, height: Double, limit: Int)
    /// More pixels than allowed.
    case tooManyPixels(width: Double, height: Double, limit: Int)
    /// No memory for the picture.
    case outOfMemory
    /// A font file that is missing or is no font.
    case unreadableFont(path: String)
    /// Anything else that Cairo reports, in its own words.
    case cairo(String)
  }

  /// What went wrong.
  public let kind: Kind

  /// The error of a kind.
  public init(_ kind: Kind) { self.kind = kind }
}
