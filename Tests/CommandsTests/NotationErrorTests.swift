import Testing

/// What the figure of formulas refuses, and all that it says.
@Suite struct NotationErrorTests {
  private static let formulas: [ErrorCase] = [
    ErrorCase(
      "formulas with an open brace", ["formulas", #"\frac{1}{2"#], 65,
      "expected '}' to close the '{'", #"  \frac{1}{2"#, "            ^"),
    ErrorCase(
      "formulas with a slip in a command", ["formulas", "x", #"\lamda + 1"#], 65,
      #"unknown command \lamda; did you mean \lambda?"#, #"  \lamda + 1"#, "  ^"),
    ErrorCase(
      "formulas with an unknown environment", ["formulas", #"\begin{pmatrx} 1 \end{pmatrx}"#], 65,
      "unknown environment pmatrx; did you mean pmatrix?", #"  \begin{pmatrx} 1 \end{pmatrx}"#,
      "         ^"),
    ErrorCase(
      "formulas in no colour", ["formulas", #"\textcolor{blu}{x}"#], 65,
      "unknown colour blu; did you mean blue?", #"  \textcolor{blu}{x}"#, "             ^"),
    ErrorCase(
      "formulas between dollars", ["formulas", "$x$"], 65,
      "a formula has no '$' inside; write \\$ for a dollar", "  $x$", "  ^"),
    ErrorCase(
      "formulas without any ink", ["formulas", "  "], 65,
      "a formula is empty", #"write it in TeX: '\frac{1}{2}'"#),
    ErrorCase(
      "formulas in no column", ["formulas", "x", "--columns", "0"], 64,
      "--columns wants a whole number from 1 to 12, not '0'"),
    ErrorCase(
      "formulas in columns of words", ["formulas", "x", "--columns", "two"], 64,
      "--columns wants a whole number, not 'two'"),
    ErrorCase(
      "more formulas than a page holds", ["formulas"] + Array(repeating: "x", count: 201), 65,
      "a page of 201 formulas cannot be read", "up to 200 of them stand on one"),
  ]

  @Test("What cannot be set says where and why", arguments: formulas)
  func refused(_ error: ErrorCase) {
    let run = ToolRun(error.arguments, topics: ToolRun.standard)
    #expect(run.errors == error.message)
    #expect(run.code == error.code)
  }
}
