import Typesetting

/// Text fitted into a width: made smaller, broken into lines, cut with an ellipsis at the last.
struct TextFlow {
  /// What sets the text.
  let typesetter: Typesetter

  /// Below this, text is cut rather than made smaller.
  private static let smallest = 14.0
  private static let ellipsis = "…"
  /// So many lines more than were asked for are better than a line that is cut.
  private static let linesInNeed = 3

  /// One line at most `width` wide.
  func line(
    _ source: String, size: Double, weight: FontWeight = .regular, width: Double
  ) throws(TypesettingError) -> TextBox {
    let box = try typesetter.set(source, size: size, weight: weight)
    if box.width <= width || width <= 0 { return box }
    let smaller = max(size * width / box.width * 0.995, min(Self.smallest, size))
    let second = try typesetter.set(source, size: smaller, weight: weight)
    if second.width <= width { return second }
    return try cut(source, size: smaller, weight: weight, width: width)
  }

  /// The longest beginning that fits with an ellipsis after it; formulas are kept whole.
  private func cut(
    _ source: String, size: Double, weight: FontWeight, width: Double
  ) throws(TypesettingError) -> TextBox {
    let pieces: [String]
    let joint: String
    if source.contains("$") {
      (pieces, joint) = (Self.words(of: source), " ")
    } else {
      (pieces, joint) = (source.map(String.init), "")
    }
    var best = try typesetter.set(Self.ellipsis, size: size, weight: weight)
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high + 1) / 2
      let text = pieces.prefix(middle).joined(separator: joint) + Self.ellipsis
      let box = try typesetter.set(text, size: size, weight: weight)
      if box.width <= width {
        (best, low) = (box, middle)
      } else {
        high = middle - 1
      }
    }
    return best
  }

  /// Lines at most `width` wide, broken between words, `limit` of them; where there may be more, some
  /// more are better than one that is cut.
  func lines(
    _ source: String, size: Double, weight: FontWeight = .regular, width: Double, limit: Int,
    mayBeMore: Bool = false
  ) throws(TypesettingError) -> [TextBox] {
    let whole = try typesetter.set(source, size: size, weight: weight)
    if whole.width <= width { return [whole] }
    let words = Self.words(of: source)
    var advances: [Double] = []
    for word in words {
      advances.append(try typesetter.set(word, size: size, weight: weight).width)
    }
    let space =
      try typesetter.set("n n", size: size, weight: weight).width
      - typesetter.set("nn", size: size, weight: weight).width
    let ends = ends(advances, space, whole.width, width, limit: limit, mayBeMore: mayBeMore)
    let starts = [0] + ends.dropLast()
    let lines = zip(starts, ends).map { words[$0..<$1] }
    var boxes: [TextBox] = []
    for words in lines {
      let text = words.joined(separator: " ")
      let box = try typesetter.set(text, size: size, weight: weight)
      if box.width <= width {
        boxes.append(box)
      } else if words.count > 1, box.width > 1.25 * width {
        // Much smaller than the lines above it the last would not seem to belong to them.
        boxes.append(try cut(text, size: size, weight: weight, width: width))
      } else {
        boxes.append(try line(text, size: size, weight: weight, width: width))
      }
    }
    return boxes
  }

  /// Where the lines of words end whose length together is `whole`.
  private func ends(
    _ advances: [Double], _ space: Double, _ whole: Double, _ width: Double, limit: Int,
    mayBeMore: Bool
  ) -> [Int] {
    var limit = limit
    var ends = Self.breaks(advances, space: space, width: width, limit: limit)
    let needed = Self.breaks(advances, space: space, width: width, limit: .max).count
    if mayBeMore, needed > limit, needed <= limit + Self.linesInNeed,
      cuts(ends, advances, space, width)
    {
      limit = needed
      ends = Self.breaks(advances, space: space, width: width, limit: limit)
    }
    // Lines of about one length read better than a full line and a crumb.
    let even = 1.12 * whole / Double(max(ends.count, 1))
    let balanced = Self.breaks(advances, space: space, width: min(even, width), limit: .max)
    return balanced.count == ends.count ? balanced : ends
  }

  /// Whether the last line is so much too wide that it would be cut.
  private func cuts(
    _ ends: [Int], _ advances: [Double], _ space: Double, _ width: Double
  ) -> Bool {
    let start = ends.count > 1 ? ends[ends.count - 2] : 0
    let line = advances[start...]
    let length = line.reduce(0, +) + space * Double(line.count - 1)
    return line.count > 1 && length > 1.25 * width
  }

  /// Where lines end: the number of words up to the end of each; the last takes all that is left.
  private static func breaks(
    _ advances: [Double], space: Double, width: Double, limit: Int
  ) -> [Int] {
    var ends: [Int] = []
    var reached = 0.0
    for (number, advance) in advances.enumerated() {
      if reached > 0, reached + space + advance > width, ends.count + 1 < limit {
        ends.append(number)
        reached = 0
      }
      reached += (reached > 0 ? space : 0) + advance
    }
    return ends + [advances.count]
  }

  /// The words of a source: what stands between blanks outside formulas.
  static func words(of source: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isInFormula = false
    var isEscaped = false
    for character in source {
      if character == "$", !isEscaped { isInFormula.toggle() }
      isEscaped = character == "\\" && !isEscaped
      if character == " ", !isInFormula {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
