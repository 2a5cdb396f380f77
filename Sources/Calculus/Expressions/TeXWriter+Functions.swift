extension TeXWriter {
  /// Functions whose TeX command is their name.
  private static let commands: Set<Function> = [
    .sin, .cos, .tan, .cot, .sec, .csc, .sinh, .cosh, .tanh, .coth, .ln, .min, .max,
  ]

  /// Functions whose exponent stands on the name and whose simple argument needs no brackets.
  private static func isBare(_ function: Function) -> Bool {
    switch function {
    case .sin, .cos, .tan, .cot, .sec, .csc, .sinh, .cosh, .tanh, .coth, .sech, .csch, .ln,
      .log10, .log2, .asin, .acos, .atan:
      true
    default: false
    }
  }

  static func name(_ function: Function) -> String {
    if commands.contains(function) { return "\\\(function.name)" }
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
    default:
      // sin (x+1)² could be read in two ways, Γ(x)² in one.
      let precedence: Precedence = Self.isBare(function) ? .afterProduct : .atom
      return (precedence, [.text(Self.name(function))] + argument(a, function, isSmall))
    }
  }

  func call(
    _ function: Function, _ a: Term, _ b: Term, _ isSmall: Bool
  ) -> (Precedence, [Work]) {
    if function == .polygamma, let order = graph.literal(a) {
      let name = order == 1 ? "\\psi'" : "\\psi^{(\(NumberForm(order).tex()))}"
      return (.atom, [.text(name)] + argument(b, function, isSmall))
    }
    if function == .mod {
      return (
        .product,
        [
          .term(a, .afterProduct, isSmall: isSmall), .text(" \\bmod "),
          .term(b, .afterProduct, isSmall: isSmall),
        ]
      )
    }
    return (
      .atom,
      [
        .text(Self.name(function) + "("), .term(a, .sum, isSmall: isSmall), .text(",\\, "),
        .term(b, .sum, isSmall: isSmall), .text(")"),
      ]
    )
  }

  /// The argument, without brackets where it is a single sign or a number times one.
  private func argument(_ a: Term, _ function: Function, _ isSmall: Bool) -> [Work] {
    if Self.isBare(function) && isSimple(a) && !(isSmall && isTall[Int(a)]) {
      return [.text(" "), .term(a, .product, isSmall: isSmall)]
    }
    return bracketed([.term(a, .comparison, isSmall: isSmall)], a, isSmall)
  }

  /// Whether an argument reads as one piece: 2πx, x/2.
  private func isSimple(_ a: Term) -> Bool {
    if case .quotient(let over, let under) = graph[a] { return isSimple(over) && isSimple(under) }
    var variables = 0
    for factor in factors(of: a) {
      switch graph[factor] {
      case .variable, .running: variables += 1
      case .constant: break
      case .number(let value): if value < 0 { return false }
      default: return false
      }
    }
    return variables <= 1
  }

  func power(_ a: Term, _ b: Term, _ isSmall: Bool) -> (Precedence, [Work]) {
    let exponent: [Work] = [.text("^{"), .term(b, .sum, isSmall: true), .text("}")]
    if case .call(let function, let inner) = graph[a], Self.isBare(function),
      let n = graph.literal(b), n > 0, n == n.rounded()
    {
      return (
        .afterProduct, [.text(Self.name(function))] + exponent + argument(inner, function, isSmall)
      )
    }
    switch graph[a] {
    case .call(.sqrt, _):
      let root = bracketed([.term(a, .sum, isSmall: isSmall)], a, isSmall)
      return (.power, root + exponent)
    case .call(.cbrt, let inner)
    where graph.literal(b).map { $0 > 1 && $0 == $0.rounded() } ?? false:
      let power = self.power(inner, b, isSmall).1
      return (.atom, [.text("\\sqrt[3]{")] + power + [.text("}")])
    default: break
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

  /// Whether a factor is a function with a bare argument, perhaps with an exponent on its name.
  func isBareCall(_ term: Term) -> Bool {
    var term = term
    if case .power(let a, _) = graph[term] { term = a }
    guard case .call(let function, let a) = graph[term] else { return false }
    return Self.isBare(function) && isSimple(a)
  }

  /// Whether a factor is a function that is written by its name.
  func isNamedCall(_ term: Term) -> Bool {
    var term = term
    if case .power(let a, _) = graph[term] { term = a }
    switch graph[term] {
    case .call(let function, _):
      switch function {
      case .exp, .sqrt, .cbrt, .abs, .floor, .ceil: return false
      default: return true
      }
    case .call2(let function, _, _): return function != .mod
    default: return false
    }
  }
}
