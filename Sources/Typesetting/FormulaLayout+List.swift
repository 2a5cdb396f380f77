import Geometry

extension FormulaLayout {
  /// Sets parts side by side with the spaces that their classes ask for.
  func list(_ parts: [FormulaNode], _ style: MathStyle, _ alphabet: MathAlphabet) -> FormulaBox {
    if parts.count == 1 { return set(parts[0], style, alphabet) }
    let classes = FormulaLayout.classes(of: parts)
    var line = TextBox.empty
    var previous: AtomClass?
    for (part, atomClass) in zip(parts, classes) {
      if let previous, let atomClass {
        let space = AtomClass.space(from: previous, to: atomClass, inScript: style.isScript)
        line.width += space / 18 * em(style)
      }
      let content = set(part, style, alphabet)
      line.append(content.box)
      line.width += content.italicCorrection
      previous = atomClass ?? previous
    }
    return FormulaBox(box: line)
  }

  /// A space in eighteenths of an em.
  func space(_ width: Double, _ style: MathStyle) -> FormulaBox {
    FormulaBox(box: TextBox(width: width / 18 * em(style), height: 0, depth: 0))
  }

  /// The classes of neighbours, after bars and signs know what stands around them; nil for spaces.
  private static func classes(of parts: [FormulaNode]) -> [AtomClass?] {
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
