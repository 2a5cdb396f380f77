import CCairo
import Drawing
import Geometry
import Typesetting

/// Paints the items of a page on a Cairo context.
///
/// Page units are multiplied by `factor` here, under Cairo's identity matrix, so that the numbers
/// of vector files are the numbers of the page and not those of a matrix with its rounding.
struct Painter {
  /// The context, with the identity matrix.
  let context: OpaquePointer
  /// Output units per page unit.
  let factor: Double
  /// How glyphs get on the surface.
  let text: any TextPainter

  /// Covers the whole sheet.
  func paint(_ background: Colour) {
    setSource(background)
    cairo_paint(context)
  }

  /// Paints `items` in order.
  func paint(_ items: [PageItem]) throws(RenderError) {
    for item in items { try paint(item) }
  }

  private func paint(_ item: PageItem) throws(RenderError) {
    switch item {
    case .fill(let path, let colour):
      guard append(path, isFilled: true) else { return }
      setSource(colour)
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
      cairo_fill(context)
    case .stroke(let path, let colour, let style):
      guard apply(style, to: path), append(path, isFilled: false) else { return }
      setSource(colour)
      cairo_stroke(context)
    case .text(let box, let origin, let angle, let colour):
      try paint(box, at: origin, angle: angle, colour)
    case .clipped(let path, let items):
      guard append(path, isFilled: true) else { return }
      cairo_save(context)
      defer { cairo_restore(context) }
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
      cairo_clip(context)
      try paint(items)
    }
  }

  private func paint(
    _ box: TextBox, at origin: Point, angle: Double, _ colour: Colour
  ) throws(RenderError) {
    guard origin.isFinite, angle.isFinite else { return }
    var turn = cairo_matrix_t()
    cairo_matrix_init_rotate(&turn, angle)
    let map = AffineMap(
      xx: turn.xx * factor, xy: turn.xy * factor, yx: turn.yx * factor, yy: turn.yy * factor,
      dx: origin.x * factor, dy: origin.y * factor)
    var rest = box.runs[...]
    while let first = rest.first {
      // Runs of one colour are painted together, so that glyphs that touch show no seam.
      let alike = rest.prefix { $0.paint == first.paint }
      setSource(first.paint.map { $0.colour(like: colour) } ?? colour)
      try text.show(Array(alike), through: map, on: context)
      rest = rest.dropFirst(alike.count)
    }
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    for rule in box.rules {
      setSource(rule.paint.map { $0.colour(like: colour) } ?? colour)
      let path = Path(rule.box).mapped(by: map)
      if append(path, factor: 1, isFilled: true) { cairo_fill(context) }
    }
  }

  /// Components that are no numbers count as zero; Cairo itself limits them to 0…1.
  private func setSource(_ colour: Colour) {
    func finite(_ value: Double) -> Double { value.isNaN ? 0 : value }
    cairo_set_source_rgba(
      context, finite(colour.red), finite(colour.green), finite(colour.blue),
      finite(colour.alpha))
  }
}

extension TextPaint {
  /// The colour of a part of a text that is as transparent as the text.
  fileprivate func colour(like text: Colour) -> Colour {
    var colour = Colour(hex: hex)
    colour.alpha = text.alpha
    return colour
  }
}
