extension Expression {
  /// The expression as TeX, in the way a textbook would write it.
  ///
  /// Products are implied, quotients are fractions, e^u is a power, sin²x carries its exponent on the
  /// name, and brackets are left out where none are needed. An expression that would need more than
  /// 20 000 characters ends in `\ldots`.
  public var tex: String { texTerms.joined() }

  /// The TeX of the terms of the sum at the top, each but the first with its sign: places where a
  /// long formula may be broken.
  public var texTerms: [String] {
    var terms: [(Term, sign: String)] = []
    var rest = root
    // A sum leans to the left: its last term is at the top.
    while terms.count < 200 {
      if case .sum(let a, let b) = graph[rest] {
        terms.append((b, "+"))
        rest = a
      } else if case .difference(let a, let b) = graph[rest] {
        terms.append((b, "-"))
        rest = a
      } else {
        break
      }
    }
    let writer = TeXWriter(self)
    var texts = [writer.write(rest, in: .sum)]
    for (term, sign) in terms.reversed() {
      texts.append(" \(sign) " + writer.write(term, in: .afterSum))
    }
    return texts
  }

  /// A name as TeX: Greek letters by name, an index after an underscore or before digits.
  public static func tex(ofName name: String) -> String {
    if let greek = greek[name] { return greek }
    if let underscore = name.firstIndex(of: "_"), underscore != name.startIndex {
      let index = name[name.index(after: underscore)...]
      return tex(ofName: String(name[..<underscore])) + "_{" + roman(String(index)) + "}"
    }
    let letters = name.prefix { !$0.isNumber }
    if letters.count < name.count && !letters.isEmpty {
      return tex(ofName: String(letters)) + "_{" + name.dropFirst(letters.count) + "}"
    }
    return name.count == 1 ? name : roman(name)
  }

  private static func roman(_ text: String) -> String {
    let safe = text.replacing("_", with: "\\,")
    return text.count <= 1 || text.allSatisfy(\.isNumber) ? safe : "\\mathrm{\(safe)}"
  }

  private static let greek: [String: String] = {
    var table: [String: String] = [:]
    for name in [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
      "lambda", "mu", "nu", "xi", "rho", "sigma", "phi", "chi", "psi", "omega", "Gamma", "Delta",
      "Theta", "Lambda", "Xi", "Sigma", "Phi", "Psi", "Omega",
    ] {
      table[name] = "\\\(name) "
    }
    return table
  }()
}

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

  init(_ expression: Expression) {
    graph = expression.graph
    names = expression.variables.map { Expression.tex(ofName: $0) }
    runningNames = expression.runningNames
    var isTall: [Bool] = []
    for node in expression.graph.nodes {
      switch node {
      case .quotient, .series: isTall.append(true)
      case .power(let a, _): isTall.append(isTall[Int(a)])
      case .call(.exp, _): isTall.append(false)
      default: isTall.append(node.operands.contains { isTall[Int($0)] })
      }
    }
    self.isTall = isTall
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
    case .number(let value): return (value < 0 ? .negation : .atom, [.text(Self.tex(of: value))])
    case .constant(let constant):
      return (.atom, [.text(constant == .e ? "e" : "\\\(constant)")])
    case .variable(let index): return (.atom, [.text(names[Int(index)])])
    case .running(let depth): return (.atom, [.text(runningNames[Int(depth)])])
    case .negated(let a): return (.negation, [.text("-"), part(a, .product)])
    case .sum(let a, let b): return (.sum, [part(a, .sum), .text(" + "), part(b, .afterSum)])
    case .difference(let a, let b):
      return (.sum, [part(a, .sum), .text(" - "), part(b, .afterSum)])
    case .product(let a, let b):
      if let k = graph.literal(a), k < 0 {
        let dot = needsDot(a, b) ? " \\cdot " : ""
        return (.negation, [.text(Self.tex(of: k) + dot), part(b, .product)])
      }
      let dot = needsDot(a, b) ? " \\cdot " : (endsInFunction(a) ? "\\," : "")
      return (.product, [part(a, .product), .text(dot), part(b, .product)])
    case .quotient(let a, let b):
      if isSmall {
        return (.product, [part(a, .product), .text("/"), part(b, .afterProduct)])
      }
      return (
        .product, [.text("\\frac{"), part(a, .sum), .text("}{"), part(b, .sum), .text("}")]
      )
    case .power(let a, let b): return power(a, b, isSmall)
    case .call(let function, let a): return call(function, a, isSmall)
    case .call2(let function, let a, let b): return call(function, a, b, isSmall)
    case .comparison(let comparison, let a, let b):
      return (.comparison, [part(a, .sum), .text(comparison.tex), part(b, .sum)])
    case .choice(let condition, let a, let b):
      return (
        .atom,
        [
          .text("\\mathrm{if}("), part(condition, .comparison), .text(",\\; "), part(a, .sum),
          .text(",\\; "), part(b, .sum), .text(")"),
        ]
      )
    case .series(let body, let depth, let lower, let upper):
      let head = "\\sum_{\(runningNames[Int(depth)])=\(lower)}^{\(upper)} "
      return (.product, [.text(head), part(body, .product)])
    }
  }

  /// A number with a true power of ten.
  static func tex(of value: Double) -> String {
    let text = value.plainText
    guard let e = text.firstIndex(of: "e") else { return text }
    let exponent = text[text.index(after: e)...].drop { $0 == "+" }
    let digits = Int(exponent).map(String.init) ?? String(exponent)
    let mantissa = text[..<e]
    return (mantissa == "1" ? "" : mantissa + " \\cdot ") + "10^{\(digits)}"
  }
}

extension Comparison {
  fileprivate var tex: String {
    switch self {
    case .less: " < "
    case .lessOrEqual: " \\le "
    case .equal: " = "
    case .notEqual: " \\ne "
    }
  }
}
