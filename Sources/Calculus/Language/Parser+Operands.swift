extension Parser {
  /// Reads what may stand before an operand, then the operand.
  mutating func parseOperand() throws(ParseError) -> Operand {
    while true {
      let token = current
      switch token.kind {
      case .number(let value):
        try advance()
        return Operand(term: graph.number(value))
      case .name(let name):
        if let operand = try parseName(name, token) { return operand }
      case .symbol("-"):
        try advance()
        frames.append(.minus(at: token.position))
      case .symbol("+"):
        if case .bare? = frames.last { throw missingOperand(after: nil) }
        try advance()
        guard startsOperand(current) || isAt("-") || isAt("+") else {
          throw missingOperand(after: "+")
        }
      case .symbol("("), .symbol("["), .symbol("{"):
        try advance()
        frames.append(.group(open: token.text, at: token.position))
      case .symbol("|"):
        try advance()
        frames.append(.bars(at: token.position))
      case .symbol("√"), .symbol("∛"):
        try advance()
        frames.append(.root(token.text == "√" ? .sqrt : .cbrt))
      default:
        throw missingOperand(after: nil)
      }
    }
  }

  /// Whether a token can begin an operand after another one: an implied product.
  func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .name: true
    case .symbol(let symbol): ["(", "[", "{", "√", "∛", "|"].contains(symbol)
    case .superscript, .end: false
    }
  }

  /// The error for an operand that is not there.
  func missingOperand(after sign: String?) -> ParseError {
    let found = current.kind == .end ? nil : current.text
    if case .call(let call)? = frames.last, sign == nil,
      found == ")" || found == "," || found == nil
    {
      return ParseError(.missingArgument(function: call.name), at: current.position)
    }
    if case .bare(let function, _)? = frames.last {
      return ParseError(.missingArgument(function: function.name), at: current.position)
    }
    let before: String? =
      switch frames.last {
      case .infix(_, let symbol, _): symbol.isEmpty ? nil : symbol
      case .minus: "-"
      default: sign
      }
    return ParseError(.missingOperand(after: before, found: found), at: current.position)
  }

  /// A name in the place of an operand: a variable or constant is one, a function begins one.
  private mutating func parseName(_ name: String, _ token: Token) throws(ParseError) -> Operand? {
    if let term = variable(name) {
      try advance()
      return Operand(term: term)
    }
    let lowercased = name.lowercased()
    if let function = Language.functions[lowercased] {
      try advance()
      try beginCall(.function(function), name: function.name, spelled: token)
      return nil
    }
    if Language.keywords.contains(lowercased) {
      try advance()
      try beginCall(lowercased == "if" ? .choice : .series, name: lowercased, spelled: token)
      return nil
    }
    guard let parts = parts(of: name, at: token.position) else { throw unknown(name, token) }
    replaceCurrent(with: parts)
    return nil
  }

  /// The place of a variable, a running variable or a constant.
  private mutating func variable(_ name: String) -> Term? {
    if let depth = scopes.lastIndex(of: name) { return graph.intern(.running(Int32(depth))) }
    if let index = variables[name] { return graph.intern(.variable(index)) }
    if let value = constants[name] { return graph.number(value) }
    if let constant = Language.constants[name] { return graph.intern(.constant(constant)) }
    return nil
  }

  private func isVariable(_ name: String) -> Bool {
    scopes.contains(name) || variables[name] != nil || constants[name] != nil
      || Language.constants[name] != nil
  }

  /// The known names into which an unknown one falls apart, the longest first, or `nil`.
  ///
  /// A function may only be followed by names: `sinx`, `xy`, `pix`; never `xsinn`.
  private func parts(of name: String, at position: Int) -> [Token]? {
    let letters = Array(name.unicodeScalars)
    guard letters.count <= 32, letters.allSatisfy(Lexer.isLetter) else { return nil }
    func piece(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: letters[range])
      return String(view)
    }
    // ends[i] is the end of the piece that starts at i in a division of the rest; 0 for none.
    var ends = Array(repeating: 0, count: letters.count + 1)
    for start in letters.indices.reversed() {
      for end in stride(from: letters.count, to: start, by: -1) {
        guard end == letters.count || ends[end] > 0 else { continue }
        let text = piece(start..<end)
        let isFunction = Language.functions[text] != nil && end < letters.count
        if isVariable(text) || isFunction {
          ends[start] = end
          break
        }
      }
    }
    guard ends[0] > 0 else { return nil }
    var tokens: [Token] = []
    var start = 0
    while start < letters.count {
      let text = piece(start..<ends[start])
      tokens.append(Token(kind: .name(text), position: position + start, text: text))
      start = ends[start]
    }
    return tokens
  }

  private func unknown(_ name: String, _ token: Token) -> ParseError {
    let named = (Array(variables.keys) + constants.keys + scopes).sorted()
    let isCalled = Language.functionNames
    let candidates = named + isCalled + Language.constantNames
    let suggestions = Suggestions.near(name, among: candidates)
    return ParseError(
      .unknownName(name, suggestions: suggestions, known: named), at: token.position)
  }

  // MARK: Calls

  /// After the name of a function: its exponent, then its bracket or its bare argument.
  private mutating func beginCall(
    _ callee: Call.Callee, name: String, spelled token: Token
  ) throws(ParseError) {
    var exponent: Double?
    if case .function = callee { exponent = try exponentOfFunction(name) }
    guard isAt("(") || isAt("[") else {
      guard case .function(let function) = callee, function.arity.lowerBound == 1 else {
        throw ParseError(.missingArgument(function: name), at: current.position)
      }
      frames.append(.bare(function, exponent: exponent))
      return
    }
    let bracket = try advance()
    var call = Call(
      callee: callee, name: name, exponent: exponent, open: bracket.text,
      openedAt: bracket.position)
    if callee == .series { call.running = try runningVariable() }
    frames.append(.call(call))
  }

  /// The exponent between the name of a function and its argument: `sin^2 x`.
  private mutating func exponentOfFunction(_ name: String) throws(ParseError) -> Double? {
    let position = current.position
    if case .superscript(let value) = current.kind {
      guard value > 0 else { throw ParseError(.exponentOfFunction(name), at: position) }
      try advance()
      return value
    }
    guard isAt("^") else { return nil }
    try advance()
    let isBracketed = isAt("(") || isAt("{")
    if isBracketed { try advance() }
    guard case .number(let value) = current.kind else {
      if current.kind == .end {
        throw ParseError(.missingOperand(after: "^", found: nil), at: current.position)
      }
      throw ParseError(.exponentOfFunction(name), at: position)
    }
    try advance()
    if isBracketed {
      guard isAt(")") || isAt("}") else {
        throw ParseError(.exponentOfFunction(name), at: position)
      }
      try advance()
    }
    return value
  }

  /// The first argument of `sum`: a name of its own, then a comma.
  private mutating func runningVariable() throws(ParseError) -> String {
    guard case .name(let name) = current.kind, !Language.isReserved(name) else {
      throw ParseError(.badSumVariable, at: current.position)
    }
    try advance()
    guard isAt(",") else { throw ParseError(.badSumVariable, at: current.position) }
    try advance()
    return name
  }
}
