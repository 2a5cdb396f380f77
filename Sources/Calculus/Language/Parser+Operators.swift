extension Parser {
  /// How tightly an operator on the left holds what follows it.
  private func holdingPower(_ frame: Frame) -> Int? {
    switch frame {
    case .infix(_, let symbol, _):
      switch symbol {
      case "+", "-": 10
      case "*", "/", "": 20
      case "^": 30
      default: 5
      }
    case .minus: 25
    case .root: 27
    case .bare: 20
    case .group, .bars, .call: nil
    }
  }

  /// Reads the token after an operand: an operator, a closing bracket, an implied product, the end.
  mutating func parseAfter(_ operand: Operand) throws(ParseError) -> Continuation {
    let token = current
    switch token.kind {
    case .superscript(let value):
      try advance()
      return .operand(try raised(operand, to: value, at: token.position))
    case .symbol("!"):
      try advance()
      return .operand(factorial(of: operand))
    case .symbol("+"), .symbol("-"):
      return try infix(operand, pulling: 10, token)
    case .symbol("*"), .symbol("/"):
      return try infix(operand, pulling: 20, token)
    case .symbol("^"):
      return try infix(operand, pulling: 31, token)
    case .symbol("<"), .symbol(">"), .symbol("<="), .symbol(">="), .symbol("="), .symbol("!="):
      let hasMeaning = isInCondition ? true : try startsRightSide(token)
      guard hasMeaning else {
        throw ParseError(.unexpectedComparison(token.text), at: token.position)
      }
      return try infix(operand, pulling: 5, token)
    case .symbol("|") where isInBars:
      return try closeBars(operand)
    case .symbol(")"), .symbol("]"), .symbol("}"):
      return try close(operand, token)
    case .symbol(","):
      return try comma(operand, token)
    case .end:
      return try end(operand)
    default:
      return try impliedProduct(operand, token)
    }
  }

  /// Whether a comparison outside all brackets is the sign between the two sides of an equation.
  private func startsRightSide(_ token: Token) throws(ParseError) -> Bool {
    guard readsEquation, openBracket == nil else { return false }
    guard token.kind == .symbol("=") else {
      throw ParseError(.inequality(token.text), at: token.position)
    }
    let hasRightSide = frames.contains {
      if case .infix(_, "=", _) = $0 { true } else { false }
    }
    if hasRightSide { throw ParseError(.secondEquals, at: token.position) }
    return true
  }

  // MARK: Operators

  private mutating func infix(
    _ operand: Operand, pulling power: Int, _ token: Token
  ) throws(ParseError) -> Continuation {
    let left = try reduced(operand, to: power)
    guard case .symbol(let symbol) = token.kind else { return .wantsOperand }
    try advance()
    frames.append(.infix(left, symbol, at: token.position))
    return .wantsOperand
  }

  private mutating func impliedProduct(
    _ operand: Operand, _ token: Token
  ) throws(ParseError) -> Continuation {
    if case .number = token.kind, case .number = graph[operand.term], lastWasNumber {
      throw ParseError(.adjacentNumbers, at: token.position)
    }
    var endsBareArgument = false
    if case .name(let name) = token.kind { endsBareArgument = beginsWithFunction(name) }
    let left = try reduced(operand, to: 20, implied: !endsBareArgument)
    frames.append(.infix(left, "", at: token.position))
    return .wantsOperand
  }

  private func beginsWithFunction(_ name: String) -> Bool {
    variables[name] == nil && constants[name] == nil && !scopes.contains(name)
      && (Language.functions[name.lowercased()] != nil || Language.keywords.contains(name))
  }

  /// Applies the operators that wait for `operand` and hold it at least as tightly as `power`.
  ///
  /// An implied product goes on inside the bare argument of a function.
  mutating func reduced(
    _ operand: Operand, to power: Int, implied: Bool = false
  ) throws(ParseError) -> Operand {
    var operand = operand
    while let frame = frames.last, let holding = holdingPower(frame), holding >= power {
      if implied, case .bare = frame { break }
      frames.removeLast()
      operand = try applied(frame, to: operand)
    }
    return operand
  }

  private mutating func applied(_ frame: Frame, to operand: Operand) throws(ParseError) -> Operand {
    switch frame {
    case .infix(let left, let symbol, let position):
      return try joined(left, symbol, operand, at: position)
    case .minus(let position):
      try refuseCondition(operand, at: position)
      return Operand(term: graph.negated(operand.term))
    case .root(let function):
      return Operand(term: graph.call(function, operand.term))
    case .bare(let function, let exponent):
      return Operand(term: powered(graph.call(function, operand.term), exponent))
    case .group, .bars, .call:
      return operand
    }
  }

  private mutating func joined(
    _ left: Operand, _ symbol: String, _ right: Operand, at position: Int
  ) throws(ParseError) -> Operand {
    if let comparison = Self.comparisons[symbol] {
      return compared(left, comparison.0, right, swapped: comparison.swapped)
    }
    try refuseCondition(left, at: position)
    try refuseCondition(right, at: position)
    let (a, b) = (left.term, right.term)
    let term =
      switch symbol {
      case "+": graph.sum(a, b)
      case "-": graph.difference(a, b)
      case "/": graph.quotient(a, b)
      case "^": graph.power(a, b)
      default: graph.product(a, b)
      }
    return Operand(term: term)
  }

  private func refuseCondition(_ operand: Operand, at position: Int) throws(ParseError) {
    if operand.isCondition {
      throw ParseError(.unexpectedComparison("a comparison"), at: position)
    }
  }

  private static let comparisons: [String: (Comparison, swapped: Bool)] = [
    "<": (.less, false), ">": (.less, true), "<=": (.lessOrEqual, false),
    ">=": (.lessOrEqual, true), "=": (.equal, false), "!=": (.notEqual, false),
  ]

  /// A comparison, joined to the one before it in a chain: 0 < x < 1 is both.
  private mutating func compared(
    _ left: Operand, _ comparison: Comparison, _ right: Operand, swapped: Bool
  ) -> Operand {
    let a = left.compared ?? left.term
    let this = graph.intern(
      swapped
        ? .comparison(comparison, right.term, a) : .comparison(comparison, a, right.term))
    let term = left.isCondition ? graph.call(.min, left.term, this) : this
    return Operand(term: term, isCondition: true, compared: right.term)
  }

  // MARK: Powers after the operand

  private mutating func raised(
    _ operand: Operand, to exponent: Double, at position: Int
  ) throws(ParseError) -> Operand {
    try refuseCondition(operand, at: position)
    return Operand(term: graph.power(operand.term, graph.number(exponent)))
  }

  mutating func powered(_ term: Term, _ exponent: Double?) -> Term {
    guard let exponent else { return term }
    return graph.power(term, graph.number(exponent))
  }

  /// n! as Γ(n + 1), folded where it is a whole number that a double holds.
  private mutating func factorial(of operand: Operand) -> Operand {
    if let n = graph.literal(operand.term), n >= 0, n == n.rounded(), n <= 18 {
      var product = 1.0
      for factor in stride(from: 2, through: n, by: 1) { product *= factor }
      return Operand(term: graph.number(product))
    }
    let next = graph.sum(operand.term, graph.number(1))
    return Operand(term: graph.call(.gamma, next))
  }
}
