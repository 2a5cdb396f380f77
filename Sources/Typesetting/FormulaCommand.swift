/// What a command of TeX means: `\alpha`, `\frac`, `\left`.
enum FormulaCommand: Hashable {
  case symbol(Unicode.Scalar, AtomClass)
  case functionName(String, LimitsRule)
  case bigOperator(Unicode.Scalar, LimitsRule)
  case space(Double)
  case fraction(FractionStyle)
  case binomial(FractionStyle)
  case radical
  case prime
  case left
  case middle
  case right
  case bigDelimiter(ems: Double, AtomClass)
  case accent(Unicode.Scalar, AccentWidth)
  case line(LineSide)
  case brace(LineSide, Unicode.Scalar)
  case arrow(Unicode.Scalar)
  case alphabet(MathAlphabet)
  case text(WordFace)
  case operatorName
  case limits(LimitsRule)
  case size(MathStyle.Level)
  case colourSwitch
  case colouredText
  case negation
  /// A part over or under a base; `\stackrel` makes a relation of it.
  case stacked(LineSide, isRelation: Bool)
  case classed(AtomClass)
  case phantom(isWide: Bool, isTall: Bool)
  case frame
  case modulus(hasBrackets: Bool)
  case begin
  case end
  case newRow
  case substack
}

extension FormulaCommand {
  /// The command of a name without its backslash.
  static func named(_ name: String) -> FormulaCommand? { table[name] }

  /// The known name that is nearest to `name`, where one is near enough to be meant.
  static func suggestion(for name: String) -> String? {
    EditDistance.nearest(to: name, among: table.keys)
  }

  private static let table: [String: FormulaCommand] = {
    var table = constructs
    for names in [spaces, delimiters, alphabets, marks] { table.merge(names) { $1 } }
    for (names, atomClass) in FormulaSymbols.classes {
      for (name, scalar) in names { table[name] = .symbol(scalar, atomClass) }
    }
    for name in FormulaSymbols.functionNames { table[name] = .functionName(name, .beside) }
    for name in FormulaSymbols.functionNamesWithLimits {
      table[name] = .functionName(name, .overInDisplay)
    }
    table["limsup"] = .functionName("lim sup", .overInDisplay)
    table["liminf"] = .functionName("lim inf", .overInDisplay)
    for (name, sign) in FormulaSymbols.bigOperators {
      table[name] = .bigOperator(sign, .overInDisplay)
    }
    for (name, sign) in FormulaSymbols.integrals { table[name] = .bigOperator(sign, .beside) }
    for (name, mark) in FormulaSymbols.accents { table[name] = .accent(mark, .plain) }
    return table
  }()

  private static let constructs: [String: FormulaCommand] = [
    "frac": .fraction(.automatic), "dfrac": .fraction(.display), "tfrac": .fraction(.inline),
    "cfrac": .fraction(.display),
    "binom": .binomial(.automatic), "dbinom": .binomial(.display), "tbinom": .binomial(.inline),
    "sqrt": .radical, "prime": .prime, "not": .negation, "limits": .limits(.over),
    "nolimits": .limits(.beside), "operatorname": .operatorName, "text": .text(.plain),
    "textrm": .text(.plain), "mbox": .text(.plain), "textbf": .text(.bold),
    "textit": .text(.italic), "displaystyle": .size(.display), "textstyle": .size(.text),
    "scriptstyle": .size(.script), "scriptscriptstyle": .size(.scriptOfScript),
    "color": .colourSwitch, "textcolor": .colouredText,
    "overset": .stacked(.over, isRelation: false), "underset": .stacked(.under, isRelation: false),
    "stackrel": .stacked(.over, isRelation: true),
    "mathord": .classed(.ordinary), "mathop": .classed(.largeOperator),
    "mathbin": .classed(.binary), "mathrel": .classed(.relation),
    "mathopen": .classed(.opening), "mathclose": .classed(.closing),
    "mathpunct": .classed(.punctuation), "mathinner": .classed(.inner),
    "phantom": .phantom(isWide: true, isTall: true),
    "hphantom": .phantom(isWide: true, isTall: false),
    "vphantom": .phantom(isWide: false, isTall: true), "boxed": .frame,
    "bmod": .modulus(hasBrackets: false), "pmod": .modulus(hasBrackets: true),
    "begin": .begin, "end": .end, "\\": .newRow, "cr": .newRow, "substack": .substack,
  ]

  private static let spaces: [String: FormulaCommand] = [
    ",": .space(3), "thinspace": .space(3), ":": .space(4), ">": .space(4),
    "medspace": .space(4), ";": .space(5), "thickspace": .space(5), "!": .space(-3),
    "negthinspace": .space(-3), "enspace": .space(9), " ": .space(6), "quad": .space(18),
    "qquad": .space(36),
  ]

  private static let delimiters: [String: FormulaCommand] = {
    var table: [String: FormulaCommand] = ["left": .left, "middle": .middle, "right": .right]
    let sizes = [("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3)]
    for (name, ems) in sizes {
      table[name] = .bigDelimiter(ems: ems, .ordinary)
      table[name + "l"] = .bigDelimiter(ems: ems, .opening)
      table[name + "m"] = .bigDelimiter(ems: ems, .relation)
      table[name + "r"] = .bigDelimiter(ems: ems, .closing)
    }
    return table
  }()

  private static let alphabets: [String: FormulaCommand] = [
    "mathbf": .alphabet(.bold), "boldsymbol": .alphabet(.boldVariables),
    "bm": .alphabet(.boldVariables), "mathbb": .alphabet(.blackboard),
    "mathcal": .alphabet(.calligraphic), "mathscr": .alphabet(.calligraphic),
    "mathfrak": .alphabet(.fraktur), "mathsf": .alphabet(.sansSerif),
    "mathtt": .alphabet(.typewriter), "mathrm": .alphabet(.upright),
    "mathup": .alphabet(.upright), "mathit": .alphabet(.italic),
    "mathnormal": .alphabet(.variables),
  ]

  private static let marks: [String: FormulaCommand] = [
    "widehat": .accent("\u{302}", .atMost), "widetilde": .accent("\u{303}", .atMost),
    "widecheck": .accent("\u{30C}", .atMost),
    "overrightarrow": .accent("\u{20D7}", .atLeast),
    "overleftarrow": .accent("\u{20D6}", .atLeast),
    "overleftrightarrow": .accent("\u{20E1}", .atLeast),
    "overline": .line(.over), "underline": .line(.under),
    "overbrace": .brace(.over, "⏞"), "underbrace": .brace(.under, "⏟"),
    "overparen": .brace(.over, "⏜"), "underparen": .brace(.under, "⏝"),
    "overbracket": .brace(.over, "⎴"), "underbracket": .brace(.under, "⎵"),
    "xrightarrow": .arrow("→"), "xleftarrow": .arrow("←"), "xRightarrow": .arrow("⇒"),
    "xLeftarrow": .arrow("⇐"), "xleftrightarrow": .arrow("↔"), "xmapsto": .arrow("↦"),
  ]
}
