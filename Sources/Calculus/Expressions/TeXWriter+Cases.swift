extension TeXWriter {
  /// The choices of `if` as cases: a row for each condition, and one for all that is left.
  func choice(_ term: Term, _ isSmall: Bool) -> (Precedence, [Work]) {
    if isSmall { return smallChoice(term) }
    var parts: [Work] = [.text("\\begin{cases} ")]
    var rest = term
    var rows = 0
    while case .choice(let test, let a, let b) = graph[rest], rows < 50 {
      parts += [.term(a, .sum, isSmall: false), .text(" & \\text{if } ")]
      parts += condition(test) + [.text(" \\\\ ")]
      rest = b
      rows += 1
    }
    parts += [.term(rest, .sum, isSmall: false), .text(" & \\text{otherwise} \\end{cases}")]
    return (.comparison, parts)
  }

  /// A choice in an exponent, where rows would be too small to read.
  private func smallChoice(_ term: Term) -> (Precedence, [Work]) {
    guard case .choice(let test, let a, let b) = graph[term] else { return (.atom, []) }
    var parts: [Work] = [.text("\\mathrm{if}(")]
    parts += condition(test)
    for part in [a, b] { parts += [.text(",\\; "), .term(part, .sum, isSmall: true)] }
    return (.atom, parts + [.text(")")])
  }

  /// A comparison, or a chain of them, which the graph holds as the least of their truths.
  private func condition(_ test: Term) -> [Work] {
    guard case .call2(.min, let first, let last) = graph[test],
      case .comparison(let comparison, let a, let b) = graph[last], let end = chainEnd(first)
    else { return [.term(test, .comparison, isSmall: false)] }
    // The chain goes on from the right side of the comparison before.
    return end == a
      ? link(first) + [.text(comparison.tex), .term(b, .sum, isSmall: false)]
      : link(first) + [.text(comparison.mirroredTeX), .term(a, .sum, isSmall: false)]
  }

  /// A comparison with another after it: its sides stay where they are.
  private func link(_ test: Term) -> [Work] {
    guard case .comparison(let comparison, let a, let b) = graph[test] else {
      return condition(test)
    }
    return [
      .term(a, .sum, isSmall: false), .text(comparison.tex), .term(b, .sum, isSmall: false),
    ]
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
