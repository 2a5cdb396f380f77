/// Reads the terms of a graph as sums of products.
struct TextbookReader {
  typealias Overflow = ExactFraction.Overflow

  /// Larger forms are nobody's formula.
  private static let costLimit = 400.0

  /// The form of an expression.
  static func form(of expression: Expression) throws(Overflow) -> TextbookSum {
    guard expression.size <= 500 else { throw Overflow() }
    var forms: [TextbookSum] = []
    for node in expression.graph.nodes {
      let form = try form(of: node, node.operands.map { forms[Int($0)] })
      guard form.cost <= costLimit else { throw Overflow() }
      forms.append(form)
    }
    return try forms[Int(expression.root)].simplest()
  }

  private static func form(
    of node: Node, _ parts: [TextbookSum]
  ) throws(Overflow) -> TextbookSum {
    switch node {
    case .number(let value):
      guard value.isFinite else { throw Overflow() }
      return ExactFraction(value).map { TextbookSum($0) } ?? TextbookSum(.number(value))
    case .constant(let constant): return TextbookSum(.constant(constant))
    case .variable(let index): return TextbookSum(.variable(index))
    case .running: return TextbookSum(.operation(node, []))
    case .negated:
      return TextbookSum(try parts[0].asFactor().times(TextbookProduct(coefficient: .minusOne)))
    case .sum: return try parts[0].adding(parts[1])
    case .difference: return try parts[0].adding(parts[1].times(.minusOne))
    case .product: return try parts[0].times(parts[1])
    case .quotient: return try parts[0].times(parts[1].power(TextbookSum(.minusOne)))
    case .power:
      // 2^x is no number times x.
      if let base = parts[0].number, parts[1].number == nil || parts[1].number?.isWhole == false {
        return TextbookSum(TextbookProduct(.number(base.value), parts[1]))
      }
      return try parts[0].power(parts[1])
    case .call(.exp, _): return TextbookSum(TextbookProduct(.constant(.e), parts[0]))
    case .call(.sqrt, _):
      if parts[0].number != nil { return operation(node, parts) }
      return try parts[0].power(TextbookSum(ExactFraction(1, over: 2)))
    default: return operation(node, try parts.map { sum throws(Overflow) in try sum.simplest() })
    }
  }

  private static func operation(_ node: Node, _ parts: [TextbookSum]) -> TextbookSum {
    TextbookSum(.operation(node.mapped { _ in 0 }, parts))
  }
}
