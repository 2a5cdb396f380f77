extension Expression {
  /// The expression as text that reads back to the same expression.
  ///
  /// Written by a list of what is still to be written, so that no depth of nesting matters. Shared
  /// parts are written as often as they occur; where that would make more than `textLimit` characters
  /// the text ends in an ellipsis.
  public var text: String {
    var writer = TextWriter(self)
    return writer.write(root)
  }

  /// The greatest length of a text.
  static let textLimit = 4_000_000
}

/// How tightly the parts of a formula hold together.
enum Precedence: Int, Comparable {
  case comparison = 5
  case sum = 10
  case afterSum = 11
  case negation = 12
  case product = 20
  case afterProduct = 21
  case power = 30
  case base = 31
  case atom = 40

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }
}

private struct TextWriter {
  private enum Work {
    case text(String)
    case term(Term, Precedence)
  }

  private let graph: ExpressionGraph
  private let names: [String]
  private let runningNames: [String]
  private var work: [Work] = []

  init(_ expression: Expression) {
    graph = expression.graph
    names = expression.variables
    runningNames = expression.runningNames
  }

  mutating func write(_ root: Term) -> String {
    var text = ""
    work = [.term(root, .comparison)]
    while let next = work.popLast() {
      switch next {
      case .text(let part): text += part
      case .term(let term, let context): push(parts(of: term, in: context))
      }
      if text.utf8.count > Expression.textLimit { return text + "…" }
    }
    return text
  }

  private mutating func push(_ parts: [Work]) { work.append(contentsOf: parts.reversed()) }

  private func parts(of term: Term, in context: Precedence) -> [Work] {
    let (precedence, parts) = written(graph[term])
    return precedence < context ? [.text("(")] + parts + [.text(")")] : parts
  }

  private func written(_ node: Node) -> (Precedence, [Work]) {
    switch node {
    case .number(let value): return (value < 0 ? .negation : .atom, [.text(value.plainText)])
    case .constant(let constant): return (.atom, [.text("\(constant)")])
    case .variable(let index): return (.atom, [.text(names[Int(index)])])
    case .running(let depth): return (.atom, [.text(runningNames[Int(depth)])])
    case .negated(let a): return (.negation, [.text("-"), .term(a, .product)])
    case .sum(let a, let b): return (.sum, [.term(a, .sum), .text(" + "), .term(b, .afterSum)])
    case .difference(let a, let b):
      return (.sum, [.term(a, .sum), .text(" - "), .term(b, .afterSum)])
    case .product(let a, let b):
      // A coefficient multiplies all factors after it; a negative one needs no brackets where a
      // minus may stand.
      if let k = graph.literal(a) {
        let context: Precedence = beginsWithQuotient(b) ? .afterProduct : .product
        return (k < 0 ? .negation : .product, [.text(k.plainText + "*"), .term(b, context)])
      }
      return (.product, [.term(a, .product), .text("*"), .term(b, .afterProduct)])
    case .quotient(let a, let b):
      return (.product, [.term(a, .product), .text("/"), .term(b, .afterProduct)])
    case .power(let a, let b):
      return (.power, [.term(a, .base), .text("^"), .term(b, .power)])
    case .call(let function, let a): return (.atom, call(function.name, [a]))
    case .call2(let function, let a, let b): return (.atom, call(function.name, [a, b]))
    case .comparison(let comparison, let a, let b):
      let sign = " \(comparison.sign) "
      return (.comparison, [.term(a, .sum), .text(sign), .term(b, .sum)])
    case .choice(let condition, let a, let b):
      let head: [Work] = [.text("if(")] + self.condition(condition) + [.text(", ")]
      return (.atom, head + list([a, b]) + [.text(")")])
    case .series(let body, let depth, let lower, let upper):
      let head = "sum(\(runningNames[Int(depth)]), \(lower), \(upper), "
      return (.atom, [.text(head), .term(body, .comparison), .text(")")])
    }
  }

  /// Whether the first factor of a product is a quotient, which would take in what stands before it.
  private func beginsWithQuotient(_ term: Term) -> Bool {
    var term = term
    while case .product(let a, _) = graph[term] { term = a }
    if case .quotient = graph[term] { return true }
    return false
  }

  private func call(_ name: String, _ arguments: [Term]) -> [Work] {
    [.text(name + "(")] + list(arguments) + [.text(")")]
  }

  private func list(_ terms: [Term]) -> [Work] {
    terms.enumerated().flatMap { index, term -> [Work] in
      index == 0 ? [.term(term, .comparison)] : [.text(", "), .term(term, .comparison)]
    }
  }

  /// A condition: a comparison, or a chain of them, which is the least of their truths.
  private func condition(_ term: Term) -> [Work] {
    guard case .call2(.min, let first, let last) = graph[term],
      case .comparison(let c, let a, let b) = graph[last]
    else { return [.term(term, .comparison)] }
    // The chain goes on from the right side of the comparison before.
    let end = chainEnd(first)
    return end == a
      ? condition(first) + [.text(" \(c.sign) "), .term(b, .sum)]
      : condition(first) + [.text(" \(c.mirroredSign) "), .term(a, .sum)]
  }

  /// The right side of a chain of comparisons as it is written.
  private func chainEnd(_ term: Term) -> Term? {
    switch graph[term] {
    case .comparison(_, _, let b): b
    case .call2(.min, let first, let last):
      if case .comparison(_, let a, let b) = graph[last] {
        chainEnd(first) == a ? b : a
      } else {
        nil
      }
    default: nil
    }
  }
}

extension Comparison {
  /// The sign between the sides.
  var sign: String {
    switch self {
    case .less: "<"
    case .lessOrEqual: "<="
    case .equal: "="
    case .notEqual: "!="
    }
  }

  /// The sign when the sides change places.
  var mirroredSign: String {
    switch self {
    case .less: ">"
    case .lessOrEqual: ">="
    default: sign
    }
  }
}

extension Expression {
  /// Names for the running variables of sums, by depth, that are not names of variables.
  var runningNames: [String] {
    let depth = graph.nodes.reduce(-1) { deepest, node in
      switch node {
      case .series(_, let depth, _, _), .running(let depth): max(deepest, Int(depth))
      default: deepest
      }
    }
    guard depth >= 0 else { return [] }
    let letters = ["k", "m", "n", "j", "i", "l", "p", "q"].filter { !variables.contains($0) }
    return (0...depth).map { $0 < letters.count ? letters[$0] : "k_\($0)" }
  }
}

extension Double {
  /// The number as the language reads it: whole numbers without a point.
  var plainText: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
    return description
  }
}
