import Geometry
import Typesetting

/// Sets a formula of the column, broken at its terms where it is wider than the column.
struct FormulaSetter {
  /// The width of the column.
  let width: Double
  /// The sizes of type.
  let sizes: TypeScale
  /// The colour of the formula.
  let colour: Colour
  /// What sets the formulas.
  let flow: TextFlow
  /// Whether a formula in one line has the fractions and sums of a display.
  var isDisplayed = false

  private static let mostLines = 4
  /// So many lines are better than a formula that is cut.
  private static let mostLinesInNeed = 9
  private static let shown = 3

  /// The formula in one line as large as it fits, else in up to four lines, or in need in more.
  ///
  /// Of one that is longer still there are the first three lines and an ellipsis. One of which not
  /// even the beginning fits has no items, or if it is the headline its left side and an ellipsis.
  func block(terms: [String], isHeadline: Bool) throws(TypesettingError) -> SetBlock {
    let terms = terms.filter { !$0.isEmpty }
    guard !terms.isEmpty else { return SetBlock(items: [], ascent: 0, extent: 0, depth: 0) }
    // A term that nobody reads to its end is not set again and again at all sizes.
    let isLong = terms.count > 40 || terms.contains { $0.utf8.count > 600 }
    if isHeadline, !isLong {
      var size = sizes.headline
      while size > sizes.formula {
        let line = try set(terms[...], size: size)
        if line.width <= width { return block([line], size: size) }
        size -= 2
      }
    }
    if isDisplayed, !isLong, let line = try displayed(terms) {
      return block([line], size: sizes.formula)
    }
    for size in isLong ? [TypeScale.floor] : smallerSizes {
      guard let lines = try fitting(terms, size: size) else { continue }
      // A line for a last crumb is worse than slightly smaller type.
      for smaller in smallerSizes
      where smaller < size && smaller >= max(0.85 * size, TypeScale.floor) {
        if let fewer = try fitting(terms, size: smaller), fewer.count < lines.count {
          return block(fewer, size: smaller)
        }
      }
      return block(lines, size: size)
    }
    if !isLong, let (lines, size) = try inNeed(terms) { return block(lines, size: size) }
    let lines = try broken(terms, size: TypeScale.floor)
    var shown = try shortened(terms, lines: lines, size: TypeScale.floor)
    if shown.isEmpty, isHeadline { shown = try beginning(of: terms, size: TypeScale.floor) }
    return block(shown, size: TypeScale.floor)
  }

  /// The lines at a size, where they are few and narrow enough.
  private func fitting(
    _ terms: [String], size: Double, most: Int = mostLines
  ) throws(TypesettingError) -> [TextBox]? {
    let lines = try broken(terms, size: size, most: most)
    return lines.count <= most && lines.allSatisfy({ $0.width <= width }) ? lines : nil
  }

  /// A formula with fractions in one line, set as a display where it has room for that.
  private func displayed(_ terms: [String]) throws(TypesettingError) -> TextBox? {
    let tex = terms.joined(separator: " ")
    guard tex.contains("\\frac") else { return nil }
    let line = try flow.typesetter.setFormula(tex, size: sizes.formula, style: .display)
    return line.width <= width ? line : nil
  }

  /// The formula in more lines than are pleasant, the first broken after its equals sign as well.
  private func inNeed(
    _ terms: [String]
  ) throws(TypesettingError) -> (lines: [TextBox], size: Double)? {
    var parts = terms
    let sides = terms[0].split(separator: " = ", maxSplits: 1).map(String.init)
    if sides.count == 2, !sides[0].contains("\\begin"), !sides[0].contains("\\left") {
      parts.replaceSubrange(0..<1, with: [sides[0] + " =", sides[1]])
    }
    for size in smallerSizes where size <= TypeScale.floor {
      if let lines = try fitting(parts, size: size, most: Self.mostLinesInNeed) {
        return (lines, size)
      }
    }
    return nil
  }

  /// The sizes that are tried, down to what a narrow column asks for.
  private var smallerSizes: [Double] {
    (Array(stride(from: sizes.formula, to: TypeScale.floor, by: -2)) + [TypeScale.floor, 18, 16])
      .filter { $0 >= sizes.least }
  }

  /// The indent of the lines after the first, less where the column is narrow.
  private func indent(_ size: Double) -> Double { (size > TypeScale.floor ? 2.1 : 1) * size }

  private func set(_ terms: ArraySlice<String>, size: Double) throws(TypesettingError) -> TextBox {
    try flow.typesetter.setFormula(
      terms.joined(separator: " "), size: size, style: .inline, weight: .regular)
  }

  /// The terms in lines, each as full as it can be, and no more lines than show that they are too
  /// many.
  private func broken(
    _ terms: [String], size: Double, most: Int = mostLines
  ) throws(TypesettingError) -> [TextBox] {
    var lines: [TextBox] = []
    var first = 0
    while first < terms.count, lines.count <= most {
      let room = width - (first == 0 ? 0 : indent(size))
      var last = first
      var line = try set(continuation(terms[first...first], of: first), size: size)
      while last + 1 < terms.count {
        let longer = try set(continuation(terms[first...(last + 1)], of: first), size: size)
        if longer.width > room { break }
        line = longer
        last += 1
      }
      if first > 0 { line.width += indent(size) }
      lines.append(line)
      first = last + 1
    }
    return lines
  }

  /// An empty group before a sign at the beginning of a line keeps it an operator between terms.
  private func continuation(_ terms: ArraySlice<String>, of first: Int) -> ArraySlice<String> {
    first == 0 ? terms : ["{}"] + terms
  }

  /// The first three lines and an ellipsis; what is still too wide is set smaller or left out.
  private func shortened(
    _ terms: [String], lines: [TextBox], size: Double
  ) throws(TypesettingError) -> [TextBox] {
    let isCut = lines.count > Self.mostLines
    var result: [TextBox] = []
    for line in isCut ? Array(lines.prefix(Self.shown)) : lines {
      if line.width <= width {
        result.append(line)
      } else if terms.count == 1, line.width <= width * size / sizes.least {
        result.append(
          try set(terms[...], size: max(size * width / line.width * 0.995, sizes.least)))
      } else {
        // A term wider than the column cannot be broken: what follows is said elsewhere.
        return result.isEmpty ? [] : result + [try dots(size: size)]
      }
    }
    return isCut ? result + [try dots(size: size)] : result
  }

  /// The left side of an equation with an ellipsis for the right one.
  private func beginning(of terms: [String], size: Double) throws(TypesettingError) -> [TextBox] {
    let parts = terms[0].split(separator: " = ", maxSplits: 1)
    guard parts.count == 2 else { return [try dots(size: size)] }
    let line = try set(["\(parts[0]) = \\ldots"], size: size)
    return [line.width <= width ? line : try dots(size: size)]
  }

  private func dots(size: Double) throws(TypesettingError) -> TextBox {
    var box = try flow.typesetter.set("…", size: size)
    box.width += indent(size)
    return box
  }

  private func block(_ lines: [TextBox], size: Double) -> SetBlock {
    var block = SetBlock(items: [], ascent: lines.first?.height ?? 0, extent: 0, depth: 0)
    let ink = colour
    for (number, line) in lines.enumerated() {
      if number > 0 {
        let previous = lines[number - 1]
        block.extent += max(size * 1.7, previous.depth + line.height + 10)
      }
      let indent = number == 0 ? 0 : indent(size)
      // The room that a line takes had its indent in it.
      var shown = line
      shown.width -= indent
      block.items.append(.text(shown, at: Point(indent, block.extent), ink))
      block.depth = line.depth
    }
    return block
  }
}
