import Testing

/// What the figures of multivariate calculus and of Taylor series refuse, and all that they say.
@Suite struct CalculusErrorTests {
  private static let maps: [ErrorCase] = [
    ErrorCase(
      "direction of no length", ["gradient", "x y", "--direction", "0,0"], 64,
      "--direction wants a direction other than (0, 0), not 'x=0,y=0'"),
    ErrorCase(
      "direction that is a number", ["gradient", "x y", "--direction", "1"], 64,
      "--direction wants a point x=A,y=B or A,B, not '1'"),
    ErrorCase(
      "direction without an end", ["gradient", "x y", "--direction", "1/0,1"], 64,
      "--direction wants a point x=A,y=B or A,B, not '1/0,1'"),
    ErrorCase(
      "gradient of an unknown name", ["gradient", "x^2 + q"], 65,
      "unknown name 'q'", "  x^2 + q", "        ^",
      "known here: x, y, and the functions of the language"),
    ErrorCase(
      "arrows by an unknown law", ["gradient", "x y", "--arrows", "log"], 64,
      "--arrows wants power or linear, not 'log'"),
    ErrorCase(
      "critical points wanted and unwanted", ["contour", "x y", "--critical", "--no-critical"], 64,
      "--critical and --no-critical contradict one another", "leave one of them out"),
    ErrorCase(
      "field with one component", ["field", "x"], 64,
      "field wants Q", "for example: mvplot field -y x"),
    ErrorCase(
      "implicit curve without a side", ["implicit", "x^2 ="], 65,
      "expected a number, a name or '(' after '='", "  x^2 =", "       ^"),
    ErrorCase(
      "constant called like a variable", ["contour", "x y", "--let", "x=1"], 64,
      "--let wants a name other than those of the variables x and y, not 'x=1'"),
  ]

  private static let local: [ErrorCase] = [
    ErrorCase(
      "map with one component", ["jacobian", "x"], 64,
      "jacobian wants V", "for example: mvplot jacobian 'x^2 - y^2' '2x y' --at 1,0.5"),
    ErrorCase(
      "mesh of one cell", ["surface", "x y", "--cells", "1"], 64,
      "--cells wants a whole number from 2 to 400, not '1'"),
    ErrorCase(
      "view of one angle", ["surface", "x y", "--view", "30"], 64,
      "--view wants an azimuth and an elevation AZ,EL in degrees, not '30'"),
    ErrorCase(
      "tangent of a function without a slope", ["plot", "sqrt(x)", "--tangent", "-1"], 64,
      "--tangent wants a place where the function has a slope, not '-1'"),
    ErrorCase(
      "tangent at a corner", ["plot", "abs(x-1)", "--tangent", "1"], 64,
      "--tangent wants a place where the function has a slope, not '1'"),
    ErrorCase(
      "linear part at a fold of abs", ["jacobian", "abs(x)", "y", "--at", "0,0"], 64,
      "--at wants a point where the map and its derivatives are finite, not 'x=0,y=0'"),
    ErrorCase(
      "difference quotient of a word", ["difference", "x^2", "--at", "here"], 64,
      "--at wants a number, not 'here'"),
  ]

  private static let series: [ErrorCase] = [
    ErrorCase(
      "series at a pole", ["taylor", "1/x", "--about", "0"], 64,
      "--about wants a place where the function is defined and smooth, not '0'"),
    ErrorCase(
      "constant called x", ["taylor", "sin(x)", "--let", "x=2"], 64,
      "--let wants a name other than that of the variable x, not 'x=2'"),
  ]

  @Test("a map that cannot be drawn says why", arguments: maps)
  func refusedMaps(_ error: ErrorCase) { error.check() }

  @Test("a point that will not do is named", arguments: local)
  func refusedPoints(_ error: ErrorCase) { error.check() }

  @Test("a series that does not exist says why", arguments: series)
  func refusedSeries(_ error: ErrorCase) { error.check() }
}
