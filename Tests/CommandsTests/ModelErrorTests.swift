import Testing

/// What the figures of series, models and maps refuse, and all that they say.
@Suite struct ModelErrorTests {
  private static let cases: [ErrorCase] = [
    ErrorCase(
      "series at a kink", ["taylor", "abs(x)", "--about", "0"], 64,
      "--about wants a place where the function has all derivatives (no kink, no branch point), "
        + "not '0'"),
    ErrorCase(
      "series at a branch point", ["taylor", "ln(x)", "--about", "0"], 64,
      "--about wants a place where the function is defined and smooth, not '0'"),
    ErrorCase(
      "orders that are none", ["taylor", "x", "--orders", "1,x"], 64,
      "--orders wants up to 12 whole numbers from 0 to 60, as in 1,3,5, not '1,x'"),
    ErrorCase(
      "series in two variables", ["taylor", "x y"], 65,
      "unknown name 'y'", "  x y", "    ^", "known here: x, and the functions of the language"),
    ErrorCase(
      "model at a kink", ["linearise", "abs(x)", "--at", "0"], 64,
      "--at wants a point where the function has first and second derivatives, not '0'"),
    ErrorCase(
      "model at too many numbers", ["linearise", "x^2", "--at", "1,2"], 64,
      "--at wants one number, for x, not '1,2'"),
    ErrorCase(
      "model without an error", ["linearise", "x", "--within", "0"], 64,
      "--within wants a number greater than 0, not '0'"),
    ErrorCase(
      "quotient at a kink", ["difference", "abs(x)", "--at", "0"], 64,
      "--at wants a place where the function has a slope, not '0'"),
    ErrorCase(
      "map with a pole at the point", ["jacobian", "1/x", "y", "--at", "0,0"], 64,
      "--at wants a point where the map and its derivatives are finite, not 'x=0,y=0'"),
    ErrorCase(
      "map with an unknown name", ["jacobian", "x", "q"], 65,
      "unknown name 'q'", "  q", "  ^", "known here: x, y, and the functions of the language"),
  ]

  @Test("A figure that cannot be made says why, and what would work", arguments: cases)
  func refusals(_ error: ErrorCase) { error.check() }
}
