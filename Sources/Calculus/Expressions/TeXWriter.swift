/// Writes terms as TeX, without recursion.
struct TeXWriter {
  enum Work {
    case text(String)
    case term(Term, Precedence, isSmall: Bool)
  }

  let graph: ExpressionGraph
  let names: [String]
  let runningNames: [String]
  /// Whether a term is higher than a line: it holds a fraction, a sum or a root.
  let isTall: [Bool]
  /// Whether a term has no variables.
  let isNumeric: [Bool]

  init(_ expression: Expression) {
    graph = expression.graph
    names = expression.variables.map { Expression.tex(ofName: $0) }
    runningNames = expression.runningNames
    var isTall: [Bool] = []
    for node in expression.graph.nodes {
      switch node {
      case .quotient, .series, .choice: isTall.append(true)
      case .number(let value): isTall.append(NumberForm(value).isTall)
      case .power(let a, _): isTall.append(isTall[Int(a)])
      case .call(.exp, _): isTall.append(false)
      default: isTall.append(node.operands.contains { isTall[Int($0)] })
      }
    }
    self.isTall = isTall
    var isNumeric: [Bool] = []
    for node in expression.graph.nodes {
      switch node {
      case .variable, .running: isNumeric.append(false)
      default: isNumeric.append(node.operands.allSatisfy { isNumeric[Int($0)] })
      }
    }
    self.isNumeric = isNumeric
  }

  func write(_ root: Term, in context: Precedence) -> String {
    var text = ""
    var work: [Work] = [.term(root, context, isSmall: false)]
    while let next = work.popLast() {
      switch next {
      case .text(let part):
        // A letter after a command would become part of its name.
        if let last = text.unicodeScalars.last, let first = part.unicodeScalars.first,
          Lexer.isLetter(last), Lexer.isLetter(first), endsInCommand(text)
        {
          text += " "
        }
        text += part
      case .term(let term, let context, let isSmall):
        let (precedence, parts) = written(term, isSmall)
        let bracketed = precedence < context ? bracketed(parts, term, isSmall) : parts
        work.append(contentsOf: bracketed.reversed())
      }
      if text.utf8.count > 20_000 { return text + "\\ldots" }
    }
    return text
  }

  private func endsInCommand(_ text: String) -> Bool {
    let tail = text.unicodeScalars.reversed().prefix { Lexer.isLetter($0) }
    let index = text.unicodeScalars.index(
      text.unicodeScalars.endIndex, offsetBy: -tail.count, limitedBy: text.unicodeScalars.startIndex
    )
    guard let index, index > text.unicodeScalars.startIndex else { return false }
    return text.unicodeScalars[text.unicodeScalars.index(before: index)] == "\\"
  }

  func bracketed(_ parts: [Work], _ term: Term, _ isSmall: Bool) -> [Work] {
    let isStretched = isTall[Int(term)] && !isSmall
    return [.text(isStretched ? "\\left(" : "(")] + parts
      + [.text(isStretched ? "\\right)" : ")")]
  }

  func written(_ term: Term, _ isSmall: Bool) -> (Precedence, [Work]) {
    func part(_ term: Term, _ context: Precedence) -> Work {
      .term(term, context, isSmall: isSmall)
    }
    switch graph[term] {
    case .number(let value): return number(value, isSmall)
    case .constant(let constant):
      return (.atom, [.text(constant == .e ? "e" : "\\\(constant)")])
    case .variable(let index): return (.atom, [.text(names[Int(index)])])
    case .running(let depth): return (.atom, [.text(runningNames[Int(depth)])])
    case .negated(let a): return (.negation, [.text("-"), part(a, .product)])
    case .sum(let a, let b):
      // A sum of sums needs brackets only before a sign.
      let context: Precedence = beginsWithMinus(b) ? .afterSum : .sum
      return (.sum, [part(a, .sum), .text(" + "), part(b, context)])
    case .difference(let a, let b):
      return (.sum, [part(a, .sum), .text(" - "), part(b, .afterSum)])
    case .product: return product(term, isSmall)
    case .quotient(let a, let b): return quotient(a, b, isSmall)
    case .power(let a, let b): return power(a, b, isSmall)
    case .call(let function, let a): return call(function, a, isSmall)
    case .call2(let function, let a, let b): return call(function, a, b, isSmall)
    case .comparison(let comparison, let a, let b):
      // x > 0 and not 0 < x: what is compared stands at the left.
      let isMirrored = isPlainNumber(a) && !isPlainNumber(b)
      let sign = isMirrored ? comparison.mirroredTeX : comparison.tex
      return (
        .comparison,
        [part(isMirrored ? b : a, .sum), .text(sign), part(isMirrored ? a : b, .sum)]
      )
    case .choice: return choice(term, isSmall)
    case .series(let body, let depth, let lower, let upper):
      let head = "\\sum_{\(runningNames[Int(depth)])=\(lower)}^{\(upper)} "
      return (.product, [.text(head), part(body, .product)])
    }
  }

  private func number(_ value: Double, _ isSmall: Bool) -> (Precedence, [Work]) {
    let form = NumberForm(value)
    if value < 0 { return (.negation, [.text(form.tex(isSmall: isSmall))]) }
    return (form.isTall ? .product : .atom, [.text(form.tex(isSmall: isSmall))])
  }

  private func isPlainNumber(_ term: Term) -> Bool {
    switch graph[term] {
    case .number, .constant: true
    default: false
    }
  }

  /// Whether the first sign of a term is a minus.
  func beginsWithMinus(_ term: Term) -> Bool {
    var term = term
    while true {
      switch graph[term] {
      case .sum(let a, _), .difference(let a, _), .product(let a, _): term = a
      case .number(let value): return value < 0
      case .negated: return true
      default: return false
      }
    }
  }
}

extension Comparison {
  /// The sign between the sides.
  var tex: String {
    switch self {
    case .less: " < "
    case .lessOrEqual: " \\le "
    case .equal: " = "
    case .notEqual: " \\ne "
    }
  }

  /// The sign when the sides change places.
  var mirroredTeX: String {
    switch self {
    case .less: " > "
    case .lessOrEqual: " \\ge "
    default: tex
    }
  }
}
