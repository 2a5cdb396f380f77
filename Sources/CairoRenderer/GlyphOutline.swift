import CFreeType
import Geometry

/// The outline of a glyph in font units, and a second one of the same shape to place it with.
final class GlyphOutline {
  private let library: FT_Library
  private var original: FT_Outline
  private var placed: FT_Outline
  private let pointCount: Int

  /// Copies an outline, or `nil` where it is empty or there is no memory.
  init?(copying source: FT_Outline, in library: FT_Library) {
    var source = source
    let pointCount = Int(source.n_points)
    guard pointCount > 0,
      let original = Self.copy(&source, in: library),
      let placed = Self.copy(&source, in: library)
    else { return nil }
    self.library = library
    self.original = original
    self.placed = placed
    self.pointCount = pointCount
  }

  deinit {
    FT_Outline_Done(library, &original)
    FT_Outline_Done(library, &placed)
  }

  private static func copy(_ source: inout FT_Outline, in library: FT_Library) -> FT_Outline? {
    var copy = FT_Outline()
    let points = UInt32(source.n_points)
    guard FT_Outline_New(library, points, FT_Int(source.n_contours), &copy) == 0 else {
      return nil
    }
    guard FT_Outline_Copy(&source, &copy) == 0 else {
      FT_Outline_Done(library, &copy)
      return nil
    }
    return copy
  }

  /// Places the outline in 1/64 of a pixel, the ordinate downwards; gives its box in whole pixels.
  ///
  /// `map` takes font units, the ordinate upwards, to pixels. `nil` where that is not within reach.
  func place(by map: AffineMap) -> PixelBox? {
    guard let from = original.points, let to = placed.points else { return nil }
    for index in 0..<pointCount {
      let p = map(Point(Double(from[index].x), Double(from[index].y)))
      guard abs(p.x) < 32_000, abs(p.y) < 32_000 else { return nil }
      to[index] = FT_Vector(x: Int((p.x * 64).rounded()), y: Int((p.y * 64).rounded()))
    }
    var box = FT_BBox()
    FT_Outline_Get_CBox(&placed, &box)
    return PixelBox(
      minX: box.xMin >> 6, minY: box.yMin >> 6, maxX: (box.xMax + 63) >> 6,
      maxY: (box.yMax + 63) >> 6)
  }

  /// Adds the coverage of the outline as placed last to `mask`.
  func render(to mask: inout CoverageMask) {
    FT_Outline_Translate(&placed, -mask.box.minX << 6, -mask.box.minY << 6)
    withUnsafeMutablePointer(to: &mask) { mask in
      var parameters = FT_Raster_Params()
      parameters.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP
      parameters.gray_spans = CoverageMask.addSpans
      parameters.user = UnsafeMutableRawPointer(mask)
      parameters.clip_box = FT_BBox(
        xMin: 0, yMin: 0, xMax: mask.pointee.box.width, yMax: mask.pointee.box.height)
      FT_Outline_Render(library, &placed, &parameters)
    }
  }
}
