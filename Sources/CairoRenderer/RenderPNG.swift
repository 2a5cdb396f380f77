import CCairo
import Drawing

/// The longest side of a PNG: what Cairo's image surface holds.
private let longestSide = 32_767
/// The most pixels of a PNG: 400 MB while it is drawn.
private let mostPixels = 100_000_000

/// Draws on an image surface and compresses its pixels in place.
func renderPNG(_ page: Page, stages: ArraySlice<Stage>) throws(RenderError) -> [UInt8] {
  let factor = page.scale * page.pixelsPerUnit
  let (width, height) = try pixelSize(of: page, factor: factor)
  var pixelsPerMetre: UInt32?
  if page.unit == .point {
    pixelsPerMetre = UInt32(min(max((page.pixelsPerUnit * 72 / 0.0254).rounded(), 1), 1e9))
  }
  let stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width)
  let memory = PixelMemory(byteCount: Int(stride) * Int(height))
  defer { withExtendedLifetime(memory) {} }
  guard let pixels = memory.start else { throw RenderError(.outOfMemory) }
  let surface = Surface(
    cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_RGB24, width, height, stride))
  try surface.check()
  try surface.draw { (context) throws(RenderError) in
    let text = GlyphMasks(width: Int(width), height: Int(height))
    let painter = Painter(context: context, factor: factor, text: text)
    painter.paint(page.background)
    for stage in stages { try painter.paint(stage.items) }
  }
  cairo_surface_flush(surface.handle)
  let rows = PixelRows(
    packing: pixels, stride: Int(stride), width: Int(width), height: Int(height))
  let writer = PNGWriter(
    width: Int(width), height: Int(height), pixelsPerMetre: pixelsPerMetre)
  return try writer.write(rows)
}

/// The extent in whole pixels, checked against the limits.
private func pixelSize(
  of page: Page, factor: Double
) throws(RenderError) -> (width: Int32, height: Int32) {
  let width = (page.width * factor).rounded()
  let height = (page.height * factor).rounded()
  guard width >= 1, height >= 1 else { throw RenderError(.noExtent(width: width, height: height)) }
  guard max(width, height) <= Double(longestSide) else {
    throw RenderError(.sideTooLong(width: width, height: height, limit: longestSide))
  }
  guard width * height <= Double(mostPixels) else {
    throw RenderError(.tooManyPixels(width: width, height: height, limit: mostPixels))
  }
  return (Int32(width), Int32(height))
}
