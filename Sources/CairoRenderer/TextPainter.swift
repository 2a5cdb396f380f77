import CCairo
import Geometry
import Typesetting

/// A way to get glyphs on a surface.
protocol TextPainter: AnyObject {
  /// Shows `runs` in the current source colour; `map` takes their coordinates to output units.
  func show(
    _ runs: [GlyphRun], through map: AffineMap, on context: OpaquePointer
  ) throws(RenderError)
}
