/// The file format of a picture.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  /// Pixels, without loss.
  case png
  /// Vector graphics for the web.
  case svg
  /// Vector graphics for print, with text that can be selected.
  case pdf
}
