import Geometry

/// A glyph of a label that is being put together.
struct InkGlyph {
  var id: UInt32
  /// The number of its font in the case of fonts.
  var font: Int
  var size: Double
  /// Its origin relative to the box; the ordinate downwards.
  var origin: Point
  /// The characters that it stands for; none for a further piece of a sign.
  var text: String
  /// Whether it shows the characters of the glyph before it as well as that one.
  var continuesCluster = false
  var paint: TextPaint?
}

/// Glyphs and rules around a baseline while a label is put together.
///
/// It is a `TextBox` whose glyphs lie in one list, so that a part is moved into its place without
/// an allocation for each of its glyphs.
struct InkBox {
  /// The advance width.
  var width = 0.0
  /// How far the ink reaches above the baseline; negative where all of it is below.
  var height = 0.0
  /// How far the ink reaches below the baseline; negative where all of it is above.
  var depth = 0.0
  var glyphs: [InkGlyph] = []
  var rules: [TextRule] = []

  /// The box with nothing in it.
  static let empty = InkBox()

  /// A blank.
  static func space(_ width: Double) -> InkBox { InkBox(width: width) }

  /// Whether there is nothing to be seen.
  var isEmpty: Bool { glyphs.isEmpty && rules.isEmpty }
}

// MARK: Composition

extension InkBox {
  /// The box moved, its own baseline left where it is.
  mutating func move(by offset: Point) {
    for index in glyphs.indices { glyphs[index].origin = glyphs[index].origin + offset }
    for index in rules.indices { rules[index].box = rules[index].box.moved(by: offset) }
    height -= offset.y
    depth += offset.y
  }

  /// Puts the content of `other` with its origin at `origin`; the width stays.
  mutating func place(_ other: InkBox, at origin: Point) {
    if other.isEmpty { return }
    let isFirst = isEmpty
    height = isFirst ? other.height - origin.y : max(height, other.height - origin.y)
    depth = isFirst ? other.depth + origin.y : max(depth, other.depth + origin.y)
    for var glyph in other.glyphs {
      glyph.origin = glyph.origin + origin
      glyphs.append(glyph)
    }
    for var rule in other.rules {
      rule.box = rule.box.moved(by: origin)
      rules.append(rule)
    }
  }

  /// Puts the content of `other` at the right end and widens the box by its width.
  mutating func append(_ other: InkBox) {
    place(other, at: Point(width, 0))
    width += other.width
  }

  /// Puts a filled rectangle.
  mutating func place(_ rule: Box) {
    let isFirst = isEmpty
    height = isFirst ? -rule.minY : max(height, -rule.minY)
    depth = isFirst ? rule.maxY : max(depth, rule.maxY)
    rules.append(TextRule(rule))
  }

  /// Gives a colour to all that has none of its own.
  mutating func paint(_ paint: TextPaint) {
    for index in glyphs.indices where glyphs[index].paint == nil { glyphs[index].paint = paint }
    for index in rules.indices where rules[index].paint == nil { rules[index].paint = paint }
  }
}

// MARK: Shaping

extension InkBox {
  /// The box of `text` in one font.
  init(shaping text: String, in font: OpenFont, _ mode: ShapingMode = .text, size: Double) {
    self.init(font.shape(text, mode), of: font, showing: text, size: size)
  }

  /// The box of one glyph that shows `text`; a piece of a sign may show none.
  init(_ glyph: UInt32, of font: OpenFont, showing text: String, size: Double) {
    let metrics = font.metrics(of: glyph)
    width = metrics.advance * size
    if !metrics.ink.isEmpty {
      height = metrics.ink.top * size
      depth = -metrics.ink.bottom * size
    }
    glyphs = [InkGlyph(id: glyph, font: font.number, size: size, origin: .zero, text: text)]
  }

  /// The box of shaped glyphs that show `text`, at a size.
  init(_ shaped: [ShapedGlyph], of font: OpenFont, showing text: String, size: Double) {
    var top = -Double.infinity
    var bottom = Double.infinity
    let texts = ClusterTexts(shaped, text)
    for (index, glyph) in shaped.enumerated() {
      let origin = Point(width + glyph.xOffset * size, -glyph.yOffset * size)
      glyphs.append(
        InkGlyph(
          id: glyph.id, font: font.number, size: size, origin: origin, text: texts.text(at: index),
          continuesCluster: texts.continues(at: index)))
      width += glyph.advance * size
      let ink = font.metrics(of: glyph.id).ink
      if ink.isEmpty { continue }
      top = max(top, (glyph.yOffset + ink.top) * size)
      bottom = min(bottom, (glyph.yOffset + ink.bottom) * size)
    }
    if top >= bottom {
      height = top
      depth = -bottom
    }
  }
}

/// How the characters of a text divide among the glyphs that HarfBuzz made of them.
private struct ClusterTexts {
  private let shaped: [ShapedGlyph]
  private let bytes: [UInt8]
  private let isAscending: Bool

  init(_ shaped: [ShapedGlyph], _ text: String) {
    self.shaped = shaped
    bytes = Array(text.utf8)
    isAscending = zip(shaped, shaped.dropFirst()).allSatisfy { $0.cluster <= $1.cluster }
  }

  /// Whether the glyph shows the same characters as the one before it.
  ///
  /// Scripts written from right to left: one cluster for all keeps the text, if not its parts.
  func continues(at index: Int) -> Bool {
    index > 0 && (!isAscending || shaped[index].cluster == shaped[index - 1].cluster)
  }

  /// The characters of the cluster that a glyph begins.
  func text(at index: Int) -> String {
    if continues(at: index) { return "" }
    guard isAscending else { return String(decoding: bytes, as: UTF8.self) }
    // The first cluster has what stands before it as well: ignorable characters without a glyph.
    let start = index == 0 ? 0 : shaped[index].cluster
    let next = shaped[index...].first { $0.cluster != shaped[index].cluster }
    let end = next?.cluster ?? bytes.count
    guard start <= end, end <= bytes.count else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
