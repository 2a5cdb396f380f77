import Testing

private let sizeLimits = "sides from 1 to 32767 pixels and at most 100 million pixels in all"
private let sizes =
  "WxH in pixels, WxHmm, WxHcm, WxHin, WxHpt, or slide, slide-half, 4:3, square, column or page"

private let words: [ErrorCase] = [
  ErrorCase(
    "figure mistyped", ["circels", "x"], 64,
    "no figure is called 'circels'; did you mean 'circles'?"),
  ErrorCase(
    "command mistyped", ["evla", "x"], 64, "no figure is called 'evla'; did you mean 'eval'?"),
  ErrorCase(
    "figure unknown", ["banana"], 64,
    "no figure is called 'banana'", "'mvplot figures' lists them all"),
  ErrorCase(
    "figure forgotten", ["x^2+y^2"], 64,
    "no figure is called 'x^2+y^2'",
    "the figure comes first, for example: mvplot circles 'x^2+y^2'"),
  ErrorCase(
    "help of an unknown figure", ["help", "circel"], 64,
    "no figure is called 'circel'; did you mean 'circles'?"),
  ErrorCase(
    "option before the figure", ["--quiet", "circles", "x"], 64,
    "the figure comes before the option '--quiet'", "'mvplot figures' lists the figures"),
  ErrorCase(
    "option mistyped", ["circles", "x", "--levls", "3"], 64,
    "circles has no option '--levls'; did you mean '--levels'?"),
  ErrorCase(
    "option with one hyphen", ["circles", "x", "-levels", "3"], 64,
    "circles has no option '-levels'; did you mean '--levels'?"),
  ErrorCase(
    "window with two hyphens", ["circles", "x", "--x", "0:1"], 64,
    "circles has no option '--x'; did you mean '-x'?"),
  ErrorCase(
    "option unknown", ["circles", "x", "--banana"], 64,
    "circles has no option '--banana'", "'mvplot help circles' lists its options"),
  ErrorCase(
    "letter unknown", ["circles", "x", "-q"], 64,
    "circles has no option '-q'", "'mvplot help circles' lists its options"),
  ErrorCase(
    "option without its value", ["circles", "x", "--levels"], 64,
    "--levels wants a value: --levels N"),
  ErrorCase(
    "window without its value", ["circles", "x", "-x"], 64, "-x wants a value: -x A:B"),
  ErrorCase(
    "switch with a value", ["circles", "x", "--filled=no"], 64,
    "--filled takes no value, not even 'no'"),
  ErrorCase(
    "no argument", ["circles"], 64,
    "circles wants EXPRESSION", "for example: mvplot circles 'x^2+y^2' --levels 3"),
  ErrorCase(
    "one of two arguments", ["pair", "x"], 64,
    "pair wants Q", "for example: mvplot pair -y x"),
  ErrorCase(
    "blanks not between quotes", ["circles", "x^2", "+", "y^2"], 64,
    "circles takes EXPRESSION and no more, not '+' 'y^2'",
    "put an expression with blanks between quotes: 'x^2 + y^2'"),
  ErrorCase("argument where none is", ["figures", "x"], 64, "figures takes no argument, not 'x'"),
]

