import Testing

/// What the tool does with results that cannot be drawn.
@Suite struct ListingOutputTests {
  private static let words = ["critical", "(a-1)^2 + 4(b+2)^2", "--from", "a=3,b=1"]

  @Test("Results that cannot be drawn are printed as text")
  func text() {
    let run = ToolRun(Self.words, topics: ToolRun.standard)
    #expect(run.errors == "")
    #expect(
      run.output == """
        minimum, 1 step from the start
        a       1
        b      −2
        value   0
        eigenvalues of the Hessian: 2, 8

        """)
  }

  @Test("They are JSON when asked, on standard output or in a file")
  func json() throws {
    let stream = ToolRun(Self.words + ["--format", "json"], topics: ToolRun.standard)
    #expect(stream.code == 0)
    #expect(
      stream.output.contains("\"results\": {\"criticalPoints\": [{\"at\": {\"a\": 1, \"b\": -2}"))
    #expect(stream.output.contains("\"window\": null"))
    #expect(stream.output.contains("\"from\": \"a=3,b=1\""))
    let folder = TemporaryFolder()
    let file = ToolRun(Self.words + ["-o", folder["a.json"]], topics: ToolRun.standard)
    #expect(file.output == folder["a.json"] + "\n")
    #expect(folder.bytes(of: "a.json") == stream.bytes)
    let both = ToolRun(
      Self.words + ["-o", "-", "--format", "json", "-o", folder["b.json"]],
      topics: ToolRun.standard)
    #expect(both.bytes == stream.bytes)
    #expect(folder.names == ["a.json", "b.json"])
  }

  @Test(
    "A picture of them is refused with what works",
    arguments: [
      (["-o", "a.png"], "-o 'a.png'"), (["--format", "svg"], "--format 'svg'"),
      (["-o", "-", "--format", "pdf"], "-o '-'"), (["-o", "a.json", "-o", "b.pdf"], "-o 'b.pdf'"),
    ])
  func picture(options: [String], named: String) {
    let run = ToolRun(Self.words + options, topics: ToolRun.standard)
    #expect(run.code == 64)
    #expect(run.output == "")
    #expect(
      run.errors == """
        mvplot: critical has results here that cannot be drawn: no picture for \(named)
        leave out -o and --format to read them, or write numbers: --format json, -o critical.json

        """)
  }

  @Test("A descent without end is an answer with a notice")
  func unbounded() {
    let run = ToolRun(standard: "critical", "-exp(a)", "--from", "a=1", "--format", "json")
    #expect(run.code == 0)
    #expect(run.errors.hasPrefix("mvplot: note: the descent found no critical point: after "))
    #expect(run.output.contains("\"criticalPoints\": []"))
  }

  private static let errors: [ErrorCase] = [
    ErrorCase(
      "start without a number for a name", ["critical", "a + b c", "--from", "a=1,b=2"], 65,
      "unknown name 'c'", "  a + b c", "        ^",
      "give it a value: --from a=1,b=2,c=1"),
    ErrorCase(
      "start with a name that is not used", ["critical", "a^2", "--from", "a=1,b=2"], 64,
      "--from wants names that the formulas use (b is in none of them), not 'a=1,b=2'"),
    ErrorCase(
      "start with a name twice", ["critical", "a^2", "--from", "a=1,a=2"], 64,
      "--from wants one number for a, not 'a=1,a=2'"),
    ErrorCase(
      "start with a name of the language", ["critical", "a^2", "--from", "e=1"], 64,
      "--from wants names that the language does not use (e is a constant), not 'e=1'"),
    ErrorCase(
      "start with too few numbers", ["critical", "a^2 + b", "--from", "1"], 64,
      "--from wants 2 numbers, for a, b, not '1'"),
    ErrorCase(
      "start for no variable", ["critical", "7", "--from", "1"], 64,
      "--from wants formulas with variables, not '1'"),
    ErrorCase(
      "start half named", ["critical", "a^2 + b", "--from", "a=1,2"], 64,
      "--from wants a point a=1,b=2 with a name for each number, or numbers alone, not 'a=1,2'"),
    ErrorCase(
      "start without numbers", ["critical", "a^2", "--from", "there"], 64,
      "--from wants a point a=1,b=2 with a name for each number, or numbers alone, not 'there'"),
    ErrorCase(
      "start where the function is undefined", ["critical", "ln(a)", "--from", "a=-1"], 64,
      "--from wants a point where the function and its derivatives are finite, not 'a=-1'"),
    ErrorCase(
      "start of a constant", ["critical", "a b", "--let", "a=2", "--from", "a=1,b=2"], 65,
      "a has a value by --let and another by --from",
      "a name is a constant or a variable: leave out one of them"),
  ]

  @Test("A start that fits the formulas badly says how", arguments: errors)
  func starts(_ error: ErrorCase) { error.check() }
}
