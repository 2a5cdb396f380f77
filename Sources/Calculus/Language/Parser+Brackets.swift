extension Parser {
  /// The greatest number of terms of a sum.
  static let seriesLimit = 10_000.0

  /// The nearest bracket that is still open, from the top of the stack.
  var openBracket: Frame? {
    frames.last {
      switch $0 {
      case .group, .bars, .call: true
      default: false
      }
    }
  }

  /// Whether the nearest open bracket is a bar.
  var isInBars: Bool { if case .bars? = openBracket { true } else { false } }

  /// Whether a comparison may stand here: in the first argument of `if`.
  var isInCondition: Bool {
    for frame in frames.reversed() {
      switch frame {
      case .group: continue
      case .call(let call): return call.callee == .choice && call.arguments.isEmpty
      case .bars: return false
      default: continue
      }
    }
    return false
  }

  /// The end of the text: everything must be closed.
  mutating func end(_ operand: Operand) throws(ParseError) -> Continuation {
    let result = try settled(operand)
    switch frames.last {
    case .group(let open, let position):
      throw ParseError(.missingClosing(open: open, openedAt: position), at: current.position)
    case .bars(let position):
      throw ParseError(.missingClosing(open: "|", openedAt: position), at: current.position)
    case .call(let call):
      throw ParseError(
        .missingClosing(open: call.open, openedAt: call.openedAt), at: current.position)
    default:
      return .done(result)
    }
  }

  /// The operand with all operators applied that wait since the last bracket.
  private mutating func settled(_ operand: Operand) throws(ParseError) -> Operand {
    try reduced(operand, to: 0)
  }

  mutating func closeBars(_ operand: Operand) throws(ParseError) -> Continuation {
    let inner = try settled(operand)
    frames.removeLast()
    try advance()
    return .operand(Operand(term: graph.call(.abs, inner.term)))
  }

  mutating func close(_ operand: Operand, _ token: Token) throws(ParseError) -> Continuation {
    let inner = try settled(operand)
    let pairs = ["(": ")", "[": "]", "{": "}"]
    switch frames.last {
    case .group(let open, _):
      guard pairs[open] == token.text else {
        throw ParseError(.mismatchedBracket(open: open, found: token.text), at: token.position)
      }
      frames.removeLast()
      try advance()
      return .operand(inner)
    case .call(var call):
      guard pairs[call.open] == token.text else {
        throw ParseError(
          .mismatchedBracket(open: call.open, found: token.text), at: token.position)
      }
      call.arguments.append(inner)
      frames.removeLast()
      let term = try finished(call, at: token.position)
      try advance()
      return .operand(Operand(term: term))
    case .bars:
      throw ParseError(.mismatchedBracket(open: "|", found: token.text), at: token.position)
    default:
      throw ParseError(.unexpectedClosing(token.text), at: token.position)
    }
  }

  mutating func comma(_ operand: Operand, _ token: Token) throws(ParseError) -> Continuation {
    let inner = try settled(operand)
    guard case .call(var call)? = frames.last else {
      throw ParseError(
        .unexpectedComma(betweenDigits: graph.literal(operand.term) != nil), at: token.position)
    }
    let most = wantedArguments(call).upperBound
    guard call.arguments.count + 1 < most else {
      throw ParseError(
        .tooManyArguments(function: call.name, wanted: words(wantedArguments(call))),
        at: token.position)
    }
    if call.callee == .choice, call.arguments.isEmpty, !inner.isCondition {
      throw ParseError(.missingComparison, at: token.position)
    }
    call.arguments.append(inner)
    if call.callee == .series, call.arguments.count == 2, let name = call.running {
      scopes.append(name)
    }
    frames[frames.count - 1] = .call(call)
    try advance()
    return .wantsOperand
  }

  /// How many arguments a call takes; the running variable of a sum is not counted.
  private func wantedArguments(_ call: Call) -> ClosedRange<Int> {
    switch call.callee {
    case .function(let function): function.arity
    case .choice, .series: 3...3
    }
  }

  private func words(_ arity: ClosedRange<Int>) -> String {
    switch arity {
    case 1...1: "one argument"
    case 2...2: "two arguments"
    case 3...3: "three arguments"
    default: "two or more arguments"
    }
  }

  /// The value of a call whose closing bracket stands at `position`.
  private mutating func finished(_ call: Call, at position: Int) throws(ParseError) -> Term {
    let wanted = wantedArguments(call)
    guard call.arguments.count >= wanted.lowerBound else {
      throw ParseError(
        .tooFewArguments(function: call.name, wanted: words(wanted)), at: position)
    }
    let terms = call.arguments.map(\.term)
    if call.arguments.dropFirst(call.callee == .choice ? 1 : 0).contains(where: \.isCondition) {
      throw ParseError(.unexpectedComparison("a comparison"), at: call.openedAt)
    }
    switch call.callee {
    case .choice:
      return graph.intern(.choice(terms[0], terms[1], terms[2]))
    case .series:
      return try series(terms, call, at: position)
    case .function(let function):
      var value = terms[0]
      if terms.count == 1 {
        value = graph.call(function, value)
      } else {
        for argument in terms.dropFirst() { value = graph.call(function, value, argument) }
      }
      return powered(value, call.exponent)
    }
  }

  private mutating func series(
    _ terms: [Term], _ call: Call, at position: Int
  ) throws(ParseError) -> Term {
    scopes.removeLast()
    var bounds: [Double] = []
    for term in terms.prefix(2) {
      guard let value = graph.constantValue(of: term), value == value.rounded(),
        Swift.abs(value) <= 1e9
      else {
        throw ParseError(.badSumBound("whole numbers"), at: call.openedAt + 1)
      }
      bounds.append(value)
    }
    guard bounds[1] - bounds[0] < Self.seriesLimit else {
      throw ParseError(.badSumBound("at most 10000 terms"), at: call.openedAt + 1)
    }
    let cost = (bounds[1] - bounds[0] + 1) * graph.unrolledSize(of: terms[2])
    guard cost <= Double(Self.sizeLimit), scopes.count < 8 else {
      throw ParseError(.tooLarge(limit: Self.sizeLimit), at: position)
    }
    return graph.intern(
      .series(
        terms[2], depth: Int32(scopes.count), lower: Int32(bounds[0]), upper: Int32(bounds[1])))
  }
}