private let values: [ErrorCase] = [
  ErrorCase(
    "number is a word", ["circles", "x", "--levels", "x"], 64,
    "--levels wants a whole number from 1 to 200, not 'x'"),
  ErrorCase(
    "number out of range", ["circles", "x", "--levels", "1000000000"], 64,
    "--levels wants a whole number from 1 to 200, not '1000000000'"),
  ErrorCase(
    "value is an option", ["circles", "x", "--levels", "--filled"], 64,
    "--levels wants a whole number from 1 to 200, not '--filled'"),
  ErrorCase(
    "second of repeated values", ["circles", "x", "--radius", "1", "--radius", "big"], 64,
    "--radius wants a number, not 'big'"),
  ErrorCase(
    "point with one coordinate", ["circles", "x", "--at", "1"], 64,
    "--at wants a point x=A,y=B or A,B, not '1'"),
  ErrorCase(
    "window reversed", ["circles", "x", "-x", "3:-3"], 64,
    "-x wants two ends A:B with A < B, not '3:-3'"),
  ErrorCase(
    "window of no width", ["circles", "x", "-y", "1:1"], 64,
    "-y wants two ends A:B with A < B, not '1:1'"),
  ErrorCase(
    "window infinite", ["circles", "x", "-x", "0:1/0"], 64,
    "-x wants two finite ends A:B with A < B, not '0:1/0'"),
  ErrorCase(
    "window not a number", ["circles", "x", "-x", "0/0:1"], 64,
    "-x wants two finite ends A:B with A < B, not '0/0:1'"),
  ErrorCase(
    "window wider than numbers", ["circles", "x", "-x", "-1e308:1e308"], 64,
    "-x wants two finite ends A:B with A < B, not '-1e308:1e308'"),
  ErrorCase(
    "window with one end", ["circles", "x", "-x", "3"], 64,
    "-x wants two ends A:B with A < B, not '3'"),
  ErrorCase(
    "window of unknown names", ["circles", "x", "-x", "-a:a"], 64,
    "-x wants two ends A:B with A < B, not '-a:a'"),
  ErrorCase(
    "window that the figure refuses", ["circles", "x", "-x", "0:1e-12"], 64,
    "-x wants a window that shows something, not '0:1e-12'"),
  ErrorCase(
    "size of nothing", ["circles", "x", "--size", "0x900"], 64,
    "--size wants \(sizeLimits), not '0x900'"),
  ErrorCase(
    "size too wide", ["circles", "x", "--size", "1000000x900"], 64,
    "--size wants \(sizeLimits), not '1000000x900'"),
  ErrorCase(
    "size with too many pixels", ["circles", "x", "--size", "20000x20000"], 64,
    "--size wants \(sizeLimits), not '20000x20000'"),
  ErrorCase(
    "paper with too many pixels",
    ["circles", "x", "--size", "10x10in", "--dpi", "4800"], 64,
    "--size wants \(sizeLimits), not '10x10in at 4800 dpi'"),
  ErrorCase(
    "size of no paper", ["circles", "x", "--size", "0x10mm"], 64,
    "--size wants sides above 0, not '0x10mm'"),
  ErrorCase(
    "size unknown", ["circles", "x", "--size", "big"], 64, "--size wants \(sizes), not 'big'"),
  ErrorCase(
    "size negative", ["circles", "x", "--size", "-5x5"], 64, "--size wants \(sizes), not '-5x5'"),
  ErrorCase(
    "resolution of nothing", ["circles", "x", "--dpi", "0"], 64,
    "--dpi wants a number of pixels per inch from 10 to 4800, not '0'"),
  ErrorCase(
    "theme unknown", ["circles", "x", "--theme", "dim"], 64,
    "--theme wants light, dark, paper, textbook, or the path of a file such as my.theme, not 'dim'"),
  ErrorCase(
    "font without a name", ["circles", "x", "--font", ""], 64,
    "--font wants sans, serif, or the name or path of an installed font, not ''"),
  ErrorCase(
    "tolerance of nothing", ["circles", "x", "--tolerance", "0"], 64,
    "--tolerance wants a number of pixels above 0 and up to 100, not '0'"),
  ErrorCase(
    "tolerance not a number", ["circles", "x", "--tolerance", "nan"], 64,
    "--tolerance wants a number of pixels above 0 and up to 100, not 'nan'"),
  ErrorCase(
    "constant without a value", ["circles", "x", "--let", "a"], 64,
    "--let wants NAME=EXPR, not 'a'"),
  ErrorCase(
    "constant named like a function", ["circles", "x", "--let", "sin=2"], 64,
    "--let wants a name that the language does not use (sin is a function), not 'sin=2'"),
  ErrorCase(
    "variable named like a constant", ["eval", "x", "--at", "x=1,pi=3"], 64,
    "--at wants a name that the language does not use (pi is a constant), not 'x=1,pi=3'"),
  ErrorCase(
    "variable given twice", ["eval", "x", "--at", "x=1,x=2"], 64,
    "--at wants one value for x, not 'x=1,x=2'"),
  ErrorCase(
    "more numbers than names", ["eval", "x", "--at", "1,2"], 64,
    "--at wants one number, for x, not '1,2'"),
  ErrorCase(
    "some numbers with names", ["eval", "x+y", "--at", "x=1,2"], 64,
    "--at wants values x=A,y=B, or numbers alone, not 'x=1,2'"),
  ErrorCase(
    "point of words", ["eval", "x", "--at", "here"], 64,
    "--at wants values x=A,y=B, or numbers alone, not 'here'"),
  ErrorCase(
    "name with two meanings", ["eval", "x", "--at", "x=1", "--let", "x=2"], 64,
    "x has a value by --let and another by --at",
    "a name is a constant or a variable: leave out one of them"),
]

