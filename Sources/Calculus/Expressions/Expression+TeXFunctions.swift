extension TeXWriter {
  /// Functions whose TeX command is their name.
  private static let commands: Set<Function> = [
    .sin, .cos, .tan, .cot, .sec, .csc, .sinh, .cosh, .tanh, .coth, .ln, .min, .max,
  ]

  /// Functions whose exponent stands on the name and whose simple argument needs no brackets.
  private static func isBare(_ function: Function) -> Bool {
    switch function {
    case .sin, .cos, .tan, .cot, .sec, .csc, .sinh, .cosh, .tanh, .coth, .sech, .csch, .ln: true
    default: false
    }
  }

  private func name(_ function: Function) -> String {
    if Self.commands.contains(function) { return "\\\(function.name)" }
    switch function {
    case .asin: return "\\arcsin"
    case .acos: return "\\arccos"
    case .atan: return "\\arctan"
    case .log10: return "\\log_{10}"
    case .log2: return "\\log_{2}"
    case .gamma: return "\\Gamma"
    case .lgamma: return "\\ln\\Gamma"
    case .digamma: return "\\psi"
    case .sigmoid: return "\\sigma"
    case .acot, .asec, .acsc: return "\\operatorname{arc\(function.name.dropFirst())}"
    case .asinh, .acosh, .atanh, .acoth, .asech, .acsch:
      return "\\operatorname{ar\(function.name.dropFirst())}"
    case .sign: return "\\operatorname{sgn}"
    default: return "\\operatorname{\(function.name)}"
    }
  }

  func call(_ function: Function, _ a: Term, _ isSmall: Bool) -> (Precedence, [Work]) {
    let inner = Work.term(a, .sum, isSmall: isSmall)
    switch function {
    case .exp: return (.power, [.text("e^{"), .term(a, .sum, isSmall: true), .text("}")])
    case .sqrt: return (.atom, [.text("\\sqrt{"), inner, .text("}")])
    case .cbrt: return (.atom, [.text("\\sqrt[3]{"), inner, .text("}")])
    case .abs: return (.atom, [.text("\\left|"), inner, .text("\\right|")])
    case .floor: return (.atom, [.text("\\left\\lfloor "), inner, .text("\\right\\rfloor ")])
    case .ceil: return (.atom, [.text("\\left\\lceil "), inner, .text("\\right\\rceil ")])
    default: return (.afterProduct, [.text(name(function))] + argument(a, function, isSmall))
    }
  }

  func call(
    _ function: Function, _ a: Term, _ b: Term, _ isSmall: Bool
  ) -> (Precedence, [Work]) {
    if function == .polygamma, let order = graph.literal(a) {
      let name = order == 1 ? "\\psi'" : "\\psi^{(\(Self.tex(of: order)))}"
      return (.afterProduct, [.text(name)] + argument(b, function, isSmall))
    }
    return (
      .atom,
      [
        .text(name(function) + "("), .term(a, .sum, isSmall: isSmall), .text(",\\, "),
        .term(b, .sum, isSmall: isSmall), .text(")"),
      ]
    )
  }

  /// The argument, without brackets where it is a single sign or a number times one.
  private func argument(_ a: Term, _ function: Function, _ isSmall: Bool) -> [Work] {
    if Self.isBare(function) && isSimple(a) {
      return [.text(" "), .term(a, .product, isSmall: isSmall)]
    }
    return bracketed([.term(a, .comparison, isSmall: isSmall)], a, isSmall)
  }

  private func isSimple(_ a: Term) -> Bool {
    switch graph[a] {
    case .variable, .constant, .running: return true
    case .number(let value): return value >= 0
    case .product(let k, let b):
      switch graph[b] {
      case .variable, .constant, .running: return graph.literal(k).map { $0 > 0 } ?? false
      default: return false
      }
    default: return false
    }
  }

  func power(_ a: Term, _ b: Term, _ isSmall: Bool) -> (Precedence, [Work]) {
    let exponent: [Work] = [.text("^{"), .term(b, .sum, isSmall: true), .text("}")]
    if case .call(let function, let inner) = graph[a], Self.isBare(function),
      let n = graph.literal(b), n > 0, n == n.rounded()
    {
      return (
        .afterProduct, [.text(name(function))] + exponent + argument(inner, function, isSmall)
      )
    }
    return (.power, [.term(a, isPlainBase(a) ? .base : .atom, isSmall: isSmall)] + exponent)
  }

  /// Whether a base carries an exponent without brackets.
  private func isPlainBase(_ a: Term) -> Bool {
    switch graph[a] {
    case .call(.exp, _): false
    default: true
    }
  }

  /// Whether two factors would run into each other: 2·3, x·2.
  func needsDot(_ a: Term, _ b: Term) -> Bool {
    startsWithDigit(b) || (graph.literal(a) != nil && startsWithFractionOfNumbers(b))
  }

  private func startsWithDigit(_ term: Term) -> Bool {
    var term = term
    while true {
      switch graph[term] {
      case .number: return true
      case .product(let a, _), .power(let a, _): term = a
      default: return false
      }
    }
  }

  private func startsWithFractionOfNumbers(_ term: Term) -> Bool {
    var term = term
    while case .product(let a, _) = graph[term] { term = a }
    guard case .quotient(let a, let b) = graph[term] else { return false }
    return graph.literal(a) != nil && graph.literal(b) != nil
  }

  /// Whether a factor ends in a function with a bare argument, which needs a space after it.
  func endsInFunction(_ term: Term) -> Bool {
    var term = term
    while case .product(_, let b) = graph[term] { term = b }
    if case .power(let a, _) = graph[term] { term = a }
    guard case .call(let function, let a) = graph[term] else { return false }
    return Self.isBare(function) && isSimple(a)
  }
}
