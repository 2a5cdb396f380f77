import Geometry

extension FormulaLayout {
  /// Sets parts side by side with the spaces that their classes ask for.
  func list(_ parts: [FormulaNode], _ style: MathStyle, _ alphabet: MathAlphabet) -> FormulaBox {
    if parts.count == 1 { return set(parts[0], style, alphabet) }
    var items: [ListItem] = []
    items.reserveCapacity(parts.count)
    ListItem.collect(parts, style, nil, into: &items)
    let classes = ListClasses.classes(of: items.map(\.part))
    var line = InkBox.empty
    var lean = 0.0
    var previous: AtomClass?
    for (item, atomClass) in zip(items, classes) {
      if let previous, let atomClass {
        // ln |x| has the space of ln x, which ln(x) has not.
        let isBar = previous == .largeOperator && item.part.isBar
        let space = AtomClass.space(
          from: previous, to: isBar ? .ordinary : atomClass, inScript: item.style.isScript)
        line.width += space / 18 * em(item.style)
      }
      var content = set(item.part, item.style, alphabet)
      if let paint = item.paint { content.box.paint(paint) }
      line.width += unfilled(lean, before: content, item.style)
      line.append(content.box)
      // A bare integral leans into the space after it.
      lean = item.part.isBigOperator ? 0 : content.italicCorrection
      previous = atomClass ?? previous
    }
    line.width += lean
    return FormulaBox(box: line)
  }

  /// How much of the lean of a slanted letter must be left free before the next part.
  ///
  /// In the hybrid the signs have wide bearings of their own, into which an f may lean: else f(x)
  /// falls apart, in the picture and in the text that is taken from it.
  private func unfilled(
    _ lean: Double, before next: FormulaBox, _ style: MathStyle
  ) -> Double {
    guard fonts.isHybrid, lean > 0, let glyph = next.box.glyphs.first else { return lean }
    let bearing = fonts.ink(of: glyph).left * glyph.size + glyph.origin.x
    return max(0, lean - max(0, bearing - 0.03 * em(style)))
  }

  /// A space in eighteenths of an em.
  func space(_ width: Double, _ style: MathStyle) -> FormulaBox {
    FormulaBox(box: .space(width / 18 * em(style)))
  }
}

/// A part of a list with the style and the colour that hold where it stands.
private struct ListItem {
  let part: FormulaNode
  let style: MathStyle
  let paint: TextPaint?

  /// The items of parts: switches act on what follows, and coloured parts lie in the list itself,
  /// so that a coloured sign has the spaces of a plain one.
  static func collect(
    _ parts: [FormulaNode], _ surroundings: MathStyle, _ paint: TextPaint?,
    into items: inout [ListItem]
  ) {
    var style = surroundings
    var paint = paint
    for part in parts {
      switch part {
      case .sizeSwitch(let level): style.level = level
      case .paintSwitch(let next): paint = next
      case .painted(let inner, let content): collect(content, style, inner, into: &items)
      default: items.append(ListItem(part: part, style: style, paint: paint))
      }
    }
  }
}

/// The classes of neighbours, after bars and signs know what stands around them.
private enum ListClasses {
  /// The classes of parts; nil for spaces.
  static func classes(of parts: [FormulaNode]) -> [AtomClass?] {
    var classes = parts.map(\.atomClass)
    resolveBars(of: parts, in: &classes)
    // A binary operator without an operand on either side is a sign (The TeXbook, chapter 17).
    var previous: Int?
    for index in classes.indices {
      guard let atomClass = classes[index] else { continue }
      let before = previous.flatMap { classes[$0] }
      if atomClass == .binary, before?.makesNextUnary ?? true { classes[index] = .ordinary }
      if let previous, before == .binary, atomClass.makesPreviousUnary {
        classes[previous] = .ordinary
      }
      previous = index
    }
    if let previous, classes[previous] == .binary { classes[previous] = .ordinary }
    return classes
  }

  /// Says which bars open and which close, so that |−x| has a sign and |x| + 1 has none.
  ///
  /// A bar opens where an operand may start; after an operand it closes the open one, or opens
  /// one of its own where none is open and a partner follows. One with scripts closes.
  private static func resolveBars(of parts: [FormulaNode], in classes: inout [AtomClass?]) {
    var barsLeft = parts.count { $0.isBar }
    guard barsLeft > 0 else { return }
    var open = 0
    var before: AtomClass?
    for index in parts.indices {
      if parts[index].isBar {
        barsLeft -= 1
        let startsOperand = before?.makesNextUnary ?? true
        let opens =
          !parts[index].hasScripts && barsLeft > 0 && (startsOperand || open == 0)
        classes[index] = opens ? .opening : .closing
        open = max(0, open + (opens ? 1 : -1))
      }
      before = classes[index] ?? before
    }
  }
}

extension FormulaNode {
  /// Whether the part is a bar that does not say which of a pair it is.
  fileprivate var isBar: Bool {
    switch self {
    case .symbol("|", .ordinary), .symbol("‖", .ordinary): true
    case .scripts(let base, _, _): base.isBar
    default: false
    }
  }

  /// Whether something is raised or lowered after the part.
  fileprivate var hasScripts: Bool {
    if case .scripts = self { true } else { false }
  }
}
