import CCairo
import Geometry
import Typesetting

/// Text on pixels: outlines at their exact places, filled by FreeType and painted by Cairo.
///
/// Cairo's own glyphs would be moved to whole pixels. Its path filler keeps the places, but takes
/// five times as long as FreeType's, which computes the exact area of each pixel that is covered.
final class GlyphMasks: TextPainter {
  private let picture: PixelBox
  private let fonts = FontFiles()

  /// Masks on a picture of `width` × `height` pixels.
  init(width: Int, height: Int) {
    picture = PixelBox(minX: 0, minY: 0, maxX: width, maxY: height)
  }

  func show(
    _ runs: [GlyphRun], through map: AffineMap, on context: OpaquePointer
  ) throws(RenderError) {
    let places = try placements(of: runs, through: map)
    var box: PixelBox?
    var visible: [Placement] = []
    for place in places {
      guard let inked = place.outline.place(by: place.map), !inked.intersection(picture).isEmpty
      else { continue }
      visible.append(place)
      box = box?.union(inked) ?? inked
    }
    guard let box else { return }
    try paint(visible, in: box.intersection(picture), on: context)
  }

  /// A glyph with the map that takes its font units to pixels.
  private struct Placement {
    let outline: GlyphOutline
    let map: AffineMap
  }

  private func placements(
    of runs: [GlyphRun], through map: AffineMap
  ) throws(RenderError) -> [Placement] {
    var places: [Placement] = []
    for run in runs {
      let font = try fonts.file(of: run.face)
      guard let unitsPerEm = font.unitsPerEm, run.size > 0, run.size.isFinite else { continue }
      let k = run.size / unitsPerEm
      for glyph in run.glyphs where glyph.origin.isFinite {
        guard let outline = font.outline(of: glyph.id) else { continue }
        let origin = map(glyph.origin)
        let local = AffineMap(
          xx: map.xx * k, xy: -map.xy * k, yx: map.yx * k, yy: -map.yy * k, dx: origin.x,
          dy: origin.y)
        places.append(Placement(outline: outline, map: local))
      }
    }
    return places
  }

  private func paint(
    _ places: [Placement], in box: PixelBox, on context: OpaquePointer
  ) throws(RenderError) {
    let surface = Surface(
      cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(box.width), Int32(box.height)))
    try surface.check()
    cairo_surface_flush(surface.handle)
    guard let pixels = cairo_image_surface_get_data(surface.handle) else {
      throw RenderError(.outOfMemory)
    }
    let stride = Int(cairo_image_surface_get_stride(surface.handle))
    var mask = CoverageMask(pixels: pixels, stride: stride, box: box)
    for place in places where place.outline.place(by: place.map) != nil {
      place.outline.render(to: &mask)
    }
    cairo_surface_mark_dirty(surface.handle)
    cairo_mask_surface(context, surface.handle, Double(box.minX), Double(box.minY))
  }
}