private let outputs: [ErrorCase] = [
  ErrorCase(
    "path without an ending", ["circles", "x", "-o", "figure"], 64,
    "-o wants a path that ends in .png, .svg, .pdf or .json, not 'figure'"),
  ErrorCase(
    "path of nothing", ["circles", "x", "-o", ""], 64,
    "-o wants a path that ends in .png, .svg, .pdf or .json, not ''"),
  ErrorCase(
    "ending unknown", ["circles", "x", "-o", "figure.gif"], 64,
    "-o wants a path that ends in .png, .svg, .pdf or .json, not 'figure.gif'"),
  ErrorCase(
    "stream without a format", ["circles", "x", "-o", "-"], 64,
    "-o - writes to standard output and needs a format", "add --format png, svg, pdf or json"),
  ErrorCase(
    "format unknown", ["circles", "x", "--format", "gif"], 64,
    "--format wants png, svg, pdf or json, not 'gif'"),
  ErrorCase(
    "path against format", ["circles", "x", "-o", "a.png", "--format", "svg"], 64,
    "-o 'a.png' ends in .png, but --format says svg",
    "leave out --format, or let the path end in .svg"),
  ErrorCase(
    "stages into a stream", ["circles", "x", "-o", "-", "--format", "png", "--build"], 64,
    "--build writes several PNG files, not one stream",
    "give a path, as in -o circles.png, or --format pdf"),
  ErrorCase(
    "folder missing", ["circles", "x", "-o", "/no-such-folder/a.json"], 73,
    "cannot write '/no-such-folder/a.json': No such file or directory"),
  ErrorCase(
    "path is a folder", ["circles", "x", "-o", "/tmp", "--format", "json"], 73,
    "cannot write '/tmp': Is a directory"),
  ErrorCase(
    "device full", ["circles", "x", "-o", "/dev/full", "--format", "json"], 73,
    "cannot write '/dev/full': No space left on device"),
  ErrorCase(
    "shell unknown", ["--generate-completion-script", "tcsh"], 64,
    "--generate-completion-script wants zsh, bash or fish, not 'tcsh'"),
]

private let expressions: [ErrorCase] = [
  ErrorCase(
    "operand missing", ["circles", "x^2 + * y"], 65,
    "expected a number, a name or '(' after '+', not '*'", "  x^2 + * y", "        ^"),
  ErrorCase(
    "operand missing at the end", ["circles", "x+"], 65,
    "expected a number, a name or '(' after '+'", "  x+", "    ^"),
  ErrorCase(
    "tab and newline", ["circles", "x\n+\t* y"], 65,
    "expected a number, a name or '(' after '+', not '*'", "  x + * y", "      ^"),
  ErrorCase(
    "constant unreadable", ["circles", "a*x", "--let", "a=2*"], 65,
    "expected a number, a name or '(' after '*'", "  2*", "    ^"),
  ErrorCase(
    "constant infinite", ["circles", "a*x", "--let", "a=1/0"], 65,
    "--let a has no finite value: '1/0'"),
  ErrorCase(
    "formula in a title", ["circles", "x", "--title", "a $\\foo$", "-o", "/tmp/never.svg"], 65,
    "--title: unknown command \\foo", "  a $\\foo$", "     ^"),
  ErrorCase(
    "name without a value", ["eval", "x^2+q", "--at", "x=1"], 65,
    "unknown name 'q'", "  x^2+q", "      ^", "give it a value: --at x=1,q=1"),
  ErrorCase(
    "name without any value", ["eval", "q"], 65,
    "unknown name 'q'", "  q", "  ^", "give it a value: --at q=1"),
]

@Suite struct ErrorMessageTests {
  @Test("A wrong command line says what is wrong and what would work", arguments: words)
  func word(_ error: ErrorCase) { error.check(SampleTopic.self) }

  @Test("A wrong value is quoted with what was wanted", arguments: values)
  func value(_ error: ErrorCase) { error.check(SampleTopic.self) }

  @Test("An output that cannot be written is named with the reason", arguments: outputs)
  func output(_ error: ErrorCase) { error.check(SampleTopic.self) }

  @Test("A wrong expression has a caret under the place", arguments: expressions)
  func expression(_ error: ErrorCase) { error.check(SampleTopic.self) }

  @Test("A closed pipe ends the run without words")
  func closedPipe() {
    let run = ToolRun(["figures"], failingWith: 32)
    #expect(run.code == 73)
    #expect(run.errors == "")
  }

  @Test("A long name does not flood the terminal")
  func longName() {
    let run = ToolRun(["circles", String(repeating: "q", count: 100_000)])
    #expect(run.code == 65)
    #expect(run.errors.utf8.count < 2000)
  }

  @Test("A long expression is shown around the caret")
  func longExpression() {
    let sum = Array(repeating: "x", count: 400).joined(separator: "+")
    let run = ToolRun(["circles", sum + "+*y+" + sum])
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(run.code == 65)
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("  …") && lines[1].hasSuffix("…"))
    #expect(lines[1].count == 104)
    let column = lines[2].count - 1
    #expect(Array(lines[1])[column] == "*")
  }
}
