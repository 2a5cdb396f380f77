import Geometry

extension TextBox {
  /// The box with nothing in it.
  static let empty = TextBox(width: 0, height: 0, depth: 0)

  /// The box moved, its own baseline left where it is.
  mutating func move(by offset: Point) {
    for run in runs.indices {
      for glyph in runs[run].glyphs.indices {
        runs[run].glyphs[glyph].origin = runs[run].glyphs[glyph].origin + offset
      }
    }
    for rule in rules.indices { rules[rule] = rules[rule].moved(by: offset) }
    height -= offset.y
    depth += offset.y
  }

  /// Puts the content of `other` with its origin at `origin`; the width stays.
  mutating func place(_ other: TextBox, at origin: Point) {
    let isFirst = runs.isEmpty && rules.isEmpty
    var moved = other
    moved.move(by: origin)
    runs += moved.runs
    rules += moved.rules
    if moved.runs.isEmpty && moved.rules.isEmpty { return }
    height = isFirst ? moved.height : max(height, moved.height)
    depth = isFirst ? moved.depth : max(depth, moved.depth)
  }

  /// Puts the content of `other` at the right end and widens the box by its width.
  mutating func append(_ other: TextBox) {
    place(other, at: Point(width, 0))
    width += other.width
  }

  /// Puts a filled rectangle.
  mutating func place(_ rule: Box) {
    place(TextBox(width: 0, height: -rule.minY, depth: rule.maxY, rules: [rule]), at: .zero)
  }

  /// The same box with neighbouring runs of one face and size made one, and a baseline inside.
  ///
  /// Done once at the end: merging while boxes are put together would copy each text many times.
  var finished: TextBox {
    var box = self
    box.height = max(height, 0)
    box.depth = max(depth, 0)
    box.runs = []
    var start = 0
    while start < runs.count {
      var end = start + 1
      while end < runs.count, runs[end].isSetLike(runs[start]) { end += 1 }
      box.runs.append(GlyphRun(joining: runs[start..<end], like: runs[start]))
      start = end
    }
    return box
  }
}

extension GlyphRun {
  /// Whether face and size are the same.
  fileprivate func isSetLike(_ other: GlyphRun) -> Bool {
    face == other.face && size == other.size
  }

  /// The glyphs of `runs` in one run of the face and size of `model`.
  fileprivate init(joining runs: ArraySlice<GlyphRun>, like model: GlyphRun) {
    self.init(
      face: model.face, size: model.size, glyphs: runs.flatMap(\.glyphs),
      text: runs.map(\.text).joined(), clusters: runs.flatMap(\.clusters))
  }
}
