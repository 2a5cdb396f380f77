extension TeXWriter {
  /// A product as a textbook orders it: numbers, constants, variables, then brackets, roots and
  /// exponentials, then functions, a sum at the last; factors of one kind as they were typed.
  func product(_ term: Term, _ isSmall: Bool) -> (Precedence, [Work]) {
    let ranked = factors(of: term).enumerated().map { (rank(of: $1), $0, $1) }
    let ordered = ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    var parts: [Work] = []
    for (index, factor) in ordered.enumerated() {
      if index > 0 { parts.append(.text(separator(ordered[index - 1], factor))) }
      let isOpenSum = index < ordered.count - 1 && isSeries(factor)
      parts.append(factorPart(factor, isFirst: index == 0, isOpenSum: isOpenSum, isSmall))
    }
    let isNegative = graph.literal(ordered[0]).map { $0 < 0 } ?? false
    return (isNegative ? .negation : .product, parts)
  }

  /// A fraction; on one line where it is small.
  ///
  /// What divides the top joins the bottom: a/b/c is a over bc.
  func quotient(_ a: Term, _ b: Term, _ isSmall: Bool) -> (Precedence, [Work]) {
    if isSmall {
      return (
        .product,
        [.term(a, .product, isSmall: true), .text("/"), .term(b, .afterProduct, isSmall: true)]
      )
    }
    var (top, bottom) = (a, [b])
    while case .quotient(let over, let under) = graph[top], bottom.count < 8 {
      top = over
      bottom.insert(under, at: 0)
    }
    var parts: [Work] = [.text("\\frac{"), .term(top, .sum, isSmall: false), .text("}{")]
    for (index, factor) in bottom.enumerated() {
      if index > 0 { parts.append(.text(separator(bottom[index - 1], factor))) }
      let context: Precedence = bottom.count == 1 ? .sum : .product
      parts.append(.term(factor, context, isSmall: false))
    }
    return (.product, parts + [.text("}")])
  }

  private func factorPart(
    _ factor: Term, isFirst: Bool, isOpenSum: Bool, _ isSmall: Bool
  ) -> Work {
    // In an exponent a quotient beside a factor would be read as one with it.
    let isLoose = isSmall && (!isFirst || isTall[Int(factor)])
    let context: Precedence = isOpenSum || isLoose ? .afterProduct : isFirst ? .negation : .product
    return .term(factor, context, isSmall: isSmall)
  }

  /// The factors of a product from the first to the last, 64 at most.
  func factors(of term: Term) -> [Term] {
    var factors: [Term] = []
    var rest = [term]
    while let next = rest.popLast() {
      if case .product(let a, let b) = graph[next], factors.count + rest.count < 62 {
        rest.append(b)
        rest.append(a)
      } else {
        factors.append(next)
      }
    }
    return factors
  }

  private func rank(of factor: Term) -> Int {
    switch graph[factor] {
    case .number: return 0
    case .quotient(let a, let b):
      return isNumeric[Int(a)] && isNumeric[Int(b)] ? 0 : 3
    case .constant: return 1
    case .call(.sqrt, let a) where isNumeric[Int(a)]: return 2
    case .variable, .running: return 2
    case .power(let base, _):
      switch graph[base] {
      case .constant: return 1
      case .number(let value) where value < 0: return 1
      case .variable, .running: return 2
      default: return isNamedCall(factor) ? 4 : 3
      }
    case .series: return 5
    default: return isNamedCall(factor) ? 4 : 3
    }
  }

  /// What stands between neighbours: a dot where they would run into each other (2·3, x·2), a
  /// space after a bare argument and around names of several letters.
  private func separator(_ a: Term, _ b: Term) -> String {
    // 2 before x/3 would be read as a mixed number.
    if startsWithDigit(b) || (graph.literal(a) != nil && isQuotient(b)) { return " \\cdot " }
    return isBareCall(a) || isWord(a) || isWord(b) || isRootOfNumber(a) ? "\\," : ""
  }

  private func startsWithDigit(_ term: Term) -> Bool {
    switch graph[term] {
    case .number(let value): return value >= 0
    case .power(let base, _): return graph.literal(base).map { $0 >= 0 } ?? false
    default: return false
    }
  }

  private func isQuotient(_ term: Term) -> Bool {
    if case .quotient = graph[term] { true } else { false }
  }

  /// Whether a factor is √2: a letter right after it would seem to stand under the root.
  private func isRootOfNumber(_ term: Term) -> Bool {
    if case .call(.sqrt, let a) = graph[term] { isNumeric[Int(a)] } else { false }
  }

  private func isSeries(_ term: Term) -> Bool {
    if case .series = graph[term] { true } else { false }
  }

  /// Whether a factor is a variable of several upright letters.
  private func isWord(_ term: Term) -> Bool {
    switch graph[term] {
    case .variable(let index): names[Int(index)].hasPrefix("\\mathrm")
    case .power(let base, _): isWord(base)
    default: false
    }
  }
}
