/// What a command of TeX means: `\alpha`, `\frac`, `\left`.
enum FormulaCommand: Hashable {
  case symbol(Unicode.Scalar, AtomClass)
  case functionName(String, LimitsRule)
  case bigOperator(Unicode.Scalar, LimitsRule)
  case space(Double)
  case fraction(FractionStyle)
  case radical
  case prime
  case left
  case right
  case bigDelimiter(ems: Double, AtomClass)
  case accent(Unicode.Scalar, isWide: Bool)
  case line(LineSide)
  case alphabet(MathAlphabet)
  case text
  case operatorName
  case limits(LimitsRule)
}

extension FormulaCommand {
  /// The command of a name without its backslash.
  static func named(_ name: String) -> FormulaCommand? { table[name] }

  /// The known name that is nearest to `name`, where one is near enough to be meant.
  static func suggestion(for name: String) -> String? {
    guard name.count <= 24 else { return nil }
    let allowed = name.count < 4 ? 1 : 2
    let near = table.keys.map { ($0, editDistance(name, $0)) }.filter { $0.1 <= allowed }
    return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  private static let table: [String: FormulaCommand] = {
    var table = constructs
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
    for (name, mark) in FormulaSymbols.accents { table[name] = .accent(mark, isWide: false) }
    return table
  }()

  private static let constructs: [String: FormulaCommand] = [
    ",": .space(3), ":": .space(4), ">": .space(4), ";": .space(5), "!": .space(-3),
    " ": .space(6), "quad": .space(18), "qquad": .space(36),
    "frac": .fraction(.automatic), "dfrac": .fraction(.display), "tfrac": .fraction(.inline),
    "sqrt": .radical, "prime": .prime, "left": .left, "right": .right,
    "big": .bigDelimiter(ems: 1.2, .ordinary), "Big": .bigDelimiter(ems: 1.8, .ordinary),
    "bigg": .bigDelimiter(ems: 2.4, .ordinary), "Bigg": .bigDelimiter(ems: 3, .ordinary),
    "bigl": .bigDelimiter(ems: 1.2, .opening), "Bigl": .bigDelimiter(ems: 1.8, .opening),
    "biggl": .bigDelimiter(ems: 2.4, .opening), "Biggl": .bigDelimiter(ems: 3, .opening),
    "bigr": .bigDelimiter(ems: 1.2, .closing), "Bigr": .bigDelimiter(ems: 1.8, .closing),
    "biggr": .bigDelimiter(ems: 2.4, .closing), "Biggr": .bigDelimiter(ems: 3, .closing),
    "widehat": .accent("\u{302}", isWide: true), "widetilde": .accent("\u{303}", isWide: true),
    "overline": .line(.over), "underline": .line(.under),
    "mathbf": .alphabet(.bold), "mathbb": .alphabet(.blackboard),
    "mathcal": .alphabet(.calligraphic), "mathrm": .alphabet(.upright),
    "mathit": .alphabet(.italic), "text": .text, "operatorname": .operatorName,
    "limits": .limits(.over), "nolimits": .limits(.beside),
  ]

  /// Levenshtein's distance.
  private static func editDistance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
