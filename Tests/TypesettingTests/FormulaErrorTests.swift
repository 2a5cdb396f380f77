import Testing

@testable import Typesetting

/// A source that cannot be set, with the exact message and place.
struct FormulaErrorCase: CustomTestStringConvertible, Sendable {
  let source: String
  let position: Int
  let message: String

  var testDescription: String { source }

  init(_ source: String, _ position: Int, _ message: String) {
    self.source = source
    self.position = position
    self.message = message
  }

  static let formulas: [FormulaErrorCase] = [
    .init(#"x + \lamda"#, 4, #"unknown command \lamda; did you mean \lambda?"#),
    .init(#"\begin{matrix}"#, 14, #"expected \end{matrix} to close the \begin{matrix}"#),
    .init(
      #"\begin{pmatrx} x \end{pmatrx}"#, 7, "unknown environment pmatrx; did you mean pmatrix?"),
    .init(
      #"\begin{tabular} x \end{tabular}"#, 7,
      "unknown environment tabular; known are matrix, pmatrix, bmatrix, vmatrix, cases, aligned"),
    .init(
      #"\begin{cases} x \end{matrix}"#, 16,
      #"expected \end{cases} to close the \begin{cases}, not \end{matrix}"#),
    .init(#"x \end{cases}"#, 2, #"\end closes nothing"#),
    .init(#"\begin{matrix} {a & b} \end{matrix}"#, 18, "'&' means nothing in a formula"),
    .init(
      #"a \\ b"#, 2,
      #"\\ starts a row only between \begin and \end, as of cases or a matrix"#),
    .init(
      #"\begin{matrix} \left( a & b \right) \end{matrix}"#, 24, "'&' means nothing in a formula"),
    .init(#"\begin{array}{lxr} a \end{array}"#, 15, "expected l, c, r or | for a column, not 'x'"),
    .init(#"\begin"#, 6, #"expected something after \begin"#),
    .init(#"x \middle| y"#, 2, #"\middle must stand between \left and \right"#),
    .init(
      #"\left( x \middle\alpha"#, 16,
      #"expected a delimiter such as '(' after \middle, not '\alpha'"#),
    .init(#"\color{bleu} x"#, 7, "unknown colour bleu; did you mean blue?"),
    .init(
      #"x + \textcolor{#12345}{x}"#, 15,
      "unknown colour #12345; known are black, blue, brown, cyan, darkgray, gray, green, lightgray, "
        + "and numbers such as #0354AA"),
    .init(
      #"\color[RGB]{1,2,3} x"#, 6,
      "expected a colour in braces, or after [HTML] six digits in braces"),
    .init(#"\color"#, 6, #"expected something after \color"#),
    .init(#"x^\color{blue}"#, 2, "expected something after '^'"),
    .init(#"\substack{a \\ b"#, 16, "expected '}' to close the '{'"),
    .init(
      #"\text{a $x}"#, 8,
      #"the formula that starts at '$' has no closing '$'; write \$ for a dollar"#),
    .init(#"\overset{a}"#, 11, #"expected something after \overset"#),
    .init(#"\not"#, 4, #"expected something after \not"#),
    .init(#"x + \"#, 4, #"expected the name of a command after '\'"#),
    .init(#"{x"#, 2, "expected '}' to close the '{'"),
    .init(#"x}"#, 1, #"'}' closes nothing; a brace to be seen is \}"#),
    .init(#"x^"#, 2, "expected something after '^'"),
    .init(#"x_}"#, 2, "expected something after '_'"),
    .init(#"x^^2"#, 2, "expected something after '^'"),
    .init(#"x^2^3"#, 3, "two '^' on one base; group with braces: {x^a}^b"),
    .init(#"x_1_2"#, 3, "two '_' on one base; group with braces: {x_a}_b"),
    .init(#"x^2'"#, 3, "two '^' on one base; group with braces: {x^a}^b"),
    .init(#"\frac{1}"#, 8, #"expected something after \frac"#),
    .init(#"\sqrt"#, 5, #"expected something after \sqrt"#),
    .init(#"\sqrt[3{x}"#, 10, "expected ']' to close the '['"),
    .init(#"\left( x"#, 8, #"expected \right to close the \left; \right. shows nothing"#),
    .init(#"x \right)"#, 2, #"\right closes nothing; \left. opens without a sign"#),
    .init(#"{x \right)"#, 3, #"\right closes nothing; \left. opens without a sign"#),
    .init(#"\left( x \right"#, 15, #"expected a delimiter such as '(' after \right"#),
    .init(#"\left x"#, 6, #"expected a delimiter such as '(' after \left, not 'x'"#),
    .init(#"\left\alpha x"#, 5, #"expected a delimiter such as '(' after \left, not '\alpha'"#),
    .init(#"a & b"#, 2, "'&' means nothing in a formula"),
    .init(#"a $ b"#, 2, #"a formula has no '$' inside; write \$ for a dollar"#),
    .init(#"λ\limits_a"#, 1, #"\limits must follow an operator such as \sum"#),
    .init(#"\text x"#, 6, #"expected something after \text"#),
    .init(#"\text{x"#, 7, "expected '}' to close the '{'"),
  ]

  static let texts: [FormulaErrorCase] = [
    .init(
      #"costs $5"#, 6, #"the formula that starts at '$' has no closing '$'; write \$ for a dollar"#),
    .init(
      #"for $x$ and $y\$"#, 12,
      #"the formula that starts at '$' has no closing '$'; write \$ for a dollar"#),
    .init(#"λ at $x^$"#, 8, "expected something after '^'"),
  ]
}

@Suite("Errors of formulas")
struct FormulaErrorTests {
  @Test(
    "a formula that cannot be read says what is wrong and where",
    arguments: FormulaErrorCase.formulas)
  func formula(testCase: FormulaErrorCase) throws {
    let typesetter = try Typesetter(family: .sans)
    let error = #expect(throws: TypesettingError.self) {
      try typesetter.setFormula(testCase.source, size: 20)
    }
    #expect(error?.position == testCase.position)
    #expect(error?.message == testCase.message)
  }

  @Test("an error in text counts from the start of the text", arguments: FormulaErrorCase.texts)
  func text(testCase: FormulaErrorCase) throws {
    let typesetter = try Typesetter(family: .sans)
    let error = #expect(throws: TypesettingError.self) {
      try typesetter.set(testCase.source, size: 20)
    }
    #expect(error?.position == testCase.position)
    #expect(error?.message == testCase.message)
  }

  @Test(
    "nesting without end is an error, not a crash",
    arguments: [
      "{", #"\sqrt"#, "x^{", #"\frac{1}{"#, #"\left("#, #"\hat"#, "x_{y^{", #"\sqrt[{"#,
      #"\begin{matrix}"#, #"\text{$"#, #"\textcolor{blue}"#, #"\not"#, #"\substack{"#, #"\boxed"#,
      #"\overbrace{"#, #"\xrightarrow"#, #"\left(\middle|{"#, #"\begin{cases}a&"#,
    ])
  func nesting(unit: String) throws {
    let typesetter = try Typesetter(family: .sans)
    let count = min(4_000, 9_999 / unit.count)
    let error = #expect(throws: TypesettingError.self) {
      try typesetter.setFormula(String(repeating: unit, count: count), size: 20)
    }
    #expect(error?.kind == .tooDeep(limit: 200))
    #expect(error?.message == "more than 200 groups inside one another")
  }

  @Test("nesting up to the limit is set")
  func deepest() throws {
    let typesetter = try Typesetter(family: .sans)
    let braces = String(repeating: "{", count: 200) + "x" + String(repeating: "}", count: 200)
    #expect(try typesetter.setFormula(braces, size: 20).text == "x")
  }

  @Test(
    "every construct is set when it is nested up to the limit",
    arguments: [
      (#"\sqrt "#, "", 200), (#"\hat "#, "", 200), (#"\frac1"#, "", 200),
      (#"\left("#, #"\right)"#, 200),
      ("x^{", "}", 200), (#"\frac{"#, "}2", 100), (#"\sqrt[{"#, "}]2", 100),
      (#"\overline{"#, "}", 100), (#"\begin{pmatrix}"#, #"\end{pmatrix}"#, 200),
      (#"\begin{cases}1&"#, #"\end{cases}"#, 200), (#"\textcolor{blue}{"#, "}", 100),
      (#"\underbrace{"#, "}", 100), (#"\boxed{"#, "}", 100), (#"\text{$"#, "$}", 200),
      (#"\substack{"#, "}", 200), (#"\not "#, "", 200), (#"\xrightarrow "#, "", 200),
    ])
  func deepest(opening: String, closing: String, count: Int) throws {
    let typesetter = try Typesetter(family: .serif)
    let source =
      String(repeating: opening, count: count) + "x" + String(repeating: closing, count: count)
    let box = try typesetter.setFormula(source, size: 20, style: .display)
    #expect(box.isConsistent)
    #expect(box.text.unicodeScalars.contains("x"))
  }

  @Test("a source of a million characters is refused")
  func length() throws {
    let typesetter = try Typesetter(family: .sans)
    let source = String(repeating: "x+", count: 500_000)
    for attempt in [
      { try typesetter.set(source, size: 20) }, { try typesetter.setFormula(source, size: 20) },
    ] {
      let error = #expect(throws: TypesettingError.self) { try attempt() }
      #expect(error == TypesettingError(.tooLong(limit: 10_000), at: 10_000))
    }
  }

  @Test("a size that is no positive number is refused", arguments: [0, -1, .nan, .infinity])
  func size(size: Double) throws {
    let typesetter = try Typesetter(family: .sans)
    #expect(throws: TypesettingError.self) { try typesetter.set("x", size: size) }
    #expect(throws: TypesettingError.self) { try typesetter.setFormula("x", size: size) }
  }

  @Test("any mixture of tokens is set or refused, and what is set adds up")
  func mixtures() throws {
    let tokens = [
      "x", "2", "^", "_", "'", "{", "}", " ", "\\", #"\frac"#, #"\sqrt"#, "[", "]", #"\left"#,
      #"\right"#, "(", ")", ".", "|", "-", "+", "=", ",", #"\sum"#, #"\int"#, #"\limits"#,
      #"\hat"#, #"\text"#, #"\alpha"#, "漢", "&", #"\mathbb"#, #"\overline"#, #"\Big"#, "~", "∂",
      #"\\"#, #"\begin{cases}"#, #"\end{cases}"#, #"\middle"#, #"\color{blue}"#, #"\displaystyle"#,
      #"\textcolor{red}"#, #"\not"#, #"\underbrace"#, #"\overset"#, #"\binom"#, #"\vphantom"#, "$",
    ]
    let typesetter = try Typesetter(family: .serif)
    var state: UInt64 = 7
    for _ in 0..<1_500 {
      var source = ""
      for _ in 0..<12 {
        // The linear congruential generator of Knuth's MMIX: the same mixtures in each run.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += tokens[Int((state >> 33) % UInt64(tokens.count))]
      }
      guard let box = try? typesetter.setFormula(source, size: 20, style: .display) else {
        continue
      }
      #expect(box.isConsistent, "\(source)")
    }
  }
}

extension TextBox {
  /// Whether all lengths are finite and all clusters cover their texts.
  var isConsistent: Bool {
    width.isFinite && height.isFinite && depth.isFinite && height >= 0 && depth >= 0
      && runs.allSatisfy { $0.isConsistent && $0.glyphs.allSatisfy { $0.origin.isFinite } }
  }
}
