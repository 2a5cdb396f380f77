import CCairo
import Drawing

/// The longest side of a vector picture in output units: beyond it Cairo's fixed point is coarse.
private let longestVectorSide = 1_000_000

/// Draws on an SVG surface and finishes what Cairo wrote.
func renderSVG(_ page: Page, stages: ArraySlice<Stage>) throws(RenderError) -> [UInt8] {
  let stream = ByteStream()
  let (width, height) = try extent(of: page, factor: page.scale)
  let surface = Surface(
    cairo_svg_surface_create_for_stream(ByteStream.write, stream.closure, width, height))
  try surface.check()
  cairo_svg_surface_restrict_to_version(surface.handle, CAIRO_SVG_VERSION_1_1)
  try surface.draw { (context) throws(RenderError) in
    FontGlyphs.prepare(context)
    let painter = Painter(context: context, factor: page.scale, text: FontGlyphs(isMapped: false))
    painter.paint(page.background)
    for stage in stages { try painter.paint(stage.items) }
  }
  cairo_surface_finish(surface.handle)
  try surface.check()
  let root = SVGRoot(
    width: width, height: height, unit: page.unit, title: page.title,
    description: page.description)
  return SVGFinisher.finish(stream.bytes, root: root)
}

/// Draws a sheet for each of `builds` on a PDF surface.
func renderPDF(_ page: Page, builds: [ArraySlice<Stage>]) throws(RenderError) -> [UInt8] {
  let stream = ByteStream()
  let pointsPerUnit = page.unit == .pixel ? 0.75 : 1
  let factor = page.scale * pointsPerUnit
  let (width, height) = try extent(of: page, factor: factor)
  let surface = Surface(
    cairo_pdf_surface_create_for_stream(ByteStream.write, stream.closure, width, height))
  try surface.check()
  let metadata = [
    (CAIRO_PDF_METADATA_TITLE, page.title), (CAIRO_PDF_METADATA_SUBJECT, page.description),
    (CAIRO_PDF_METADATA_CREATOR, "mvplot"),
    // A fixed date: the same page gives the same bytes tomorrow.
    (CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z"),
  ]
  for (key, text) in metadata where !text.isEmpty {
    cairo_pdf_surface_set_metadata(surface.handle, key, text)
  }
  try surface.draw { (context) throws(RenderError) in
    FontGlyphs.prepare(context)
    let painter = Painter(context: context, factor: factor, text: FontGlyphs(isMapped: true))
    for stages in builds {
      painter.paint(page.background)
      for stage in stages { try painter.paint(stage.items) }
      cairo_show_page(context)
    }
  }
  cairo_surface_finish(surface.handle)
  try surface.check()
  return stream.bytes
}

/// The extent in output units, checked against the limit.
private func extent(
  of page: Page, factor: Double
) throws(RenderError) -> (width: Double, height: Double) {
  let width = page.width * factor
  let height = page.height * factor
  guard width >= 0.01, height >= 0.01 else {
    throw RenderError(.noExtent(width: width, height: height))
  }
  guard max(width, height) <= Double(longestVectorSide) else {
    throw RenderError(.sideTooLong(width: width, height: height, limit: longestVectorSide))
  }
  return (width, height)
}
