/// The signs of a calculus course by their names in TeX.
enum FormulaSymbols {
  typealias Names = KeyValuePairs<String, Unicode.Scalar>

  /// The named signs, class by class.
  static let classes: [(Names, AtomClass)] = [
    (greek, .ordinary), (ordinary, .ordinary), (binary, .binary), (relations, .relation),
    (arrows, .relation), (opening, .opening), (closing, .closing), (punctuation, .punctuation),
    (ellipses, .inner),
  ]

  private static let greek: Names = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "varkappa": "ϰ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π",
    "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ",
    "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]

  private static let ordinary: Names = [
    "nabla": "∇", "partial": "∂", "infty": "∞", "degree": "°", "hbar": "ℏ", "ell": "ℓ",
    "Re": "ℜ", "Im": "ℑ", "emptyset": "∅", "varnothing": "∅", "forall": "∀", "exists": "∃",
    "neg": "¬", "angle": "∠", "triangle": "△", "square": "□", "top": "⊤", "bot": "⊥",
    "backslash": "\\", "%": "%", "#": "#", "&": "&", "_": "_", "$": "$", "vert": "|", "Vert": "‖",
    "|": "‖", "aleph": "ℵ", "dagger": "†", "imath": "ı", "jmath": "ȷ",
  ]

  private static let binary: Names = [
    "cdot": "⋅", "times": "×", "pm": "±", "mp": "∓", "div": "÷", "ast": "∗", "star": "⋆",
    "circ": "∘", "bullet": "∙", "cap": "∩", "cup": "∪", "setminus": "∖", "wedge": "∧",
    "land": "∧", "vee": "∨", "lor": "∨", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗",
    "odot": "⊙",
  ]

  private static let relations: Names = [
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "equiv": "≡", "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝", "ll": "≪", "gg": "≫",
    "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "supset": "⊃", "subseteq": "⊆",
    "supseteq": "⊇", "perp": "⟂", "parallel": "∥", "mid": "∣", "coloneqq": "≔", "prec": "≺",
    "succ": "≻", "lt": "<", "gt": ">", "vdash": "⊢", "models": "⊨",
  ]

  private static let arrows: Names = [
    "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔",
    "mapsto": "↦", "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔",
    "implies": "⟹", "iff": "⟺", "longrightarrow": "⟶", "longmapsto": "⟼", "uparrow": "↑",
    "downarrow": "↓", "nearrow": "↗", "searrow": "↘", "swarrow": "↙", "nwarrow": "↖",
    "hookrightarrow": "↪",
  ]

  private static let opening: Names = [
    "{": "{", "lbrace": "{", "lbrack": "[", "lvert": "|", "lVert": "‖", "langle": "⟨",
    "lfloor": "⌊", "lceil": "⌈",
  ]

  private static let closing: Names = [
    "}": "}", "rbrace": "}", "rbrack": "]", "rvert": "|", "rVert": "‖", "rangle": "⟩",
    "rfloor": "⌋", "rceil": "⌉",
  ]

  private static let punctuation: Names = ["colon": ":"]

  private static let ellipses: Names = [
    "ldots": "…", "dots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱",
  ]

  /// Functions whose names are set upright.
  static let functionNames = [
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos",
    "arctan", "exp", "ln", "log", "lg", "arg", "deg", "dim", "hom", "ker",
  ]

  /// Functions whose subscripts stand under their names in a displayed formula.
  static let functionNamesWithLimits = ["lim", "max", "min", "sup", "inf", "det", "gcd", "Pr"]

  /// Operators whose limits stand over and under them in a displayed formula.
  static let bigOperators: Names = [
    "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁",
    "bigotimes": "⨂",
  ]

  /// Operators whose limits stand beside them.
  static let integrals: Names = ["int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮"]

  /// Marks over a letter.
  static let accents: Names = [
    "hat": "\u{302}", "bar": "\u{304}", "vec": "\u{20D7}", "tilde": "\u{303}", "dot": "\u{307}",
    "ddot": "\u{308}", "check": "\u{30C}", "breve": "\u{306}", "acute": "\u{301}",
    "grave": "\u{300}", "mathring": "\u{30A}",
  ]

  /// What a character is that stands in a formula as itself.
  static func atomClass(of scalar: Unicode.Scalar) -> AtomClass {
    switch scalar {
    case "+", "*": .binary
    case "=", "<", ">", ":": .relation
    case "(", "[": .opening
    case ")", "]", "!", "?": .closing
    case ",", ";": .punctuation
    default: scalar.isASCII ? .ordinary : classOfCharacter[scalar] ?? .ordinary
    }
  }

  private static let classOfCharacter: [Unicode.Scalar: AtomClass] = {
    var known: [Unicode.Scalar: AtomClass] = ["−": .binary, "·": .binary]
    for (names, atomClass) in classes {
      for (_, scalar) in names where !scalar.isASCII && known[scalar] == nil {
        known[scalar] = atomClass
      }
    }
    // An upright pair of bars says nothing about which is the first.
    known["‖"] = .ordinary
    return known
  }()
}
