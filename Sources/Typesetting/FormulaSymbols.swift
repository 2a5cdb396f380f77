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
    "Alpha": "Α", "Beta": "Β", "Epsilon": "Ε", "Zeta": "Ζ", "Eta": "Η", "Iota": "Ι",
    "Kappa": "Κ", "Mu": "Μ", "Nu": "Ν", "Omicron": "Ο", "Rho": "Ρ", "Tau": "Τ", "Chi": "Χ",
  ]

  private static let ordinary: Names = [
    "nabla": "∇", "partial": "∂", "infty": "∞", "degree": "°", "hbar": "ℏ", "ell": "ℓ",
    "Re": "ℜ", "Im": "ℑ", "emptyset": "∅", "varnothing": "∅", "forall": "∀", "exists": "∃",
    "neg": "¬", "angle": "∠", "triangle": "△", "square": "□", "top": "⊤", "bot": "⊥",
    "backslash": "\\", "%": "%", "#": "#", "&": "&", "_": "_", "$": "$", "vert": "|", "Vert": "‖",
    "|": "‖", "aleph": "ℵ", "dagger": "†", "ddagger": "‡", "imath": "ı", "jmath": "ȷ",
    "lnot": "¬", "nexists": "∄", "measuredangle": "∡", "Box": "□", "Diamond": "◊",
    "blacksquare": "■", "complement": "∁", "wp": "℘", "flat": "♭", "natural": "♮", "sharp": "♯",
    "surd": "√", "checkmark": "✓", "clubsuit": "♣", "diamondsuit": "♢", "heartsuit": "♡",
    "spadesuit": "♠", "therefore": "∴", "because": "∵", "backprime": "‵", "S": "§",
    "blacktriangle": "▲", "triangledown": "▽", "eth": "ð", "mho": "℧",
  ]

  private static let binary: Names = [
    "cdot": "⋅", "times": "×", "pm": "±", "mp": "∓", "div": "÷", "ast": "∗", "star": "⋆",
    "circ": "∘", "bullet": "∙", "cap": "∩", "cup": "∪", "setminus": "∖", "wedge": "∧",
    "land": "∧", "vee": "∨", "lor": "∨", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗",
    "odot": "⊙", "oslash": "⊘", "sqcap": "⊓", "sqcup": "⊔", "uplus": "⊎", "amalg": "⨿",
    "diamond": "⋄", "wr": "≀", "dotplus": "∔", "ltimes": "⋉", "rtimes": "⋊",
    "triangleleft": "◁", "triangleright": "▷", "smallsetminus": "∖", "boxplus": "⊞",
    "boxtimes": "⊠", "cdotp": "·",
  ]

  private static let relations: Names = [
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "equiv": "≡", "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝", "ll": "≪", "gg": "≫",
    "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "supset": "⊃", "subseteq": "⊆",
    "supseteq": "⊇", "perp": "⟂", "parallel": "∥", "mid": "∣", "coloneqq": "≔", "prec": "≺",
    "succ": "≻", "lt": "<", "gt": ">", "vdash": "⊢", "dashv": "⊣", "models": "⊨", "vDash": "⊨",
    "leqslant": "⩽", "geqslant": "⩾", "leqq": "≦", "geqq": "≧", "lesssim": "≲",
    "gtrsim": "≳", "nless": "≮", "ngtr": "≯", "nleq": "≰", "ngeq": "≱", "asymp": "≍",
    "doteq": "≐", "eqqcolon": "≕", "triangleq": "≜", "approxeq": "≊", "nsim": "≁",
    "ncong": "≇", "nequiv": "≢", "thicksim": "∼", "thickapprox": "≈", "varpropto": "∝",
    "lll": "⋘", "ggg": "⋙", "owns": "∋", "nsubseteq": "⊈", "nsupseteq": "⊉",
    "subsetneq": "⊊", "supsetneq": "⊋", "sqsubseteq": "⊑", "sqsupseteq": "⊒", "preceq": "⪯",
    "succeq": "⪰", "nparallel": "∦", "nmid": "∤", "bowtie": "⋈", "smile": "⌣", "frown": "⌢",
    "between": "≬", "Vdash": "⊩", "nvdash": "⊬", "trianglelefteq": "⊴",
    "trianglerighteq": "⊵",
  ]

  private static let arrows: Names = [
    "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔",
    "mapsto": "↦", "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔",
    "implies": "⟹", "iff": "⟺", "longrightarrow": "⟶", "longmapsto": "⟼", "uparrow": "↑",
    "downarrow": "↓", "nearrow": "↗", "searrow": "↘", "swarrow": "↙", "nwarrow": "↖",
    "hookrightarrow": "↪", "hookleftarrow": "↩", "updownarrow": "↕", "Uparrow": "⇑",
    "Downarrow": "⇓", "Updownarrow": "⇕", "longleftarrow": "⟵", "longleftrightarrow": "⟷",
    "Longrightarrow": "⟹", "Longleftarrow": "⟸", "Longleftrightarrow": "⟺",
    "impliedby": "⟸", "rightharpoonup": "⇀", "rightharpoondown": "⇁", "leftharpoonup": "↼",
    "leftharpoondown": "↽", "rightleftharpoons": "⇌", "leftrightharpoons": "⇋",
    "rightleftarrows": "⇄", "leftrightarrows": "⇆", "rightrightarrows": "⇉",
    "twoheadrightarrow": "↠", "rightarrowtail": "↣", "nrightarrow": "↛", "nleftarrow": "↚",
    "nRightarrow": "⇏", "nLeftarrow": "⇍", "nLeftrightarrow": "⇎", "leadsto": "⇝",
    "rightsquigarrow": "⇝", "curvearrowright": "↷", "curvearrowleft": "↶",
    "circlearrowright": "↻", "circlearrowleft": "↺", "upharpoonright": "↾",
  ]

  private static let opening: Names = [
    "{": "{", "lbrace": "{", "lbrack": "[", "lvert": "|", "lVert": "‖", "langle": "⟨",
    "lfloor": "⌊", "lceil": "⌈", "llbracket": "⟦", "lgroup": "⟮",
  ]

  private static let closing: Names = [
    "}": "}", "rbrace": "}", "rbrack": "]", "rvert": "|", "rVert": "‖", "rangle": "⟩",
    "rfloor": "⌋", "rceil": "⌉", "rrbracket": "⟧", "rgroup": "⟯",
  ]

  private static let punctuation: Names = ["colon": ":"]

  private static let ellipses: Names = [
    "ldots": "…", "dots": "…", "dotsc": "…", "cdots": "⋯", "dotsb": "⋯", "dotsm": "⋯",
    "dotsi": "⋯", "vdots": "⋮", "ddots": "⋱",
  ]

  /// Functions whose names are set upright.
  static let functionNames = [
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos",
    "arctan", "arccot", "arsinh", "arcosh", "artanh", "exp", "ln", "log", "lg", "arg", "deg",
    "dim", "hom", "ker", "sgn", "tr", "rank", "grad", "curl",
  ]

  /// Functions whose subscripts stand under their names in a displayed formula.
  static let functionNamesWithLimits = [
    "lim", "max", "min", "sup", "inf", "argmax", "argmin", "det", "gcd", "Pr",
  ]

  /// Operators whose limits stand over and under them in a displayed formula.
  static let bigOperators: Names = [
    "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁",
    "bigotimes": "⨂", "bigodot": "⨀", "bigvee": "⋁", "bigwedge": "⋀", "bigsqcup": "⨆",
    "biguplus": "⨄",
  ]

  /// Operators whose limits stand beside them.
  static let integrals: Names = [
    "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮", "oiint": "∯", "oiiint": "∰",
  ]

  /// Marks over a letter.
  static let accents: Names = [
    "hat": "\u{302}", "bar": "\u{304}", "vec": "\u{20D7}", "tilde": "\u{303}", "dot": "\u{307}",
    "ddot": "\u{308}", "dddot": "\u{20DB}", "check": "\u{30C}", "breve": "\u{306}",
    "acute": "\u{301}",
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
