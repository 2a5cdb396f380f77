import Geometry
import Typesetting

/// A block of the column, set: its items stand around its first baseline.
struct SetBlock {
  /// The items; the origin is the left end of the first baseline.
  var items: [PageItem]
  /// How far the first line reaches above its baseline.
  var ascent: Double
  /// The way from the first baseline to the last.
  var extent: Double
  /// How far the last line reaches below its baseline.
  var depth: Double
}

/// Sets the blocks of a margin column in a width.
struct BlockSetter {
  /// The width of the column.
  let width: Double
  /// The sizes of type.
  let sizes: TypeScale
  /// The colours.
  let theme: Theme
  /// What sets the text.
  let flow: TextFlow
  /// Whether formulas with room have the fractions of a display.
  var displaysFormulas = false

  /// Where text begins after a marker, and after the sample of a key row.
  static let markerIndent = 41.0
  static let keyIndent = 58.0
  static let sampleLength = 44.0
  static let pitch = 1.35

  /// A block, set.
  func block(_ block: ColumnBlock) throws(TypesettingError) -> SetBlock {
    switch block {
    case .title(let text):
      try paragraph(text, size: sizes.title, weight: .bold, role: .ink, limit: 3)
    case .formula(let terms, let isHeadline, let role):
      try FormulaSetter(
        width: width, sizes: sizes, colour: theme.textColour(.role(role)), flow: flow,
        isDisplayed: displaysFormulas
      ).block(terms: terms, isHeadline: isHeadline)
    case .result(let text, let marker):
      try result(text, marker: marker)
    case .table(let head, let rows):
      try TableSetter(width: width, sizes: sizes, theme: theme, flow: flow)
        .block(head: head, rows: rows)
    case .key(let sample, let text, let note):
      try key(sample, text: text, note: note)
    case .verdict(let text, let role):
      try verdict(text, role: role)
    case .remark(let text):
      try paragraph(text, size: sizes.remark, role: .soft, limit: 3)
    }
  }

  /// Lines of text from `indent` on.
  private func paragraph(
    _ text: String, size: Double, weight: FontWeight = .regular, role: Role, indent: Double = 0,
    limit: Int
  ) throws(TypesettingError) -> SetBlock {
    let lines = try flow.lines(
      text, size: size, weight: weight, width: width - indent, limit: limit, mayBeMore: true)
    var block = SetBlock(items: [], ascent: lines.first?.height ?? 0, extent: 0, depth: 0)
    for (number, line) in lines.enumerated() {
      if number > 0 {
        let previous = lines[number - 1]
        block.extent += max(size * Self.pitch, previous.depth + line.height + 6)
      }
      block.items.append(.text(line, at: Point(indent, block.extent), theme.colour(role)))
      block.depth = line.depth
    }
    return block
  }

  private func result(_ text: String, marker: Marker?) throws(TypesettingError) -> SetBlock {
    let indent = marker == nil ? 0 : Self.markerIndent
    var block = try paragraph(text, size: sizes.result, role: .ink, indent: indent, limit: 3)
    if let marker { block.items += items(of: marker, beside: sizes.result) }
    return block
  }

  /// One bold word after a dot of its colour.
  private func verdict(_ text: String, role: Role) throws(TypesettingError) -> SetBlock {
    let colour = theme.textColour(.role(role))
    let indent = 29.0
    let line = try flow.line(text, size: sizes.result, weight: .bold, width: width - indent)
    let dot = DotShape(
      centre: Point(9, -0.34 * sizes.result), radius: 7.5, isOpen: false)
    let items = dot.items(colour, paper: theme.paper) + [.text(line, at: Point(indent, 0), colour)]
    return SetBlock(items: items, ascent: line.height, extent: 0, depth: line.depth)
  }

  /// A marker before a line of text of the given size.
  private func items(of marker: Marker, beside size: Double) -> [PageItem] {
    marker.items(
      at: Point(Marker.reach * 0.88, -0.34 * size), ink: theme.colour(.ink), paper: theme.paper,
      scale: 0.88, isCased: false)
  }

  /// Bands of a colour in a frame as large as a swatch.
  private func items(
    of bands: [ClosedRange<Double>], _ paint: Paint, around middle: Double
  ) -> [PageItem] {
    let height = 20.0
    let frame = Box(x: 0, y: middle - height / 2, width: Self.sampleLength, height: height)
    let boxes = bands.map { band in
      Subpath(
        polygon: Box(
          minX: 0, minY: frame.maxY - height * band.upperBound, maxX: Self.sampleLength,
          maxY: frame.maxY - height * band.lowerBound
        ).corners)
    }
    let inside = Box(x: 0.6, y: frame.minY + 0.6, width: frame.width - 1.2, height: height - 1.2)
    return [
      .fill(Path(boxes), theme.colour(paint)),
      .stroke(Path(inside), theme.colour(.axis), LineStyle(width: 1.2)),
    ]
  }

  private func key(
    _ sample: KeySample, text: String, note: String?
  ) throws(TypesettingError) -> SetBlock {
    var block = try paragraph(
      text, size: sizes.key, role: .soft, indent: Self.keyIndent, limit: 2)
    let middle = -0.32 * sizes.key
    switch sample {
    case .line(let pen):
      let line = Path(line: Point(0, middle), Point(Self.sampleLength, middle))
      block.items.append(.stroke(line, theme.colour(pen.paint), pen.style))
    case .arrow(let pen):
      let shape = ArrowShape.alone(
        from: Point(0, middle), to: Point(Self.sampleLength, middle), width: pen.width)
      block.items += shape?.items(theme.colour(pen.paint), dash: pen.style.dash) ?? []
    case .dot(let paint, let isOpen):
      let dot = DotShape(
        centre: Point(Self.sampleLength / 2, middle), radius: 6.5, isOpen: isOpen)
      block.items += dot.items(theme.colour(paint), paper: theme.paper)
    case .swatch(let paint):
      let area = Box(x: 0, y: middle - 10, width: Self.sampleLength, height: 20)
      block.items.append(.fill(Path(area), theme.colour(paint)))
    case .bands(let paint, let bands):
      block.items += items(of: bands, paint, around: middle)
    case .marker(let marker):
      block.items += items(of: marker, beside: sizes.key).map { item in
        item.moved(by: Point(Self.sampleLength / 2 - Marker.reach * 0.88, 0))
      }
    }
    if let note, !note.isEmpty {
      let second = try paragraph(
        note, size: sizes.small, role: .soft, indent: Self.keyIndent, limit: 2)
      let step = max(sizes.small * Self.pitch, block.depth + second.ascent + 5)
      block.items += second.items.map { $0.moved(by: Point(0, block.extent + step)) }
      block.extent += step + second.extent
      block.depth = second.depth
    }
    return block
  }
}
