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
    var texts = [writer.write(rest, in: terms.isEmpty ? .comparison : .sum)]
    for (term, sign) in terms.reversed() {
      let isOpen = sign == "+" && !writer.beginsWithMinus(term)
      texts.append(" \(sign) " + writer.write(term, in: isOpen ? .sum : .afterSum))
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
